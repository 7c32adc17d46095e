"""A table to be shown: columns that know what they hold, rows, notes; as text, Markdown, CSV or JSON."""

import csv
import io
import json
import shutil
import sys
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from hustings.publish import words


def _words(value: object) -> str:
    return "" if value is None else str(value)


# How a column of each style is written for a reader; for a program it is written bare, percents
# and points as numbers of them.
SHOWN: dict[str, Callable[[Any], str]] = {
    "words": _words,
    "place": _words,
    "count": words.count,
    "count or none": lambda value: words.NONE if value is None else words.count(value),
    "percent": words.percent,
    "percent or none": lambda value: words.NONE if value is None else words.percent(value),
    "margin": words.margin,
    "points": words.points,
    "signed": lambda value: words.NONE if value is None else words.count(value) if value <= 0 else f"+{value:,}",
    "day": words.day,
    "moment": words.moment,
}
UNITS = {"percent": "_percent", "percent or none": "_percent", "margin": "_percent", "points": "_points"}
LONGEST_WORD = 14
GAP = 2
DAYS = {"day", "moment"}
NUMBERS = {"place", "count", "count or none", "percent", "percent or none", "margin", "points", "signed"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A column: the key of its values, its heading, and the style they are shown in."""

    key: str
    heading: str
    style: str = "words"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its title above and its notes below; `wide` columns only programs are given."""

    title: str
    columns: tuple[Shown, ...]
    rows: list[dict[str, Any]]
    notes: tuple[str, ...] = ()
    wide: tuple[Shown, ...] = field(default=())


def render(sheet: Sheet, form: str) -> str:
    """The sheet as text, md, csv or json, ending in a line feed."""
    return {"text": as_text, "md": as_markdown, "csv": as_csv, "json": as_json}[form](sheet)


def render_all(sheets: Sequence[Sheet], form: str) -> str:
    """Several sheets one after another; as JSON an array, as CSV each under a line that holds its title."""
    if form == "json":
        objects = [{"title": one.title, "rows": program_rows(one), "notes": one.notes} for one in sheets]
        return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"
    if form == "csv":
        return "\r\n".join(f"{_csv_line(one.title)}{as_csv(one)}" for one in sheets)
    return "\n".join(render(one, form) for one in sheets)


def _csv_line(cell: str) -> str:
    out = io.StringIO()
    csv.writer(out).writerow([cell])
    return out.getvalue()


def as_text(sheet: Sheet, width: int | None = None) -> str:
    """The sheet for a terminal, or for 80 columns in a pipe."""
    notes = "".join(wrapped(sheet.notes))
    table = f"\n{table_text(sheet, width)}" if sheet.rows else ""
    title = "".join(wrapped((sheet.title,), then=""))
    return f"{title}{table}" + (f"\n{notes}" if notes else "")


def table_text(sheet: Sheet, width: int | None = None) -> str:
    """The table alone, its numbers ranged right."""
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="")
    wide = width or line_width()
    widths = _widths(sheet, wide)
    for column in sheet.columns:
        number = column.style in NUMBERS
        table.add_column(
            column.heading,
            justify="right" if number else "left",
            no_wrap=number,
            overflow="fold",
            width=widths.get(column),
        )
    for row in sheet.rows:
        table.add_row(*(SHOWN[column.style](row[column.key]) for column in sheet.columns))
    console = Console(file=io.StringIO(), width=wide, highlight=False, markup=False, emoji=False)
    console.print(table)
    lines = console.file.getvalue().splitlines()  # type: ignore[attr-defined]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _widths(sheet: Sheet, width: int) -> dict[Shown, int]:
    """How wide each column is: numbers whole, words unbroken, and days whole if they fit.

    Nothing where numbers and words do not fit: columns of words are then narrowed by Rich.
    """
    cells = {
        column: [column.heading, *(SHOWN[column.style](row[column.key]) for row in sheet.rows)]
        for column in sheet.columns
    }
    longest = {column: max(map(len, texts)) for column, texts in cells.items()}
    least = {column: _least(texts) for column, texts in cells.items()}
    for whole in (NUMBERS | DAYS, NUMBERS):
        widths = {column: longest[column] if column.style in whole else least[column] for column in cells}
        spare = width - sum(widths.values()) - GAP * (len(widths) - 1)
        if spare >= 0:
            return _shared(widths, longest, spare)
    return {}


def _least(texts: list[str]) -> int:
    """The longest word of a column; one longer than most may be broken."""
    return min(max((len(word) for text in texts for word in text.split()), default=1), LONGEST_WORD)


def _shared(widths: dict[Shown, int], longest: dict[Shown, int], spare: int) -> dict[Shown, int]:
    """The widths with what is spare: the least short first, so that as many columns as may be are whole."""
    shared = dict(widths)
    for column in sorted(widths, key=lambda column: longest[column] - widths[column]):
        more = min(spare, longest[column] - widths[column])
        shared[column] += more
        spare -= more
    return shared


def line_width() -> int:
    """The terminal's width up to 100, and 80 in a pipe whatever the terminal."""
    if not sys.stdout.isatty():
        return 80
    return min(shutil.get_terminal_size((80, 24)).columns, 100)


def wrapped(notes: tuple[str, ...], first: str = "", then: str = "  ") -> list[str]:
    """Notes as lines that fit, the first line of each after `first` and its others after `then`."""
    return [
        textwrap.fill(note, line_width(), initial_indent=first, subsequent_indent=then, break_on_hyphens=False) + "\n"
        for note in notes
    ]


def as_markdown(sheet: Sheet) -> str:
    """The sheet as a Markdown section."""
    return f"## {sheet.title}\n\n{table_markdown(sheet)}" + "".join(f"\n{note}\n" for note in sheet.notes)


def table_markdown(sheet: Sheet) -> str:
    """The table alone, as Markdown."""
    marks = ["---:" if column.style in NUMBERS else "---" for column in sheet.columns]
    lines = [[column.heading for column in sheet.columns], marks]
    lines += [[SHOWN[column.style](row[column.key]) for column in sheet.columns] for row in sheet.rows]
    return "".join("| " + " | ".join(cell.replace("|", r"\|") for cell in line) + " |\n" for line in lines)


def as_csv(sheet: Sheet) -> str:
    """The sheet's rows as CSV (RFC 4180), numbers bare; headings say percent and points."""
    out = io.StringIO()
    writer = csv.writer(out)
    columns = sheet.columns + sheet.wide
    writer.writerow([program_key(column) for column in columns])
    writer.writerows([[program_value(row[column.key], column) for column in columns] for row in sheet.rows])
    return out.getvalue()


def as_json(sheet: Sheet) -> str:
    """The sheet as one JSON object: title, rows, notes."""
    rows = program_rows(sheet)
    return json.dumps({"title": sheet.title, "rows": rows, "notes": sheet.notes}, ensure_ascii=False, indent=2) + "\n"


def program_rows(sheet: Sheet) -> list[dict[str, Any]]:
    """The rows for a program, under keys that say percent and points."""
    columns = sheet.columns + sheet.wide
    return [{program_key(column): program_value(row[column.key], column) for column in columns} for row in sheet.rows]


def program_key(column: Shown) -> str:
    """Share as share_percent, change as change_points; other keys as they are."""
    unit = UNITS.get(column.style, "")
    return column.key + unit


def program_value(value: Any, column: Shown) -> Any:
    """A value for a program: percents and points to four decimals, days as ISO 8601."""
    if value is None:
        return None
    if column.style in UNITS:
        return round(value * 100, 4)
    return value.isoformat() if isinstance(value, (date, datetime)) else value
