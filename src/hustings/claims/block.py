"""A run of words of a story, each sign with its place in the file."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

BLANKS = " \t\r\n\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    CELL = "cell"


class Block(NamedTuple):
    """A run of text without its markup; `places` are the places of its signs in the file.

    `table`, `row` and `column` tell where a cell stands, tables counted from 1, and the row of headings is 0.
    """

    kind: Kind
    text: str
    places: tuple[int, ...]
    table: int = 0
    row: int = 0
    column: int = 0


def block(kind: Kind, text: str, places: Sequence[int]) -> Block | None:
    """A block of text, every blank in it a space, none before or after; None where nothing else is in it."""
    even = "".join(" " if sign in BLANKS else sign for sign in text)
    first, last = len(even) - len(even.lstrip()), len(even.rstrip())
    return Block(kind, even[first:last], tuple(places[first:last])) if first < last else None
