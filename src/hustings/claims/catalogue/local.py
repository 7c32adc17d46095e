"""Facts of local elections: of wards, of whole councils, and of mayors round by round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import ibis
import ibis.expr.types as ir

from hustings import measures
from hustings.claims.catalogue import councils
from hustings.claims.catalogue.areas import TURNOUTS
from hustings.claims.catalogue.columns import fact
from hustings.claims.catalogue.fact import Measure

if TYPE_CHECKING:
    from hustings.record.open import Record

LOCAL = ["local", "mayor"]
# Of a count in rounds what decided stands apart from the first preferences.
FINAL = "|final"


def facts(record: Record) -> Iterator[ir.Table]:
    """Every figure that a story may print of a ward, a council or a mayor."""
    results = record.results()
    results = results.filter(results.kind.isin(LOCAL))
    yield from _of_contests(results)
    yield from _of_rounds(results)
    yield from _of_mayors_since(record, results.filter(results.kind == "mayor"))
    yield from councils.facts(record, results.filter(results.kind == "local"))


def _of_contests(results: ir.Table) -> Iterator[ir.Table]:
    """What was counted in each ward and for each mayor: under rounds, in first preferences.

    Where voters have several votes a share of the votes is no share of the voters, and stories print either or that
    of the leading candidates: none is kept. All votes of all voters are not who voted, and are not kept either.
    """
    single = results.filter((results.voting_system != "block") & (results.voting_system != "STV"))
    # A party's votes in a ward of several seats are of all its candidates: nobody's.
    counted = results.filter((results.detail == "candidate") | (results.voting_system == "FPTP"))
    yield fact(counted, Measure.VOTES, counted.votes, subject=counted.candidacy_id)
    polled = (single.votes, single.valid_votes)
    yield fact(single, Measure.SHARE, measures.share(single), polled, subject=single.candidacy_id)
    ranked = results.filter((results.detail == "candidate") & (results.voting_system != "STV"))
    yield fact(ranked, Measure.PLACE, measures.rank(ranked), subject=ranked.candidacy_id)
    decided = results.filter(results.voting_system == "FPTP")
    lead = measures.majority(decided)
    yield fact(lead, Measure.MAJORITY, lead.majority, (lead.first_votes, lead.second_votes))
    valid = decided.select("contest_id", "valid_votes").distinct()
    joined = lead.join(valid, "contest_id")
    yield fact(joined, Measure.MAJORITY_SHARE, joined.majority_share, (joined.majority, joined.valid_votes))
    standing = measures.candidates(results)
    yield fact(standing, Measure.CANDIDATES, standing.candidates)
    yield from _of_voters(results, single)


def _of_voters(results: ir.Table, single: ir.Table) -> Iterator[ir.Table]:
    voted = measures.turnout(results)
    yield fact(voted, Measure.ELECTORATE, voted.electorate)
    yield fact(voted, Measure.INVALID_VOTES, voted.invalid_votes)
    for basis, column in TURNOUTS.items():
        yield fact(voted, Measure.TURNOUT, voted[column], basis=basis)
    alone = measures.turnout(single)
    yield fact(alone, Measure.VALID_VOTES, alone.valid_votes)
    papers = measures.ballots(single)
    yield fact(papers, Measure.BALLOTS, papers.ballots)


def _of_rounds(results: ir.Table) -> Iterator[ir.Table]:
    """The round that decided under the Supplementary Vote: a scope of its own, where there was one."""
    final = measures.final_round(results)
    named = {"scope": final.contest_id + FINAL, "subject": final.candidacy_id}
    yield fact(final, Measure.VOTES, final.final_votes, **named)
    yield fact(final, Measure.SHARE, final.final_share, (final.final_votes, final.counted), **named)
    yield fact(final, Measure.SECOND_PREFERENCES, final.second_preferences, **named)
    rounds = results.filter(results.voting_system == "SV")
    lead = measures.majority(rounds)
    counted = final.select("contest_id", "counted").distinct()
    for scoped, suffix in ((lead.semi_join(final, "contest_id"), FINAL), (lead.anti_join(final, "contest_id"), "")):
        joined = scoped.left_join(counted, "contest_id").drop("contest_id_right")
        scope = {"scope": joined.contest_id + suffix}
        yield fact(joined, Measure.MAJORITY, joined.majority, (joined.first_votes, joined.second_votes), **scope)
        yield fact(joined, Measure.MAJORITY_SHARE, joined.majority_share, (joined.majority, joined.counted), **scope)


MAYORS = """
    select contest_id, lag(contest_id) over (partition by council_id order by polling_on) as baseline_contest_id,
        'mayor before' as rule
    from contest where kind = 'mayor' qualify baseline_contest_id is not null
"""


def _of_mayors_since(record: Record, results: ir.Table) -> Iterator[ir.Table]:
    """How each party's share of first preferences moved since the mayor's election before."""
    schema = ibis.schema({"contest_id": "string", "baseline_contest_id": "string", "rule": "string"})
    pairs = record.backend.sql(MAYORS, schema=schema)
    moved = measures.change(results.semi_join(pairs, "contest_id"), results, pairs)
    moved = moved.filter(moved.change.notnull())
    named = {"subject": moved.candidacy_id, "against": moved.baseline_contest_id}
    yield fact(moved, Measure.SHARE_CHANGE, moved.change, (moved.share, moved.baseline_share), **named)
