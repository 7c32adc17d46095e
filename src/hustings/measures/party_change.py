"""How a party's votes and seats moved over many contests at once."""

import ibis
import ibis.expr.types as ir

from hustings.measures.seats import party_totals


def party_change(results: ir.Table, baseline: ir.Table, pairs: ir.Table) -> ir.Table:
    """Each party's totals with their change on the baselines of all these contests added up.

    A row a party of `results`: the columns of `party_totals` but election_id, `line_id`,
    `share_change` (a fraction of 1, to be printed in points) and `seats_change`. A party is compared
    with its line at the baseline; both changes are null where a contest has no baseline, so that
    like is compared with like, and for a party that shares its line with another of `results`.
    `share_change` is null for independents and the Speaker, for parties that did not stand at the
    baseline, whose `seats_change` is their seats, and for parties that may be among those a notional
    baseline lumps together. `seats_change` is null where it is not known who took every seat, then or
    now. Seats lost by a party that no longer stands are in no row.
    """
    compared = pairs.semi_join(results, "contest_id")
    then = baseline.semi_join(compared.select(contest_id="baseline_contest_id"), "contest_id")
    before = _totals(then)
    now = _totals(results)
    old = before.group_by("line").aggregate(old_share=before.share.sum(), old_seats=before.seats.sum())
    alone = now.group_by("line").aggregate(parties=now.count()).filter(lambda line: line.parties == 1)
    joined = now.left_join(old, "line").drop("line_right")
    all_compared = results.contest_id.nunique().as_scalar() == compared.contest_id.nunique().as_scalar()
    comparable = all_compared & joined.line.isin(alone.line)
    decided = results.elected.notnull().all().as_scalar() & then.elected.notnull().all().as_scalar()
    stood = comparable & joined.party_id.notnull() & joined.line.notin(_maybe_lumped(results, baseline, compared))
    return joined.select(
        "party_id",
        "party",
        "line_id",
        "seats",
        "votes",
        "contested",
        "share",
        share_change=ibis.ifelse(stood, joined.share - joined.old_share, ibis.null("float64")),
        seats_change=ibis.ifelse(
            comparable & decided, joined.seats - joined.old_seats.fill_null(0), ibis.null("int64")
        ),
    )


def _totals(results: ir.Table) -> ir.Table:
    """Party totals of all the results as one election, with the line each party is compared along."""
    one = results.mutate(election_id=ibis.literal("all"))
    totals = party_totals(one).drop("election_id")
    lines = one.group_by("party_id", "party").aggregate(line_id=one.line_id.max())
    named = lines.select("line_id", key=lines.party_id, name=lines.party)
    joined = totals.join(named, [totals.party == named.name, totals.party_id.identical_to(named.key)])
    return joined.drop("key", "name").mutate(line=ibis.coalesce(joined.line_id, joined.party))


def _maybe_lumped(results: ir.Table, baseline: ir.Table, compared: ir.Table) -> ir.Column:
    """Lines that stand where the baseline lumps candidates together, and have no row of their own there."""
    lumps = baseline.filter(baseline.standing_as == "other").select("contest_id").distinct()
    there = baseline.semi_join(lumps, "contest_id")
    now_there = compared.semi_join(lumps, [("baseline_contest_id", "contest_id")])
    standing = results.semi_join(now_there, "contest_id").filter(lambda row: row.line_id.notnull())
    own = there.filter(there.line_id.notnull()).select("line_id").distinct()
    return standing.select("line_id").distinct().anti_join(own, "line_id").line_id
