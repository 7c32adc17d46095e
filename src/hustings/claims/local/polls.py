"""The local elections that a story may be of: contests of its councils' wards and mayors, with their facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from hustings.claims.catalogue.contest import Candidate, Contest
from hustings.claims.catalogue.fact import Fact, Measure
from hustings.claims.catalogue.local import FINAL
from hustings.claims.docket import Docket
from hustings.claims.local.composition import COMPOSITION, compositions
from hustings.claims.local.main_poll import Signs, main_poll
from hustings.claims.local.roll import Roll, Row, asked, seat_of

if TYPE_CHECKING:
    from hustings.claims.catalogue.read import Catalogue

Facts = dict[str, dict[Measure, list[Fact]]]


class Kind(StrEnum):
    """What a contest of a local docket is for."""

    WARD = "ward"
    MAYOR = "mayor"
    COUNCIL = "council"
    HELD = "seats held"


@dataclass(frozen=True, slots=True)
class Polls:
    """What a story's local figures may be checked against.

    `dated` is the day of the story; `names` are of the councils by id, `kinds` and `councils` of each contest; `final`
    the scope of the round that decided, by contest; `whole` the elections of a whole council; `doubted` contests whose
    record is disputed, or that were polled on several days.
    """

    docket: Docket
    dated: date | None
    names: dict[str, str]
    kinds: dict[str, Kind]
    councils: dict[str, str]
    final: dict[str, str]
    whole: frozenset[str]
    doubted: frozenset[str]


PARTIES = "select party_id, party from party"
PUBLISHED = """
    select contest_id, value from published where figure = 'turnout' and value <= 1 and contest_id in ({marks})
    order by contest_id
"""
AS_PUBLISHED = "as published"


@dataclass(slots=True)
class Gathered:
    """Contests as they are found, with what each is for, its council, and the facts."""

    contests: dict[str, Contest] = field(default_factory=dict)
    kinds: dict[str, Kind] = field(default_factory=dict)
    councils: dict[str, str] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)

    def add(self, contest: Contest, kind: Kind, council: str) -> None:
        """Keep a contest."""
        key = contest.contest_id
        self.contests[key], self.kinds[key], self.councils[key] = contest, kind, council


def polls_of(catalogue: Catalogue, roll: Roll, wanted: Collection[str], signs: Signs) -> Polls:
    """The contests wanted, those of mayors, and the elections of the councils, each with its candidates and facts."""
    gathered = Gathered()
    kept = {key: row for key, row in roll.contests.items() if key in wanted or row["kind"] == "mayor"}
    final = _fought(catalogue, roll, kept, gathered)
    elections = _elections(roll)
    gathered.facts += catalogue.facts_of(elections)
    for scope, rows in elections.items():
        council = str(rows[0]["council_id"])
        gathered.add(_contest(rows[0], scope, f"{roll.councils[council]} council"), Kind.COUNCIL, council)
    polled = {key: one.polling_on for key, one in gathered.contests.items()}
    sizes: dict[str, dict[int, int]] = defaultdict(dict)
    for held in compositions(catalogue.record, roll.councils):
        gathered.add(held.contest, Kind.HELD, held.council_id)
        gathered.facts += held.facts
        sizes[held.council_id][held.contest.polling_on.year] = held.size
    docket = _docket(catalogue, roll, gathered, main_poll(catalogue, polled, signs))
    late = {scope for scope, rows in elections.items() if len({row["polling_on"] for row in rows}) > 1}
    return Polls(
        docket=docket,
        dated=signs.dated,
        names=roll.councils,
        kinds=gathered.kinds,
        councils=gathered.councils,
        final=final,
        whole=frozenset(scope for scope in elections if _whole(scope, docket, sizes[gathered.councils[scope]])),
        doubted=frozenset({key for key, row in kept.items() if row["disputed"]} | late),
    )


def _fought(catalogue: Catalogue, roll: Roll, kept: dict[str, Row], gathered: Gathered) -> dict[str, str]:
    """Gather the contests of wards and mayors; the scopes of the rounds that decided, by contest."""
    rounds = {key: key + FINAL for key, row in kept.items() if row["kind"] == "mayor"}
    gathered.facts += catalogue.facts_of([*kept, *rounds.values()])
    counted = {fact.scope for fact in gathered.facts}
    final = {key: scope for key, scope in rounds.items() if scope in counted}
    for key, row in kept.items():
        kind = Kind.MAYOR if row["kind"] == "mayor" else Kind.WARD
        contest = _contest(row, key, seat_of(row, roll.councils))
        gathered.add(contest, kind, str(row["council_id"]))
        if key in final:
            last = contest._replace(contest_id=final[key], seat=f"{contest.seat} after second preferences")
            gathered.add(last, Kind.MAYOR, str(row["council_id"]))
    gathered.facts += [
        Fact(row["contest_id"], "", Measure.TURNOUT, AS_PUBLISHED, "", row["value"], None, None)
        for row in asked(catalogue.record, PUBLISHED, list(kept))
    ]
    return final


def _docket(catalogue: Catalogue, roll: Roll, gathered: Gathered, main: date | None) -> Docket:
    facts: Facts = {}
    for fact in gathered.facts:
        facts.setdefault(fact.scope, {}).setdefault(fact.measure, []).append(fact)
    of_seat: dict[str, list[str]] = defaultdict(list)
    for key, one in sorted(gathered.contests.items(), key=lambda item: (item[1].polling_on, item[0])):
        of_seat[one.seat].append(key)
    return Docket(
        main=main,
        contests=gathered.contests,
        of_seat=dict(of_seat),
        candidates=_candidates(catalogue, roll, gathered.contests, facts),
        facts=dict(facts.items()),
        named=frozenset(of_seat),
        before={fact.scope: (fact.against,) for fact in gathered.facts if fact.against in gathered.contests},
    )


def _contest(row: Row, key: str, seat: str) -> Contest:
    return Contest(
        contest_id=key,
        election_id=row["election_id"],
        polling_on=row["polling_on"],
        kind=row["kind"],
        basis=row["basis"],
        seat=seat,
        region=row["region"],
        country=row["country"],
        source_id=row["source_id"],
    )


def _elections(roll: Roll) -> dict[str, list[Row]]:
    """The contests of each council's elections, by the scope that the catalogue gives the year's main day."""
    years: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for key, row in roll.contests.items():
        if row["kind"] == "local" and ".by." not in key:
            years[str(row["council_id"]), row["polling_on"].year].append(row)
    found = {}
    for (council, _), rows in years.items():
        days = [row["polling_on"] for row in rows]
        main: date = min(set(days), key=lambda day: (-days.count(day), day))
        found[f"council.{council}.{main}"] = [row for row in rows if row["polling_on"] >= main]
    return found


def _whole(scope: str, docket: Docket, sizes: dict[int, int]) -> bool:
    """Whether an election was for every seat of a council: as many as it has in the year, or the next one known."""
    year = docket.contests[scope].polling_on.year
    size = next((sizes[one] for one in sorted(sizes) if one >= year), sizes[max(sizes)] if sizes else 0)
    fought = docket.of(scope, Measure.SEATS_IN_ALL)
    return bool(fought) and fought[0].value == size


def _candidates(
    catalogue: Catalogue, roll: Roll, contests: Collection[str], facts: Facts
) -> dict[str, tuple[Candidate, ...]]:
    """Who stood in each contest; in a council's election the parties."""
    found: dict[str, list[Candidate]] = defaultdict(list)
    for row in roll.standing:
        for scope in (row["contest_id"], row["contest_id"] + FINAL):
            if scope in contests and (place := _place(row["candidacy_id"], scope, facts)) is not None:
                found[scope].append(Candidate(**{**row, "contest_id": scope, "place": place}))
    names = {row["party_id"]: row["party"] for row in catalogue.record.query(PARTIES)}
    for scope in contests:
        if scope.startswith(("council.", COMPOSITION)):
            found[scope] = list(_parties(scope, facts, names))
    return {scope: tuple(standing) for scope, standing in found.items()}


def _place(candidacy_id: str, scope: str, facts: Facts) -> int | None:
    """A candidate's place in a contest by the catalogue, 0 where it has none; None for one not in the last round."""
    here = facts.get(scope, {})
    if not scope.endswith(FINAL):
        return next((int(one.value) for one in here.get(Measure.PLACE, ()) if one.subject == candidacy_id), 0)
    polled = {one.subject: one.value for one in here.get(Measure.VOTES, ())}
    if candidacy_id not in polled:
        return None
    return 1 + sum(votes > polled[candidacy_id] for votes in polled.values())


def _parties(scope: str, facts: Facts, names: dict[str, str]) -> Iterable[Candidate]:
    here = facts.get(scope, {})
    subjects = {one.subject for measure in (Measure.VOTES, Measure.SEATS) for one in here.get(measure, ())}
    for subject in sorted(subjects):
        name = names.get(subject, subject)
        yield Candidate(
            candidacy_id=subject,
            contest_id=scope,
            name=name,
            family="",
            gender="",
            party_id=subject if subject in names else subject.lower(),
            party=name,
            place=0,
        )
