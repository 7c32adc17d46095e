"""A council: one election by ward and party, and who held its seats each year, gathered from the record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import ibis.expr.types as ir

from hustings import measures
from hustings.errors import NoSuchElection
from hustings.record.councils.scope import SOME, UNKNOWN, Baseline, Polled, baseline_of, elections_of
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
    wanted = council_id(record, named)
    return council_reports(record, [wanted], year)[wanted]


def council_reports(record: Record, council_ids: Iterable[str], year: int | None = None) -> dict[str, CouncilReport]:
    """The reports of many councils by council id, each query asked once for all; raises NoSuchElection for a year."""
    asked = sorted(set(council_ids))
    councils = {row["council_id"]: row for row in record.query(COUNCILS, [asked])}
    control = _of_each(record.query(CONTROL, [asked]))
    elections = _elections(record, asked, control)
    polled = {key: _chosen(council, elections[key], year) for key, council in councils.items()}
    fought = _fought(record, {key: one for key, one in polled.items() if one}, elections)
    composition = _of_each(record.query(COMPOSITION, [asked]))
    listed = _of_each(record.query(LISTED, [asked]))
    mayors = {row["council_id"] for row in record.query(MAYORS, [asked])}
    sources = _sources(record, asked, polled)
    return {
        key: CouncilReport(
            council=council,
            fought=fought.get(key),
            elections=elections[key],
            composition=composition[key],
            control=control[key],
            listed=listed[key],
            has_mayor=key in mayors,
            sources=sources[key],
        )
        for key, council in councils.items()
    }


COUNCILS = "from council where list_contains(?, council_id)"
CONTROL = "from council_control where list_contains(?, council_id) order by year"
COMPOSITION = """
    from council_composition where list_contains(?, council_id) order by year, councillors desc, party_label
"""
MAYORS = "select distinct council_id from contest where kind = 'mayor' and list_contains(?, council_id)"
CONTESTS = """
    select council_id, contest_id, polling_on, seats, area_id as ward, detail, voting_system
    from contest where kind = 'local' and list_contains(?, council_id)
"""
LISTED = """
    select council_id, year, coalesce(party.party, party_name) as party, any_value(councillor.party_id) as party_id,
        count(*) as councillors
    from councillor left join party using (party_id) where list_contains(?, council_id)
    group by all order by year, councillors desc, party
"""
SOURCES = """
    with cited as (
        select council_id, source_id from council_control where list_contains($1, council_id)
        union select council_id, source_id from councillor where list_contains($1, council_id)
        union select council_id, source_id from contest where list_contains($2, contest_id)
    )
    select distinct council_id, publisher, title, licence, address, as_of, note from source join cited using (source_id)
    order by publisher, title
"""


def _of_each(rows: list[Row]) -> dict[str, list[Row]]:
    """Rows by their council."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["council_id"]].append(row)
    return groups


def _elections(record: Record, asked: list[str], control: dict[str, list[Row]]) -> dict[str, list[Polled]]:
    """Every council's elections, oldest first."""
    contests = _of_each(record.query(CONTESTS, [asked]))
    sizes = {key: {row["year"]: row["councillors"] for row in control[key]} for key in asked}
    return {key: elections_of(contests[key], sizes[key]) for key in asked}


def _sources(record: Record, asked: list[str], polled: dict[str, Polled | None]) -> dict[str, list[Row]]:
    fought = [contest_id for one in polled.values() if one for contest_id in one.contests]
    return _of_each(record.query(SOURCES, [asked, fought]))


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


def _fought(record: Record, polled: dict[str, Polled], elections: dict[str, list[Polled]]) -> dict[str, Fought]:
    """The election chosen of each council, and the one at which its seats were last fought."""
    baselines = {key: baseline_of(one, elections[key]) for key, one in polled.items()}
    now_ids = [contest_id for one in polled.values() for contest_id in one.contests]
    then_ids = [contest_id for one in baselines.values() if one.polled for contest_id in one.polled.contests]
    with record.results_of([*now_ids, *then_ids]) as results:
        now = results.filter(results.contest_id.isin(now_ids))
        candidates = _of_each(record.rows(_candidates(now)))
        parties = _parties(record, now, results.filter(results.contest_id.isin(then_ids)))
    wards = _of_each(record.query(WARDS, [now_ids]))
    corrections = _of_each(record.query(CORRECTIONS, [now_ids]))
    return {
        key: Fought(
            polled=one,
            baseline=baselines[key],
            candidates=candidates[key],
            wards={row["contest_id"]: row for row in wards[key]},
            parties=parties[key],
            corrections=corrections[key],
        )
        for key, one in polled.items()
    }


WARDS = """
    select contest.council_id, contest.contest_id, area.area, area.area_type, contest.polling_on, seats, electorate,
        voting_system, turnout.value as turnout
    from contest join area using (boundary_set_id, area_id)
    left join published as turnout on turnout.contest_id = contest.contest_id and turnout.figure = 'turnout'
    where list_contains(?, contest.contest_id) order by area.area, contest.polling_on
"""
CORRECTIONS = """
    select council_id, status, reason, authority, field, published, "right", "table", key
    from correction join contest using (contest_id) where list_contains(?, contest_id) order by key, field
"""


def _candidates(now: ir.Table) -> ir.Table:
    counted = now.mutate(share=measures.share(now), place=measures.rank(now))
    return counted.order_by(
        counted.area, counted.polling_on, counted.elected.desc(), counted.votes.desc(), counted.candidacy_id
    )


def _parties(record: Record, now: ir.Table, then: ir.Table) -> dict[str, list[Row]]:
    """Each council's parties: candidates, seats, votes and shares, with their seats when the same were last fought."""
    rows = _of_each(record.rows(_totals(now)))
    before = _of_each(record.rows(_totals(then)))
    tops = _of_each(record.rows(_by_council(measures.top_share(_as_one(now)))))
    return defaultdict(list, {key: _compared(rows[key], before[key], tops[key]) for key in rows})


def _compared(now: list[Row], then: list[Row], tops: list[Row]) -> list[Row]:
    """One council's parties now with what they had before, most seats first; those that lost all of theirs too."""
    rows, before, top = ({_whose(row): row for row in found} for found in (now, then, tops))
    nobody = {"seats": 0, "votes": None, "share": None, "contested": 0}
    found = [
        {**nobody, "party_id": row["party_id"], "party": row["party"]}
        | rows.get(whose, {})
        | {"seats_before": before.get(whose, nobody)["seats"] if before else None}
        | {name: top.get(whose, {}).get(name) for name in ("top_votes", "top_share")}
        for whose, row in (before | rows).items()
        if whose in rows or row["seats"]
    ]
    return sorted(found, key=lambda row: (-(row["seats"] or 0), -(row["votes"] or 0), str(row["party"])))


def _whose(row: Row) -> str:
    return str(row["party_id"] or row["party"])


def _totals(results: ir.Table) -> ir.Table:
    return _by_council(measures.party_totals(_as_one(results)))


def _as_one(results: ir.Table) -> ir.Table:
    """One election of each council, whatever its days: a ward may be polled later than the rest."""
    return results.mutate(election_id=results.council_id)


def _by_council(totals: ir.Table) -> ir.Table:
    return totals.rename(council_id="election_id")
