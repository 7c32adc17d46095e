"""Seats, votes and shares of parties, nationally or by country, region or anything else in the results."""

import ibis
import ibis.expr.types as ir


def seats(results: ir.Table) -> ir.Table:
    """Seats won: a row an election and party, with `seats`, most first.

    Independents are one row, and so are the Speaker and whatever a notional result lumps together.
    """
    totals = party_totals(results)
    return totals.select("election_id", "party_id", "party", "seats").order_by(totals.seats.desc())


def party_totals(results: ir.Table, by: tuple[str, ...] = ()) -> ir.Table:
    """What each party won: a row an election and party, within each value of the columns `by`.

    `by` may be ("country",), ("region",) or any columns of the results; none is the whole.
    Columns: election_id, those, party_id, party, `seats` won, `votes`, `contested` (candidacies),
    and `share`, votes / all candidates' votes in that scope, independents' and the Speaker's too:
    a fraction of 1. Labour includes Labour and Co-operative candidates. The three Green parties
    are three rows. Where it is not known who was elected, `seats` are those known to be won; of
    candidates whom a publication lumps together they are null then.
    Authority: House of Commons Library, party performance tables.
    """
    scope = ["election_id", *by]
    parties = results.group_by([*scope, "party_id", "party"]).aggregate(
        won=results.elected.cast("int64").sum(),
        unparted=((results.standing_as.fill_null("party") == "other") & results.elected.isnull()).any(),
        votes=results.votes.sum(),
        contested=results.count(),
    )
    parties = parties.mutate(seats=ibis.ifelse(parties.unparted, ibis.null("int64"), parties.won))
    cast = results.group_by(scope).aggregate(all_votes=results.votes.sum())
    joined = parties.join(cast, scope)
    return joined.select(
        *scope, "party_id", "party", "seats", "votes", "contested", share=joined.votes / joined.all_votes.nullif(0)
    )
