"""The facts that a figure would be if it is right, for what its words say it is of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import NamedTuple

from hustings.claims.catalogue.contest import Candidate
from hustings.claims.catalogue.fact import Fact, Measure
from hustings.claims.docket import Docket
from hustings.claims.interval import Interval
from hustings.claims.lexemes import Unit
from hustings.claims.names import Mention, Named
from hustings.claims.reading import Reading
from hustings.claims.topic import Topic
from hustings.claims.who import candidates_of


class Held(NamedTuple):
    """A fact beside a figure: `value` in the unit the figure is printed in, `who` the candidate or party, if any.

    `points` is whether the fact is in percentage points, which a figure in per cent is not.
    """

    fact: Fact
    value: float
    who: str
    points: bool = False


FRACTIONS = {
    Measure.SHARE,
    Measure.MAJORITY_SHARE,
    Measure.TURNOUT,
    Measure.SHARE_CHANGE,
    Measure.SHARE_RELATIVE,
    Measure.VOTES_RELATIVE,
    Measure.MAJORITY_RELATIVE,
    Measure.MAJORITY_SHARE_CHANGE,
    Measure.TURNOUT_CHANGE,
    Measure.TURNOUT_RELATIVE,
    Measure.SWING,
    Measure.PART_OF_OLD,
    Measure.PART_OF_NEW,
}
IN_POINTS = {Measure.SHARE_CHANGE, Measure.MAJORITY_SHARE_CHANGE, Measure.TURNOUT_CHANGE, Measure.SWING}
RELATIVE = {Measure.SHARE_RELATIVE, Measure.VOTES_RELATIVE, Measure.MAJORITY_RELATIVE, Measure.TURNOUT_RELATIVE}
# What each topic may be, for a whole number and for a percentage or points.
WHOLE: dict[Topic, tuple[Measure, ...]] = {
    Topic.VOTES: (Measure.VOTES,),
    Topic.WINNERS: (Measure.VOTES,),
    Topic.SECONDS: (Measure.VOTES,),
    Topic.MAJORITY: (Measure.MAJORITY,),
    Topic.GAP: (Measure.MAJORITY,),
    Topic.MAJORITY_CHANGE: (Measure.MAJORITY_CHANGE,),
    Topic.ELECTORATE: (Measure.ELECTORATE,),
    Topic.VALID: (Measure.VALID_VOTES, Measure.BALLOTS),
    Topic.INVALID: (Measure.INVALID_VOTES,),
    Topic.CANDIDATES: (Measure.CANDIDATES,),
    Topic.OTHERS: (Measure.CANDIDATES,),
    Topic.SEATS: (Measure.SEATS,),
    Topic.PLACE: (Measure.PLACE,),
    Topic.SEATS_IN_ALL: (Measure.SEATS_IN_ALL,),
    Topic.SEATS_CHANGE: (Measure.SEATS_CHANGE,),
    Topic.SECOND_PREFERENCES: (Measure.SECOND_PREFERENCES,),
}
PARTS: dict[Topic, tuple[Measure, ...]] = {
    Topic.SHARE: (Measure.SHARE,),
    Topic.MAJORITY: (Measure.MAJORITY_SHARE,),
    Topic.GAP: (Measure.MAJORITY_SHARE,),
    Topic.TURNOUT: (Measure.TURNOUT,),
    Topic.SHARE_CHANGE: (Measure.SHARE_CHANGE, Measure.SHARE_RELATIVE, Measure.VOTES_RELATIVE),
    Topic.MAJORITY_CHANGE: (Measure.MAJORITY_RELATIVE, Measure.MAJORITY_SHARE_CHANGE),
    Topic.TURNOUT_CHANGE: (Measure.TURNOUT_CHANGE, Measure.TURNOUT_RELATIVE),
    Topic.SWING: (Measure.SWING,),
}
# Whose a figure is by their place, whoever they are.
PLACED = {Topic.WINNERS: 1, Topic.SECONDS: 2}
OF_SOMEBODY = {
    Measure.VOTES,
    Measure.SHARE,
    Measure.PLACE,
    Measure.SHARE_CHANGE,
    Measure.SHARE_RELATIVE,
    Measure.VOTES_CHANGE,
    Measure.VOTES_RELATIVE,
    Measure.SEATS,
    Measure.SEATS_CHANGE,
    Measure.SECOND_PREFERENCES,
}


def measures_of(reading: Reading) -> tuple[Measure, ...]:
    """What a figure may measure, in the order in which it is looked for."""
    if reading.lexeme.unit is Unit.POINTS:
        return (
            tuple(one for one in PARTS.get(reading.told.topic, ()) if one not in RELATIVE) if reading.told.topic else ()
        )
    table = PARTS if reading.lexeme.unit in (Unit.PERCENT, Unit.POINTS) else WHOLE
    return table.get(reading.told.topic, ()) if reading.told.topic else ()


def held(fact: Fact, who: str, topic: Topic | None) -> Held:
    """A fact in the unit that it is printed in."""
    value = fact.value * 100 if fact.measure in FRACTIONS else fact.value
    return Held(fact, value - (topic is Topic.OTHERS), who, fact.measure in IN_POINTS)


def expected(reading: Reading, mention: Mention | None, contests: Sequence[str], docket: Docket) -> list[Held]:
    """The facts that a figure may be in some contests, of one mention where what it measures is of somebody."""
    found = []
    placed = PLACED.get(reading.told.topic) if reading.told.topic else None
    for measure in measures_of(reading):
        for contest_id in contests:
            for subject, who in _subjects(measure, placed or mention, contest_id, docket):
                found += [held(fact, who, reading.told.topic) for fact in docket.of(contest_id, measure, subject)]
    return _against(reading, found)


def _subjects(
    measure: Measure, whose: Mention | int | None, contest_id: str, docket: Docket
) -> Iterator[tuple[str, str]]:
    """The subjects of a measure in a contest: whoever is named, or came in a place; the contest itself else."""
    if measure not in OF_SOMEBODY:
        yield "", ""
    elif isinstance(whose, int):
        found = [one for one in docket.candidates.get(contest_id, []) if one.place == whose]
        yield from ((one.candidacy_id, called(one)) for one in found)
    elif whose is not None:
        yield from ((one.candidacy_id, called(one)) for one in candidates_of(whose, contest_id, docket))


def called(candidate: Candidate) -> str:
    """A candidate's name and party, or the party alone where its candidate is not known."""
    return candidate.name if candidate.name == candidate.party else f"{candidate.name} ({candidate.party})"


def _against(reading: Reading, found: list[Held]) -> list[Held]:
    """Changes from the election that the words compare with, where they name one that the record has."""
    if reading.when.against is None:
        return found
    same = [one for one in found if not one.fact.against or f".{reading.when.against}-" in one.fact.against]
    return same or found


def of_places(reading: Reading, mention: Mention | None, place: str, docket: Docket) -> list[Held]:
    """The facts that a figure may be of a nation, region or the whole country: of the election said, or the main."""
    return of_scopes(reading, mention, scopes_of(reading, place, docket), docket)


def scopes_of(reading: Reading, place: str, docket: Docket) -> list[str]:
    """The elections in a place that a figure may be of."""
    scopes = docket.national.get(place, [])
    if reading.when.years:
        return [scope for scope in scopes if scope[5:9] in {str(year) for year in reading.when.years}]
    if reading.when.before:
        return scopes[-2:]
    return [scope for scope in scopes if docket.main is None or scope[5:15] <= str(docket.main)][-1:]


def of_scopes(reading: Reading, mention: Mention | None, scopes: Sequence[str], docket: Docket) -> list[Held]:
    """The facts that a figure may be in some whole elections, of one party where what it measures is of one."""
    keys = mention.keys if mention is not None and mention.kind is Named.PARTY else ()
    found = []
    for scope in scopes:
        for measure in measures_of(reading):
            subjects = keys if measure in OF_SOMEBODY else ("",)
            found += [
                held(fact, mention.name if mention and subjects != ("",) else "", reading.told.topic)
                for key in subjects
                for fact in docket.of(scope, measure, key)
            ]
    return _against(reading, found)


def gaps(reading: Reading, docket: Docket) -> list[Held]:
    """How far apart the people or parties of a sentence were: differences of the votes, or shares, of every two."""
    part = reading.lexeme.unit in (Unit.PERCENT, Unit.POINTS)
    measure = Measure.SHARE if part else Measure.VOTES
    polled = [
        (fact, called(one))
        for contest_id in reading.contests
        for subject in reading.subjects
        for one in candidates_of(subject.mention, contest_id, docket)
        for fact in docket.of(contest_id, measure, one.candidacy_id)
    ]
    return [
        held(
            one._replace(value=one.value - other.value, first=one.value, second=other.value),
            f"{name} over {than}",
            None,
        )
        for (one, name), (other, than) in permutations(polled, 2)
        if one.value > other.value and one.scope == other.scope
    ]


def fitting(found: Sequence[Held], within: Interval) -> list[Held]:
    """Those of some facts that a figure may stand for, whatever way a change went."""
    return [one for one in found if within.holds(abs(one.value))]
