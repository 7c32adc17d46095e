"""The blocks of Markdown and plain text, each sign with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from hustings.claims.block import Block, Kind, block, cut
from hustings.claims.html_blocks import html_blocks
from hustings.claims.lines import ENDS, line_starts

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

OPENED = {"heading_open": Kind.HEADING, "paragraph_open": Kind.PARAGRAPH, "th_open": Kind.CELL, "td_open": Kind.CELL}
# What is read, and what is passed over as it stands in the file.
WORDS, PASSED = {"text", "text_special", "code_inline"}, {"html_inline"}
FLAT = str.maketrans("\r\n", "  ")
# More signs than any paragraph has: the library's time for a run of words that are marked up at once may grow as the
# square of its length.
LONGEST = 4_000
# Within how many signs words are looked for beside their own number: no link's address is longer.
NEAR = 4_000
# Within how many signs the next sign is looked for, where its words do not stand in the file as they are read.
NEXT = 12


# How deep quotations and lists are read, and how deep brackets: for each of these that is left open the library looks
# at all that follows once for each level.
DEEPEST, DEEPEST_BRACKETS = 100, 4


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    within = MarkdownIt("commonmark", {"maxNesting": DEEPEST_BRACKETS})

    def inline(state: StateCore) -> None:
        """Read the marks within blocks, a part of a very long one at a time."""
        for token in state.tokens:
            if token.type == "inline":
                token.children = [
                    child
                    for start, end in cut(token.content, LONGEST)
                    for child in within.inline.parse(token.content[start:end], within, state.env, [])
                ]

    # Signs that are escaped stay apart from the words about them, or neither would be found in the file again.
    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table").disable("text_join")
    parser.core.ruler.at("inline", inline)
    return parser


def markdown_blocks(source: str) -> Iterator[Block]:
    """The blocks of Markdown in the order they stand; code is no part of what it says."""
    starts = line_starts(source)
    # The library reads a NUL as the sign for what cannot be shown.
    even = source.replace("\0", "\N{REPLACEMENT CHARACTER}")
    # And the end of a line within code as a blank.
    flat = even.translate(FLAT)
    kind, quoted, table, row, column, at = Kind.PARAGRAPH, 0, 0, 0, 0, 0
    for token in _parser().parse(even):
        kind = OPENED.get(token.type, kind)
        quoted += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type == "table_open":
            table, row = table + 1, -1
        elif token.type == "tr_open":
            row, column, at = row + 1, -1, starts[token.map[0]] if token.map else at
        elif token.type in ("th_open", "td_open"):
            column += 1
        elif token.type == "html_block" and token.map:
            for one in _of_html(token, source, starts):
                # Tables in HTML are counted with the others.
                yield one._replace(table=one.table and one.table + table)
            table += token.content.lower().count("<table")
        elif token.type == "inline":
            if kind != Kind.CELL and token.map:
                at = _begins(even, token, starts)
            text, places, at = _words(flat, token, at)
            made = block(Kind.QUOTATION if quoted and kind == Kind.PARAGRAPH else kind, text, places)
            if made:
                yield made._replace(table=table, row=row, column=column) if kind == Kind.CELL else made


def _of_html(token: Token, source: str, starts: Sequence[int]) -> Iterator[Block]:
    """The blocks of HTML among Markdown: of each of its lines the end stands in the file, without marks before it."""
    places: list[int] = []
    lines = ENDS.split(source)
    for number, line in enumerate(token.content.split("\n"), token.map[0] if token.map else 0):
        end = starts[number] + len(lines[number]) if number < len(lines) else len(source)
        places += [max(0, place) for place in range(end - len(line), end + 1)]
    for one in html_blocks(token.content):
        yield one._replace(places=tuple(places[place] for place in one.places))


def _begins(source: str, token: Token, starts: Sequence[int]) -> int:
    """Where a block's first words begin: after the marks of what it stands in, which may be figures themselves."""
    line = token.map[0] if token.map else 0
    first = token.content.partition("\n")[0]
    return max(starts[line], source.rfind(first, starts[line], starts[line + 1]))


def _words(source: str, token: Token, at: int) -> tuple[str, list[int], int]:
    """The words of a block without markup, the place of each sign, and the place after; they begin at `at` or later.

    Each run of words is looked for after the one before it. A sign that does not stand in the file as it is read, as
    one written by its name, is put at the place reached.
    """
    signs: list[str] = []
    places: list[int] = []
    for child in token.children or []:
        if child.type in ("softbreak", "hardbreak"):
            signs.append(" ")
            places.append(min(at, len(source) - 1))
        elif child.type == "text_special":
            # Escaped, or by its name: how it is written ends with the sign that is read, or stands for it.
            start = min(max(at, source.find(child.markup, at, at + NEAR)), len(source) - len(child.markup))
            at = start + len(child.markup)
            signs += child.content
            places += [at - 1 if child.info == "escape" else start] * len(child.content)
        elif child.type in WORDS | PASSED and child.content:
            found = _found(source, child.content.translate(FLAT), at)
            at = found[-1] + 1
            if child.type in WORDS:
                signs += child.content
                places += found
    return "".join(signs), places, at


def _found(source: str, words: str, at: int) -> Sequence[int]:
    """Where some words stand at a place or soon after it: all together, else each sign by itself."""
    found = source.find(words, at, at + len(words) + NEAR)
    if found >= 0:
        return range(found, found + len(words))
    places = []
    for sign in words:
        found = source.find(sign, at, at + NEXT)
        places.append(found if found >= 0 else min(at, len(source) - 1))
        at = found + 1 if found >= 0 else at
    return places
