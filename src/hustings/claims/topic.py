"""What figures of elections may be of, and the words in which stories say so."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from hustings.claims.lexemes import Unit


class Topic(StrEnum):
    """What a figure is of, as the words about it say."""

    VOTES = "votes"
    WINNERS = "votes of the winner"
    SECONDS = "votes of the second"
    SHARE = "share"
    MAJORITY = "majority"
    GAP = "gap"
    TURNOUT = "turnout"
    ELECTORATE = "electorate"
    VALID = "votes cast"
    INVALID = "rejected papers"
    CANDIDATES = "candidates"
    OTHERS = "other candidates"
    SEATS = "seats"
    PLACE = "place"
    SHARE_CHANGE = "change of share"
    MAJORITY_CHANGE = "change of majority"
    TURNOUT_CHANGE = "change of turnout"
    SWING = "swing"
    SEATS_IN_ALL = "seats in all"
    SEATS_CHANGE = "change of seats"
    SECOND_PREFERENCES = "second preferences"
    BOUNDARY = "part of a seat"
    OUTSIDE = "outside the record"


class Told(NamedTuple):
    """What a figure is of, and the way that it went where it is a change: 1 up, -1 down, 0 not said.

    `sure` is whether words say so, and not its unit alone.
    """

    topic: Topic | None
    way: int = 0
    sure: bool = True


WHOLE = frozenset({Unit.VOTES, Unit.COUNT})
PARTS = frozenset({Unit.PERCENT, Unit.POINTS})
# Words that may stand between a cue and its figure.
SOFT = (
    r"(?:\s+(?:of|a|an|the|by|at|to|was|is|were|just|only|about|around|nearly|almost|over|under|more|less|fewer|than|"
    r"some"
    r"|stood|approximately|roughly|mere|slim|slender|wafer-thin|huge|massive|whopping|total|narrow|reduced|:))*[\s:(]*$"
)
WINS = (
    r"\b(?:won|win|wins|winning|held|holds?|holding|retain(?:ed|s|ing)?|took|victory|beat(?:s|ing|en)?|defeat(?:ed|s|"
    r"ing)?|"
    r"edged|clung|clinging|squeak(?:ed|ing)|pipped|lost|losing|kept|ahead|triumph(?:ed|s)?|oust(?:ed|ing)|"
    r"unseat(?:ed|ing)|"
    r"gain(?:ed|ing)?|return(?:ed)?|elected|re-elected|behind|short)\b"
)
FALLS = (
    "(?:gave|given|giving) up|down|fell|fall|fallen|falls|falling|drop|dropped|dropping|drops|decrease|decreased|"
    "decreasing|decline|declined|declining|slump|slumped|"
    "plunge|plunged|tumbled|slid|slipped|cut|slashed|shrank|shrunk|lost|losing|lower|less|fewer|reduced|reduction|"
    "collapse|collapsed|shed|shedding|forfeited|worse|quieter|gave way"
)
RISES = (
    "(?<!picked )(?<!picking )(?<!ended )(?<!ending )(?<!made )(?<!put )(?<!set )(?<!turned )(?<!taken )(?<!summed )up|"
    "put on|putting on|climb|better|rose|rise|risen|rises|rising|increase|increased|increasing|grew|grown|gain|"
    "gained|gaining|climbed|jump|jumped|soared|surge|surged|"
    "higher|more|boost|boosted|swelled|improved|improvement|add|added|adding"
)
YEAR = r"\b(?:19|20)\d\d\b"
MOVED = rf"(?:{FALLS}|{RISES})"
# A name, or a party in brackets after it, right before a figure.
NAMED = re.compile(
    r"[A-Z][\w'\N{RIGHT SINGLE QUOTATION MARK}-]+(?:\s*\([^()\d]{2,60}\))?\s*[:,(\N{EN DASH}\N{EM DASH}-]?\s*$"
)
# What somebody does who is voted for, each before the number.
POLLING = (
    "polled|received|won|took|secured|got|claimed|attracted|scored|amassed|gathered|earned|managed|collected|banked|"
    "bagged|"
    "netted|notched up|chalked up|tallied|landed|drew|pulled in|registered|recorded|gained|mustered|garnered|picked up|"
    "made do with|make do with|makes do with"
)
# A word of movement, and whether it is down.
WAY = re.compile(rf"\b(?:(?P<down>{FALLS})|(?:{RISES}))\b", re.I)
