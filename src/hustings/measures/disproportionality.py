"""How far seats stray from votes."""

import ibis.expr.types as ir

from hustings.measures.fragmentation import vote_and_seat_shares


def gallagher(results: ir.Table) -> ir.Table:
    """Gallagher's least squares index of disproportionality: a row an election.

    sqrt(half the sum of squared differences of vote share and seat share), both in percent, so 0 is
    proportional and 100 the most it can be. Columns: election_id, gallagher. An independent
    counts alone. Authority: M. Gallagher, Electoral Studies 10 (1991).
    """
    shares = vote_and_seat_shares(results)
    gap = 100 * (shares.vote_share - shares.seat_share)
    squares = shares.mutate(square=gap * gap)
    return squares.group_by("election_id").aggregate(gallagher=(squares.square.sum() / 2).sqrt())
