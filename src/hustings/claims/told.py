"""What a figure is said to be of: by the first cue about it, else by its unit and the words before it."""

from __future__ import annotations

import re

from hustings.claims.cues import CUES
from hustings.claims.lexemes import Lexeme, Unit
from hustings.claims.parts import told_of_part
from hustings.claims.topic import NAMED, PARTS, POLLING, SOFT, WAY, Told, Topic


def told(before: str, after: str, lexeme: Lexeme) -> Told:
    """What the words of a sentence before and after a figure say it is of; no topic where they do not say."""
    before, after = before[-NEAR:], after[:NEAR]
    if lexeme.unit is Unit.VOTES:
        # The noun that makes it votes is among the words that tell of what.
        after = lexeme.text[len(lexeme.text.split()[0].split("-")[0]) :] + after
    for cue, first, then in COMPILED:
        if lexeme.unit in cue.units and then.match(after) and first.search(before):
            return Told(cue.topic, _way(before, after) if cue.topic in MOVING else 0)
    if lexeme.unit in PARTS:
        return told_of_part(before, after, lexeme)
    if lexeme.unit is Unit.VOTES:
        return Told(Topic.VOTES, 0, bool(POLLED.search(before) or NAMED.search(before) or GIVEN.match(after)))
    return Told(Topic.VOTES if _bare(before, after, lexeme) or _polled(before, after, lexeme) else None)


def _bare(before: str, after: str, lexeme: Lexeme) -> bool:
    """Whether a number stands by itself after a name, as in lists and brackets."""
    return _whole(lexeme) and bool(NAMED.search(before) and ENDS.match(after))


def _polled(before: str, after: str, lexeme: Lexeme) -> bool:
    """Whether a number is what somebody is said to have polled."""
    return _whole(lexeme) and bool(POLLED.search(before)) and not THINGS.match(after)


def _whole(lexeme: Lexeme) -> bool:
    # One with decimals is a part whose unit stands with another: 45.5 per cent to their 39.1.
    return lexeme.unit is Unit.COUNT and lexeme.text[0].isdigit() and lexeme.decimals <= 0


def _way(before: str, after: str) -> int:
    """The way that the nearest word of movement says; words after a figure only where none is before it."""
    found = [*WAY.finditer(before)]
    said = found[-1] if found else WAY.search(after)
    return 0 if said is None else -1 if said["down"] else 1


MOVING = (Topic.MAJORITY_CHANGE, Topic.SEATS_CHANGE)
# How far from a figure the words that tell what it is of may stand, in signs.
NEAR = 300
COMPILED = tuple((cue, re.compile(cue.before, re.I), re.compile(cue.after, re.I)) for cue in CUES)
# What may follow a figure that needs no more words.
ENDS = re.compile(r"\s*(?:[,;.)(\N{EN DASH}\N{EM DASH}]|$)")
# Votes that are somebody's: cast for him, hers, to the 11,770 of another.
GIVEN = re.compile(r"\s*(?:votes)?\s*(?:(?:were|was)\s+)?(?:(?:cast|polled)\s+)?(?:for|went to|of)\b", re.I)
# What a bare number may count that is no vote.
THINGS = re.compile(
    r"^\s*(?:of\b(?! the \d)|years?|people|councillors?|seats?|wards?|members?|points?|other|occasions?|times|MPs|"
    r"candidates|to\b|[a-z]+s\b)",
    re.I,
)
POLLED = re.compile(
    rf"\b(?:poll(?:ed|ing)|receiv(?:ed|ing)|won|winning|took|taking|secur(?:ed|ing)|got|getting|gained|gaining|"
    rf"attract(?:ed|ing)|picking up|pil(?:ed|ing) up|add(?:ed|ing)|{POLLING}|"
    rf"with|on|finished on|votes?|had|collecting){SOFT}",
    re.I,
)
