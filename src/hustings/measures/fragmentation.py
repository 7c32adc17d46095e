"""How many parties there effectively are."""

import ibis
import ibis.expr.types as ir


def effective_parties(results: ir.Table) -> ir.Table:
    """The effective number of parties by votes and by seats: a row an election.

    1 / sum of squared shares. Columns: election_id, `by_votes`, `by_seats`, each at least 1. An
    independent, the Speaker, and each group a notional result lumps together count as one party
    each. Authority: M. Laakso and R. Taagepera, Comparative Political Studies 12 (1979).
    """
    shares = vote_and_seat_shares(results)
    return shares.group_by("election_id").aggregate(
        by_votes=1 / (shares.vote_share * shares.vote_share).sum(),
        by_seats=1 / (shares.seat_share * shares.seat_share).sum(),
    )


def vote_and_seat_shares(results: ir.Table) -> ir.Table:
    """Each party's share of votes and of seats: a row an election and party, an independent a row alone.

    Shares of seats are null in an election where it is not known who took every seat.
    """
    named = results.mutate(actor=ibis.coalesce(results.party_id, results.candidacy_id))
    actors = named.group_by(["election_id", "actor"]).aggregate(
        votes=named.votes.sum(), seats=named.elected.cast("int64").sum()
    )
    # Seats that nobody is known to have won make the shares of all seats unknown.
    undecided = named.group_by("election_id").aggregate(undecided=named.elected.isnull().any())
    totals = actors.group_by("election_id").aggregate(all_votes=actors.votes.sum(), all_seats=actors.seats.sum())
    totals = totals.join(undecided, "election_id")
    joined = actors.join(totals, "election_id")
    return joined.select(
        "election_id",
        "actor",
        vote_share=joined.votes / joined.all_votes.nullif(0),
        seat_share=ibis.ifelse(joined.undecided, ibis.null("float64"), joined.seats / joined.all_seats.nullif(0)),
    )
