"""What a percentage, or a number of points, is of: a share, a turnout, a majority, or a change of one."""

from __future__ import annotations

import re

from hustings.claims.lexemes import Lexeme, Unit
from hustings.claims.topic import MOVED, NAMED, SOFT, WAY, Told, Topic

OUTSIDE = (
    r"population|muslims?|christians?|hindus?|jewish|census|born|residents|households|homes|children|pupils|inflation|surve(?:y|yed)|"
    r"forecast|respondents|consultation|tax|wages?|pay|prices?|crime|unemployment|ethnic|white|asian|black|bangladeshis?|constituents|"
    r"opinion poll|polling|pollsters?|members|approval|interest|mortgages?|rents?|budget|funding|spending|chance|"
    r"probability|degree|students"
)
NOUNS = (
    (Topic.SWING, r"swings?|swung"),
    (
        Topic.TURNOUT,
        r"turn-?out|turned out|the electorate|of (?:eligible|registered) voters|of electors|went to the polls",
    ),
    (
        Topic.MAJORITY,
        r"majority|majorities|winning margin|margin of victory|margin|ahead of|clear of|lead(?! candidate| the)",
    ),
    (
        Topic.BOUNDARY,
        r"of (?:its|the|their) (?:former|previous|old)|boundar(?:y|ies)|former (?:seat|constituency|area)|"
        r"previous area|addresses|"
        r"land area|retain(?:s|ed|ing)?(?= \d)",
    ),
    (
        Topic.SHARE,
        r"share|of the votes?|of votes?|of all votes|the vote|vote|of the total|of the poll|polled|support",
    ),
    (Topic.OUTSIDE, OUTSIDE),
)
NOUN = re.compile("|".join(rf"(?P<n{place}>\b(?:{pattern})\b)" for place, (_, pattern) in enumerate(NOUNS)), re.I)
TOOK = re.compile(
    r"\b(?:won|win|winning|took|taking|polled|polling|secured|securing|got|received|receiving|with|on|had|scored|gained|at|claimed|"
    r"stood at|managed)\s+(?:\w+\s+){0,2}\(?$",
    re.I,
)
BRACKET = re.compile(
    r"(?:\d[\d,]*(?:\s+votes)?|[\w'\N{RIGHT SINGLE QUOTATION MARK}]+)\s*(?:[\N{EN DASH}\N{EM DASH}-]\s*(?:a\s+)?|"
    r"[(,]\s*(?:or\s+)?)$"
)
# A level, though something moved: fell to 34.1%, from 73.5%.
LEVEL = re.compile(
    r"\b(?:to|from|at|standing at)\s+(?:(?:a|just|only|about|around|nearly|almost|over|under|some|more|less|than|"
    r"barely)\s+)*$",
    re.I,
)
# What parts a word of movement from a figure: another figure, or the end of what is said of it.
PARTED = re.compile(r"[.;:()\d]")
CHANGED_AFTER = re.compile(
    rf"^\s*(?:percentage\s+)?(?:points?\s+)?{MOVED}\b|^\s*(?:percentage\s+)?points?\s+(?:drop|fall|rise)",
    re.I,
)
# A word of movement right before a figure is its own, whatever else moved.
BESIDE = re.compile(rf"\b{MOVED}(?:\s+by)?{SOFT}", re.I)
AHEAD = re.compile(r"^\s*(?:percentage\s+)?(?:points?\s+)?(?:ahead|behind|clear|adrift|in front)\b", re.I)
# How far before a figure its noun may stand, and how far after.
BEFORE, AFTER, CLOSE, LATELY = 160, 70, 28, 80
CHANGE = {
    Topic.SHARE: Topic.SHARE_CHANGE,
    Topic.TURNOUT: Topic.TURNOUT_CHANGE,
    Topic.MAJORITY: Topic.MAJORITY_CHANGE,
}


def told_of_part(before: str, after: str, lexeme: Lexeme) -> Told:
    """What a figure in per cent or points is of, and the way it went where it is of a change."""
    if AHEAD.match(after):
        return Told(Topic.GAP)
    noun = _noun(before, after)
    way = _moved(before, after, lexeme)
    ways = {_sense(word[0]) for word in WAY.finditer(f"{before} {after}")}
    if way and not lexeme.sign and len(ways) > 1 and not BESIDE.search(before):
        # Of words of both ways in a sentence either may be the figure's.
        way = 0
    if noun in (Topic.SWING, Topic.OUTSIDE, Topic.BOUNDARY):
        return Told(noun)
    if way is not None:
        # A change of nothing that is named is, of a party or candidate, a change of share.
        return Told(CHANGE[noun or Topic.SHARE], way)
    if lexeme.unit is Unit.POINTS:
        # Points of a majority that did not move are how far the winner was ahead.
        return Told(Topic.GAP if noun is Topic.MAJORITY else CHANGE.get(noun, noun) if noun else None)
    if noun is None and (TOOK.search(before) or BRACKET.search(before) or NAMED.search(before)):
        return Told(Topic.SHARE)
    return Told(noun)


def _noun(before: str, after: str) -> Topic | None:
    """The topic of the nearest noun: close after the figure, else before it in the sentence, else after it."""
    later = NOUN.search(after[:AFTER])
    clause = re.match(r"(?:(?! and )[^,;.:()])*", after)
    if later and later.start() <= CLOSE and clause and later.start() < clause.end():
        return _topic(later)
    earlier = [*NOUN.finditer(before[-BEFORE:])]
    if earlier:
        return _topic(earlier[-1])
    return _topic(later) if later and clause and later.start() < clause.end() else None


def _topic(found: re.Match[str]) -> Topic:
    return next(topic for place, (topic, _) in enumerate(NOUNS) if found[f"n{place}"] is not None)


def _moved(before: str, after: str, lexeme: Lexeme) -> int | None:
    """The way a change went, 0 where it is not said; None where the figure is a level."""
    if lexeme.sign:
        return lexeme.sign
    if found := CHANGED_AFTER.match(after):
        return _sense(found[0])
    if LEVEL.search(before):
        return None
    words = [*WAY.finditer(before[-LATELY:])]
    between = before[-LATELY:][words[-1].end() :] if words else ""
    if not words or PARTED.search(between):
        return None
    close = re.search(
        r"\bby\b|^\s*$|\b(?:nearly|almost|about|around|some|a|of|massive|huge|more than|less than|over|just)\s*$",
        between,
    )
    return _sense(words[-1][0]) if close else None


def _sense(word: str) -> int:
    said = WAY.search(word)
    return 0 if said is None else -1 if said["down"] else 1
