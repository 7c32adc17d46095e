"""A checked story as one page: its text as it stands in the file, each figure marked, what was found below."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import escape
from itertools import accumulate
from pathlib import Path

from hustings.claims.report.claim import LEFT, Claim, Report, says
from hustings.claims.report.text import NAMES, TOLD
from hustings.claims.verdict import Verdict

RULES = Path(__file__).parent / "marked.css"
# Signs that no page may hold, written or escaped: each is shown as one that stands for what cannot be shown.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
SHOWN = (Verdict.CORRECT, Verdict.WRONG, Verdict.MISLEADING, Verdict.NOTE)


def marked(report: Report, source: str) -> str:
    """The page as HTML, whole in itself and without scripts; `source` is the text of the report's file.

    Every figure is marked by its verdict, which lines tell apart as well as colours; findings and notes are numbered
    and lead to what is said of them. Line ends are a page's own; signs that no page may hold are replaced.
    """
    file = _safe(report["file"])
    numbers = _numbers(report["claims"])
    told = "".join(_note(report["claims"][place], place, number) for place, number in numbers.items())
    found = f'<ol class="found">\n{told}</ol>' if told else "<p>No figure is wrong, misleads or needs a note.</p>"
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{file}: figures checked \N{EN DASH} Hustings</title>\n<style>\n{_style()}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>Figures checked: {file}</h1>\n{_counts(report)}"
        f'<h2>The story</h2>\n<div class="story">{"".join(_text(report["claims"], source, numbers))}</div>\n'
        f"<h2>What was found</h2>\n{found}\n</main>\n</body>\n</html>\n"
    )


@lru_cache(maxsize=1)
def _style() -> str:
    return RULES.read_text(encoding="utf-8")


def _safe(text: str) -> str:
    even = text.replace("\r\n", "\n").replace("\r", "\n")
    return escape(FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", even))


def _numbers(claims: list[Claim]) -> dict[int, int]:
    """The number of each finding and note by its place among the claims."""
    told = (place for place, claim in enumerate(claims) if claim["verdict"] in TOLD)
    return {place: number for number, place in enumerate(told, 1)}


def _counts(report: Report) -> str:
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
    """The words for a verdict, drawn as its figures are: the counts are the key to the story's marks."""
    return f'<mark class="{verdict}">{escape(words or NAMES[verdict])}</mark>'


def _text(claims: list[Claim], source: str, numbers: Mapping[int, int]) -> Iterator[str]:
    """The story with its marks; a claim that begins before another ends is marked from there."""
    starts = list(accumulate((len(line) + 1 for line in source.split("\n")), initial=0))

    def offset(line: int, column: int) -> int:
        """Where that is in the source: its end where it has no such line, never within a line's end of two signs."""
        found = min(starts[min(line, len(starts)) - 1] + column - 1, len(source))
        return found - (source[max(0, found - 1) : found + 1] == "\r\n")

    at = 0
    for place, claim in sorted(enumerate(claims), key=lambda one: (one[1]["line"], one[1]["column"])):
        start = max(at, offset(claim["line"], claim["column"]))
        end = max(start, offset(claim["end_line"], claim["end_column"]))
        yield _safe(source[at:start])
        yield f'<mark class="{escape(claim["verdict"])}" id="figure-{place + 1}">{_safe(source[start:end])}</mark>'
        if number := numbers.get(place):
            called = f"Finding {number}: {NAMES[Verdict(claim['verdict'])]}"
            yield f'<sup><a href="#finding-{number}" aria-label="{called}">{number}</a></sup>'
        at = end
    yield _safe(source[at:])


def _note(claim: Claim, place: int, number: int) -> str:
    said = ", ".join(part for part in (NAMES[Verdict(claim["verdict"])], says(claim)) if part)
    heading = f"{number}. {_safe(claim['text'])}: {_safe(said)}"
    rows = "".join(f"<dt>{name}</dt><dd>{_safe(told)}</dd>\n" for name, told in _rows(claim))
    back = f'<a href="#figure-{place + 1}">Line {claim["line"]}, column {claim["column"]}</a>'
    return f'<li id="finding-{number}"><h3>{heading}</h3>\n<dl>\n<dt>Stands at</dt><dd>{back}</dd>\n{rows}</dl></li>\n'


def _rows(claim: Claim) -> Iterator[tuple[str, str]]:
    told = [
        ("Read as", claim["read_as"]),
        ("The record", claim["right"]),
        ("Worked out", claim["formula"]),
        *(("It may be", other) for other in claim["other_readings"]),
        ("Mend", claim["mend"]),
        *(("Source", source) for source in claim["sources"]),
    ]
    yield from ((name, words) for name, words in told if words)
