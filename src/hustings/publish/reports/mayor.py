"""The elections of a mayor: each count with its rounds, gathered from the record through the measures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hustings import measures
from hustings.errors import NoSuchElection
from hustings.record.open import Record
from hustings.record.select import council_id

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class MayorElection:
    """One election of a mayor: the contest, its candidates with their rounds, corrections and sources."""

    contest: Row
    candidates: list[Row]
    corrections: list[Row]
    sources: list[Row]
    disagreements: list[Row]


@dataclass(frozen=True, slots=True)
class MayorReport:
    """A council, and every election of its mayor in the record, the latest first."""

    council: Row
    elections: list[MayorElection]


def mayor_report(record: Record, named: str) -> MayorReport:
    """The elections of the mayor of a council; UnknownName, or NoSuchElection where the record holds none."""
    council = record.query("from council where council_id = ?", [council_id(record, named)])[0]
    contests = record.query(CONTESTS, [council["council_id"]])
    if not contests:
        raise NoSuchElection(_none(record, council))
    return MayorReport(council, [_election(record, contest) for contest in contests])


CONTESTS = """
    select contest.*, turnout.value as turnout, turnout.decimals as turnout_decimals,
    from contest left join published as turnout
        on turnout.contest_id = contest.contest_id and figure = 'turnout'
    where kind = 'mayor' and contest.council_id = ? order by polling_on desc
"""
# A candidate eliminated in the first round has no second: transfers and final are null, as where unknown.
CANDIDATES = """
    select candidacy.candidacy_id, first.fate as first_fate, first.address as first_address,
        second.round as last_round, second.transfers, second.votes as second_votes, second.fate as second_fate,
        second.address as final_address, candidacy.disputed
    from candidacy join count_round as first on first.candidacy_id = candidacy.candidacy_id and first.round = 1
    left join count_round as second on second.candidacy_id = candidacy.candidacy_id and second.round = 2
    where candidacy.contest_id = ?
"""
CORRECTIONS = """
    select status, reason, authority, field, published, "right", "table", key
    from correction where contest_id = ? order by key, field
"""
SOURCES = """
    select distinct publisher, title, licence, address, as_of from source
    where source_id in (select source_id from count_round where contest_id = ?) order by publisher
"""
DISAGREEMENTS = """
    select candidate, field, value, other_value, one.publisher as publisher, other.publisher as other_publisher
    from reconciliation join candidacy on candidacy_id = key
    join source as one on one.source_id = reconciliation.source_id
    join source as other on other.source_id = other_source_id
    where reconciliation.contest_id = ? and not agrees order by key
"""


def _election(record: Record, contest: Row) -> MayorElection:
    asked = [contest["contest_id"]]
    with record.results_of(asked) as results:
        counted = results.mutate(share=measures.share(results), place=measures.rank(results))
        rows = record.rows(counted.order_by(counted.votes.desc(), counted.candidacy_id))
        margin = record.rows(measures.majority(results))[0]
    rounds = {row["candidacy_id"]: row for row in record.query(CANDIDATES, asked)}
    return MayorElection(
        contest | margin,
        [row | rounds[row["candidacy_id"]] for row in rows],
        record.query(CORRECTIONS, asked),
        record.query(SOURCES, asked),
        record.query(DISAGREEMENTS, asked),
    )


def _none(record: Record, council: Row) -> str:
    held = record.query(
        "select distinct council from contest join council using (council_id) where kind = 'mayor' order by 1"
    )
    names = ", ".join(row["council"] for row in held)
    return f"no election of a mayor of {council['council']} in the record; it has those of {names}"
