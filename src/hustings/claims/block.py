"""A run of words of a story, each sign with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

BLANKS = "\t\r\n\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
EVEN = str.maketrans(dict.fromkeys(BLANKS, " "))
# More signs than any paragraph of a story has.
LONGEST = 10_000


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
    """A block of text, every run of blanks in it a space, none before or after; None where nothing else is in it."""
    even = text.translate(EVEN)
    if "  " in even:
        # Lines that are broken and set in, as in HTML: blanks after the first are no part of what is said.
        kept = [place for place, sign in enumerate(even) if sign != " " or not place or even[place - 1] != " "]
        even, places = "".join(even[place] for place in kept), [places[place] for place in kept]
    first, last = len(even) - len(even.lstrip()), len(even.rstrip())
    return Block(kind, even[first:last], tuple(places[first:last])) if first < last else None


def cut(text: str, longest: int) -> Iterator[tuple[int, int]]:
    """Where the parts of a text begin and end that are no longer than that: whole words, if there are any."""
    start = 0
    while len(text) - start > longest:
        blank = max(text.rfind(" ", start, start + longest), text.rfind("\n", start, start + longest))
        end = blank + 1 if blank > start else start + longest
        yield start, end
        start = end
    yield start, len(text)


def parts(one: Block) -> Iterator[Block]:
    """A block as it is, or a very long one in parts, so that the words about a figure are never too many to look at."""
    if len(one.text) <= LONGEST:
        yield one
        return
    for start, end in cut(one.text, LONGEST):
        if part := block(one.kind, one.text[start:end], one.places[start:end]):
            yield part._replace(table=one.table, row=one.row, column=one.column)
