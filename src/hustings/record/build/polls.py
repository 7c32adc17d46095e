"""Polls in the record's shape: one row a poll, one a share, and the rows that are no polls."""

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from hustings.record.build.places import Tables
from hustings.record.build.raw import Raw
from hustings.record.identity import slug
from hustings.record.readers.cells import MEND, Place, Row, Value
from hustings.record.readers.polls import PARTIES, read_polls

SOURCE = {"source_id": "wikipedia-polls"}
RULES = Path(__file__).parent / "poll_rules.toml"
THOUSANDS = re.compile(r"~?(\d{1,3})[.,](\d{3})")
WHOLE = re.compile(r"~?(\d+)")


def compile_polls(raw: Raw) -> Tables:
    """The tables poll, poll_share and poll_left_out; every published row is in poll or in poll_left_out."""
    tables: Tables = {"poll": [], "poll_share": [], "poll_left_out": []}
    seen: Counter[str] = Counter()
    for row in read_polls(raw.path("wikipedia-polls")):
        reason = _no_poll(row)
        if reason:
            tables["poll_left_out"].append(_left_out(row, reason))
        else:
            shares = shares_of(row)
            poll = _poll(row) | {"total": round(sum(float(str(share["share"])) for share in shares), 1)}
            seen[str(poll["poll_id"])] += 1
            if seen[str(poll["poll_id"])] > 1:
                poll["poll_id"] = f"{poll['poll_id']}-{seen[str(poll['poll_id'])]}"
            tables["poll"].append(poll)
            tables["poll_share"] += [{"poll_id": poll["poll_id"], **share, **SOURCE} for share in shares]
    return tables


@cache
def poll_rules() -> dict[str, Any]:
    """The rules of poll_rules.toml."""
    return tomllib.loads(RULES.read_text(encoding="utf-8"))


def sample_size(printed: Value, place: Place) -> int | None:
    """People asked: 2,076 of `2.076`, `2,076` or `~2076`; None where the size is unknown."""
    if printed is None or printed in poll_rules()["no_sample"]:
        return None
    parted, whole = THOUSANDS.fullmatch(str(printed)), WHOLE.fullmatch(str(printed))
    if parted:
        return int(parted[1] + parted[2])
    if whole:
        return int(whole[1])
    raise place.fault(f"{printed!r} is no size of a sample that the rules know", MEND)


def shares_of(row: Row) -> list[Row]:
    """The shares of a poll: a label, a party and a per cent each, one for a figure that spans several parties."""
    found = {column: _number(row[column]) for column in PARTIES}
    shares = {column: share for column, share in found.items() if share is not None}
    for column in poll_rules()["never_nought"]:
        if shares.get(column) == 0:
            del shares[column]
    span = _span(shares)
    columns = poll_rules()["columns"]
    rows = [
        {"label": columns[column]["label"], "party_id": columns[column].get("party_id"), "share": share}
        for column, share in shares.items()
        if not span or column not in span["columns"]
    ]
    if span:
        rows.append({"label": span["label"], "party_id": None, "share": shares[span["columns"][0]]})
    return rows


def _span(shares: dict[str, float]) -> dict[str, Any] | None:
    """The columns of one printed cell, where the poll shows that there was one."""
    rules = poll_rules()["spans"]
    always = rules["always"]
    if _same(shares, always["columns"]) >= always["from"]:
        return dict(always)
    total = sum(shares.values())
    if total <= rules["beyond"]:
        return None
    possible = [
        span
        for span in rules["possible"]
        if (figure := _same(shares, span["columns"])) > 0
        and rules["least"] <= total - figure * (len(span["columns"]) - 1) <= rules["most"]
    ]
    return possible[0] if len(possible) == 1 else None


def _same(shares: dict[str, float], columns: list[str]) -> float:
    """The one figure of some columns, 0 where they have several or none."""
    figures = {shares.get(column, 0.0) for column in columns}
    return figures.pop() if len(figures) == 1 else 0.0


def _no_poll(row: Row) -> str | None:
    if row["pollster"] == poll_rules()["result"]:
        return "a result, not a poll"
    return None if any(row[column] for column in PARTIES) else "no figures"


def _left_out(row: Row, reason: str) -> Row:
    return {
        "line": row["line"],
        "pollster_published": row["pollster"],
        "end_on": row["date_concluded"],
        "reason": reason,
        **SOURCE,
    }


def _poll(row: Row) -> Row:
    # "YouGov (MRP)", "Survation(unpublished)": what stands in brackets is about the poll.
    rules = poll_rules()
    printed = None if row["pollster"] == rules["no_pollster"] else str(row["pollster"])
    name, _, aside = (printed or "").rstrip(")").partition("(")
    name = rules["pollsters"].get(name.strip(), name.strip())
    area = row["area"]
    return {
        "poll_id": f"poll.{slug(name or 'unknown')}.{row['date_concluded']}",
        "pollster": name or None,
        "pollster_published": printed,
        "client": row["client"],
        "area": rules["areas"].get(area, area),
        "start_on": row["date_started"],
        "end_on": row["date_concluded"],
        "sample_size": sample_size(row["sample_size"], _place(row)),
        "method": aside if aside in {"MRP", "SRP"} else None,
        "unpublished": aside == "unpublished",
        "disputed": False,
        **SOURCE,
    }


def _place(row: Row) -> Place:
    return Place("polls-1970-2024.csv", int(str(row["line"])), "sample_size")


def _number(value: Value) -> float | None:
    return None if value is None else float(str(value))
