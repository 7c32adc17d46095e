"""The full story of one contest, gathered from the record through the measures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import ibis.expr.types as ir

from hustings import measures
from hustings.publish.reports.renamed import renamed_parties
from hustings.publish.reports.winners import winners
from hustings.record.open import Record
from hustings.record.seats import find_contest
from hustings.record.slivers import LEAST_PART

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Swing:
    """Butler swing to the winner from the second, in shares; None where it is not defined."""

    to: str
    from_: str
    swing: float | None


@dataclass(frozen=True, slots=True)
class SeatReport:
    """One contest: who stood, what it came to, what it is compared with, what came before, who says so."""

    contest: Row
    candidates: list[Row]
    outcome: Row | None
    baseline: Row | None
    swing: Swing | None
    earlier: list[Row]
    predecessors: list[Row]
    successors: list[Row]
    corrections: list[Row]
    sources: list[Row]
    renamed: list[Row]


def seat_report(record: Record, seat: str, election: str | None = None) -> SeatReport:
    """The report of the contest that a seat's name and an election mean; raises as `find_contest` does."""
    contest_id: str = find_contest(record, seat, election)["contest_id"]
    return seat_reports(record, [contest_id])[contest_id]


def seat_reports(record: Record, contest_ids: Iterable[str]) -> dict[str, SeatReport]:
    """The reports of many contests by contest id, each query asked once for all of them."""
    wanted = list(contest_ids)
    contests = {row["contest_id"]: row for row in record.query(CONTESTS, [wanted])}
    baselines = {row.pop("of"): row for row in record.query(BASELINES, [wanted])}
    before, after = (_overlapping(record, contests.values(), *ways) for ways in (("old", "new"), ("new", "old")))
    compared = {row["contest_id"] for row in baselines.values()}
    around = _contests_around(record, contests.values(), [*before.values(), *after.values()])
    with record.results_of([*{*wanted, *compared, *around}]) as results:
        found = _measured(record, results, wanted)
    corrections = _of_each(record.query(CORRECTIONS, [wanted]))
    sources = _of_each(record.query(SOURCES, [wanted, wanted]))
    renamed = _of_each(renamed_parties(record, wanted))
    return {
        contest_id: SeatReport(
            contest=contest | found.won[contest_id],
            candidates=found.candidates[contest_id],
            outcome=found.outcomes.get(contest_id),
            baseline=baselines.get(contest_id),
            swing=found.swings.get(contest_id),
            earlier=[row for row in found.by_area[_area(contest)] if row["polling_on"] < contest["polling_on"]],
            predecessors=_with_contests(before[_area(contest)], found.by_area),
            successors=_with_contests(after[_area(contest)], found.by_area),
            corrections=corrections[contest_id],
            sources=sources[contest_id],
            renamed=renamed[contest_id],
        )
        for contest_id, contest in contests.items()
    }


Area = tuple[str, str]
CONTESTS = """
    select contest.*, area.area, area.area_type, area.region, area.country,
        boundary_set.start_on, boundary_set.end_on, election.election, election.coverage, election.parliament
    from contest join area using (boundary_set_id, area_id) join boundary_set using (boundary_set_id)
    join election using (election_id) where list_contains(?, contest_id)
"""
BASELINES = """
    select baseline.contest_id as of, baseline.baseline_contest_id as contest_id, rule,
        contest.polling_on, contest.basis
    from baseline join contest on contest.contest_id = baseline_contest_id
    where list_contains(?, baseline.contest_id) and standard
"""
CORRECTIONS = """
    select contest_id as of, status, reason, authority, field, published, "right", "table", key
    from correction where list_contains(?, contest_id) and field != 'gender'
        and (published != '(no row)' or field in ('candidate', 'party_id', 'votes'))
    order by key, field
"""
# A contest's own sources, and that of the result it is compared with.
SOURCES = """
    with cited as (
        select contest_id as of, unnest([source_id, declared_source_id, recorded_source_id]) as source_id
        from contest where list_contains(?, contest_id)
        union
        select baseline.contest_id, contest.source_id
        from baseline join contest on contest.contest_id = baseline_contest_id
        where standard and list_contains(?, baseline.contest_id)
    )
    select of, source_id, publisher, title, licence, address, as_of
    from cited join source using (source_id) order by publisher, title
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """What the measures say of many contests, by contest; and every contest fought in an area, latest first."""

    candidates: dict[str, list[Row]]
    won: dict[str, Row]
    outcomes: dict[str, Row]
    swings: dict[str, Swing]
    by_area: dict[Area, list[Row]]


def _measured(record: Record, results: ir.Table, wanted: list[str]) -> Measured:
    """Everything measured of the contests wanted; `results` hold those they are compared with and come after too."""
    now = results.filter(results.contest_id.isin(wanted))
    pairs = record.baselines()
    won = winners(results)
    latest_first = record.rows(won.order_by(won.polling_on.desc(), won.basis))
    swings = record.rows(measures.leading_swing(now, results, pairs))
    paired = {row["contest_id"] for row in record.rows(pairs.semi_join(now, "contest_id").select("contest_id"))}
    outcomes = record.rows(measures.outcome(now, results, pairs))
    return Measured(
        candidates=_of_each(record.rows(_candidates(now, results, pairs))),
        won={row["contest_id"]: row for row in reversed(latest_first)},
        outcomes={row["contest_id"]: row for row in outcomes if row["contest_id"] in paired},
        swings={row["contest_id"]: Swing(row["to"], row["from_"], row["swing"]) for row in swings},
        by_area=_by_area(latest_first),
    )


def _candidates(now: ir.Table, before: ir.Table, pairs: ir.Table) -> ir.Table:
    """The candidates in order of votes with share, place, deposit and change."""
    moved = measures.change(now, before, pairs).select("candidacy_id", "change", "baseline_share")
    counted = now.mutate(place=measures.rank(now), share=measures.share(now), deposit_kept=measures.deposit_kept(now))
    joined = counted.left_join(moved, "candidacy_id").drop("candidacy_id_right")
    # A tie for first is settled by lot, so the elected stands first whatever the order of the rest.
    return joined.order_by(joined.contest_id, joined.elected.desc(), joined.votes.desc(), joined.candidacy_id)


def _of_each(rows: list[Row]) -> dict[str, list[Row]]:
    """Rows by the contest they are of."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.pop("of", None) or row["contest_id"]].append(row)
    return groups


def _area(row: Row) -> Area:
    return row["boundary_set_id"], row["area_id"]


def _by_area(rows: list[Row]) -> dict[Area, list[Row]]:
    areas: dict[Area, list[Row]] = defaultdict(list)
    for row in rows:
        areas[_area(row)].append(row)
    return areas


def _with_contests(parts: list[Row], by_area: dict[Area, list[Row]]) -> list[Row]:
    return [part | {"contests": by_area[_area(part)]} for part in parts]


def _contests_around(record: Record, contests: Iterable[Row], overlapping: list[list[Row]]) -> list[str]:
    """Every contest of these seats, and the declared ones of the seats that share addresses with them."""
    around = """
        select contest_id from contest
        join (select unnest(?) as boundary_set_id, unnest(?) as area_id) as seat using (boundary_set_id, area_id)
        where contest.basis = 'declared' or ?
    """
    own = {_area(row) for row in contests}
    shared = {_area(part) for parts in overlapping for part in parts}
    asked = [([*zip(*areas, strict=True)] or [(), ()], every) for areas, every in ((own, True), (shared, False))]
    return [
        row["contest_id"]
        for (sets, areas), every in asked
        for row in record.query(around, [list(sets), list(areas), every])
    ]


def _overlapping(record: Record, contests: Iterable[Row], other: str, own: str) -> dict[Area, list[Row]]:
    """The seats on the boundaries before (`other` old) or after (new) that share addresses with each of these."""
    overlap = f"""
        select {own}_boundary_set_id as own_set, {own}_area_id as own_area,
            {other}_boundary_set_id as boundary_set_id, {other}_area_id as area_id, area.area,
            addresses_of_{own} as of_this, addresses_of_{other} as of_other
        from overlap join area on area.boundary_set_id = {other}_boundary_set_id and area.area_id = {other}_area_id
        where list_contains(?, {own}_boundary_set_id) and list_contains(?, {own}_area_id) and addresses_of_{own} >= ?
        order by of_this desc
    """
    areas = [_area(row) for row in contests]
    sets, ids = ([*{area[part] for area in areas}] for part in (0, 1))
    found: dict[Area, list[Row]] = {area: [] for area in areas}
    for row in record.query(overlap, [sets, ids, LEAST_PART]):
        key = row.pop("own_set"), row.pop("own_area")
        if key in found:
            found[key].append(row)
    return found
