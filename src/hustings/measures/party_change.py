"""How a party's votes and seats moved over many contests at once."""

import ibis
import ibis.expr.types as ir

from hustings.measures.seats import party_totals


def party_change(results: ir.Table, baseline: ir.Table, pairs: ir.Table) -> ir.Table:
    """Each party's totals with their change on the baselines of all these contests added up.

    A row a party of `results`: the columns of `party_totals` but election_id, `line_id`,
    `share_change` (a fraction of 1, to be printed in points) and `seats_change`. Both are null
    where a contest has no baseline, so that like is compared with like; `share_change` is null for
    independents and for parties that did not stand at the baseline, whose `seats_change` is their
    seats. Seats lost by a party that no longer stands are in no row.
    """
    compared = pairs.semi_join(results, "contest_id")
    before = _totals(baseline.semi_join(compared.select(contest_id="baseline_contest_id"), "contest_id"))
    now = _totals(results)
    old = before.select("line", old_share="share", old_seats="seats")
    joined = now.left_join(old, "line").drop("line_right")
    all_compared = results.contest_id.nunique().as_scalar() == compared.contest_id.nunique().as_scalar()
    stood = all_compared & joined.line_id.notnull()
    return joined.select(
        "party_id",
        "party",
        "line_id",
        "seats",
        "votes",
        "contested",
        "share",
        share_change=ibis.ifelse(stood, joined.share - joined.old_share, ibis.null("float64")),
        seats_change=ibis.ifelse(all_compared, joined.seats - joined.old_seats.fill_null(0), ibis.null("int64")),
    )


def _totals(results: ir.Table) -> ir.Table:
    """Party totals of all the results as one election, under the line each party is compared along."""
    one = results.mutate(election_id=ibis.literal("all"))
    lines = one.group_by("party").aggregate(line_id=one.line_id.max())
    totals = party_totals(one).join(lines, "party").drop("election_id")
    return totals.mutate(line=ibis.coalesce(totals.line_id, totals.party))
