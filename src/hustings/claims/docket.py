"""Which contests a story is of: those of the seats and people it names, with their candidates and facts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from hustings.claims.catalogue.contest import Candidate, Contest
from hustings.claims.catalogue.fact import Fact, Measure
from hustings.claims.catalogue.read import Catalogue
from hustings.claims.names import Mention, Named

if TYPE_CHECKING:
    from hustings.record.open import Record


@dataclass(frozen=True, slots=True)
class Docket:
    """What a story may be checked against.

    `main` is the day of the poll that the story is of; `contests` are in order of day, `of_seat` those of each seat by
    name; `named` are the seats that the story names; `before` are the declared contests that each one is compared with,
    under its own seat or the one that it was drawn from; `facts` of each scope and measure. `national` are the
    scopes of whole elections by the place they are of.
    """

    main: date | None
    contests: dict[str, Contest] = field(default_factory=dict)
    of_seat: dict[str, list[str]] = field(default_factory=dict)
    candidates: dict[str, tuple[Candidate, ...]] = field(default_factory=dict)
    facts: dict[str, Mapping[Measure, Sequence[Fact]]] = field(default_factory=dict)
    named: frozenset[str] = frozenset()
    before: dict[str, tuple[str, ...]] = field(default_factory=dict)
    national: dict[str, list[str]] = field(default_factory=dict)

    def of(self, scope: str, measure: Measure, subject: str | None = None) -> list[Fact]:
        """The facts of a measure in a scope, of one subject if it is named."""
        found = self.facts.get(scope, {}).get(measure, ())
        return [fact for fact in found if subject is None or fact.subject == subject]

    def worth(self, measure: Measure, value: float) -> list[Fact]:
        """The facts of a measure in any scope that are of some value."""
        return [fact for facts in self.facts.values() for fact in facts.get(measure, ()) if fact.value == value]

    def joined(self, other: Docket) -> Docket:
        """The docket with the contests of another, and what is known of them."""
        return replace(
            self,
            contests=self.contests | other.contests,
            candidates=self.candidates | other.candidates,
            facts=self.facts | other.facts,
            before=self.before | other.before,
        )


ELECTIONS = """
    select polling_on, election_id from election
    where kind = 'general' and basis = 'declared' and coverage is null order by polling_on
"""
# What each sign that a story is of a poll is worth.
FIGURE, PERSON, YEAR, TITLED, DATED, COMING, SAID = 3, 2, 1, 2, 6, 5, 7
# A preview speaks of a poll at most this many days ahead.
AHEAD = 60
# A story that is no older than this after a poll is of it, whatever earlier one it names.
FRESH = 120
# A year of a seat that the story does not name is loaded where its poll is this near to the main one, in contests.
BESIDE = 2
LONG_AGO = 12


class Signs(NamedTuple):
    """What a story gives away of the poll it is of: its names, whole numbers, years, those of its titles, its day.

    `days` are the dates it prints in full, `elections` the years that it names with their election.
    """

    mentions: list[Mention]
    numbers: Collection[int]
    years: Collection[int]
    titled: Collection[int]
    dated: date | None
    days: Collection[date] = ()
    elections: Collection[int] = ()


def general_elections(record: Record) -> dict[date, str]:
    """The general elections by day: their ids."""
    return {row["polling_on"]: row["election_id"] for row in record.query(ELECTIONS)}


def docket(catalogue: Catalogue, signs: Signs, elections: dict[date, str]) -> Docket:
    """The contests that the signs point to, the poll that they point to most, and every fact of them.

    `elections` are the general elections by day, as `general_elections` has them.
    """
    contests = _named(catalogue, signs)
    main = _main(catalogue, contests, signs, elections)
    kept = {one.contest_id: one for one in _kept(contests, signs, main)}
    scopes = _national(kept.values(), elections, signs, main)
    facts = {scope: catalogue.facts(scope) for scope in [*kept, *(scope for some in scopes.values() for scope in some)]}
    against = {(contest_id, was) for contest_id in kept for was in catalogue.against(contest_id).compared}
    parted = {was for contest_id in kept for was in catalogue.against(contest_id).parted}
    before = {was for _, was in against} | parted
    others = {one.contest_id: one for one in _contests(catalogue, before - kept.keys())}
    facts |= {was: catalogue.facts(was) for _, was in sorted(against) if was not in facts}
    of_seat: dict[str, list[str]] = defaultdict(list)
    for one in kept.values():
        of_seat[one.seat].append(one.contest_id)
    everything = kept | others
    return Docket(
        main=main,
        contests=everything,
        of_seat=dict(of_seat),
        candidates={contest_id: catalogue.candidates(contest_id) for contest_id in everything},
        facts=facts,
        named=frozenset(one.name for one in signs.mentions if one.kind is Named.SEAT),
        before=_before(against, everything),
        national=scopes,
    )


def _before(against: set[tuple[str, str]], contests: dict[str, Contest]) -> dict[str, tuple[str, ...]]:
    declared = sorted((now, was) for now, was in against if contests[was].basis == "declared")
    return {now: tuple(was for then, was in declared if then == now) for now, _ in declared}


def _named(catalogue: Catalogue, signs: Signs) -> list[Contest]:
    """Contests of the seats named; of the people named, where none of theirs is among those."""
    seats = {key for one in signs.mentions if one.kind is Named.SEAT for key in one.keys}
    people = [one for one in signs.mentions if one.kind is Named.PERSON]
    beside = {key for one in people if not seats.intersection(one.keys) for key in one.keys}
    return _contests(catalogue, seats | beside)


def _contests(catalogue: Catalogue, wanted: Collection[str]) -> list[Contest]:
    found = [one for key in wanted if (one := catalogue.contest(key))]
    return sorted(found, key=lambda one: (one.polling_on, one.contest_id))


def _main(catalogue: Catalogue, contests: list[Contest], signs: Signs, elections: dict[date, str]) -> date | None:
    """The day of the poll that a story is of: the one with most signs, the latest of equals."""
    scores: Counter[date] = Counter()
    days_of = {one.contest_id: one.polling_on for one in contests}
    for contest_id, count in catalogue.polled_in(days_of, signs.numbers).items():
        scores[days_of[contest_id]] += FIGURE * count
    standing = Counter(key for one in signs.mentions if one.kind is Named.PERSON for key in set(one.keys))
    # Of equals the latest: each day that any seat named was fought on is one that the story may be of.
    days = {one.polling_on for one in contests} or set(elections)
    for one in contests:
        scores[one.polling_on] += PERSON * (standing[one.contest_id] > 0)
    for day in days:
        scores[day] += SAID * (day in signs.days or day.year in signs.elections)
        scores[day] += YEAR * (day.year in signs.years) + TITLED * (day.year in signs.titled)
    if signs.dated:
        before = [day for day in days if day <= signs.dated]
        coming = [day for day in days if 0 < (day - signs.dated).days <= AHEAD]
        last = max(before, default=max(days))
        scores[coming[0] if coming else last] += COMING + SAID if coming else DATED
        if not coming and (signs.dated - last).days <= FRESH:
            scores[last] += SAID
    return max(days, key=lambda day: (scores[day], day), default=None)


def _kept(contests: list[Contest], signs: Signs, main: date | None) -> Iterable[Contest]:
    """Of each seat the contests of the main poll, of years that are named, and those beside the main one."""
    by_seat: dict[str, list[Contest]] = defaultdict(list)
    for one in contests:
        by_seat[one.seat].append(one)
    for fought in by_seat.values():
        days = sorted({one.polling_on for one in fought})
        near = set(sorted(days, key=lambda day: abs((day - (main or day)).days))[: 2 * BESIDE + 1])
        if main and all(abs(day.year - main.year) > LONG_AGO for day in near):
            # A seat that is no more is meant only where its time is: Ilford, in a story of Ilford North.
            near = set()
        said = {day for day in days if day.year in signs.years}
        # A majority that was overturned is of the poll before the one that is named.
        said |= {earlier for earlier, day in pairwise(days) if day in said}
        yield from (one for one in fought if one.polling_on in near | said)


def _national(
    contests: Iterable[Contest], elections: dict[date, str], signs: Signs, main: date | None
) -> dict[str, list[str]]:
    """The scopes of whole elections by the place they are of, blank for the United Kingdom, each in order of day."""
    days = sorted(elections)
    general = [day for day in days if main is None or day <= main][-BESIDE:]
    general += [day for day in days if day.year in signs.years and day not in general]
    places = {"", *(one.keys[0] for one in signs.mentions if one.kind is Named.PLACE)}
    places |= {place for one in contests for place in (one.region, one.country) if place}
    return {
        place: [elections[day] + (f"|{place}" if place else "") for day in sorted(general)] for place in sorted(places)
    }
