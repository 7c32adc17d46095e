"""The paragraphs of a Word file in the order they are read, as they stand once every tracked change is accepted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from hustings.claims.word_file.opening import WordFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What is there twice for older readers, was deleted or moved away, or is no text: how the text looks, how it is said.
PASSED_OVER = {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    *(f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "tblPr", "tcPr", "trPr", "sectPr", "rt")),
}
SIGNS = {f"{W}tab": "\t", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-"}
# What tells of rows and cells, and stands about them.
WRAPPED = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")}


class Run(NamedTuple):
    """Text of one formatting, beginning at the place `at` of its paragraph."""

    at: int
    element: Any


class Cell(NamedTuple):
    """Where a cell stands: tables from 1, in the order they begin; rows and columns from 0."""

    table: int
    row: int
    column: int


class Paragraph(NamedTuple):
    """One paragraph, blank ones too; `style` is the id of its style, `cell` None where it stands in no table."""

    text: str
    runs: tuple[Run, ...]
    style: str | None
    cell: Cell | None


def paragraphs(file: WordFile) -> list[Paragraph]:
    """Those of the document, then those of its notes; headers, footers and comments have none."""
    found: list[Paragraph] = []
    tables = 0
    ahead: list[tuple[Any, Cell | None]] = [(one, None) for one in (*reversed(file.notes), file.document.element.body)]
    while ahead:
        one, cell = ahead.pop()
        if one.tag in PASSED_OVER:
            continue
        if one.tag == f"{W}p":
            made, boxes = _paragraph(one, cell)
            found.append(made)
            # A box of text beside a paragraph is read after it, and is of no cell.
            ahead += [(box, None) for box in reversed(boxes)]
        elif one.tag == f"{W}tbl":
            tables += 1
            ahead += reversed(list(_cells(one, tables)))
        else:
            ahead += [(part, cell) for part in reversed(one)]
    return found


def _paragraph(paragraph: Any, cell: Cell | None) -> tuple[Paragraph, list[Any]]:
    """A paragraph, and the boxes of text that hang on it."""
    parts: list[str] = []
    runs: list[Run] = []
    boxes: list[Any] = []
    at = 0
    ahead = list(reversed(paragraph))
    while ahead:
        one = ahead.pop()
        if one.tag in PASSED_OVER:
            continue
        if one.tag == f"{W}txbxContent":
            boxes.append(one)
        elif one.tag == f"{W}t":
            # A line's end within a text is shown as a blank.
            parts.append((one.text or "").replace("\n", " ").replace("\r", " "))
            runs.append(Run(at, one))
            at += len(parts[-1])
        elif one.tag in SIGNS:
            parts.append(SIGNS[one.tag])
            at += 1
        else:
            ahead += reversed(one)
    return Paragraph("".join(parts), tuple(runs), paragraph.style, cell), boxes


def _cells(table: Any, number: int) -> Iterator[tuple[Any, Cell]]:
    """The cells of a table that hold text: one merged with others is there once, at its first row and column."""
    kept = [row for row in _within(table, f"{W}tr") if row.find(f"{W}trPr/{W}del") is None]
    for place, row in enumerate(kept):
        column = _number(row, f"{W}trPr/{W}gridBefore", 0)
        for cell in _within(row, f"{W}tc"):
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            if merged is None or merged.get(f"{W}val") == "restart":
                yield cell, Cell(number, place, column)
            column += _number(cell, f"{W}tcPr/{W}gridSpan", 1)


def _within(element: Any, tag: str) -> Iterator[Any]:
    """The elements of a tag directly within another, or within what is but wrapped about them."""
    ahead = list(reversed(element))
    while ahead:
        one = ahead.pop()
        if one.tag == tag:
            yield one
        elif one.tag in WRAPPED:
            ahead += reversed(one)


def _number(element: Any, path: str, default: int) -> int:
    told = element.find(path)
    said = "" if told is None else told.get(f"{W}val", "")
    # No table is wider than Word can draw it.
    return min(int(said), 1000) if said.isdecimal() else default
