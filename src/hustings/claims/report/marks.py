"""The parts of a page of a checked story: its counts, its text with every figure marked, what is told of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import NamedTuple

from hustings.claims.lines import line_starts
from hustings.claims.report.claim import LEFT, Claim, Report, says
from hustings.claims.report.text import NAMES, TOLD
from hustings.claims.verdict import Verdict

RULES = Path(__file__).parent / "marks.css"
# Signs that no page may hold, written or escaped: each is shown as one that stands for what cannot be shown.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
# Rows that a page may have a way of its own for.
READ_AS, RIGHT, SOURCE = "Read as", "The record", "Source"
SHOWN = (Verdict.CORRECT, Verdict.WRONG, Verdict.MISLEADING, Verdict.NOTE)


class Note(NamedTuple):
    """What is told of a figure: its number where it is a finding or a note, its place among the claims, and the rest.

    `said` is the verdict with its reason, `rows` are names with words. All are words that any page may hold, and none
    is escaped.
    """

    number: int
    place: int
    verdict: str
    text: str
    said: str
    at: str
    rows: tuple[tuple[str, str], ...]


@lru_cache(maxsize=1)
def style() -> str:
    """The rules by which the parts are drawn, in light and dark."""
    return RULES.read_text(encoding="utf-8")


def shown(text: str) -> str:
    """Words as a page may hold them: line ends are a page's own; signs that no page may hold are replaced."""
    even = text.replace("\r\n", "\n").replace("\r", "\n")
    return FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", even)


def safe(text: str) -> str:
    """Words as HTML."""
    return escape(shown(text))


def counts(report: Report) -> str:
    """How many figures were seen, and what was found of them, as a list that is the key to the story's marks."""
    counted = Counter(claim["verdict"] for claim in report["claims"])
    figures, left = report["coverage"]["figures"], report["coverage"]["left"]
    rows = [f"<b>{figures}</b> figure{'' if figures == 1 else 's'} seen"]
    rows += [f"<b>{counted[verdict]}</b> {_key(verdict)}" for verdict in SHOWN]
    rows.append(f"<b>{left}</b> left" + (": " if left else "") + ", ".join(_kept(counted)))
    return '<ul class="counts">\n' + "".join(f"<li>{row}</li>\n" for row in rows) + "</ul>\n"


def _kept(counted: Mapping[str, int]) -> Iterator[str]:
    for verdict in LEFT:
        if counted[verdict]:
            words = NAMES[verdict].removeprefix("left ")
            yield f"{counted[verdict]} {_key(verdict, words)}"


def _key(verdict: Verdict, words: str = "") -> str:
    """The words for a verdict, drawn as its figures are."""
    return f'<mark class="{verdict}">{escape(words or NAMES[verdict])}</mark>'


def story(report: Report, source: str) -> str:
    """The story as HTML, sign for sign, with every figure marked by its verdict; `source` is the text it was read from.

    Findings and notes are numbered and lead to `#finding-NUMBER`; figures are `#figure-PLACE`.
    """
    told = "".join(_text(report["claims"], source, _numbers(report["claims"])))
    return f'<div class="story">{told}</div>\n'


def notes(report: Report) -> list[Note]:
    """What is told of each figure, in the order of the claims; what is neither finding nor note has number 0."""
    numbers = _numbers(report["claims"])
    return [_note(claim, place, numbers.get(place, 0)) for place, claim in enumerate(report["claims"])]


def _numbers(claims: list[Claim]) -> dict[int, int]:
    """The number of each finding and note by its place among the claims."""
    told = (place for place, claim in enumerate(claims) if claim["verdict"] in TOLD)
    return {place: number for number, place in enumerate(told, 1)}


def _text(claims: list[Claim], source: str, numbers: Mapping[int, int]) -> Iterator[str]:
    """The story with its marks; a claim that begins before another ends is marked from there."""
    starts = line_starts(source)

    def offset(line: int, column: int) -> int:
        """Where that is in the source: its end where it has no such line, never within a line's end of two signs."""
        found = min(starts[min(line, len(starts)) - 1] + column - 1, len(source))
        return found - (source[max(0, found - 1) : found + 1] == "\r\n")

    at = 0
    for place, claim in sorted(enumerate(claims), key=lambda one: (one[1]["line"], one[1]["column"])):
        start = max(at, offset(claim["line"], claim["column"]))
        end = max(start, offset(claim["end_line"], claim["end_column"]))
        yield safe(source[at:start])
        yield f'<mark class="{escape(claim["verdict"])}" id="figure-{place + 1}">{safe(source[start:end])}</mark>'
        if number := numbers.get(place):
            called = f"Finding {number}: {NAMES[Verdict(claim['verdict'])]}"
            yield f'<sup><a href="#finding-{number}" aria-label="{called}">{number}</a></sup>'
        at = end
    yield safe(source[at:])


def _note(claim: Claim, place: int, number: int) -> Note:
    said = ", ".join(part for part in (NAMES[Verdict(claim["verdict"])], says(claim)) if part)
    at = f"Line {claim['line']}, column {claim['column']}"
    rows = tuple((name, shown(words)) for name, words in _rows(claim))
    return Note(number, place + 1, claim["verdict"], shown(claim["text"]), shown(said), at, rows)


def _rows(claim: Claim) -> Iterator[tuple[str, str]]:
    told = [
        (READ_AS, claim["read_as"]),
        (RIGHT, claim["right"]),
        ("Worked out", claim["formula"]),
        *(("It may be", other) for other in claim["other_readings"]),
        ("Mend", claim["mend"]),
        *((SOURCE, source) for source in claim["sources"]),
    ]
    yield from ((name, words) for name, words in told if words)
