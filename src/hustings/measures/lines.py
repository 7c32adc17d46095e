"""Shares of party lines: a party under whatever name, its candidates in one contest added."""

import ibis.expr.types as ir


def line_shares(results: ir.Table) -> ir.Table:
    """The share of each party line in each contest: contest_id, line_id, share as a fraction of 1.

    Candidates without a line are left out: independents, and whatever a notional result lumps.
    """
    lines = results.filter(results.line_id.notnull())
    totals = lines.group_by(["contest_id", "line_id"]).aggregate(
        votes=lines.votes.sum(), valid_votes=lines.valid_votes.max()
    )
    return totals.select("contest_id", "line_id", share=totals.votes / totals.valid_votes.nullif(0))
