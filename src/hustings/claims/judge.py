"""The verdict on one figure: whether it is what its words say, and if not, what it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hustings.claims.catalogue.fact import Measure
from hustings.claims.cues import Topic
from hustings.claims.docket import Docket
from hustings.claims.expected import (
    OF_SOMEBODY,
    RELATIVE,
    Held,
    called,
    expected,
    fitting,
    gaps,
    held,
    measures_of,
    of_places,
)
from hustings.claims.finding import Finding
from hustings.claims.interval import Interval, interval
from hustings.claims.lexemes import Lexeme, Unit
from hustings.claims.misprint import misprinted
from hustings.claims.names import Mention
from hustings.claims.reading import Reading
from hustings.claims.redrawn import judge_part
from hustings.claims.verdict import CODES, Verdict
from hustings.claims.who import candidates_of

# Where a figure's words leave open what it is of, only one this large is known by itself.
KNOWN_BY_ITSELF, KNOWN_ELSEWHERE = 200, 1000
# Below these a number is more likely a turn of phrase: one candidate, three seats.
OF_PLACES = (Topic.SEATS, Topic.TURNOUT, Topic.SHARE)
SMALLEST: dict[Topic | None, int] = {Topic.CANDIDATES: 3, Topic.OTHERS: 2, Topic.VOTES: 10, Topic.GAP: 2}


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
    if _firm(reading, docket) or _of_another_vote(reading):
        return None
    found = fitting(list(_near(reading, docket)), within)
    return Finding(reading, Verdict.CORRECT, "", found[0], None, tuple(found[1:3])) if found else None


def _missed(reading: Reading, facts: list[Held], within: Interval, docket: Docket) -> Finding:
    """A figure that is nothing that its words say: wrong where they leave no doubt, else perhaps known by itself."""
    if facts and _firm(reading, docket):
        return _wrong(reading, facts, within, docket)
    return linked(reading, docket) or Finding(reading, Verdict.CANNOT_TELL)


def _of_another_vote(reading: Reading) -> bool:
    return reading.words.elsewhere and reading.lexeme.value < KNOWN_ELSEWHERE


def linked(reading: Reading, docket: Docket) -> Finding | None:
    """A whole number that is known by itself: the votes, majority or electorate of one contest of the docket alone."""
    one = reading.lexeme
    if (
        _of_another_vote(reading)
        or one.unit not in (Unit.VOTES, Unit.COUNT)
        or one.value < KNOWN_BY_ITSELF
        or one.decimals
    ):
        return None
    for measure in (Measure.VOTES, Measure.MAJORITY, Measure.ELECTORATE, Measure.VALID_VOTES, Measure.BALLOTS):
        found = [
            fact
            for (_, kind), facts in docket.facts.items()
            if kind is measure
            for fact in facts
            if fact.value == one.value
        ]
        if len(found) == 1:
            return Finding(
                reading, Verdict.CORRECT, "", held(found[0], _who(found[0].scope, found[0].subject, docket), None)
            )
    return None


def _who(scope: str, subject: str, docket: Docket) -> str:
    return next((called(one) for one in docket.candidates.get(scope, []) if one.candidacy_id == subject), "")


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
    for subject in reading.subjects[1:]:
        yield from expected(reading, subject.mention, reading.contests, docket)
    for mention in (*(one.mention for one in reading.subjects), None):
        yield from expected(reading, mention, reading.beside, docket)
        if not reading.when.said:
            yield from expected(reading, mention, _others_of_seat(reading, docket), docket)


def _others_of_seat(reading: Reading, docket: Docket) -> list[str]:
    seats = {docket.contests[key].seat for key in reading.contests}
    return [key for seat in sorted(seats) for key in docket.of_seat.get(seat, []) if key not in reading.contests]


def _firm(reading: Reading, docket: Docket) -> bool:
    """Whether the words leave no doubt of what the figure is of, so that another figure is a wrong one."""
    topic = reading.told.topic
    if reading.when.before or reading.words.elsewhere or reading.lexeme.value < SMALLEST.get(topic, 0):
        return False
    if topic is Topic.SEATS and not reading.words.won:
        return False
    if reading.place is not None:
        return topic in OF_PLACES and bool(reading.subjects) is (topic is not Topic.TURNOUT)
    return bool(reading.contests) and all(_known(key, docket) for key in reading.contests) and _settled(reading, docket)


def _settled(reading: Reading, docket: Docket) -> bool:
    """Whether it is plain whose a figure is, or of which contest."""
    if set(measures_of(reading)) & OF_SOMEBODY:
        return _one_person(reading, docket) and (reading.subjects[0].firm or len(reading.subjects) == 1)
    return len(reading.contests) == 1 and not (reading.beside and not reading.seat_said)


def _known(contest_id: str, docket: Docket) -> bool:
    """Whether a contest is of a seat that the story names, or of one that such a seat was drawn from."""
    seat = docket.contests[contest_id].seat
    drawn = {was for name in docket.named for key in docket.of_seat.get(name, ()) for was in docket.before.get(key, ())}
    return seat in docket.named or contest_id in drawn


def _one_person(reading: Reading, docket: Docket) -> bool:
    """Whether the likeliest subject is one candidate in each contest: independents may be several."""
    return bool(reading.subjects) and all(
        len(candidates_of(reading.subjects[0].mention, key, docket)) == 1 for key in reading.contests
    )


def _right(reading: Reading, fits: list[Held], facts: list[Held]) -> Finding:
    """A figure that is what its words say; it may still be printed in the wrong unit, or go the wrong way."""
    way = reading.told.way
    agreeing = [one for one in fits if not way or one.value == 0 or (one.value > 0) == (way > 0)]
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
    for code, candidates in _mistaken(reading, docket):
        if taken := fitting(candidates, within):
            return Finding(reading, CODES[code].verdict, code, right, taken[0])
    if reading.told.topic is Topic.PLACE:
        return Finding(reading, Verdict.WRONG, "rank", right)
    return Finding(reading, Verdict.WRONG, "digits" if misprint else "figure", right)


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


def _mistaken(reading: Reading, docket: Docket) -> Iterator[tuple[str, list[Held]]]:
    """What else a figure may be, in the order in which it is thought of: each code with the facts it is about."""
    mention = reading.subjects[0].mention if reading.subjects else None
    if reading.told.topic is Topic.SWING:
        yield "swing-is-change", _anybodys(reading, (Measure.SHARE_CHANGE,), reading.contests, docket)
    of_somebody = set(measures_of(reading)) & OF_SOMEBODY
    if of_somebody and reading.told.topic is not Topic.PLACE:
        yield "wrong-candidate", _anybodys(reading, measures_of(reading), reading.contests, docket)
    if reading.told.topic is not Topic.PLACE:
        yield "wrong-year", expected(reading, mention, _others_of_seat(reading, docket), docket)
        yield "wrong-measure", _anybodys(reading, CONFUSED.get(reading.told.topic, ()), reading.contests, docket)
    if not of_somebody:
        others = [
            key for key, one in docket.contests.items() if one.polling_on == docket.main and key not in reading.contests
        ]
        yield "wrong-seat", expected(reading, mention, others, docket)


# What is taken for what.
CONFUSED: dict[Topic | None, tuple[Measure, ...]] = {
    Topic.MAJORITY: (Measure.VOTES, Measure.VALID_VOTES, Measure.SHARE),
    Topic.GAP: (Measure.VOTES, Measure.SHARE),
    Topic.VOTES: (Measure.MAJORITY, Measure.VALID_VOTES, Measure.BALLOTS),
    Topic.SHARE: (Measure.SHARE_CHANGE, Measure.MAJORITY_SHARE, Measure.TURNOUT),
    Topic.TURNOUT: (Measure.SHARE, Measure.TURNOUT_CHANGE, Measure.MAJORITY_SHARE),
    Topic.MAJORITY_CHANGE: (Measure.SHARE_CHANGE, Measure.MAJORITY, Measure.MAJORITY_CHANGE),
    Topic.SHARE_CHANGE: (Measure.SHARE, Measure.SWING, Measure.MAJORITY_SHARE),
    Topic.TURNOUT_CHANGE: (Measure.TURNOUT, Measure.SHARE_CHANGE),
    Topic.ELECTORATE: (Measure.VALID_VOTES, Measure.BALLOTS),
    Topic.VALID: (Measure.ELECTORATE, Measure.VOTES),
    Topic.INVALID: (Measure.MAJORITY,),
    Topic.SWING: (Measure.MAJORITY_SHARE,),
}


def _anybodys(reading: Reading, measures: Sequence[Measure], contests: Sequence[str], docket: Docket) -> list[Held]:
    """The facts of some measures in some contests, whoever's they are."""
    return [
        held(fact, _who(fact.scope, fact.subject, docket), reading.told.topic)
        for contest_id in contests
        for measure in measures
        for fact in docket.of(contest_id, measure)
    ]
