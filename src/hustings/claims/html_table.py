"""Where the cells of HTML's tables stand, those that span several columns or rows counted as such."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

# No table has more columns, whatever its cells say; nor do they span more rows than HTML lets them.
WIDEST, LONGEST = 200, 65_534


class CellPlace(NamedTuple):
    """Tables count from 1 in the order they begin, rows and columns from 0."""

    table: int
    row: int
    column: int


class Grid:
    """The place reached in the tables of a page, and whether it is in a cell."""

    def __init__(self) -> None:
        self.tables, self.place, self.in_cell = 0, CellPlace(0, -1, -1), False
        self.next = 0
        # By column, how many rows a cell reaches down, its own with them.
        self.taken: dict[int, int] = {}
        self.around: list[tuple[CellPlace, bool, int, dict[int, int]]] = []

    def begin(self, tag: str, attrs: Mapping[str, str | None]) -> None:
        """Begin a table, perhaps in a cell of another, a row or a cell; nothing for other elements."""
        if tag == "table":
            self.around.append((self.place, self.in_cell, self.next, self.taken))
            self.tables += 1
            self.place, self.in_cell, self.next, self.taken = CellPlace(self.tables, -1, -1), False, 0, {}
        elif tag == "tr":
            self.place, self.in_cell, self.next = self.place._replace(row=self.place.row + 1, column=-1), False, 0
            self.taken = {column: rows - 1 for column, rows in self.taken.items() if rows > 1}
        elif tag in ("td", "th"):
            self._begin_cell(attrs)

    def _begin_cell(self, attrs: Mapping[str, str | None]) -> None:
        while self.next in self.taken and self.next < WIDEST:
            self.next += 1
        self.place, self.in_cell = self.place._replace(column=self.next), True
        end = min(self.next + _span(attrs.get("colspan"), WIDEST), WIDEST)
        if (long := _span(attrs.get("rowspan"), LONGEST)) > 1:
            self.taken |= dict.fromkeys(range(self.next, end), long)
        self.next = end

    def end(self, tag: str) -> None:
        """End a table, where the one about it goes on, a row or a cell; nothing for other elements."""
        if tag == "table" and self.around:
            self.place, self.in_cell, self.next, self.taken = self.around.pop()
        elif tag in ("table", "tr", "td", "th"):
            self.in_cell = False


def _span(said: str | None, most: int) -> int:
    return max(1, min(int(said), most)) if said and said.isdecimal() and len(said) < 9 else 1
