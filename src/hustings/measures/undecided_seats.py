"""How many seats were filled, and of how many it is not known by whom."""

import ibis.expr.types as ir


def undecided_seats(results: ir.Table) -> ir.Table:
    """Seats to be filled and seats whose winners are not known: a row an election.

    Columns: election_id, `seats`, and `undecided`: those of contests where it is not known of some
    candidacy whether it was elected. All of a contest's seats are undecided, or none.
    """
    contests = results.group_by(["election_id", "contest_id"]).aggregate(
        places=results.seats.fill_null(1).max(), unknown=results.elected.isnull().any()
    )
    return contests.group_by("election_id").aggregate(
        seats=contests.places.sum(), undecided=contests.places.sum(where=contests.unknown).fill_null(0)
    )
