"""Reading a page of facts: a heading that names a measure, its arguments, and small Markdown tables."""

import ast
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True)
class Page:
    """A measure, the arguments beside its tables, and the tables by the heading above them."""

    measure: str
    arguments: dict[str, Any]
    tables: dict[str, list[Row]]


def read_page(path: Path) -> Page:
    """A page from its file: `# measure(argument="value")`, then a `##` heading and a table for each."""
    lines = path.read_text(encoding="utf-8").splitlines()
    call = ast.parse(lines[0].removeprefix("# "), mode="eval").body
    measure, arguments = (
        (call.func.id, {one.arg: ast.literal_eval(one.value) for one in call.keywords})
        if isinstance(call, ast.Call)
        else (call.id, {})
    )
    tables: dict[str, list[list[str]]] = {}
    heading = ""
    for line in lines[1:]:
        if line.startswith("## "):
            heading = line.removeprefix("## ").strip().lower()
        elif line.startswith("|"):
            tables.setdefault(heading, []).append([cell.strip() for cell in line.strip("|").split("|")])
    return Page(measure, arguments, {name: rows_of(cells) for name, cells in tables.items()})


def rows_of(cells: list[list[str]]) -> list[Row]:
    """Rows under the header, without the line of dashes."""
    header, _, *rows = cells
    return [dict(zip(header, map(value_of, row), strict=True)) for row in rows]


def value_of(cell: str) -> Any:
    """A cell's value: a number, yes or no, – for null, words otherwise."""
    if cell in ("–", ""):
        return None
    if cell in ("yes", "no"):
        return cell == "yes"
    for kind in (int, float):
        try:
            return kind(cell)
        except ValueError:
            pass
    return cell
