"""Sentence patterns: words in {braces}, figures as [key:unit], and <key:rose|fell> by the way a change went.

The digit at the end of a key is a place by votes; x is another candidate, further down. A key with a capital first
letter is printed with one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from random import Random
from typing import NamedTuple

from benchmarks.claims.figures import KEYS, Figure, Missing, figure, printed
from benchmarks.claims.seats import Candidate, Contest
from benchmarks.claims.words import DATED, word

PART = re.compile(r"\{(\w+)\}|\[([a-z]+?)([1-9x]?)(?::([^\]]*))?\]|<([a-z]+?)([1-9x]?):([^|>]*)\|([^>]*)>")
SENTENCE = re.compile(r"(?:[.!?][\"”)]*\s+(?=[A-Z])|\n+)")


class Pattern(NamedTuple):
    """A story with gaps, and what a contest must be for it to be true (see cases.NEEDS)."""

    name: str
    text: str
    needs: tuple[str, ...] = ()


class Label(NamedTuple):
    """Where a figure stands in a story, as printed with its unit."""

    start: int
    end: int
    figure: Figure
    unit: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Story:
    """A story as rendered; `dated` are the sentences that name this election's day, `then` those that name another."""

    text: str
    labels: tuple[Label, ...]
    dated: frozenset[int]
    then: frozenset[int]

    def printed(self, label: int) -> str:
        return self.text[self.labels[label].start : self.labels[label].end]


@dataclass(frozen=True, slots=True)
class Twist:
    """What a twin has otherwise: the text of some figures, and the changes whose direction is turned."""

    text: dict[int, str] = field(default_factory=dict)
    turned: frozenset[Figure] = frozenset()


PLAIN = Twist()


class Draw(NamedTuple):
    """One contest taken for one pattern: who the other candidate is, and the choice of words."""

    pattern: Pattern
    contest: Contest
    other: int
    seed: int

    def candidate(self, which: str) -> Candidate | None:
        """The candidate that a key's last sign stands for."""
        if not which:
            return None
        place = self.other if which == "x" else int(which) - 1
        if not 0 <= place < len(self.contest.candidates):
            raise Missing(which)
        return self.contest.candidates[place]


def render(draw: Draw, twist: Twist = PLAIN) -> Story:
    """The story, with the same words for the same draw; raises Missing."""
    rng, written, labels, length = Random(draw.seed), [], [], 0  # noqa: S311
    found: list[tuple[int, str]] = []
    last = 0
    for part in PART.finditer(draw.pattern.text):
        written.append(draw.pattern.text[last : part.start()])
        length += len(written[-1])
        last = part.end()
        name, key, which, unit, turn, turned, up, down = part.groups()
        if name:
            said = word(draw, name, rng)
            found.append((length, name))
        elif turn:
            of = _figure(draw, turn, turned)
            said = up if (of.value > 0) != (of in twist.turned) else down
        else:
            of, unit = _figure(draw, key, which), unit or ""
            said = twist.text.get(len(labels)) or printed(of.measure, of.value, unit)
            labels.append(Label(length, length + len(said), of, unit, 0))
        written.append(said)
        length += len(said)
    text = "".join([*written, draw.pattern.text[last:]])
    return _placed(text, labels, found)


def _figure(draw: Draw, key: str, which: str) -> Figure:
    found = figure(draw.contest, KEYS[key], draw.candidate(which))
    if found is None:
        raise Missing(key)
    return found


def _placed(text: str, labels: list[Label], found: list[tuple[int, str]]) -> Story:
    ends = [end.end() for end in SENTENCE.finditer(text)]

    def sentence(place: int) -> int:
        return sum(end <= place for end in ends)

    return Story(
        text,
        tuple(label._replace(sentence=sentence(label.start)) for label in labels),
        frozenset(sentence(place) for place, name in found if name.lower() in DATED),
        frozenset(sentence(place) for place, name in found if name.lower() in ("oldyear", "oldelection")),
    )
