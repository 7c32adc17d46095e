"""A user's own file of results, read line by line: every fault is found, not the first alone."""

from __future__ import annotations

import csv
import difflib
import io
from collections.abc import Iterator
from typing import NamedTuple

from hustings.record.overlay.columns import COLUMNS, Cell

# A council of 70 wards is some 40 kB; a general election some 2 MB.
LARGEST = 64 * 2**20
SEPARATORS = (",", ";", "\t", "|")
MARKS = {
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
    b"PK\x03\x04": "an Excel workbook",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook",
}


class Fault(NamedTuple):
    """What is wrong, on which line and in which column; a line of 0 is the file as a whole."""

    line: int
    column: str
    what: str

    def __str__(self) -> str:
        where = ", ".join(filter(None, (f"line {self.line}" if self.line else "", self.column)))
        return f"{where}: {self.what}" if where else self.what


class Line(NamedTuple):
    """A line of the file: its number, a cell for every column of `COLUMNS`, None where there is none or it is at
    fault, and whether all of it could be read.
    """

    number: int
    cells: dict[str, Cell]
    sound: bool = True

    def text(self, column: str) -> str:
        """A cell as text, blank where there is none."""
        value = self.cells[column]
        return "" if value is None else str(value)


class Read(NamedTuple):
    """What a file came to: its lines, and the faults of those that are not sound."""

    lines: list[Line]
    faults: list[Fault]


def read_results(content: bytes) -> Read:
    """The lines of a file of results, with every fault of its encoding, header and cells."""
    text, faults = _text(content)
    if faults:
        return Read([], faults)
    rows = list(_rows(text))
    header = next((row for row in rows if any(cell.strip() for cell in row.cells)), None)
    if header is None and not any(row.fault for row in rows):
        return Read([], [Fault(0, "", "the file is empty; its first line must name the columns")])
    faults = [row.fault for row in rows if row.fault] + (_header_faults(header) if header else [])
    if header is None or any(fault.line == header.line for fault in faults):
        return Read([], faults)
    names = [name.strip().lower() for name in header.cells]
    lines = []
    for row in rows:
        if row.line > header.line and any(cell.strip() for cell in row.cells):
            line, wrong = _line(row, names)
            faults += wrong
            lines += [line] if line else []
    if not lines and not faults:
        faults.append(Fault(0, "", "the file names its columns and has no results under them"))
    return Read(lines, sorted(faults))


def _text(content: bytes) -> tuple[str, list[Fault]]:
    """The file as text; a fault where it is too large or not UTF-8, with or without its mark."""
    if len(content) > LARGEST:
        return "", [Fault(0, "", f"the file is too large: {LARGEST // 2**20} MB is the most; add it in parts")]
    for mark, encoding in MARKS.items():
        if content.startswith(mark):
            return "", [Fault(0, "", f"the file is {encoding}, not CSV in UTF-8; save it as 'CSV UTF-8'")]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        what = f"byte {error.start + 1} of the file is not UTF-8; save it as 'CSV UTF-8'"
        return "", [Fault(line, "", what)]
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return "", [Fault(line, "", "a zero byte, which no text has; save the file as 'CSV UTF-8'")]
    return text, []


class _Row(NamedTuple):
    line: int
    cells: list[str]
    fault: Fault | None = None


def _rows(text: str) -> Iterator[_Row]:
    """Each row with the number of its first line; the last has a fault where it cannot be read as CSV."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    # Spreadsheets of some countries separate with semicolons: the separator is the one that names columns.
    separator = max(SEPARATORS, key=lambda one: sum(name.strip(' "').lower() in COLUMNS for name in first.split(one)))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    first_line = 1
    try:
        for cells in reader:
            yield _Row(first_line, cells)
            first_line = reader.line_num + 1
    except csv.Error as error:
        what = f"not CSV ({error}); see that every quotation mark has its pair"
        yield _Row(first_line, [], Fault(first_line, "", what))


def _header_faults(header: _Row) -> list[Fault]:
    names = [name.strip().lower() for name in header.cells]
    faults = []
    for position, name in enumerate(names, start=1):
        if name not in COLUMNS:
            near = difflib.get_close_matches(name, COLUMNS, n=1)
            mend = f"did you mean {near[0]}?" if near else f"the columns are {', '.join(COLUMNS)}"
            faults.append(Fault(header.line, name or f"column {position}", f"no such column; {mend}"))
        elif name in names[: position - 1]:
            faults.append(Fault(header.line, name, "the column is there twice; leave one out"))
    needed = [name for name, column in COLUMNS.items() if column.needed and name not in names]
    return faults + [Fault(header.line, name, "the column is missing and is needed") for name in needed]


def _line(row: _Row, names: list[str]) -> tuple[Line | None, list[Fault]]:
    if len(row.cells) != len(names):
        what = f"{len(row.cells)} cells where the header has {len(names)}; see its separators and quotation marks"
        return None, [Fault(row.line, "", what)]
    cells: dict[str, Cell] = dict.fromkeys(COLUMNS)
    faults = []
    for name, cell in zip(names, row.cells, strict=True):
        words = " ".join(cell.split())
        if not words:
            continue
        try:
            cells[name] = COLUMNS[name].read(words)
        except ValueError as error:
            faults.append(Fault(row.line, name, str(error)))
    wanted = ("ballot_paper_id", "party_name", "person_name")
    missing = [name for name in wanted if cells[name] is None and not any(fault.column == name for fault in faults)]
    if cells["party_id"] is not None:
        missing = [name for name in missing if name != "party_name"]
    faults += [Fault(row.line, name, "blank, and it is needed") for name in missing]
    return Line(row.line, cells, not faults), faults
