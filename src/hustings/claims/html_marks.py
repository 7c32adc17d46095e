"""The tags of HTML and the words between them, each with its place: one pass, whatever it holds.

The standard library's parser takes time that grows as the square of what is left open, and counts lines by one of
their ends only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from html import unescape
from typing import NamedTuple


class Markup(StrEnum):
    """What stands at a place in HTML."""

    OPENED = "opened"
    CLOSED = "closed"
    WORDS = "words"
    SIGN = "sign"


class Mark(NamedTuple):
    """A tag by its name, words as they stand, or what is read for a sign that is written by its name or number.

    `rest` is what a tag says after its name: `attributes` reads it.
    """

    markup: Markup
    said: str
    start: int
    rest: str = ""


MARK = re.compile(
    r"<(?:(?P<comment>!--|!\[CDATA\[|[!?])|(?P<close>/?)(?P<tag>[A-Za-z][^\s/>]*))"
    r"|&(?:\#[xX][0-9a-fA-F]{1,6}|\#\d{1,7}|[A-Za-z][A-Za-z0-9]{0,31});?"
)
# What is no part of the words, and where it ends; what is never ended goes on to the end of the file.
PASSED = {"!--": "-->", "![CDATA[": "]]>", "!": ">", "?": ">"}
# The rest of a tag: a sign that ends a tag does not where it stands in quotation marks.
REST = re.compile(r"(?:=\s*+(?:\"[^\"]*+\"|'[^']*+')|[^>])*+>")
# What these hold is not HTML.
RAW = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in ("script", "style")}


def html_marks(text: str) -> Iterator[Mark]:
    """What stands in HTML, in order; what begins as a tag and is never ended is words."""
    at = begun = 0
    while found := MARK.search(text, at):
        at = _end(text, found)
        if found[0][0] == "&" and (sign := unescape(found[0])) == found[0]:
            continue
        if begun < found.start():
            yield Mark(Markup.WORDS, text[begun : found.start()], begun)
        begun = found.start()
        if at > len(text):
            break
        begun = at
        if found["tag"]:
            tag = found["tag"].lower()
            markup = Markup.CLOSED if found["close"] else Markup.OPENED
            yield Mark(markup, tag, found.start(), text[found.end() : at - 1])
            if tag in RAW and not found["close"]:
                ended = RAW[tag].search(text, at)
                at = begun = ended.start() if ended else len(text)
        elif not found["comment"]:
            yield Mark(Markup.SIGN, sign, found.start())
    if begun < len(text):
        yield Mark(Markup.WORDS, text[begun:], begun)


def attributes(rest: str) -> dict[str, str]:
    """What a tag says after its name: each name in lower case with its value, blank where it has none."""
    told: dict[str, str] = {}
    for found in ATTRIBUTE.finditer(rest):
        told.setdefault(found["name"].lower(), unescape((found["value"] or "").strip("\"'")))
    return told


ATTRIBUTE = re.compile(r"(?P<name>[^\s/=\"'>]++)(?:\s*+=\s*+(?P<value>\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?")


def _end(text: str, found: re.Match[str]) -> int:
    """Where what begins there ends; beyond the text where it is a tag that never does."""
    if found["comment"]:
        end = PASSED[found["comment"]]
        ended = text.find(end, found.end())
        return len(text) if ended < 0 else ended + len(end)
    if found["tag"]:
        rest = REST.match(text, found.end())
        return rest.end() if rest else len(text) + 1
    return found.end()
