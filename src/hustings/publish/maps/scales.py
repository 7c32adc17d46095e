"""Scales of colour for figures: classes with round limits, told by lightness, stripes and their numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from hustings.publish import words


class Tone(NamedTuple):
    """The colour of a class in light and in dark mode, and whether stripes are laid over it."""

    light: str
    dark: str
    striped: bool = False


# Blues of even steps in lightness: told apart with any colour vision and in grey. More stands out more in both modes.
SEQUENTIAL = (
    Tone("#e3eef8", "#1d2f44"),
    Tone("#b9d4ec", "#29496b"),
    Tone("#85b3da", "#356797"),
    Tone("#4d8dc1", "#508cc6"),
    Tone("#22659f", "#86b8e6"),
    Tone("#0d3c6b", "#d3e7fa"),
)
# Orange and blue, which no common colour blindness confuses; falls are striped too, since grey would not tell them.
FALLS = (
    Tone("#8f3d00", "#ffb26b", striped=True),
    Tone("#d9822b", "#b8672a", striped=True),
    Tone("#f6d3ac", "#54371f", striped=True),
)
RISES = (Tone("#cfdcf2", "#243a5e"), Tone("#6a95d0", "#4679bd"), Tone("#1f4f96", "#a6c9f7"))
# Widths of a class, in parts of 1, from which the narrowest that needs no more classes than there are tones is taken.
WIDTHS = (0.01, 0.02, 0.05, 0.1, 0.2)
SIDE = len(RISES)
# The part of the seats that may fall in the open class at either end.
TAIL = 0.04


class Class(NamedTuple):
    """A class of a figure: from its lower limit up to its upper, None where it is open, with its tone."""

    low: float | None
    high: float | None
    tone: Tone

    def holds(self, value: float) -> bool:
        """Whether a value lies in the class; its lower limit does, its upper does not."""
        return (self.low is None or value >= self.low) and (self.high is None or value < self.high)


def sequential(values: Sequence[float]) -> tuple[Class, ...]:
    """Classes of one width for figures that go from less to more, in parts of 1."""
    ordered = sorted(values)
    cut = int(len(ordered) * TAIL)
    low, high = ordered[cut], ordered[-1 - cut]
    for width in WIDTHS:
        first, last = math.floor(low / width) + 1, math.ceil(high / width) - 1
        if last - first + 2 <= len(SEQUENTIAL):
            break
    limits = [round(step * width, 6) for step in range(first, last + 1)]
    tones = _spread(SEQUENTIAL, len(limits) + 1)
    edges = [None, *limits, None]
    return tuple(Class(a, b, tone) for a, b, tone in zip(edges, edges[1:], tones, strict=False))


def diverging(values: Sequence[float]) -> tuple[Class, ...]:
    """Three classes of falls and three of rises, alike on either side of no change, in parts of 1."""
    sizes = sorted(abs(value) for value in values)
    widest = sizes[-1 - int(len(sizes) * 2 * TAIL)]
    width = next((step for step in WIDTHS if step * SIDE >= widest), WIDTHS[-1])
    limits = [round(step * width, 6) for step in range(1 - SIDE, SIDE)]
    edges = [None, *limits, None]
    return tuple(Class(a, b, tone) for a, b, tone in zip(edges, edges[1:], (*FALLS, *RISES), strict=False))


def _spread(tones: tuple[Tone, ...], count: int) -> list[Tone]:
    """So many of the tones, the palest and the strongest among them."""
    if count == 1:
        return [tones[len(tones) // 2]]
    return [tones[round(index * (len(tones) - 1) / (count - 1))] for index in range(count)]


def class_words(one: Class, style: str) -> str:
    """The limits of a class for a legend: under 45%, 45% to 50%, 20 to 40 points up."""
    if style in ("points", "swing"):
        return _change_words(one, *WAYS[style])
    if one.low is None or one.high is None:
        if one.low is None and one.high is None:
            return "all values"
        return f"under {_percent(one.high)}" if one.low is None else f"{_percent(one.low)} and over"
    return f"{_percent(one.low)} to under {_percent(one.high)}"


# What a figure above and below nought is called: a change of share, a swing.
WAYS = {"points": ("up", "down", "no change, or up"), "swing": ("to winner", "from winner", "none, or to winner")}


def _change_words(one: Class, up: str, down: str, least: str) -> str:
    """Limits of a change as how far up or down; no change at all stands with the rises."""
    if one.high is not None and one.high <= 0:
        near, far = -one.high, one.low if one.low is None else -one.low
        way = down
    else:
        near, far, way = one.low or 0.0, one.high, up
    if far is None:
        return f"{way} {'more than ' if way == down else ''}{_points(near)} points{' or more' if way == up else ''}"
    if near == 0:
        return f"{down} up to {_points(far)} points" if way == down else f"{least} under {_points(far)} points"
    return f"{way} {_points(near)} to {_points(far)} points"


def _percent(value: float | None) -> str:
    return words.percent(value, 0)


def _points(value: float) -> str:
    return str(words.rounded(value, 0))
