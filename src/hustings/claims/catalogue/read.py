"""The catalogue opened: the facts, contests and candidates of one scope at a time, in milliseconds, kept once read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hustings.claims.catalogue.contest import Candidate, Contest
from hustings.claims.catalogue.fact import Fact, Measure
from hustings.claims.catalogue.files import CANDIDATES, CONTESTS, FACTS, NAMES
from hustings.claims.catalogue.shelf import Row, Shelf

if TYPE_CHECKING:
    from hustings.record.open import Record

# So many scopes are kept as they were made of the files' rows; the oldest is let go.
KEPT = 2048
MEASURES = {measure.value: measure for measure in Measure}
# What a whole number in a story tells a contest by.
COUNTED = (Measure.VOTES, Measure.MAJORITY)
# What of another seat a seat took, or gave: no change is measured from it.
PARTS = (Measure.PART_OF_OLD, Measure.PART_OF_NEW)


class Against(NamedTuple):
    """The contests that changes of one are measured from, and those of the seats that it shares addresses with."""

    compared: tuple[str, ...]
    parted: tuple[str, ...]


class Catalogue:
    """The files that `write_catalogue` wrote beside a record, and the record; what has been read once is kept.

    Raises UnusableInput where one of them is not there or cannot be read.
    """

    def __init__(self, record: Record) -> None:
        self.record, folder = record, record.folder
        self._facts = Shelf(folder / FACTS)
        self._contests = Shelf(folder / CONTESTS)
        self._candidates = Shelf(folder / CANDIDATES)
        self._names = Shelf(folder / NAMES)
        # Made once for each scope, not for each story.
        self.facts = lru_cache(maxsize=KEPT)(self._facts_of)
        self.contest = lru_cache(maxsize=KEPT)(self._contest)
        self.candidates = lru_cache(maxsize=KEPT)(self._standing)
        self.counted = lru_cache(maxsize=KEPT)(self._counted)
        self.against = lru_cache(maxsize=KEPT)(self._against)

    def _facts_of(self, scope: str) -> Mapping[Measure, Sequence[Fact]]:
        """The facts of a contest, or of an election in a place, by what they measure; none where there are none."""
        found: dict[Measure, list[Fact]] = {}
        for row in self._facts.rows(scope):
            measure = MEASURES[row[2]]
            found.setdefault(measure, []).append(Fact(scope, _whole(row[1], scope), measure, *row[3:]))
        return found

    def _contest(self, contest_id: str) -> Contest | None:
        """A contest for the Commons, None where there is none of that id."""
        return next((Contest(*row) for row in self._contests.rows(contest_id)), None)

    def _standing(self, contest_id: str) -> tuple[Candidate, ...]:
        """Who stood in a contest, the winner first."""
        return tuple(Candidate(contest_id, contest_id + row[1], *row[2:]) for row in self._candidates.rows(contest_id))

    def _counted(self, contest_id: str) -> frozenset[float]:
        """The numbers of votes of a contest, and its majority."""
        facts = self.facts(contest_id)
        return frozenset(fact.value for measure in COUNTED for fact in facts.get(measure, ()))

    def _against(self, contest_id: str) -> Against:
        """The contests that a contest is measured from."""
        facts = [fact for some in self.facts(contest_id).values() for fact in some if fact.against]
        return Against(
            compared=tuple(sorted({fact.against for fact in facts if fact.measure not in PARTS})),
            parted=tuple(sorted({fact.against for fact in facts if fact.measure in PARTS})),
        )

    def facts_of(self, scopes: Iterable[str]) -> list[Fact]:
        """Every fact of some scopes, in an order that is always the same."""
        return [fact for scope in sorted(scopes) for facts in self.facts(scope).values() for fact in facts]

    def names(self) -> Iterator[Row]:
        """Every name that a story may use: its words as they are compared, its kind, the name and its keys."""
        return self._names.everything()

    def polled_in(self, scopes: Collection[str], figures: Collection[int]) -> dict[str, int]:
        """How many of some whole numbers are votes or a majority of each contest; contests with none are left out."""
        wanted = frozenset(figures)
        held = {scope: len(wanted & self.counted(scope)) for scope in scopes} if wanted else {}
        return {scope: many for scope, many in held.items() if many}


def _whole(subject: str, scope: str) -> str:
    """A subject as the record has it: a candidacy is written without the contest that it is of."""
    return scope + subject if subject.startswith(":") else subject
