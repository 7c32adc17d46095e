"""The Electoral Commission's results of the general election of 2005: an old .xls laid out as printed pages."""

import io
import re
import struct
from pathlib import Path

from hustings.record.readers.cells import MEND, Place, Row

HEADER = ("Constituency name, electorate, 2001 result", "Turnout", "Candidate (* = incumbent MP)", "Party", "Votes")
SEAT = re.compile(r"(.*?)\s*\[\d+\]\s*")
# A workbook holds every number as a float, so a count reads 15801.0.
NUMBER = re.compile(r"\d+\.0")
SEATS = 646


def read_general_election_2005(path: Path) -> list[Row]:
    """A row a candidate of 2005: seat, its electorate, name as printed, party abbreviation, votes.

    A seat's block is its name with a number in brackets, then a row a candidate with the
    electorate standing before one of them, then dashes and the majority.
    """
    import xlrd  # only the build reads .xls

    try:
        sheet = xlrd.open_workbook(path, logfile=io.StringIO()).sheet_by_index(0)
    except (xlrd.XLRDError, struct.error, IndexError, AssertionError, UnicodeDecodeError) as error:
        raise Place(path.name, 1).fault(f"not an .xls workbook ({error})", MEND) from None
    lines = [[_cell(sheet, row, column) for column in range(5)] for row in range(sheet.nrows)]
    starts = [row for row, cells in enumerate(lines) if SEAT.fullmatch(cells[0])]
    if tuple(lines[10]) != HEADER or len(starts) != SEATS:
        what = f"{len(starts)} seats under the header found, {SEATS} were published"
        raise Place(path.name, 11).fault(what, MEND)
    ends = [*starts[1:], len(lines)]
    return [row for start, end in zip(starts, ends, strict=True) for row in _seat(lines[start:end], path.name, start)]


def _cell(sheet: object, row: int, column: int) -> str:
    # Rows of an .xls are ragged: a cell past a row's end is blank.
    values = sheet.row_values(row)  # type: ignore[attr-defined]
    return str(values[column]).strip() if column < len(values) else ""


def _seat(lines: list[list[str]], file: str, start: int) -> list[Row]:
    found = SEAT.fullmatch(lines[0][0])
    seat = found[1] if found else ""
    electorates = [cells[0] for cells in lines if NUMBER.fullmatch(cells[0])]
    if len(electorates) != 1:
        raise Place(file, start + 1, "Constituency name, electorate").fault(f"{seat} has no electorate", MEND)
    candidates = [(start + offset + 1, cells) for offset, cells in enumerate(lines) if cells[2]]
    return [
        {
            "seat": seat,
            "electorate": _count(electorates[0], Place(file, start + 1)),
            "candidate": cells[2],
            "party": cells[3],
            "votes": _count(cells[4], Place(file, line, "Votes")),
        }
        for line, cells in candidates
    ]


def _count(cell: str, place: Place) -> int:
    if not NUMBER.fullmatch(cell):
        raise place.fault(f"{cell!r} is not a count", MEND)
    return int(float(cell))
