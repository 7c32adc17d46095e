"""The verdict on one figure: whether it is what its words say, and if not, what it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hustings.claims.catalogue.fact import Fact, Measure
from hustings.claims.docket import Docket
from hustings.claims.expected import (
    RELATIVE,
    Held,
    expected,
    fitting,
    gaps,
    held,
    of_places,
)
from hustings.claims.finding import Finding
from hustings.claims.firm import firm
from hustings.claims.interval import Interval, interval
from hustings.claims.lexemes import Lexeme, Unit
from hustings.claims.misprint import misprinted
from hustings.claims.mistaken import known_otherwise, mistaken, others_of_seat, whose
from hustings.claims.names import Mention
from hustings.claims.reading import Reading
from hustings.claims.redrawn import judge_part
from hustings.claims.topic import Topic
from hustings.claims.verdict import CODES, Verdict
from hustings.claims.who import candidates_of

# Where a figure's words leave open what it is of, only one this large is known by itself.
KNOWN_BY_ITSELF, KNOWN_ELSEWHERE = 200, 1000
# What a whole number is known by.
LINKED = (Measure.VOTES, Measure.MAJORITY, Measure.ELECTORATE, Measure.VALID_VOTES, Measure.BALLOTS)


def judge(reading: Reading, words: str, docket: Docket) -> Finding:
    """The verdict on a figure; `words` are its sentence."""
    if reading.told.topic is Topic.OUTSIDE:
        return Finding(reading, Verdict.NOT_IN_RECORD)
    if reading.told.topic is Topic.BOUNDARY:
        return judge_part(reading, words, docket)
    within = interval(reading.lexeme)
    mention = reading.subjects[0].mention if reading.subjects else None
    facts = list(_facts(reading, mention, docket))
    if fits := fitting(facts, within):
        return _right(reading, fits, facts)
    return _elsewhere(reading, within, docket) or _missed(reading, facts, within, docket)


def _elsewhere(reading: Reading, within: Interval, docket: Docket) -> Finding | None:
    """A figure that may be of another in its sentence, where its words leave that open."""
    if firm(reading, docket) or _of_another_vote(reading):
        return None
    near = [one for one in _near(reading, docket) if not _of_another_year(reading, one.fact, docket)]
    found = [one for one in fitting(near, within) if _goes_so(reading, one)]
    return Finding(reading, Verdict.CORRECT, "", found[0], None, tuple(found[1:3])) if found else None


def _missed(reading: Reading, facts: list[Held], within: Interval, docket: Docket) -> Finding:
    """A figure that is nothing that its words say: wrong where they leave no doubt, else perhaps known by itself."""
    if facts and firm(reading, docket):
        return _wrong(reading, facts, within, docket)
    return linked(reading, docket) or _slipped(reading, docket) or Finding(reading, Verdict.CANNOT_TELL)


def _slipped(reading: Reading, docket: Docket) -> Finding | None:
    """A number of five digits that is of nothing, and one slip away from one figure alone of the contest spoken of."""
    one = reading.lexeme
    if (
        one.value < LONG
        or one.about
        or not _is_of_a_poll(reading)
        or not reading.seat_near
        or len(reading.contests) != 1
    ):
        return None
    facts = [fact for measure in LINKED for fact in docket.of(reading.contests[0], measure)]
    near = [held(fact, whose(fact.scope, fact.subject, docket), None) for fact in facts]
    slips = [fact for fact in near if fact.value >= LONG and misprinted(one, fact)]
    return Finding(reading, Verdict.WRONG, "digits", slips[0]) if len(slips) == 1 else None


# So many digits are one slip from a figure of the contest by chance once in a hundred times.
LONG = 10_000


def _is_of_a_poll(reading: Reading) -> bool:
    words, when = reading.words, reading.when
    unsure = words.elsewhere or words.supposed or words.another_time or words.notional or words.somewhere
    return not (unsure or when.said or when.before) and reading.lexeme.unit in (Unit.VOTES, Unit.COUNT)


def _of_another_vote(reading: Reading) -> bool:
    return reading.words.elsewhere and reading.lexeme.value < KNOWN_ELSEWHERE


def linked(reading: Reading, docket: Docket) -> Finding | None:
    """A whole number that is known by itself: the votes, majority or electorate of one contest of the docket alone."""
    one = reading.lexeme
    if (
        _of_another_vote(reading)
        or one.unit not in (Unit.VOTES, Unit.COUNT)
        or one.value < (KNOWN_BY_ITSELF if one.unit is Unit.VOTES else KNOWN_ELSEWHERE)
        or one.decimals
        or reading.told.topic in (Topic.SEATS, Topic.SEATS_CHANGE)
    ):
        return None
    for measure in LINKED:
        found = docket.worth(measure, float(one.value))
        if len(found) == 1 and not _of_another_year(reading, found[0], docket):
            return Finding(
                reading, Verdict.CORRECT, "", held(found[0], whose(found[0].scope, found[0].subject, docket), None)
            )
    return None


def _of_another_year(reading: Reading, fact: Fact, docket: Docket) -> bool:
    """Whether the words name the year of a figure, and a fact is of another."""
    contest = docket.contests.get(fact.scope)
    said = reading.when.said and reading.when.sure
    return said and contest is not None and contest.polling_on.year not in reading.when.years


def _facts(reading: Reading, mention: Mention | None, docket: Docket) -> Iterator[Held]:
    """What a figure is if its words are right."""
    if reading.place is not None:
        yield from of_places(reading, mention, reading.place, docket)
        return
    yield from expected(reading, mention, reading.contests, docket)
    if reading.told.topic is Topic.GAP:
        yield from gaps(reading, docket)


def _near(reading: Reading, docket: Docket) -> Iterator[Held]:
    """What a figure may be of instead, within its sentence: somebody else, another seat, the whole country."""
    if reading.place is not None:
        for subject in reading.subjects[1:]:
            yield from of_places(reading, subject.mention, reading.place, docket)
        return
    for subject in reading.subjects[1:]:
        yield from expected(reading, subject.mention, reading.contests, docket)
    for mention in (*(one.mention for one in reading.subjects), None):
        yield from expected(reading, mention, reading.beside, docket)
        if _may_be_of_another_year(reading):
            yield from expected(reading, mention, others_of_seat(reading, docket), docket)


def _may_be_of_another_year(reading: Reading) -> bool:
    """Whether words, or a year of the paragraph, speak of another time than the one that a figure was read as of."""
    return not reading.when.said and bool(reading.years or reading.words.another_time or reading.when.before)


def _right(reading: Reading, fits: list[Held], facts: list[Held]) -> Finding:
    """A figure that is what its words say; it may still be printed in the wrong unit, or go the wrong way."""
    agreeing = [one for one in fits if _goes_so(reading, one)]
    if not agreeing:
        return Finding(reading, Verdict.WRONG, "direction", fits[0])
    others = tuple(one for one in facts if one.fact.measure is agreeing[0].fact.measure and one not in agreeing)
    if (
        reading.lexeme.unit is Unit.PERCENT
        and all(one.points for one in agreeing)
        and reading.told.topic is not Topic.SWING
    ):
        return Finding(reading, Verdict.MISLEADING, "percent-for-points", agreeing[0], None, others)
    if reading.lexeme.unit is Unit.POINTS:
        in_points = [one for one in agreeing if one.fact.measure not in RELATIVE]
        if not in_points:
            return Finding(reading, Verdict.WRONG, "wrong-measure", _first(facts, points=True), agreeing[0])
        agreeing = in_points
    best = next((one for one in agreeing if reading.lexeme.unit is not Unit.PERCENT or not one.points), agreeing[0])
    if best.fact.measure in RELATIVE:
        return Finding(reading, Verdict.NOTE, "relative", best, None, others)
    if best.fact.against and not reading.words.notional and _unlike(reading.lexeme, others):
        return Finding(reading, Verdict.NOTE, "baseline-unstated", best, None, others)
    return Finding(reading, Verdict.CORRECT, "", best, None, others)


def _goes_so(reading: Reading, one: Held) -> bool:
    """Whether a change went the way that the words say, if they say one."""
    way = reading.told.way
    return not way or one.value == 0 or (one.value > 0) == (way > 0)


def _first(facts: Sequence[Held], *, points: bool) -> Held:
    return next((one for one in facts if one.points is points), facts[0])


def _unlike(lexeme: Lexeme, others: Sequence[Held]) -> bool:
    """Whether another baseline gives a figure that would be printed otherwise."""
    return any(one.fact.against and not interval(lexeme).holds(abs(one.value)) for one in others)


def _wrong(reading: Reading, facts: list[Held], within: Interval, docket: Docket) -> Finding:
    """A figure that is not what its words say: what it is a figure of tells what went wrong."""
    right = _nearest(reading, facts)
    if coarse := _padded(reading, facts):
        return Finding(reading, Verdict.NOTE, "false-precision", coarse)
    whole = reading.lexeme.unit in (Unit.VOTES, Unit.COUNT)
    misprint = misprinted(reading.lexeme, right)
    if misprint and not whole:
        return Finding(reading, Verdict.WRONG, "digits", right)
    for code, candidates in mistaken(reading, docket):
        taken = fitting(candidates, within)
        if taken and _may_be_meant(code, reading, taken[0], docket):
            return Finding(reading, Verdict.CORRECT, "", taken[0])
        if taken:
            return Finding(reading, CODES[code].verdict, code, right, taken[0])
    if not misprint and reading.told.topic is not Topic.PLACE and (other := known_otherwise(reading, within, docket)):
        return Finding(reading, Verdict.CANNOT_TELL, "", None, None, (other,))
    code = "rank" if reading.told.topic is Topic.PLACE else "digits" if misprint else "figure"
    return Finding(reading, Verdict.WRONG, code, right)


def _may_be_meant(code: str, reading: Reading, taken: Held, docket: Docket) -> bool:
    """Whether what a figure is of stands beside it after all: the next name, or a year of its paragraph."""
    if code == "wrong-candidate":
        return _next_named(reading, taken, docket)
    if code != "wrong-year":
        return False
    contest = docket.contests.get(taken.fact.scope)
    return contest is not None and contest.polling_on.year in reading.years


def _next_named(reading: Reading, taken: Held, docket: Docket) -> bool:
    """Whether whoever a figure is really of is named right after it, and so may well be whom it is said of."""
    following = [one.mention for one in reading.subjects if one.mention.start >= reading.lexeme.end]
    nearest = min(following, key=lambda one: one.start, default=None)
    if nearest is None or nearest.start - reading.lexeme.end > SOON:
        return False
    named = {one.candidacy_id for key in reading.contests for one in candidates_of(nearest, key, docket)}
    return taken.fact.subject in named


# How soon after a figure, in signs, a name is next to it.
SOON = 2


def _nearest(reading: Reading, facts: list[Held]) -> Held:
    """The fact that was most likely meant: in points where it is a change, and nearest to what is printed."""
    points = [one for one in facts if one.points] or facts
    return min(points, key=lambda one: abs(abs(one.value) - float(reading.lexeme.value)))


def _padded(reading: Reading, facts: list[Held]) -> Held | None:
    """The fact that a figure with a nought for its last decimal is right of without it: 34.10% of 34.08%."""
    one = reading.lexeme
    if one.decimals < 2 or not one.value.as_tuple().digits or one.value.as_tuple().digits[-1] != 0:
        return None
    shorter = one._replace(decimals=one.decimals - 1)
    return next(iter(fitting(facts, interval(shorter))), None)
