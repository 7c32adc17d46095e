"""A council: one election by ward and party, and who held its seats each year, gathered from the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.types as ir

from hustings import measures
from hustings.errors import NoSuchElection
from hustings.publish.reports.council_scope import SOME, UNKNOWN, Baseline, Polled, baseline_of, elections_of
from hustings.record.open import Record
from hustings.record.select import council_id

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Fought:
    """One election of a council: its candidates, its wards, its parties, what it is compared with."""

    polled: Polled
    baseline: Baseline
    candidates: list[Row]
    wards: dict[str, Row]
    parties: list[Row]
    corrections: list[Row]


@dataclass(frozen=True, slots=True)
class CouncilReport:
    """A council, one of its elections, its composition by year and its councillors as listed."""

    council: Row
    fought: Fought | None
    elections: list[Polled]
    composition: list[Row]
    control: list[Row]
    listed: list[Row]
    has_mayor: bool
    sources: list[Row]


def council_report(record: Record, named: str, year: int | None = None) -> CouncilReport:
    """The report of a council's election of a year, or its latest; raises UnknownName, NoSuchElection."""
    council = record.query("from council where council_id = ?", [council_id(record, named)])[0]
    asked = [council["council_id"]]
    control = record.query("from council_control where council_id = ? order by year", asked)
    listed = record.query(LISTED, asked)
    elections = elections_of(record.query(CONTESTS, asked), {row["year"]: row["councillors"] for row in control})
    polled = _chosen(council, elections, year)
    fought = _fought(record, polled, elections) if polled else None
    return CouncilReport(
        council,
        fought,
        elections,
        record.query("from council_composition where council_id = ? order by year", asked),
        control,
        listed,
        bool(record.query("select 1 from contest where kind = 'mayor' and council_id = ? limit 1", asked)),
        record.query(SOURCES, [*asked, *asked, list(polled.contests) if polled else []]),
    )


CONTESTS = """
    select contest_id, polling_on, seats, area_id as ward, detail, voting_system
    from contest where kind = 'local' and council_id = ?
"""
LISTED = """
    select year, coalesce(party.party, party_name) as party, any_value(councillor.party_id) as party_id,
        count(*) as councillors
    from councillor left join party using (party_id) where council_id = ?
    group by all order by year, councillors desc, party
"""
SOURCES = """
    select distinct publisher, title, licence, address, as_of, note from source where source_id in (
        select source_id from council_control where council_id = ?
        union select source_id from councillor where council_id = ?
        union select source_id from contest where list_contains(?, contest_id)
    ) order by publisher, title
"""


def _chosen(council: Row, elections: list[Polled], year: int | None) -> Polled | None:
    """The election asked for; else the latest that was more than by-elections; else the latest."""
    if year is None:
        ordinary = [one for one in elections if one.scope not in (SOME, UNKNOWN)]
        return (ordinary or elections or [None])[-1]  # type: ignore[list-item]
    for one in elections:
        if one.year == year:
            return one
    years = ", ".join(str(one.year) for one in elections)
    held = f"it holds those of {years}" if years else "it holds none of this council"
    raise NoSuchElection(
        f"no election of {council['council']} council in {year} in the record: "
        f"nothing was polled there that year, or the record lacks it; {held}"
    )


def _fought(record: Record, polled: Polled, elections: list[Polled]) -> Fought:
    baseline = baseline_of(polled, elections)
    before = list(baseline.polled.contests) if baseline.polled else []
    with record.results_of([*polled.contests, *before]) as results:
        now = results.filter(results.contest_id.isin(polled.contests))
        then = results.filter(results.contest_id.isin(before))
        candidates = record.rows(_candidates(now))
        parties = _parties(record, now, then)
    wards = record.query(WARDS, [list(polled.contests)])
    return Fought(
        polled,
        baseline,
        candidates,
        {row["contest_id"]: row for row in wards},
        parties,
        record.query(CORRECTIONS, [list(polled.contests)]),
    )


WARDS = """
    select contest.contest_id, area.area, area.area_type, contest.polling_on, seats, electorate, voting_system,
        turnout.value as turnout
    from contest join area using (boundary_set_id, area_id)
    left join published as turnout on turnout.contest_id = contest.contest_id and turnout.figure = 'turnout'
    where list_contains(?, contest.contest_id) order by area.area, contest.polling_on
"""
CORRECTIONS = """
    select status, reason, authority, field, published, "right", "table", key
    from correction where list_contains(?, contest_id) order by key, field
"""


def _candidates(now: ir.Table) -> ir.Table:
    counted = now.mutate(share=measures.share(now), place=measures.rank(now))
    return counted.order_by(
        counted.area, counted.polling_on, counted.elected.desc(), counted.votes.desc(), counted.candidacy_id
    )


def _parties(record: Record, now: ir.Table, then: ir.Table) -> list[Row]:
    """Each party's candidates, seats, votes and shares, with its seats when the same were last fought."""
    rows = {_whose(row): row for row in record.rows(_totals(now))}
    before = {_whose(row): row for row in record.rows(_totals(then))}
    tops = {_whose(row): row for row in record.rows(measures.top_share(_as_one(now)))}
    nobody = {"seats": 0, "votes": None, "share": None, "contested": 0}
    found = [
        {**nobody, "party_id": row["party_id"], "party": row["party"]}
        | rows.get(whose, {})
        | {"seats_before": before.get(whose, nobody)["seats"] if before else None}
        | {name: tops.get(whose, {}).get(name) for name in ("top_votes", "top_share")}
        for whose, row in (before | rows).items()
        if whose in rows or row["seats"]
    ]
    return sorted(found, key=lambda row: (-(row["seats"] or 0), -(row["votes"] or 0), str(row["party"])))


def _whose(row: Row) -> str:
    return str(row["party_id"] or row["party"])


def _totals(results: ir.Table) -> ir.Table:
    return measures.party_totals(_as_one(results))


def _as_one(results: ir.Table) -> ir.Table:
    """One election whatever the days: a ward may be polled later than the rest."""
    return results.mutate(election_id=ibis.literal("one"))
