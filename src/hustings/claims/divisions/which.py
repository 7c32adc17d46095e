"""Which division a sentence speaks of: by its counts, its day and the words of its title."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from hustings.claims.divisions.house import Division
from hustings.claims.divisions.roles import HOUSE, Counted, Role
from hustings.claims.matter import Matter, Matters
from hustings.record.names import plain


class Meant(NamedTuple):
    """A division that a sentence means; `sure` where its counts, or its day and a count, leave no other."""

    division: Division
    sure: bool


# Words that most titles have.
COMMON = frozenset(
    [
        "amendment",
        "motion",
        "bill",
        "clause",
        "new",
        "the",
        "of",
        "a",
        "an",
        "and",
        "to",
        "for",
        "in",
        "on",
        "order",
        "draft",
        "regulations",
        "reading",
        "lords",
        "that",
        "this",
        "with",
        "from",
        "act",
        "consideration",
        "stage",
        "committee",
        "report",
        "government",
        "vote",
        "votes",
        "house",
        "commons",
        "mps",
    ]
)
LATELY = re.compile(
    r"\b(?:last night|yesterday|today|tonight|this week|on (?:mon|tues|wednes|thurs|fri)day|earlier)\b", re.I
)
# A sentence may go on to another vote than the one before it.
ANOTHER = re.compile(
    r"\b(?:another|separate|second|earlier|other|later|also|then|previous|different|rival|next|similar)\b", re.I
)
# Of a vote long before, one count alone may be the same.
LONG_BEFORE = re.compile(
    r"\b(?:similar|previous|(?:years?|months?|weeks?) (?:ago|earlier|before)|last (?:year|month))\b", re.I
)
# How many days a story may be behind what it calls yesterday or Wednesday.
BEHIND = 7
# A division that a story names by its title alone is no older than this, in days.
NEWS = 31
# A smaller count is one of too many divisions.
TELLING = 100
TWO = 2
SIDES = (Role.PAIR, Role.AYE, Role.NO)


def meant(matter: Matter, figures: Sequence[Counted], matters: Matters, house: Sequence[Division]) -> Meant | None:
    """The division that the counts of a sentence are of, or nearly are; None where that is open."""
    counts = [int(one.lexeme.value) for one in figures if one.role in SIDES]
    words = matter.passage.block.text
    days = days_in(matters, matter)
    if exact := [one for one in house if _has_both(one, counts)]:
        here = [one for one in exact if one.divided_on in days] or exact
        found = here if len(here) == 1 else _titled(here, words)
        return Meant(found[0], True) if len(found) == 1 else None
    if not HOUSE.search(words) or LONG_BEFORE.search(matter.passage.words):
        return None
    # One count may be of two votes: where the sentence names a year, it is of a division of that year.
    house = [one for one in house if may_be_of(matter, one)]
    if not days and matters.dated and LATELY.search(words):
        days = {one.divided_on for one in house if 0 <= (matters.dated - one.divided_on).days < BEHIND}
    on_day = [one for one in house if one.divided_on in days]
    half = [one for one in on_day if any(one.sides_of(count) for count in counts)]
    if len(half) == 1:
        return Meant(half[0], True)
    if not counts and len(titled := _titled(half or on_day, words)) == 1:
        return Meant(titled[0], True)
    lately = [one for one in house if matters.dated and 0 <= (matters.dated - one.divided_on).days <= NEWS]
    return _by_title(counts, words, half or lately) if counts else None


def may_be_of(matter: Matter, division: Division) -> bool:
    """Whether a division is of a year that a sentence names, where it names any."""
    inside = range(matter.passage.sentence.start, matter.passage.sentence.end)
    years = {year for place, year in matter.passage.years if place.start in inside}
    return not years or division.divided_on.year in years


def days_in(matters: Matters, matter: Matter) -> set[date]:
    """The days that a sentence names, else those of its paragraph."""
    here = {day for one in matter.figures if (day := matters.day(one))}
    return here or {day for one in matters.figures[matter.passage.number] if (day := matters.day(one))}


def _has_both(division: Division, counts: Collection[int]) -> bool:
    """Whether two counts of a sentence are both sides of a division, as announced or by name."""
    sides = [division.sides_of(count) for count in counts]
    return any("aye" in one and "no" in other for one in sides for other in sides if one is not other)


def _by_title(counts: Collection[int], words: str, house: Iterable[Division]) -> Meant | None:
    """The one division that has a count of the sentence, and in its title words of the paragraph."""
    half = [one for one in house if any(one.sides_of(count) for count in counts if count >= TELLING)]
    found = [one for one in half if _shared(one, words) >= TWO]
    return Meant(found[0], True) if len(found) == 1 else None


def _titled(divisions: Sequence[Division], words: str) -> list[Division]:
    """Of some divisions those whose titles share most words with a paragraph, none where they share too few."""
    scores = {one.division_id: _shared(one, words) for one in divisions}
    best = max(scores.values(), default=0)
    return [one for one in divisions if scores[one.division_id] == best] if best >= TWO else []


def _shared(division: Division, words: str) -> int:
    own = set(plain(division.words).split()) - COMMON
    return len(own & set(plain(words).split()))
