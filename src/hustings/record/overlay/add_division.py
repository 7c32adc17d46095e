"""Adding how each member voted in a division to a user's overlay, from a file of the Commons Votes API."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from hustings.errors import UnusableInput
from hustings.record.build.divisions import division_row, party_labels, seats_on, vote_row
from hustings.record.names import plain
from hustings.record.overlay.add import Added, Place, origin_of, read_file, records, write_tables
from hustings.record.overlay.folder import PUBLISHER, Wanted, adding, free_name
from hustings.record.overlay.results_tables import source_rows, whole
from hustings.record.readers.commons_votes_api import Answer, read_commons_vote

Row = dict[str, Any]

HELD = "select * from division where division_id = ?"
# A Parliament is summoned to a day and may divide from then until it is dissolved.
SITTING = "select parliament from parliament where ? between summoned_on and coalesce(dissolved_on, current_date)"
VOTES = """
    select publisher, title, replace(source_id, 'added-', '') as name from source
    where source_id in (select source_id from division_vote where division_id = ?)
"""


def add_division(path: Path, place: Place, words: str | None = None) -> Added:
    """Add the votes of a division from a file of the Commons Votes API.

    Raises SourceFault for a file that is none or is not whole, UnusableInput where the record holds
    the division's votes or counts it otherwise, CannotWrite where the overlay cannot be written.
    """
    content = read_file(path)
    answer = read_commons_vote(path)
    number = answer.division["DivisionId"]
    with adding(place.overlay) as put:
        origin = origin_of(path, content, free_name(place.overlay, f"division-{number}"), words)
        held, united = records(place)
        source = source_rows(origin, [""])[""]
        division = _division(answer, source["source_id"])
        _check_division(division, united.query(HELD, [number]))
        _check_votes(number, united.query(VOTES, [number]))
        sets, areas = held.query("select * from boundary_set"), held.query("select * from area")
        seats = seats_on(sets, areas, division["divided_on"])
        if not seats.by_code:
            raise UnusableInput(
                f"{path.name} is of {division['divided_on']}, a day the record knows no constituencies of; see its Date"
            )
        _check_day(path.name, division["divided_on"], held.query(SITTING, [division["divided_on"]]))
        votes = [_vote(row, division, seats.by_name) for row in answer.members]
        tables = whole({"division": [division], "division_vote": votes, "source": [source]})
        about = f"{division['title']}, {division['divided_on']}: {len(votes)} members"
        wanted = Wanted(origin.name, "division", path.name, origin.sha256, about)
        slip = put(wanted, lambda folder: write_tables(tables, folder))
    return Added(slip, _notes(division, votes))


def _division(answer: Answer, source: str) -> Row:
    published = answer.division
    return division_row(
        {
            "division_id": published["DivisionId"],
            "at": published["Date"],
            "number": published["Number"],
            "title": published["Title"],
            "plain_title": published["FriendlyTitle"],
            "about": published["FriendlyDescription"],
            "ayes": published["AyeCount"],
            "noes": published["NoCount"],
            "deferred": published["IsDeferred"],
            "evel": published["EVELType"],
            "evel_country": published["EVELCountry"],
            "evel_ayes": published["DoubleMajorityAyeCount"],
            "evel_noes": published["DoubleMajorityNoCount"],
            "address": None,
            "source_id": source,
        }
    )


def _check_day(file: str, day: date, parliaments: list[Row]) -> None:
    """UnusableInput where no Parliament was sitting on the day, or it is still to come."""
    if not parliaments:
        raise UnusableInput(
            f"{file} is of {day}, when no Parliament was sitting; mend its Date, or take the file afresh from the "
            "Commons Votes API"
        )


def _check_division(division: Row, held: list[Row]) -> None:
    """UnusableInput where the record has the division otherwise."""
    for row in held:
        for field in ("divided_on", "number", "ayes", "noes"):
            if row[field] != division[field]:
                raise UnusableInput(
                    f"the file says {field.replace('_', ' ')} {division[field]} of division {division['division_id']} "
                    f"and the record {row[field]}; take the file afresh from the Commons Votes API"
                )


def _check_votes(number: object, said_by: list[Row]) -> None:
    """UnusableInput where the record holds the division's votes already."""
    for row in said_by:
        yours = row["publisher"] == PUBLISHER
        mend = f"remove it first with `hustings record remove {row['name']}`" if yours else "nothing is added"
        raise UnusableInput(f"the record holds the votes of division {number} already, from {row['title']}; {mend}")


def _vote(row: Row, division: Row, by_name: dict[str, Row]) -> Row:
    return vote_row(
        {
            "division_id": division["division_id"],
            "mnis_id": str(row["MemberId"]),
            "member": row["Name"],
            "party_label": row["Party"],
            "seat": row["MemberFrom"],
            "vote": row["vote"],
            "proxy": row["ProxyName"],
            "source_id": division["source_id"],
        },
        by_name.get(plain(str(row["MemberFrom"]))),
    )


def _notes(division: Row, votes: list[Row]) -> list[str]:
    """The announced and the listed counts where they differ, and the labels of parties the record does not know."""
    notes = []
    for side, vote in (("ayes", "aye"), ("noes", "no")):
        listed = sum(row["vote"] == vote for row in votes)
        if listed != division[side]:
            notes.append(f"{division[side]} {side.capitalize()} were announced and {listed} are listed: both are kept.")
    labels = sorted({row["party_label"] for row in votes} - set(party_labels()))
    seats = sorted({row["seat"] for row in votes if not row["area_id"]})
    unknown = [*(f"the party {label}" for label in labels), *(f"the seat {seat}" for seat in seats)]
    if unknown:
        notes.append(f"Not known to the record, and kept as published: {', '.join(unknown)}.")
    proxies = sum(row["proxy"] is not None for row in votes)
    return notes + ([f"{proxies} votes were cast by proxy."] if proxies else [])
