"""What a figure is said to measure: the words about it, each cue with sentences it must catch and must leave."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from hustings.claims.lexemes import Lexeme, Unit


class Topic(StrEnum):
    """What a figure is of, as the words about it say."""

    VOTES = "votes"
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
    VOTES_CHANGE = "change of votes"
    MAJORITY_CHANGE = "change of majority"
    TURNOUT_CHANGE = "change of turnout"
    SWING = "swing"
    BOUNDARY = "part of a seat"
    OUTSIDE = "outside the record"


class Cue(NamedTuple):
    """Words that tell what a figure is of.

    `before` must end where the figure begins, or a few words before it, and `after` begin where it ends; either may
    be blank. `catches` and `leaves` are sentences with the figure in square brackets.
    """

    topic: Topic
    units: frozenset[Unit]
    before: str
    after: str
    catches: tuple[str, ...]
    leaves: tuple[str, ...]


WHOLE = frozenset({Unit.VOTES, Unit.COUNT})
PARTS = frozenset({Unit.PERCENT, Unit.POINTS})
# Words that may stand between a cue and its figure.
SOFT = (
    r"(?:\s+(?:of|a|an|the|by|at|to|was|is|were|just|only|about|around|nearly|almost|over|under|more|less|fewer|than|some"
    r"|stood|approximately|roughly|mere|slim|slender|wafer-thin|huge|massive|whopping|total|narrow|reduced|:))*[\s:(]*$"
)
WINS = (
    r"\b(?:won|win|wins|winning|held|holds?|holding|retain(?:ed|s|ing)?|took|victory|beat(?:s|ing|en)?|defeat(?:ed|s|ing)?|"
    r"edged|clung|clinging|squeak(?:ed|ing)|pipped|lost|losing|kept|ahead|triumph(?:ed|s)?|oust(?:ed|ing)|unseat(?:ed|ing)|"
    r"gain(?:ed|ing)?|return(?:ed)?|elected|re-elected|behind|short)\b"
)
FALLS = (
    "down|fell|fall|fallen|falls|falling|drop|dropped|dropping|drops|decrease|decreased|decreasing|decline|declined|declining|slump|slumped|"
    "plunge|plunged|tumbled|slid|slipped|cut|slashed|shrank|shrunk|lost|losing|lower|less|fewer|reduced|reduction|collapse|collapsed"
)
RISES = (
    "up|rose|rise|risen|rises|rising|increase|increased|increasing|grew|grown|gain|gained|gaining|climbed|jump|jumped|soared|surge|surged|"
    "higher|more|boost|boosted|swelled|improved|improvement"
)
MOVED = rf"(?:{FALLS}|{RISES})"
CUES = (
    Cue(
        Topic.VOTES,
        WHOLE,
        rf"(?:{WINS})[^.;]*\bby\s+$",
        r"\s+(?:votes\s+)?to\s+\d",
        ("She won by [15,801] to 14,978.", "beating the MP by [15,801] votes to 14,978"),
        ("She won by [823] votes.",),
    ),
    Cue(
        Topic.VOTES,
        WHOLE,
        r"\bby\s+[\d,]+\s+(?:votes\s+)?to\s+$",
        "",
        ("He won by 15,801 to [14,978] votes.",),
        ("The majority fell from 2,000 to [1,689].",),
    ),
    Cue(
        Topic.MAJORITY_CHANGE,
        WHOLE | PARTS,
        rf"\bmajority\b[^.;,]*?\b{MOVED}\b[^.;,]*?\bby{SOFT}",
        "",
        (
            "Her majority fell by [29,966] votes.",
            "increasing her majority by [11] per cent",
            "The majority was cut by [12%].",
        ),
        ("Her majority fell to [1,689].", "He won by [1,689] votes.", "a majority of [1,689]"),
    ),
    Cue(
        Topic.MAJORITY_CHANGE,
        WHOLE | PARTS,
        rf"\b{MOVED}\b\s+(?:her|his|their|its|the|labour's|the party's)?\s*majority\s+by{SOFT}",
        "",
        ("increasing her majority by nearly [11] per cent", "He cut the majority by [3,000] votes."),
        ("He won the majority of [3,000] votes.",),
    ),
    Cue(
        Topic.MAJORITY,
        WHOLE,
        rf"\b(?:majority|majorities|margin|lead)\b(?!\s+of\s+the\b)(?:[^.;,\d]{{0,40}}\b(?:of|to|was|is|by|at|from|:))?{SOFT}",
        "",
        ("with a majority of just [1,689]", "Her majority was [37,524].", "by a margin of [11,634]", "majority: [15]"),
        ("Her share was [37,524].", "the majority of the [400] pupils who marched and"),
    ),
    Cue(
        Topic.MAJORITY,
        WHOLE,
        r"\bmajority\b[^.;\d]*\bfrom\b[^.;]*\d\s+to\s+$",
        "",
        ("Her majority rose from 24,317 to [35,393].",),
        ("Turnout rose from 60 to [62].",),
    ),
    Cue(
        Topic.MAJORITY,
        WHOLE,
        "",
        r"[\s-](?:vote\s+)?(?:majority|margin|lead)\b",
        ("overturned a [10,057] majority", "a [1,689] vote majority", "a [528]-vote margin"),
        ("[10,057] votes and a majority",),
    ),
    Cue(
        Topic.GAP,
        WHOLE,
        "",
        r"\s+(?:votes\s+)?(?:ahead|behind|clear|short|adrift|more than|fewer than|in front)\b",
        ("She was only [528] votes behind Streeting.", "[15] votes ahead of the Conservative"),
        ("[528] votes were rejected.",),
    ),
    Cue(
        Topic.GAP,
        WHOLE,
        rf"{WINS}[^.;\d]*\bby{SOFT}",
        "",
        ("She won by just [1,689] votes.", "eking out a victory by just [1,689] votes", "He held the seat by [15]."),
        ("Her share fell by [15].", "She was backed by [400] teachers."),
    ),
    Cue(
        Topic.INVALID,
        WHOLE,
        "",
        r"\s*(?:(?:votes|ballots|papers|ballot papers)\s+(?:(?:were|had been)\s+)?(?:rejected|spoil(?:ed|t)|"
        r"invalid)|(?:rejected|spoil(?:ed|t)|invalid)\b)",
        ("There were [320] rejected papers.", "[320] ballots were spoilt.", "[320] spoilt ballots"),
        ("[320] votes for the Greens, and rejected",),
    ),
    Cue(
        Topic.ELECTORATE,
        WHOLE,
        rf"\b(?:electorate|registered voters|electors)\b[^.;,\d]{{0,20}}?{SOFT}",
        "",
        ("The electorate was [81,439].", "an electorate of [81,439]"),
        ("Of the electorate, her [15,896] votes",),
    ),
    Cue(
        Topic.ELECTORATE,
        WHOLE,
        "",
        r"\s+(?:people\s+(?:were\s+)?)?(?:registered|eligible|electors\b|on the register|entitled to vote|"
        r"voters were registered)",
        ("[81,439] people were registered to vote.", "[81,439] electors"),
        ("[81,439] votes",),
    ),
    Cue(
        Topic.VALID,
        WHOLE,
        "",
        r"\s*(?:valid votes|(?:valid\s+)?votes (?:were |had been )?(?:cast|counted|polled)|(?:people|"
        r"voters)\s+voted|(?:people|voters)\s+cast|ballots\b(?! were (?:rej|spo)))",
        ("[46,647] valid votes", "[46,647] votes were cast.", "[46,967] people voted."),
        ("[320] ballots were rejected.", "[15,896] votes for Ali"),
    ),
    Cue(
        Topic.OTHERS,
        WHOLE,
        "",
        r"\s+(?:other|rival)\s+(?:candidates|contenders|hopefuls|challengers)\b|\s+(?:rivals|challengers)\b",
        ("running against [10] other candidates", "[ten] rivals"),
        ("[11] candidates", "[10] other voters"),
    ),
    Cue(
        Topic.CANDIDATES,
        WHOLE,
        "",
        r"(?:-|\s+)(?:candidates?\b|contenders\b|hopefuls\b|people (?:are |were )?st(?:ood|anding)|"
        r"names on the ballot)",
        ("There were [11] candidates.", "[eleven] contenders", "a field of [11] candidates"),
        ("[11] votes", "[11] other candidates"),
    ),
    Cue(
        Topic.SEATS,
        WHOLE,
        "",
        r"\s+(?:seats|MPs|constituencies)\b",
        ("Labour won [411] seats.", "[nine] MPs"),
        ("[411] votes",),
    ),
    Cue(
        Topic.PLACE,
        frozenset({Unit.ORDINAL}),
        r"\b(?:came|come|coming|comes|finish(?:ed|es|ing)?|in|into|placed|pushed (?:in)?to|finished in|"
        r"beaten into|distant|close|a|"
        r"followed in|secured|took)\s+(?:a\s+)?(?:distant\s+|close\s+|poor\s+|narrow\s+)?$",
        r"(?!\s*(?:-|time|term|general|consecutive|successive|year|century|attempt|ever|place in the|round|"
        r"generation|class|half|ward"
        r"|week|day|month|recount|count|from (?:left|right)|referendum|by-election|largest|biggest|highest|lowest|"
        r"most|choice|"
        r"preference|woman|man|mp|person|of the|in a|vote|world|quarter|world war))",
        ("Masroor came [second] with 10,210 votes.", "finished in [third] place", "in [fourth]"),
        ("for the [first] time in 27 years", "a [second] term", "in the [second] round", "pictured [second] from left"),
    ),
    Cue(
        Topic.PLACE,
        frozenset({Unit.ORDINAL}),
        r"\b(?:were|was|are|is|runner-up|party|candidate)\s+(?:in\s+)?(?:a\s+)?(?:distant|close)?\s*$",
        r"\s+(?:place|with|on|behind|ahead)\b|\s*[.,;]",
        ("Reform UK were [third].", "The party was [second] with 20%."),
        ("She was [first] elected in 2010.", "he was [first] to declare"),
    ),
)


class Told(NamedTuple):
    """What a figure is of, and the way that it went where it is a change: 1 up, -1 down, 0 not said."""

    topic: Topic | None
    way: int = 0


def told(before: str, after: str, lexeme: Lexeme) -> Told:
    """What the words of a sentence before and after a figure say it is of; no topic where they do not say."""
    from hustings.claims.parts import told_of_part

    if lexeme.unit is Unit.VOTES:
        # The noun that makes it votes is among the words that tell of what.
        after = lexeme.text[len(lexeme.text.split()[0].split("-")[0]) :] + after
    for cue, first, then in COMPILED:
        if lexeme.unit in cue.units and first.search(before) and then.match(after):
            return Told(cue.topic, _way(before, after) if cue.topic is Topic.MAJORITY_CHANGE else 0)
    if lexeme.unit in PARTS:
        return told_of_part(before, after, lexeme)
    if lexeme.unit is Unit.VOTES:
        return Told(Topic.VOTES)
    if lexeme.unit is Unit.COUNT and lexeme.text[0].isdigit() and POLLED.search(before) and not THINGS.match(after):
        return Told(Topic.VOTES)
    return Told(None)


def _way(before: str, after: str) -> int:
    """The way that the nearest word of movement says; words after a figure only where none is before it."""
    found = [*WAY.finditer(before)]
    said = found[-1] if found else WAY.search(after)
    return 0 if said is None else -1 if said["down"] else 1


COMPILED = tuple((cue, re.compile(cue.before, re.I), re.compile(cue.after, re.I)) for cue in CUES)
WAY = re.compile(rf"\b(?:(?P<down>{FALLS})|(?:{RISES}))\b", re.I)
# What a bare number may count that is no vote.
THINGS = re.compile(
    r"^\s*(?:of\b|years?|people|councillors?|seats?|wards?|members?|points?|other|occasions?|times|MPs|candidates|to\b|[a-z]+s\b)",
    re.I,
)
POLLED = re.compile(
    rf"\b(?:poll(?:ed|ing)|receiv(?:ed|ing)|won|winning|took|taking|secur(?:ed|ing)|got|getting|gained|gaining|claimed|attract(?:ed|ing)|"
    rf"scored|amassed|picked up|gathered|earned|managed|with|on|finished on|votes?|had|collect(?:ed|ing)){SOFT}",
    re.I,
)
