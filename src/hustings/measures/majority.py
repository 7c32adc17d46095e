"""Majority: how far the first was ahead of the second."""

import ibis
import ibis.expr.types as ir

from hustings.measures.rank import rank


def majority(results: ir.Table) -> ir.Table:
    """A contest's majority, its winner's votes less the second candidate's: a row a contest.

    Columns: contest_id, `first_votes`, `second_votes`, `majority` in votes, and `majority_share`,
    the majority / valid votes, a fraction of 1. A tie for first is a majority of 0; a candidate
    alone is ahead of nobody by all their votes. Of whole contests for one
    seat: filter after, not before.
    """
    ranked = results.select("contest_id", "candidacy_id", "votes", "valid_votes", place=rank(results))
    tied_first = (ranked.place == 1).sum() > 1
    top = ranked.group_by("contest_id").aggregate(
        first_votes=ranked.votes.max(),
        below_first=ranked.votes.max(where=ranked.place > 1),
        tied_first=tied_first,
        valid_votes=ranked.valid_votes.max(),
    )
    second = ibis.ifelse(top.tied_first, top.first_votes, ibis.coalesce(top.below_first, 0))
    return top.select(
        "contest_id",
        "first_votes",
        second_votes=second,
        majority=top.first_votes - second,
        majority_share=(top.first_votes - second) / top.valid_votes.nullif(0),
    )
