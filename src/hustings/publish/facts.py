"""Everything that pages are made of, gathered once for all of them: each query is asked of all contests together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from hustings import measures
from hustings.publish.pages import links
from hustings.publish.reports.careers import careers
from hustings.publish.reports.election_notes import renamed_words
from hustings.publish.reports.history import History, histories
from hustings.publish.reports.notable import notable_places
from hustings.publish.reports.party_standing import PartyStanding, party_standings
from hustings.publish.reports.seat import SeatReport, seat_reports
from hustings.publish.reports.standing import Standings, standings
from hustings.record.open import Record
from hustings.record.slivers import LIES_IN

Row = dict[str, Any]
Seat = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Facts:
    """The figures of many contests, by contest, seat, person or place.

    `fought` are the contests of a seat's page by its path, `contest_at` those of an election by seat, `seats_of`
    the seats that lie in a local authority, `borough` the one that all are of, if they are, `national` the
    turnout of whole general elections.
    """

    borough: str | None
    elections: list[Row]
    sources: list[Row]
    reports: dict[str, SeatReport]
    histories: dict[Seat, History]
    standings: Standings
    party_standings: dict[str, list[PartyStanding]]
    renamed: dict[tuple[str, str], tuple[str, ...]]
    neighbours: dict[Seat, list[Seat]]
    named_alike: dict[str, list[Row]]
    to_change: dict[str, Row]
    split: dict[str, Row]
    national: dict[str, Row]
    authorities: dict[Seat, list[Row]]
    lives: dict[str, list[Row]]
    notable: dict[str, list[Row]]
    seats_of: dict[str, list[Seat]]
    fought: dict[str, list[str]]
    contest_at: dict[tuple[str, Seat], str]
    person_of: dict[str, str]


def gather(record: Record, contest_ids: Iterable[str], borough: str | None = None) -> Facts:
    """The facts of the pages of these contests and of everything they link to; of one borough, if it is named."""
    wanted = list(contest_ids)
    reports = seat_reports(record, wanted)
    elections = record.query(ELECTIONS, [wanted])
    general = [row for row in elections if row["kind"] == "general"]
    authorities = _authorities(record)
    arithmetic = _arithmetic(record, wanted)
    seats = {seat_of(report.contest) for report in reports.values()}
    person_of = {row["candidacy_id"]: row["person_id"] for row in record.query(PERSONS, [wanted])}
    return Facts(
        borough=borough,
        elections=elections,
        sources=record.query("from source order by publisher, title"),
        reports=reports,
        histories=histories(record, seats),
        standings=standings(record, [row["election_id"] for row in general]),
        party_standings=party_standings(record, [row["election_id"] for row in general]),
        renamed=renamed_words(record, wanted),
        neighbours=_neighbours(record),
        named_alike=_named_alike(record, wanted),
        to_change=arithmetic["to_change"],
        split=arithmetic["split"],
        national={row["election_id"]: _turnout(record, row["election_id"]) for row in general},
        authorities=authorities,
        seats_of=_seats_of(authorities),
        lives=careers(record, set(person_of.values())),
        notable=notable_places(record),
        fought=_fought(reports),
        contest_at={
            (one.contest["election_id"], seat_of(one.contest)): contest_id for contest_id, one in reports.items()
        },
        person_of=person_of,
    )


ELECTIONS = """
    select election.*, count(*)::int as contests from election join contest using (election_id)
    where list_contains(?, contest_id) group by all order by election.polling_on desc
"""
# A candidacy that is linked to no other is a person of its own, under its own id.
PERSONS = """
    select candidacy_id, coalesce(person_link.person_id, candidacy_id) as person_id
    from candidacy left join person_link using (candidacy_id)
    where list_contains(?, contest_id) and candidate is not null
"""
AUTHORITIES = f"""
    select authority_part.*, local_authority, area from authority_part
    join local_authority using (local_authority_id) join area using (boundary_set_id, area_id)
    where {LIES_IN}
    order by people desc
"""


def seat_of(row: Row) -> Seat:
    """The boundary set and area of a row."""
    return row["boundary_set_id"], row["area_id"]


def _named_alike(record: Record, wanted: list[str]) -> dict[str, list[Row]]:
    """Changes on the declared result of the seat of the same name on the boundaries before, by contest."""
    results = record.results()
    pairs = record.baselines("same-name")
    now = results.filter(results.contest_id.isin(wanted)).semi_join(pairs, "contest_id")
    moved = measures.change(now, results.semi_join(pairs, [("contest_id", "baseline_contest_id")]), pairs)
    changes: dict[str, list[Row]] = defaultdict(list)
    for row in record.rows(moved):
        changes[row["contest_id"]].append(row)
    return changes


def _arithmetic(record: Record, wanted: list[str]) -> dict[str, dict[str, Row]]:
    """What would have changed each result, and whether those behind the winner had more together."""
    with record.results_of(wanted) as results:
        asked = {"to_change": measures.votes_to_change(results), "split": measures.split_opposition(results)}
        return {name: {row["contest_id"]: row for row in record.rows(found)} for name, found in asked.items()}


def _turnout(record: Record, election_id: str) -> Row:
    """Turnout of the whole election, on both bases."""
    return record.rows(measures.national_turnout(record.results(election=election_id)))[0]


def _authorities(record: Record) -> dict[Seat, list[Row]]:
    """The local authorities that the constituencies of 2024 lie in, those with most of their people first."""
    parts: dict[Seat, list[Row]] = defaultdict(list)
    for row in record.query(AUTHORITIES):
        parts[seat_of(row)].append(row)
    return parts


def _neighbours(record: Record) -> dict[Seat, list[Seat]]:
    """The constituencies that each lies beside, on the same map."""
    beside: dict[Seat, list[Seat]] = defaultdict(list)
    for row in record.query("from neighbour order by all"):
        beside[seat_of(row)].append((row["neighbour_boundary_set_id"], row["neighbour_area_id"]))
    return beside


def _seats_of(authorities: dict[Seat, list[Row]]) -> dict[str, list[Seat]]:
    seats: dict[str, list[Seat]] = defaultdict(list)
    for seat, parts in authorities.items():
        for part in parts:
            seats[part["local_authority_id"]].append(seat)
    return seats


def _fought(reports: dict[str, SeatReport]) -> dict[str, list[str]]:
    """The contests of each seat page, earliest first: what was declared before what was estimated of one day."""
    fought: dict[str, list[str]] = defaultdict(list)
    order = sorted(reports.values(), key=lambda one: (one.contest["polling_on"], one.contest["basis"]))
    for report in order:
        fought[links.seat(report.contest["contest_id"])].append(report.contest["contest_id"])
    return fought
