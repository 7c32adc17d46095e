"""Sentences of a block, and the clauses of a sentence: where a figure looks first for what it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from hustings.claims.block import cut


class Span(NamedTuple):
    """A run of a text, from its first sign to the one after its last."""

    start: int
    end: int


# What ends with a full stop and no sentence.
SHORT = set(
    "mr mrs ms dr rev prof sir st no nos vs v cllr gen hon jr sr eg ie cf etc approx dept inc ltd co lab con lib dem "  # noqa: SIM905
    "ind jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun".split()
)
CLOSING = r"[\"'\N{RIGHT SINGLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK})\]]*"
OPENING = r"[\"'\N{LEFT SINGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}(\[]*"
# Signs once taken are kept: in a row of full stops no sentence is looked for at each of them.
STOPS = r"[.!?\N{HORIZONTAL ELLIPSIS}]"
END = re.compile(rf"(?<!{STOPS}){STOPS}++{CLOSING}+\s++")
BEGINS = re.compile(rf"{OPENING}[A-Z0-9\N{{POUND SIGN}}]")
LAST_WORD = re.compile(r"([A-Za-z.]+)\.$")
# Further back than the longest of these no short form begins.
FAR = 24
# More signs than any sentence has: a run of words without an end is read in parts.
LONGEST = 600
DASH = r"\N{EN DASH}\N{EM DASH}"
PARTED = re.compile(rf"[;:{DASH}]\s|\s[{DASH}-]\s|,\s(?!\d)|\s(?:and|but|while|as|with)\s")


# What joins two that could each be a sentence.
JOINED = re.compile(r";\s|,\s(?:and|but|while|whereas|though|although|yet|so)\s")


def said_about(text: str, sentence: Span, figure: Span) -> Span:
    """The part of a sentence that a figure stands in, where words join it to others that could be sentences."""
    ends = list(JOINED.finditer(text, sentence.start, sentence.end))
    start = max((found.end() for found in ends if found.end() <= figure.start), default=sentence.start)
    end = min((found.start() for found in ends if found.start() >= figure.end), default=sentence.end)
    return Span(start, end)


def sentences(text: str) -> Iterator[Span]:
    """The sentences of a text in order, without the blanks between them; a very long one in parts."""
    start = 0
    for found in END.finditer(text):
        if not BEGINS.match(text, found.end()) or _goes_on(text[max(start, found.start() - FAR) : found.start() + 1]):
            continue
        yield from _within(text, start, found.end())
        start = found.end()
    yield from _within(text, start, len(text))


def _within(text: str, start: int, end: int) -> Iterator[Span]:
    said = text[start:end].rstrip()
    if said.strip():
        yield from (Span(start + first, start + last) for first, last in cut(said, LONGEST))


def _goes_on(said: str) -> bool:
    """Whether the full stop at the end of some words is one of a short form: Mr., J. R., p.m."""
    word = LAST_WORD.search(said)
    if word is None:
        return False
    bare = word[1].rstrip(".")
    return (len(bare) == 1 and bare.isupper()) or bare.lower() in SHORT


def clauses(text: str, sentence: Span) -> Iterator[Span]:
    """The clauses of a sentence of a text: parted by commas, dashes, semicolons and words that join."""
    start = sentence.start
    for found in PARTED.finditer(text, sentence.start, sentence.end):
        if text[start : found.start()].strip():
            yield Span(start, found.start())
            start = found.end()
    if text[start : sentence.end].strip():
        yield Span(start, sentence.end)
