"""The Electoral Commission's results of the general election of 2005: an old .xls laid out as printed pages."""

import io
import re
import struct
from pathlib import Path

from hustings.record.readers.cells import MEND, Place, Row

HEADER = (
    "Constituency name, electorate, 2001 result",
    "Turnout",
    "Candidate (* = incumbent MP)",
    "Party",
    "Votes",
    "Percent share",
    "* = lost deposit",
)
SEAT = re.compile(r"(.*?)\s*\[\d+\]\s*")
# A workbook holds every number as a float, so a count reads 15801.0.
NUMBER = re.compile(r"\d+\.0")
DECIMAL = re.compile(r"\d+(\.\d+)?")
SEATS = 646


def read_general_election_2005(path: Path) -> list[Row]:
    """A row a candidate of 2005: seat, electorate, turnout, majority, name as printed, party abbreviation, votes,
    share and whether the deposit is marked as lost.

    A seat's block is its name with a number in brackets, then a row a candidate with the
    electorate standing before one of them, then dashes and the majority. Turnout and share are in percent.
    """
    import xlrd  # only the build reads .xls

    try:
        sheet = xlrd.open_workbook(path, logfile=io.StringIO()).sheet_by_index(0)
    except (xlrd.XLRDError, struct.error, IndexError, AssertionError, UnicodeDecodeError) as error:
        raise Place(path.name, 1).fault(f"not an .xls workbook ({error})", MEND) from None
    lines = [[_cell(sheet, row, column) for column in range(len(HEADER))] for row in range(sheet.nrows)]
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
    figures = {
        "seat": seat,
        "electorate": _count(electorates[0], Place(file, start + 1)),
        "turnout": _only([cells[1] for cells in lines], Place(file, start + 1, "Turnout")),
        "majority": _only([cells[4] for cells in lines if not cells[2]], Place(file, start + 1, "Votes")),
    }
    return [
        {
            **figures,
            "candidate": cells[2],
            "party": cells[3],
            "votes": _count(cells[4], Place(file, line, "Votes")),
            "share": _only([cells[5]], Place(file, line, "Percent share")),
            "deposit_lost": cells[6] == "*",
        }
        for line, cells in candidates
    ]


def _count(cell: str, place: Place) -> int:
    if not NUMBER.fullmatch(cell):
        raise place.fault(f"{cell!r} is not a count", MEND)
    return int(float(cell))


def _only(cells: list[str], place: Place) -> float:
    """The one number among cells that hold words and dashes besides."""
    numbers = [float(cell) for cell in cells if DECIMAL.fullmatch(cell)]
    if len(numbers) != 1:
        raise place.fault(f"{len(numbers)} figures where one was published", MEND)
    return numbers[0]
