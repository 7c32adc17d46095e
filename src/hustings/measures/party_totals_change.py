"""How parties' votes and seats moved from one election to the next."""

import ibis
import ibis.expr.types as ir

from hustings.measures.seats import party_totals


def party_totals_change(results: ir.Table, by: tuple[str, ...] = ()) -> ir.Table:
    """What each party won at every election of the results, beside what it had won at the one before.

    A row an election and party, within each value of the columns `by`, of every election but the first: the columns
    of `party_totals`, `before_election_id`, `line_id`, `before_share`, `before_votes` and `before_seats`, which are
    null for a party that did not stand then, and `share_change` (a fraction of 1, to be printed in points),
    `votes_change` and `seats_change`. A party is compared with its line; independents, the Speaker and parties that
    share a line with another then or now are compared with nobody, and changes of seats are null where it is not
    known who took every seat. Whole elections are compared as they were declared, whatever boundaries did to seats.
    Authority: House of Commons Library, general election results (change since the last general election).
    """
    totals = _with_lines(results, by)
    before = _before(results)
    now = totals.join(before, "election_id")
    then = totals.select(
        *by,
        before_election_id="election_id",
        line_id="line_id",
        before_share="share",
        before_votes="votes",
        before_seats="seats",
    )
    joined = now.left_join(then, [*by, "before_election_id", "line_id"])
    shown = joined.drop([name for name in joined.columns if name.endswith("_right")])
    return shown.mutate(
        share_change=shown.share - shown.before_share,
        votes_change=shown.votes - shown.before_votes,
        seats_change=shown.seats - shown.before_seats,
    )


def _with_lines(results: ir.Table, by: tuple[str, ...]) -> ir.Table:
    """Party totals with the line each is compared along: of parties that have one to themselves."""
    totals = party_totals(results, by)
    lines = results.filter(results.line_id.notnull() & results.party_id.notnull())
    named = lines.group_by(["election_id", "party_id"]).aggregate(line_id=lines.line_id.max())
    shared = named.group_by(["election_id", "line_id"]).having(named.count() > 1).aggregate(parties=named.count())
    alone = named.anti_join(shared, ["election_id", "line_id"])
    return totals.join(alone, ["election_id", "party_id"])


def _before(results: ir.Table) -> ir.Table:
    """Each election with the one before it."""
    days = results.group_by("election_id").aggregate(polling_on=results.polling_on.min())
    in_order = ibis.window(order_by=days.polling_on)
    pairs = days.select("election_id", before_election_id=days.election_id.lag().over(in_order))
    return pairs.filter(pairs.before_election_id.notnull())
