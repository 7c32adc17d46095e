"""A document as it was checked, its figures placed as an editor counts lines and columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from lsprotocol import types

from hustings.claims.lines import ENDS
from hustings.claims.report.claim import Claim, Report

# How many columns a run of signs takes, as editor and server agree when they meet.
UNITS: dict[str, Callable[[str], int]] = {
    types.PositionEncodingKind.Utf8.value: lambda signs: len(signs.encode("utf-8", "surrogatepass")),
    types.PositionEncodingKind.Utf16.value: lambda signs: len(signs.encode("utf-16-le", "surrogatepass")) // 2,
    types.PositionEncodingKind.Utf32.value: len,
}


class Placed(NamedTuple):
    """A figure and where the editor has it; the end is the place after its last sign."""

    at: types.Range
    claim: Claim


class Proof(NamedTuple):
    """A checked text, its lines, its figures in order, what counts columns, and the editor's number of the text."""

    text: str
    lines: list[str]
    figures: list[Placed]
    units: Callable[[str], int]
    version: int | None = None

    def figure(self, where: types.Position) -> Placed | None:
        """The figure that a place is in, or else just after."""
        near = self.within(types.Range(where, where))
        return next((one for one in near if where < one.at.end), near[0] if near else None)

    def within(self, part: types.Range) -> list[Placed]:
        """The figures that a part of the text touches."""
        return [one for one in self.figures if one.at.start <= part.end and one.at.end >= part.start]


def proof(text: str, report: Report, units: Callable[[str], int]) -> Proof:
    """A report placed in its text: `units` counts columns as editor and server agreed."""
    lines = ENDS.split(text)

    def position(line: int, column: int) -> types.Position:
        return types.Position(line - 1, units(lines[line - 1][: column - 1]))

    figures = [
        Placed(
            types.Range(
                position(claim["line"], claim["column"]),
                position(claim["end_line"], claim["end_column"]),
            ),
            claim,
        )
        for claim in report["claims"]
    ]
    return Proof(text, lines, figures, units)
