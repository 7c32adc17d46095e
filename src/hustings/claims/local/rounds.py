"""Which round of a count under the Supplementary Vote a figure is of, by the words about it."""

from __future__ import annotations

import re
from enum import StrEnum


class Round(StrEnum):
    """First preferences, or what they came to when second ones were added."""

    FIRST = "first preferences"
    FINAL = "second preferences added"


MARKS = re.compile(
    r"\b(?:(?P<first>(?:1st|first)[\s-](?:preferences?|choices?|rounds?|count|stage|ballot))|"
    r"(?P<final>(?:2nd|second)[\s-](?:preferences?|choices?|rounds?|count|stage|ballot)|run-?off|"
    r"(?:final|last) (?:round|tally|total|count|result|stage)|transfers|in the end|eventual(?:ly)?|"
    r"head-to-head))\b",
    re.I,
)
# How far after a figure a round may stand, in signs, and still be the figure's.
SOON = 40
PARTED = re.compile(r"[,;:(]|\b(?:and|but|before|while|then|to)\b")


def round_of(before: str, after: str) -> Round | None:
    """The round that words say: right after a figure, else the last before it, else none.

    Of "after the first round" what follows is the second.
    """
    following = MARKS.search(after[:SOON])
    if following and not PARTED.search(after[: following.start()]):
        return _round(following)
    earlier = [*MARKS.finditer(before)]
    if not earlier:
        return None
    return _round(earlier[-1])


def rounds_in(words: str) -> set[Round]:
    """The rounds that a sentence names."""
    return {_round(one) for one in MARKS.finditer(words)}


def _round(found: re.Match[str]) -> Round:
    return Round.FIRST if found["first"] else Round.FINAL
