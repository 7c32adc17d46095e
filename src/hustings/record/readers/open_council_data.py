"""Open Council Data's files: how each council was made up each year, and lists of councillors."""

from collections.abc import Iterator
from pathlib import Path

from hustings.record.readers.cells import MEND, Place, Row
from hustings.record.readers.csv_file import read_csv

PARTIES = ("con", "lab", "ld", "green", "ukip", "ref", "pc", "snp", "other")
HISTORY = (
    {"id": "whole", "council id": "whole", "authority": "text", "year": "whole", "total": "whole"}
    | dict.fromkeys(PARTIES, "whole")
    | {"majority": "text"}
)
COUNCILLORS = {
    "Council": "text",
    "Ward Name": "text",
    "Councillor Name": "text",
    "Next Election": "date",
    "Party Name": "text",
    "Electoral Commission Party Code": "text",
}
# Rows of each file as published: one cut short between two lines is refused.
PUBLISHED_HISTORY = 3_881
PUBLISHED_COUNCILLORS = {2022: 19_312, 2025: 19_107}


def read_council_history(path: Path) -> list[Row]:
    """A row a council and year: councillors in all and of each party's column, and control in words."""
    rows = list(read_csv(path, HISTORY))
    _check_length(path, len(rows), PUBLISHED_HISTORY)
    for number, row in enumerate(rows, start=2):
        if any(row[name] is None for name in ("authority", "year", "total", "majority", *PARTIES)):
            raise Place(path.name, number).fault("a cell is blank in a row where none was published blank", MEND)
    return rows


def read_councillors(path: Path, year: int) -> list[Row]:
    """A row a councillor of one list: council, ward, name, next election, party and its number; with its line."""
    rows = list(_numbered(path))
    _check_length(path, len(rows), PUBLISHED_COUNCILLORS[year])
    return rows


def _numbered(path: Path) -> Iterator[Row]:
    for number, row in enumerate(read_csv(path, COUNCILLORS), start=2):
        yield row | {"line": number}


def _check_length(path: Path, found: int, published: int) -> None:
    if found != published:
        raise Place(path.name, found + 1).fault(f"{found:,} rows where {published:,} were published", MEND)
