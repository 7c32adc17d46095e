"""How each member voted in one division, as a CSV file: a line a member of the list of Ayes and Noes."""

from collections.abc import Callable
from pathlib import Path

from hustings.record.readers.cells import MEND, Place, Row, Value
from hustings.record.readers.csv_file import read_csv

COLUMNS = {
    "member_id": "text",
    "name": "text",
    "party": "text",
    "constituency": "text",
    "gss_2010_boundaries": "text",
    "vote": "text",
}
# What the list recorded, and what whoever made the file worked out for the members it does not name.
RECORDED = ("aye", "no", "teller_aye", "teller_no")
DERIVED = "no_vote_recorded_derived"
GSS_LETTERS = 9


def read_named_votes(path: Path) -> list[Row]:
    """A row a line; those of `DERIVED` have no member's number.

    Raises SourceFault where a column is missing or moved, a vote is of no known kind, a recorded vote
    has no member's number, or a member or a seat is there twice.
    """
    rows = list(read_csv(path, COLUMNS))
    for line, row in enumerate(rows, start=2):
        for column, (fits, wanted) in CHECKS.items():
            if not fits(row):
                raise Place(path.name, line, column).fault(f"{row[column]!r} is not {wanted}", MEND)
    for column in ("member_id", "gss_2010_boundaries"):
        _once(path.name, rows, column)
    return rows


def _is_number(value: Value) -> bool:
    return isinstance(value, str) and value.isascii() and value.isdigit()


CHECKS: dict[str, tuple[Callable[[Row], bool], str]] = {
    "vote": (lambda row: row["vote"] in (*RECORDED, DERIVED), f"one of {', '.join((*RECORDED, DERIVED))}"),
    "member_id": (
        lambda row: row["member_id"] is None if row["vote"] == DERIVED else _is_number(row["member_id"]),
        "the number of a member who voted",
    ),
    "name": (lambda row: row["name"] is not None or row["vote"] == DERIVED, "a name"),
    "party": (lambda row: row["party"] is not None or row["vote"] == DERIVED, "a party"),
    "gss_2010_boundaries": (
        lambda row: len(str(row["gss_2010_boundaries"])) == GSS_LETTERS,
        "the code of a constituency",
    ),
}


def _once(name: str, rows: list[Row], column: str) -> None:
    seen: dict[Value, int] = {}
    for line, row in enumerate(rows, start=2):
        value = row[column]
        if value is not None and value in seen:
            raise Place(name, line, column).fault(f"{value!r} is on line {seen[value]} already", MEND)
        seen[value] = line
