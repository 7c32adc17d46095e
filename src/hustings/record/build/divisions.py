"""Commons divisions: the list of counts, and the votes by name of those whose list was published."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from datetime import date, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hustings.errors import SourceFault
from hustings.record.names import plain
from hustings.record.readers.cells import Row, Value
from hustings.record.readers.commons_divisions import read_division_list
from hustings.record.readers.commons_votes_csv import RECORDED, read_named_votes

if TYPE_CHECKING:
    from hustings.record.build.raw import Raw

# What the service calls parties, abbreviated or in full; a blank party is none.
LABELS = Path(__file__).parent / "division_parties.csv"
# The file of votes says neither which division it is of nor when; its publisher's name for it does.
NAMED = {"division-2023-11-15": 1666}


class Seats(NamedTuple):
    """The constituencies in force on one day, by code and by name."""

    by_code: dict[Value, Row]
    by_name: dict[str, Row]


def compile_divisions(raw: Raw, tables: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """The tables division and division_vote; raises SourceFault where a division is listed twice and differs."""
    listed = _once(read_division_list(raw.path("commons-divisions")))
    divided_on = {row["division_id"]: row["divided_on"] for row in listed}
    votes = []
    for source, division in NAMED.items():
        seats = seats_on(tables["boundary_set"], tables["area"], _day(divided_on[division]))
        named = [row for row in read_named_votes(raw.path(source)) if row["vote"] in RECORDED]
        votes += [_vote(row, division, source, seats) for row in named]
    return {"division": listed, "division_vote": votes}


def _day(value: Value) -> date:
    assert isinstance(value, date)  # noqa: S101 the reader's kind
    return value


def _once(published: list[Row]) -> list[Row]:
    """Each division once: the list repeats those on the first day of a month."""
    found: dict[Value, Row] = {}
    for row in published:
        if found.setdefault(row["division_id"], row) != row:
            raise SourceFault(f"division {row['division_id']} is in the list twice and differs; take the list afresh")
    return [_division(row) for row in found.values()]


def _division(row: Row) -> Row:
    at = row["date"]
    assert isinstance(at, datetime)  # noqa: S101 the reader's kind
    return division_row(
        {
            "division_id": row["division_id"],
            "at": at,
            "number": row["number"],
            "title": row["title"],
            "plain_title": row["friendly_title"],
            "about": row["friendly_description"],
            "ayes": row["aye_count"],
            "noes": row["no_count"],
            "deferred": row["is_deferred"],
            "evel": row["evel_type"],
            "evel_country": row["evel_country"],
            "evel_ayes": row["double_majority_aye_count"],
            "evel_noes": row["double_majority_no_count"],
            "address": row["twfy_link"],
            "source_id": "commons-divisions",
        }
    )


def division_row(given: Row) -> Row:
    """A row of `division` from published values, `at` its day and time."""
    at = given.pop("at")
    assert isinstance(at, datetime)  # noqa: S101 the readers' kind
    # Paper votes of a deferred division have no one time; the service prints midnight for them.
    timeless = bool(given["deferred"]) and at.time() == time()
    words = {name: _single_blanks(given[name]) for name in ("title", "plain_title", "about")}
    return given | words | {"divided_on": at.date(), "divided_at": None if timeless else at}


def _single_blanks(value: Value) -> Value:
    return re.sub(r"\s+", " ", value).strip() if isinstance(value, str) else value


def seats_on(boundary_sets: Iterable[Row], areas: Iterable[Row], day: date) -> Seats:
    """The constituencies whose boundaries were in force on a day."""
    sets = {
        row["boundary_set_id"]
        for row in boundary_sets
        if row.get("kind", "constituencies") == "constituencies"
        and _day(row["start_on"]) <= day
        and (row["end_on"] is None or day <= _day(row["end_on"]))
    }
    current = [row for row in areas if row["boundary_set_id"] in sets]
    return Seats({row["area_id"]: row for row in current}, {plain(str(row["area"])): row for row in current})


@lru_cache
def party_labels() -> dict[str, str | None]:
    """From what the service calls a party to the party; None for a label of no party."""
    with LABELS.open(encoding="utf-8", newline="") as file:
        return {row["label"]: row["party_id"] or None for row in csv.DictReader(file)}


def _vote(row: Row, division: int, source: str, seats: Seats) -> Row:
    """A row of `division_vote` from the CSV file."""
    label = str(row["party"])
    if label not in party_labels():
        raise SourceFault(f"{source}: no party is known as {label!r}; add it to {LABELS.name}")
    seat = seats.by_code.get(row["gss_2010_boundaries"])
    return vote_row(
        {
            "division_id": division,
            "mnis_id": row["member_id"],
            "member": row["name"],
            "party_label": label,
            "seat": row["constituency"],
            "vote": str(row["vote"]).replace("_", " "),
            "proxy": None,
            "source_id": source,
        },
        seat,
    )


def vote_row(given: Row, seat: Row | None) -> Row:
    """A row of `division_vote` from published values and the constituency they name, if it is known."""
    return given | {
        "party_id": party_labels().get(str(given["party_label"])),
        "boundary_set_id": seat["boundary_set_id"] if seat else None,
        "area_id": seat["area_id"] if seat else None,
    }
