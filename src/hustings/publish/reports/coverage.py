"""What the record holds and lacks, as tables for a reader."""

from __future__ import annotations

from typing import Any

from hustings.publish import words
from hustings.publish.sheet import Sheet, Shown
from hustings.record.audit import coverage
from hustings.record.open import Record

HELD = (
    Shown("year", "Year", "place"),
    Shown("contests", "Contests", "count"),
    Shown("seats", "Seats", "count"),
    Shown("candidacies", "Rows", "count"),
    Shown("named", "Named", "count"),
    Shown("no_winner", "Winner?", "count"),
    Shown("no_votes", "Votes?", "count"),
    Shown("no_electorate", "Electors?", "count"),
    Shown("no_ballots", "Ballots?", "count"),
)
ALONE = (
    Shown("kind", "kind"),
    Shown("basis", "basis"),
    Shown("councils", "councils", "count"),
    Shown("persons", "persons", "count"),
    Shown("no_rejected", "no_rejected", "count"),
)
COUNCILS = (
    Shown("year", "Year", "place"),
    Shown("council_type", "Sort of council"),
    Shown("councils", "Held", "count"),
    Shown("existing", "There were", "count"),
)
MISSING = (Shown("year", "Year", "place"), Shown("reason", "Why"))
FIELDS = (
    Shown("table", "Table"),
    Shown("column", "Column"),
    Shown("rows", "Rows", "count"),
    Shown("unknown", "Unknown", "count"),
    Shown("part", "Part", "percent"),
)
TITLES = {
    ("general", "declared"): "General elections",
    ("general", "notional"): "Notional general elections",
    ("by-election", "declared"): "By-elections",
    ("local", "declared"): "Local elections",
    ("mayor", "declared"): "Elections of mayors",
}
HELD_NOTE = (
    "Rows: candidates, or parties where only their votes were published; Named: rows with a candidate's name. "
    "Columns with a question mark count contests that lack who won, some votes, the electorate, the valid ballots "
    "(without which a turnout cannot be counted)."
)


def coverage_sheets(record: Record) -> list[Sheet]:
    """What is held and what is missing: elections by kind, years, councils, columns."""
    held = coverage.elections_held(record)
    kinds = dict.fromkeys((row["kind"], row["basis"]) for row in held)
    sheets = [
        Sheet(_title(*kind), HELD, [row for row in held if (row["kind"], row["basis"]) == kind], (HELD_NOTE,), ALONE)
        for kind in kinds
    ]
    return [*sheets, _years(record), _councils(record), _census(record), _fields(record)]


def _title(kind: str, basis: str) -> str:
    return TITLES.get((kind, basis), f"{kind.capitalize()}, {basis}")


def _years(record: Record) -> Sheet:
    rows = [row | {"reason": row["reason"] or words.UNKNOWN} for row in coverage.years_missing(record)]
    return Sheet("Years of local elections that are missing", MISSING, rows)


def _councils(record: Record) -> Sheet:
    never = coverage.councils_never_held(record)
    names = ", ".join(f"{row['council']} ({row['council_type']})" for row in never)
    notes = ("Not every council polls every year, so fewer held than there were is no fault by itself.",)
    return Sheet(
        "Councils with results, by year",
        COUNCILS,
        coverage.councils_held(record),
        (*notes, f"Councils with no result in any year: {names}.") if names else notes,
    )


CENSUS = (
    Shown("topic", "Topic"),
    Shown("scope", "Census of"),
    Shown("kind", "Places"),
    Shown("held", "Held", "count"),
    Shown("existing", "There are", "count"),
)
CENSUS_NOTES = (
    "Northern Ireland's census is not among the sources; nor is a lookup of Scotland's data zones to wards, so "
    "its wards have none. Age is of Scotland; household deprivation and the rural and urban classes are of England "
    "and Wales.",
    "A ward of England and Wales without a census is one that no small area is fitted to.",
)


def _census(record: Record) -> Sheet:
    return Sheet("Places with a census", CENSUS, coverage.census_held(record), CENSUS_NOTES)


def _fields(record: Record) -> Sheet:
    rows: list[dict[str, Any]] = [
        row | {"part": row["unknown"] / row["rows"] if row["rows"] else None}
        for row in coverage.fields_unknown(record)
        if row["unknown"]
    ]
    return Sheet("Columns that are unknown in some rows", FIELDS, rows)
