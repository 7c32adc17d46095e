"""A story as it is read: plain text, Markdown or HTML in blocks, with the day that it says it is of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from hustings.claims.block import Block, Kind, block
from hustings.claims.html_blocks import html_blocks
from hustings.claims.html_day import published
from hustings.claims.html_page import story_blocks

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


class Story(NamedTuple):
    """What was read: where each line of the text begins, the blocks in order, the day, None where none is said.

    `source` is the text: the file's own, or a line for each paragraph where a file has no lines.
    """

    starts: tuple[int, ...]
    blocks: tuple[Block, ...]
    dated: date | None
    source: str

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset, both from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


FRONT = re.compile(r"\A---[ \t]*\r?\n(?P<told>.*?\n)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
DATED = re.compile(r"^\s*\w*date\w*\s*:\s*[\"']?(\d{4}-\d\d-\d\d)", re.IGNORECASE | re.MULTILINE)
PAGE = re.compile(r"\s*(?:<!doctype html|<html\b|<\?xml)", re.IGNORECASE)
LONE_RETURN = re.compile(r"\r(?!\n)")
OPENED = {"heading_open": Kind.HEADING, "paragraph_open": Kind.PARAGRAPH, "th_open": Kind.CELL, "td_open": Kind.CELL}
WORDS = {"text", "text_special", "code_inline"}


def even_lines(source: str) -> str:
    """A text whose carriage returns that stand alone, as old Macs wrote them, end lines; each sign keeps its place."""
    return LONE_RETURN.sub("\n", source)


def read_story(source: str) -> Story:
    """A story of any of the three forms; code, navigation and front matter are no part of what it says."""
    starts = line_starts(source)
    if PAGE.match(source):
        return read_page(source)
    front = FRONT.match(source)
    dated = DATED.search(front["told"]) if front else None
    # Front matter is left out as blank lines, so that all others keep their numbers.
    told = "\n" * front[0].count("\n") + source[front.end() :] if front else source
    return Story(starts, tuple(_blocks(source, told, starts)), _day(dated[1]) if dated else None, source)


def read_page(source: str) -> Story:
    """The story in a page of HTML, with the day that the page says it was published."""
    starts = line_starts(source)
    return Story(starts, tuple(story_blocks(source, starts)), published(source), source)


def numbered(story: Story) -> Story:
    """The same story with its blocks for its lines, as it is told of where the file has none that a reader sees."""
    source = "\n".join(one.text for one in story.blocks)
    starts = line_starts(source)
    places = (range(start, start + len(one.text)) for start, one in zip(starts, story.blocks, strict=False))
    blocks = tuple(one._replace(places=tuple(where)) for one, where in zip(story.blocks, places, strict=True))
    return Story(starts, blocks, story.dated, source)


def line_starts(source: str) -> tuple[int, ...]:
    """Where each line of a text begins, and where one after the last would."""
    return tuple(accumulate((len(line) + 1 for line in source.split("\n")), initial=0))


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # Signs that are escaped stay apart from the words about them, or neither would be found in the file again.
    return MarkdownIt("commonmark").enable("table").disable("text_join")


def _blocks(source: str, told: str, starts: Sequence[int]) -> Iterator[Block]:
    kind, quoted, table, row, column, at = Kind.PARAGRAPH, 0, 0, 0, 0, 0
    for token in _parser().parse(told):
        kind = OPENED.get(token.type, kind)
        quoted += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type == "table_open":
            table, row = table + 1, -1
        elif token.type == "tr_open":
            row, column, at = row + 1, -1, starts[token.map[0]] if token.map else at
        elif token.type in ("th_open", "td_open"):
            column += 1
        elif token.type == "html_block" and token.map:
            for one in html_blocks(token.content, starts, token.map[0]):
                # Tables in HTML are counted with the others.
                yield one._replace(table=one.table and one.table + table)
            table += token.content.lower().count("<table")
        elif token.type == "inline":
            if kind != Kind.CELL and token.map:
                at = starts[token.map[0]]
            text, places, at = _words(source, token, at)
            made = block(Kind.QUOTATION if quoted and kind == Kind.PARAGRAPH else kind, text, places)
            if made:
                yield made._replace(table=table, row=row, column=column) if kind == Kind.CELL else made


def _words(source: str, token: Token, at: int) -> tuple[str, list[int], int]:
    """The words of a block without markup, the place of each sign, and the place after; they begin at `at` or later.

    Each run of words is looked for after the one before it. What does not stand in the file as it is read, as a sign
    written by its name, is put at the place reached.
    """
    signs: list[str] = []
    places: list[int] = []
    for child in token.children or []:
        if child.type in ("softbreak", "hardbreak"):
            signs.append(" ")
            places.append(at)
        if child.type not in WORDS or not child.content:
            continue
        found = source.find(child.content, at)
        signs += child.content
        if found < 0:
            places += [at] * len(child.content)
            continue
        at = found + len(child.content)
        places += range(found, at)
    return "".join(signs), places, at
