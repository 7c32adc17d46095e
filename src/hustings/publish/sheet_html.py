"""A table as HTML: headings that belong to columns, numbers ranged right, a caption."""

from __future__ import annotations

from html import escape
from typing import Any

from hustings.publish.sheet import NUMBERS, SHOWN, Sheet


def table_html(sheet: Sheet, row_id: str = "") -> str:
    """The table alone; the value under `row_id` is the id of each row, where one is named."""
    numbers = [' class="n"' if column.style in NUMBERS else "" for column in sheet.columns]
    heads = "".join(
        f'<th scope="col"{number}>{escape(column.heading)}</th>'
        for column, number in zip(sheet.columns, numbers, strict=True)
    )
    ids = [f' id="{escape(row[row_id])}"' if row_id else "" for row in sheet.rows]
    rows = "".join(f"<tr{own}>{_cells(sheet, row, numbers)}</tr>\n" for own, row in zip(ids, sheet.rows, strict=True))
    return (
        f"<table>\n<caption>{escape(sheet.title)}</caption>\n<thead><tr>{heads}</tr></thead>\n"
        f"<tbody>\n{rows}</tbody>\n</table>"
    )


def _cells(sheet: Sheet, row: dict[str, Any], numbers: list[str]) -> str:
    """A row's cells; the first is its heading, unless it is a number."""
    cells = [escape(SHOWN[column.style](row[column.key])) for column in sheet.columns]
    first = f"<td{numbers[0]}>{cells[0]}</td>" if numbers[0] else f'<th scope="row">{cells[0]}</th>'
    return first + "".join(f"<td{number}>{cell}</td>" for number, cell in zip(numbers[1:], cells[1:], strict=True))


def wide(table: str, said: str, own: str = "") -> str:
    """A table in a region that scrolls by itself where it is wider than the page."""
    named = f' id="{own}"' if own else ""
    return f'<div class="wide"{named} tabindex="0" role="region" aria-label="{escape(said)}">{table}</div>'
