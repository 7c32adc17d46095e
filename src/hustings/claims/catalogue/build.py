"""The catalogue made: every measure asked of every contest at once, and written as one file beside the record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import ibis
import ibis.expr.types as ir

from hustings import measures
from hustings.claims.catalogue import areas, changes, local
from hustings.claims.catalogue.columns import fact
from hustings.claims.catalogue.contest import CANDIDATES_SQL, CONTESTS_SQL
from hustings.claims.catalogue.fact import Measure
from hustings.claims.catalogue.files import CANDIDATES, CONTESTS, FACTS, NAMES
from hustings.claims.catalogue.naming import names

if TYPE_CHECKING:
    from hustings.record.open import Record

COMMONS = ["general", "by-election"]
# Groups of this many rows, so that a story's few contests are read without the rest.
GROUP = 20_000
WRITE = "copy ({rows}) to '{place}' (format parquet, compression brotli, row_group_size {group})"
# Fractions to seven digits, which is finer than any story prints: what is shipped is a fifth smaller.
SHORT = "case when abs({0}) < 2 then {0}::float::double else {0} end as {0}"
# A candidacy's id begins with its contest's, which stands beside it: only what follows is written.
ORDERED = """
    select scope, case when starts_with(subject, scope || ':') then subject[length(scope) + 1:] else subject end
            as subject, measure, basis, against, {numbers} from ({facts})
    where value is not null order by scope, measure, 2, basis, against
"""
NAMED = "select unnest(?) as words, unnest(?) as kind, unnest(?) as name, unnest(?) as keys"


def write_catalogue(record: Record, folder: Path) -> None:
    """Write the catalogue of a record's contests for the Commons into a folder: each file whole, or not at all."""
    numbers = ", ".join(SHORT.format(column) for column in ("value", "first", "second"))
    facts = ORDERED.format(facts=facts_sql(record, _commons(record)), numbers=numbers)
    _write(record, folder / FACTS, facts)
    _write(record, folder / CONTESTS, CONTESTS_SQL)
    _write(record, folder / CANDIDATES, CANDIDATES_SQL)
    _write(record, folder / NAMES, NAMED, [list(column) for column in zip(*names(record), strict=True)])


def _write(record: Record, place: Path, rows: str, values: Sequence[object] = ()) -> None:
    """Write the rows of a SQL query to a file that is there when it is whole."""
    unfinished = place.with_name(f".{place.name}.unfinished")
    try:
        record.query(WRITE.format(rows=rows, place=_quoted(unfinished), group=GROUP), values)
        unfinished.replace(place)
    finally:
        unfinished.unlink(missing_ok=True)


def facts_sql(record: Record, results: ir.Table) -> str:
    """The facts of some results, as SQL over the record's own tables."""
    everything = record.results()
    tables = [*_of_contests(results), *areas.facts(results)]
    for pairs in (record.baselines(), record.baselines("same-name"), predecessors(record)):
        tables += changes.facts(results, everything.semi_join(pairs, [("contest_id", "baseline_contest_id")]), pairs)
    tables += areas.parts(record)
    tables += local.facts(record)
    return " union all by name ".join(f"({record.backend.compile(table)})" for table in tables)


# What a reader of a seat under a new name remembers of the last election: the seat that most of its addresses were in.
PREDECESSORS = """
    select contest.contest_id, before.contest_id as baseline_contest_id, 'predecessor' as rule
    from overlap
    join contest on contest.boundary_set_id = new_boundary_set_id and contest.area_id = new_area_id
    join contest as before on before.boundary_set_id = old_boundary_set_id and before.area_id = old_area_id
    where contest.kind = 'general' and contest.basis = 'declared' and before.kind = 'general'
        and before.basis = 'declared' and before.polling_on < contest.polling_on
        and not exists (from baseline where baseline.contest_id = contest.contest_id
            and baseline.baseline_contest_id = before.contest_id)
    qualify row_number() over (
        partition by contest.contest_id order by before.polling_on desc, addresses_of_new desc, old_area_id
    ) = 1
"""


def predecessors(record: Record) -> ir.Table:
    """The declared result, before, of the seat that most of a redrawn seat's addresses were in: a row a contest."""
    schema = ibis.schema({"contest_id": "string", "baseline_contest_id": "string", "rule": "string"})
    return record.backend.sql(PREDECESSORS, schema=schema)


def _commons(record: Record) -> ir.Table:
    results = record.results()
    return results.filter(results.kind.isin(COMMONS))


def _quoted(place: Path) -> str:
    return str(place).replace("'", "''")


def _of_contests(results: ir.Table) -> Iterator[ir.Table]:
    """What was counted in each contest, and what is worked out from it alone."""
    yield fact(results, Measure.VOTES, results.votes, subject=results.candidacy_id)
    share = measures.share(results)
    operands = (results.votes, results.valid_votes)
    yield fact(results, Measure.SHARE, share, operands, subject=results.candidacy_id)
    yield fact(results, Measure.PLACE, measures.rank(results), subject=results.candidacy_id)
    lead = measures.majority(results)
    yield fact(lead, Measure.MAJORITY, lead.majority, (lead.first_votes, lead.second_votes))
    valid = results.select("contest_id", "valid_votes").distinct()
    joined = lead.join(valid, "contest_id")
    yield fact(joined, Measure.MAJORITY_SHARE, joined.majority_share, (joined.majority, joined.valid_votes))
    standing = measures.candidates(results)
    yield fact(standing, Measure.CANDIDATES, standing.candidates)
    # A notional electorate may be of another register than the votes: it has no turnout.
    declared = results.filter(results.basis == "declared")
    voted = measures.turnout(declared)
    yield fact(voted, Measure.ELECTORATE, voted.electorate)
    yield fact(voted, Measure.VALID_VOTES, voted.valid_votes)
    yield fact(voted, Measure.INVALID_VOTES, voted.invalid_votes)
    all_papers = measures.ballots(declared)
    yield fact(all_papers, Measure.BALLOTS, all_papers.ballots)
    valid_of = (voted.valid_votes, voted.electorate)
    yield fact(voted, Measure.TURNOUT, voted.valid_turnout, valid_of, basis="valid votes")
    ballots_of = (voted.valid_votes + voted.invalid_votes, voted.electorate)
    yield fact(voted, Measure.TURNOUT, voted.ballot_turnout, ballots_of, basis="all ballots")
