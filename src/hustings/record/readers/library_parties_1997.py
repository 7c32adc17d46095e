"""The Commons Library's file of every party's votes in every seat, 1997 to 2019."""

from pathlib import Path

from hustings.record.readers.cells import MEND, Place, Row, parse
from hustings.record.readers.csv_file import check_header
from hustings.record.readers.lines import numbered_lines

COLUMNS = {"location": "text", "date": "date", "party": "text", "votes": "whole"}
# The first column holds six, parted by strokes.
LOCATION = {
    "code": "text",
    "seat": "text",
    "county": "text",
    "region": "text",
    "country": "text",
    "electorate": "whole",
}
ROWS = 21691


def read_parties_1997(path: Path) -> list[Row]:
    """A row a seat, election and party: code, seat, county, region, country, electorate, date, party, votes.

    Raises SourceFault where a heading, the number of rows or of cells is not as published, and
    where a cell is of another kind.
    """
    lines = numbered_lines(path)
    _, header = next(lines)
    check_header(header.split("\t"), list(COLUMNS), Place(path.name, 1))
    rows = [_row(line, Place(path.name, number)) for number, line in lines]
    if len(rows) != ROWS:
        raise Place(path.name, len(rows) + 1).fault(f"{len(rows):,} rows where {ROWS:,} were published", MEND)
    return rows


def _row(line: str, place: Place) -> Row:
    outer = _cells(line.split("\t"), COLUMNS, place)
    inner = _cells(str(outer.pop("location")).split("|"), LOCATION, Place(place.file, place.line, "location"))
    return {"line": place.line, **inner, **outer}


def _cells(cells: list[str], columns: dict[str, str], place: Place) -> Row:
    if len(cells) != len(columns):
        raise place.fault(f"{len(cells)} cells where {len(columns)} were published", MEND)
    return {
        name: parse(cell.strip(), kind, Place(place.file, place.line, name))
        for (name, kind), cell in zip(columns.items(), cells, strict=True)
    }
