"""What a figure of a local election is of, where its words are not those of a contest for the Commons."""

from __future__ import annotations

import re
from typing import NamedTuple

from hustings.claims.lexemes import Lexeme, Unit
from hustings.claims.told import told
from hustings.claims.topic import FALLS, RISES, SOFT, WHOLE, Told, Topic

PREFERENCES = r"(?:preferences?|choices?)"
FIRST = rf"(?:1st|first)[\s-]{PREFERENCES}"
SECOND = rf"(?:2nd|second)[\s-]{PREFERENCES}"
SEATS = r"(?:(?:council|borough|county) )?(?:seats|councillors|members|places)"


class LocalCue(NamedTuple):
    """Words that tell what a figure is of: `before` ends where it begins, `after` begins where it ends.

    `catches` and `leaves` are sentences with the figure in square brackets.
    """

    topic: Topic
    before: str
    after: str
    catches: tuple[str, ...]
    leaves: tuple[str, ...]


CUES = (
    LocalCue(
        Topic.SECOND_PREFERENCES,
        "",
        rf"\s+(?:more |extra |further )?(?:{SECOND}|transfers)\b",
        ("He picked up [1,271] second preferences.",),
        ("He had [39,533] first preferences.",),
    ),
    LocalCue(
        Topic.WINNERS,
        r"\bby\s+$|\b(?:it|result|tally|score) (?:was|stood at|finished|ended)\s+$",
        rf"\s+(?:votes\s+|{FIRST}\s+)?to\s+\d",
        ("He led by [39,533] first preferences to 27,894.", "Then it was [40,804] to 33,487."),
        ("He won by [7,317] votes.",),
    ),
    LocalCue(
        Topic.SECONDS,
        rf"\b(?:by|it was|result was|tally was|score was|it stood at|it finished|it ended)\s+[\d,]+\s+"
        rf"(?:votes\s+|{FIRST}\s+)?to\s+$",
        "",
        ("He led by 39,533 first preferences to [27,894].", "Then it was 40,804 to [33,487]."),
        ("Turnout rose from 40 to [42].",),
    ),
    LocalCue(
        Topic.VOTES,
        "",
        rf"\s+(?:of the )?{FIRST}\b",
        ("He had [39,533] first preferences.",),
        ("She had [5,593] second preferences.",),
    ),
    LocalCue(
        Topic.INVALID,
        r"\b(?:rejected|spoil(?:ed|t)|invalid) (?:ballot )?(?:papers|votes|ballots)(?: numbered| were| came to|:)?\s+$",
        "",
        ("Rejected papers numbered [967].", "spoilt ballot papers: [967]"),
        ("Officials rejected papers from [two] wards.",),
    ),
    LocalCue(
        Topic.SEATS_CHANGE,
        rf"\b(?:gain(?:ed|ing|s)?|pick(?:ed|ing) up|los(?:t|ing|es)|shed(?:ding)?|up|down|gain of|loss of){SOFT}",
        r"\s+(?:council\s+)?seats\b",
        ("Aspire gained [nine] seats.", "a loss of [14] seats"),
        ("Aspire won [33] seats.", "Labour lost control and has [19] seats."),
    ),
    LocalCue(
        Topic.SEATS_IN_ALL,
        r"\b(?:of|of all)\s+(?:the\s+|its\s+|their\s+)?(?:\w+'s\s+|council's\s+)?$",
        rf"\s+{SEATS}\b",
        ("It won 33 of the [45] seats.", "each of its [45] members"),
        ("It won [33] seats.", "It won all [3] seats there."),
    ),
    LocalCue(
        Topic.SEATS_IN_ALL,
        "",
        r"[\s-](?:seat|member|strong) (?:council|chamber|authority)\b",
        ("on the [45]-seat council",),
        ("[45] council seats",),
    ),
    LocalCue(
        Topic.SEATS,
        "",
        rf"\s+(?:out )?of (?:the |its |their |all )?(?:\w+'s )?\d+ {SEATS}\b|\s+{SEATS}\b",
        ("It won [33] of the 45 seats.", "Labour have [19] councillors"),
        ("It won [33] of the wards.", "It fielded [45] candidates."),
    ),
)
COMPILED = tuple((cue, re.compile(cue.before, re.I), re.compile(cue.after, re.I)) for cue in CUES)
OF_FIRST = re.compile(rf"\s+of (?:the |all )?{FIRST}\b", re.I)
MOVED = re.compile(rf"\b(?:(?P<down>{FALLS}|loss|losing|loses|shedding)|(?:{RISES}|gaining|gains|picked up))\b", re.I)


def told_locally(before: str, after: str, lexeme: Lexeme) -> Told:
    """What the words of a sentence before and after a figure say it is of, in a local election."""
    if lexeme.unit in WHOLE:
        said = (lexeme.text[len(lexeme.text.split()[0]) :] + after) if lexeme.unit is Unit.VOTES else after
        for cue, first, then in COMPILED:
            if first.search(before) and then.match(said):
                return Told(cue.topic, _way(before) if cue.topic is Topic.SEATS_CHANGE else 0)
    if lexeme.unit is Unit.PERCENT and OF_FIRST.match(after):
        return Told(Topic.SHARE)
    return told(before, after, lexeme)


def _way(before: str) -> int:
    found = [*MOVED.finditer(before)]
    return 0 if not found else -1 if found[-1]["down"] else 1
