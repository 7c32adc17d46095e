"""What a wrong figure may be a figure of: somebody else's, another election's, another measure's, another seat's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hustings.claims.catalogue.fact import Measure
from hustings.claims.docket import Docket
from hustings.claims.expected import (
    FRACTIONS,
    OF_SOMEBODY,
    Held,
    called,
    expected,
    held,
    measures_of,
    of_scopes,
    scopes_of,
)
from hustings.claims.interval import Interval
from hustings.claims.lexemes import Unit
from hustings.claims.names import Mention
from hustings.claims.reading import Reading
from hustings.claims.topic import Topic


def mistaken(reading: Reading, docket: Docket) -> Iterator[tuple[str, list[Held]]]:
    """What else a figure may be, in the order in which it is thought of: each code with the facts it is about."""
    mention = reading.subjects[0].mention if reading.subjects else None
    if reading.place is not None:
        yield from _of_a_place(reading, mention, reading.place, docket)
        return
    if reading.told.topic is Topic.SWING:
        yield "swing-is-change", _anybodys(reading, (Measure.SHARE_CHANGE,), reading.contests, docket)
    of_somebody = set(measures_of(reading)) & OF_SOMEBODY
    if of_somebody and reading.told.topic is not Topic.PLACE:
        yield "wrong-candidate", _anybodys(reading, measures_of(reading), reading.contests, docket)
    if reading.told.topic is not Topic.PLACE:
        earlier = [was for key in reading.contests for was in docket.before.get(key, ())]
        yield "wrong-year", expected(reading, mention, [*others_of_seat(reading, docket), *earlier], docket)
        yield "wrong-measure", _anybodys(reading, CONFUSED.get(reading.told.topic, ()), reading.contests, docket)
    if not of_somebody:
        others = [
            key for key, one in docket.contests.items() if one.polling_on == docket.main and key not in reading.contests
        ]
        yield "wrong-seat", expected(reading, mention, others, docket)


def _of_a_place(
    reading: Reading, mention: Mention | None, place: str, docket: Docket
) -> Iterator[tuple[str, list[Held]]]:
    """What else a figure of a nation, a region or the whole country may be: another party's, or another election's."""
    if set(measures_of(reading)) & OF_SOMEBODY:
        scopes = scopes_of(reading, place, docket)
        facts = [fact for scope in scopes for measure in measures_of(reading) for fact in docket.of(scope, measure)]
        yield "wrong-candidate", [held(fact, fact.subject, reading.told.topic) for fact in facts]
    yield "wrong-year", of_scopes(reading, mention, docket.national.get(place, ()), docket)


# What is taken for what, as far as it has been seen in print.
CONFUSED: dict[Topic | None, tuple[Measure, ...]] = {
    Topic.MAJORITY: (Measure.VOTES,),
    Topic.GAP: (Measure.VOTES,),
    Topic.MAJORITY_CHANGE: (Measure.SHARE_CHANGE, Measure.MAJORITY),
}


def _anybodys(reading: Reading, measures: Sequence[Measure], contests: Sequence[str], docket: Docket) -> list[Held]:
    """The facts of some measures in some contests, whoever's they are."""
    return [
        held(fact, whose(fact.scope, fact.subject, docket), reading.told.topic)
        for contest_id in contests
        for measure in measures
        for fact in docket.of(contest_id, measure)
    ]


def known_otherwise(reading: Reading, within: Interval, docket: Docket) -> Held | None:
    """Another fact of the contests, of whatever measure, that a figure is exactly: then its words were misread.

    Of whole numbers only those are so that no two facts are likely to share, of parts those with a decimal.
    """
    one = reading.lexeme
    whole = one.unit in (Unit.VOTES, Unit.COUNT)
    if (whole and one.value < UNLIKELY) or (not whole and one.decimals < 1):
        return None
    wanted = [*reading.contests, *(was for key in reading.contests for was in docket.before.get(key, ()))]
    measures = [measure for measure in Measure if (measure not in FRACTIONS) is whole]
    found = _anybodys(reading, measures, wanted, docket)
    return next((held for held in found if within.holds(abs(held.value))), None)


UNLIKELY = 100


def others_of_seat(reading: Reading, docket: Docket) -> list[str]:
    """The other contests of the seats that a figure may be of."""
    seats = {docket.contests[key].seat for key in reading.contests}
    return [key for seat in sorted(seats) for key in docket.of_seat.get(seat, []) if key not in reading.contests]


def whose(scope: str, subject: str, docket: Docket) -> str:
    """Whose a fact is, by name and party; blank for the contest's own."""
    return next((called(one) for one in docket.candidates.get(scope, []) if one.candidacy_id == subject), "")
