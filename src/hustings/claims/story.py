"""A story as it is read: plain text, Markdown or HTML in blocks, with the day that it says it is of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from hustings.claims.block import Block, parts
from hustings.claims.html_day import published
from hustings.claims.html_page import story_blocks
from hustings.claims.lines import ENDS, line_starts
from hustings.claims.markdown_blocks import markdown_blocks


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


FRONT = re.compile(r"\A---[ \t]*(?:\r\n|\n|\r)(?P<told>.*?(?:\r\n|\n|\r))---[ \t]*(?:\r\n|\n|\r|\Z)", re.DOTALL)
DATED = re.compile(r"[ \t]*\w{0,40}date\w{0,40}[ \t]*:\s*[\"']?(\d{4}-\d\d-\d\d)", re.IGNORECASE)
PAGE = re.compile(r"\s*(?:<!doctype html|<html\b|<\?xml)", re.IGNORECASE)


def read_story(source: str) -> Story:
    """A story of any of the three forms; code, navigation and front matter are no part of what it says."""
    if PAGE.match(source):
        return read_page(source)
    starts = line_starts(source)
    front = FRONT.match(source)
    if front is None:
        return Story(starts, _in_parts(markdown_blocks(source)), None, source)
    said = (found[1] for line in ENDS.split(front["told"]) if (found := DATED.match(line)))
    # Front matter is left out as blanks, so that all else keeps its place.
    blank = re.sub(r"[^\r\n]", " ", front[0])
    blocks = _in_parts(markdown_blocks(blank + source[front.end() :]))
    return Story(starts, blocks, _day(next(said, "")), source)


def read_page(source: str) -> Story:
    """The story in a page of HTML, with the day that the page says it was published."""
    return Story(line_starts(source), _in_parts(story_blocks(source)), published(source), source)


def numbered(story: Story) -> Story:
    """The same story with its blocks for its lines, as it is told of where the file has none that a reader sees."""
    source = "\n".join(one.text for one in story.blocks)
    starts = line_starts(source)
    places = (range(start, start + len(one.text)) for start, one in zip(starts, story.blocks, strict=False))
    blocks = tuple(one._replace(places=tuple(where)) for one, where in zip(story.blocks, places, strict=True))
    return Story(starts, blocks, story.dated, source)


def _in_parts(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(part for one in blocks for part in parts(one))


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None
