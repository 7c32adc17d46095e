"""Excel: a sheet of results, one of seats, one of parties, and one of notes, columns and sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hustings.errors import UnusableInput
from hustings.publish.exports.about import About, about
from hustings.publish.exports.fields import ORIGINS, PARTY_FIELDS, RESULT_FIELDS, SEAT_FIELDS, SOURCE_FIELDS, Field
from hustings.publish.exports.rows import party_rows, result_lines, seat_rows
from hustings.publish.exports.wanted import Held, Row

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# A sheet of the format holds no more rows than this, its header among them.
MOST_ROWS = 1_048_576
# How a number of each style is shown; what a cell holds is not rounded by it.
SHOWN = {
    "whole": "#,##0",
    "real": "0.000",
    "percent": "0.0",
    "points": "+0.0;-0.0;0.0",
    "date": "yyyy-mm-dd",
    "moment": "yyyy-mm-dd hh:mm",
    "text": "@",
    "flag": "General",
}
WIDTHS = {"text": 22, "date": 11, "moment": 16}
NARROW = 9
# Nothing is taken for a formula, a link or a number that was written as text.
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_workbook(held: Held, outs: list[Path]) -> About:
    """Write the results held as one workbook."""
    try:
        from xlsxwriter import Workbook
        from xlsxwriter.exceptions import FileCreateError
    except ImportError:
        raise UnusableInput("a workbook needs xlsxwriter; install it with pip install 'hustings[exports]'") from None

    said = about(held)
    if said.rows >= MOST_ROWS:
        raise UnusableInput(f"{said.rows:,} rows are more than a sheet holds; name fewer, or write parquet")
    workbook = Workbook(str(outs[0]), OPTIONS)
    # The day of the record, not of the clock: the same record gives the same bytes.
    made = datetime.combine(said.as_of, time())
    workbook.set_properties({"title": said.title, "created": made, "comments": said.share_alike or ""})
    formats = {style: workbook.add_format({"num_format": shown}) for style, shown in SHOWN.items()}
    bold = workbook.add_format({"bold": True, "bottom": 1})
    book = _Book(workbook, formats, bold)
    book.sheet("Results", RESULT_FIELDS, result_lines(held), said.rows)
    for name, fields, rows in (
        ("Seats", SEAT_FIELDS, seat_rows(held)),
        ("Parties", PARTY_FIELDS, party_rows(held)),
    ):
        book.sheet(name, fields, (tuple(row.values()) for row in rows), len(rows))
    book.notes(said)
    try:
        workbook.close()
    except FileCreateError as error:
        # It wraps what the system said, which `whole` knows how to say.
        raise error.args[0] from None
    return said


class _Book:
    """A workbook being written, with the formats of its cells."""

    def __init__(self, workbook: Workbook, formats: dict[str, Format], bold: Format) -> None:
        self.workbook = workbook
        self.formats = formats
        self.bold = bold

    def sheet(self, name: str, fields: tuple[Field, ...], lines: Iterable[tuple[Any, ...]], rows: int) -> None:
        """A table under a header that stays in sight and filters."""
        sheet = self.workbook.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, rows, len(fields) - 1)
        for place, field in enumerate(fields):
            width = max(WIDTHS.get(field.style, NARROW), len(field.name) + 2)
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, field.name, self.bold)
        for number, line in enumerate(lines, 1):
            for place, (field, value) in enumerate(zip(fields, line, strict=True)):
                if value is not None:
                    _write(sheet, field)(number, place, value, self.formats[field.style])

    def notes(self, said: About) -> None:
        """What the workbook says of itself, then every column, then every source."""
        sheet = self.workbook.add_worksheet("Notes and sources")
        sheet.set_column(0, 3, 26)
        lines: list[tuple[str, ...]] = [(said.title,), ("Record to", said.as_of.isoformat())]
        lines += [("Licence", name) for name in said.licences]
        lines += [("Share alike", said.share_alike)] if said.share_alike else []
        lines += [("Note", note) for note in said.table_notes]
        lines += [(), ("Column", "Unit", "Origin", "What it holds"), *_columns_said(), ()]
        lines += [tuple(field.name for field in SOURCE_FIELDS), *map(_source_said, said.sources)]
        for number, line in enumerate(lines):
            for place, text in enumerate(line):
                sheet.write_string(number, place, text)


def _columns_said() -> list[tuple[str, ...]]:
    seen: dict[str, tuple[str, ...]] = {}
    for field in (*RESULT_FIELDS, *SEAT_FIELDS, *PARTY_FIELDS):
        said = (field.name, field.column.unit, ORIGINS[field.origin], field.column.description)
        seen.setdefault(field.name, said)
    return list(seen.values())


def _source_said(source: Row) -> tuple[str, ...]:
    return tuple("" if source[field.name] is None else str(source[field.name]) for field in SOURCE_FIELDS)


def _write(sheet: Worksheet, field: Field) -> Callable[..., Any]:
    writers = {"text": sheet.write_string, "flag": sheet.write_boolean}
    days = dict.fromkeys(("date", "moment"), sheet.write_datetime)
    writer: Callable[..., Any] = (writers | days).get(field.column.kind, sheet.write_number)
    return writer
