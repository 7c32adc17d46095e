"""The full story of one contest, gathered from the record through the measures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import ibis.expr.types as ir

from hustings import measures
from hustings.publish.reports.winners import winners
from hustings.record.open import Record
from hustings.record.seats import find_contest

Row = dict[str, Any]

# A predecessor that gave a seat fewer of its addresses than this is a sliver, and is left out.
LEAST_PART = 0.005


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


def seat_report(record: Record, seat: str, election: str | None = None) -> SeatReport:
    """The report of the contest that a seat's name and an election mean; raises as `find_contest` does."""
    contest = record.query(CONTEST, [find_contest(record, seat, election)["contest_id"]])[0]
    contest_id = contest["contest_id"]
    baseline = next(iter(record.query(BASELINE, [contest_id])), None)
    before, after = (_overlapping(record, contest, *ways) for ways in (("old", "new"), ("new", "old")))
    fought = _contests_around(record, contest, [*before, *after])
    wanted = [contest_id, *([baseline["contest_id"]] if baseline else []), *fought]
    with record.results_of(wanted) as results:
        now = results.filter(results.contest_id == contest_id)
        pairs = record.baselines()
        candidates = record.rows(_candidates(now, results, pairs))
        latest_first = winners(results)
        won = record.rows(latest_first.order_by(latest_first.polling_on.desc(), latest_first.basis))
        swing = _swing(record, candidates, now, results, pairs)
        outcome = next(iter(record.rows(measures.outcome(now, results, pairs))), None) if baseline else None
    return SeatReport(
        contest=contest | next(row for row in won if row["contest_id"] == contest_id),
        candidates=candidates,
        outcome=outcome,
        baseline=baseline,
        swing=swing,
        earlier=[row for row in won if _same_area(row, contest) and row["polling_on"] < contest["polling_on"]],
        predecessors=[part | {"contests": [row for row in won if _same_area(row, part)]} for part in before],
        successors=[part | {"contests": [row for row in won if _same_area(row, part)]} for part in after],
        corrections=record.query(CORRECTIONS, [contest_id]),
        sources=record.query(SOURCES, [contest_id, baseline["contest_id"] if baseline else None]),
    )


CONTEST = """
    select contest.*, area.area, area.area_type, area.region, area.country,
        boundary_set.start_on, boundary_set.end_on, election.election, election.coverage, election.parliament
    from contest join area using (boundary_set_id, area_id) join boundary_set using (boundary_set_id)
    join election using (election_id) where contest_id = ?
"""
BASELINE = """
    select baseline.baseline_contest_id as contest_id, rule, contest.polling_on, contest.basis
    from baseline join contest on contest.contest_id = baseline_contest_id
    where baseline.contest_id = ? and standard
"""
CORRECTIONS = """
    select status, reason, authority, field, published, "right", "table", key
    from correction where contest_id = ? and (published != '(no row)' or field in ('candidate', 'party_id', 'votes'))
    order by key, field
"""
SOURCES = """
    select distinct source.source_id, publisher, title, licence, address, as_of
    from contest join source on source.source_id in
        (contest.source_id, contest.declared_source_id, contest.recorded_source_id)
    where contest_id = ? or (contest_id = ? and source.source_id = contest.source_id)
    order by publisher, title
"""


def _candidates(now: ir.Table, before: ir.Table, pairs: ir.Table) -> ir.Table:
    """The candidates in order of votes with share, place, deposit and change."""
    moved = measures.change(now, before, pairs).select("candidacy_id", "change", "baseline_share")
    counted = now.mutate(place=measures.rank(now), share=measures.share(now), deposit_kept=measures.deposit_kept(now))
    joined = counted.left_join(moved, "candidacy_id").drop("candidacy_id_right")
    # A tie for first is settled by lot, so the elected stands first whatever the order of the rest.
    return joined.order_by(joined.elected.desc(), joined.votes.desc(), joined.candidacy_id)


def _swing(record: Record, candidates: list[Row], now: ir.Table, before: ir.Table, pairs: ir.Table) -> Swing | None:
    """The swing between the first two, where each is a party that stood both times."""
    if len(candidates) < 2:
        return None
    first, second = candidates[:2]
    if first["baseline_share"] is None or second["baseline_share"] is None:
        return Swing(first["party"], second["party"], None)
    swing = measures.butler_swing(now, before, pairs, to=first["line_id"], from_=second["line_id"])
    return Swing(first["party"], second["party"], record.rows(swing)[0]["swing"])


def _same_area(one: Row, other: Row) -> bool:
    return all(one[part] == other[part] for part in ("boundary_set_id", "area_id"))


def _contests_around(record: Record, contest: Row, parts: list[Row]) -> list[str]:
    """Every contest of this seat, and the declared ones of the seats that share addresses with it."""
    around = """
        select contest_id from contest
        where (boundary_set_id, area_id) = (?, ?)
        or (basis = 'declared' and list_contains(?, boundary_set_id) and list_contains(?, area_id))
    """
    shared = [[part[key] for part in parts] for key in ("boundary_set_id", "area_id")]
    values = [contest["boundary_set_id"], contest["area_id"], *shared]
    return [row["contest_id"] for row in record.query(around, values)]


def _overlapping(record: Record, contest: Row, other: str, own: str) -> list[Row]:
    """The seats on the boundaries before (`other` old) or after (new) that share addresses with this one."""
    overlap = f"""
        select {other}_boundary_set_id as boundary_set_id, {other}_area_id as area_id, area.area,
            addresses_of_{own} as of_this, addresses_of_{other} as of_other
        from overlap join area on area.boundary_set_id = {other}_boundary_set_id and area.area_id = {other}_area_id
        where {own}_boundary_set_id = ? and {own}_area_id = ? and addresses_of_{own} >= ?
        order by of_this desc
    """
    return record.query(overlap, [contest["boundary_set_id"], contest["area_id"], LEAST_PART])
