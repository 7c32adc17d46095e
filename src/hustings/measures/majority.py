"""Majority: how far the first was ahead of the second."""

import ibis
import ibis.expr.types as ir


def majority(results: ir.Table) -> ir.Table:
    """A contest's majority, its winner's votes less the second candidate's: a row a contest.

    Columns: contest_id, `first_votes`, `second_votes`, `majority` in votes, and `majority_share`,
    the majority / valid votes, a fraction of 1. A tie for first is a majority of 0; a candidate
    alone is ahead of nobody by all their votes. Of whole contests for one seat: filter after, not
    before.
    """
    # A window without an order is an aggregate and a join, where ranking would sort every row; an
    # array of votes read from its end would be read wrongly on Spark.
    contest = ibis.window(group_by=results.contest_id)
    polled = results.select("contest_id", "votes", "valid_votes", most=results.votes.max().over(contest))
    top = polled.group_by("contest_id").aggregate(
        first_votes=polled.votes.max(),
        below_first=polled.votes.max(where=polled.votes < polled.most),
        tied_first=(polled.votes == polled.most).sum() > 1,
        valid_votes=polled.valid_votes.max(),
    )
    second = ibis.ifelse(top.tied_first, top.first_votes, ibis.coalesce(top.below_first, 0))
    return top.select(
        "contest_id",
        "first_votes",
        second_votes=second,
        majority=top.first_votes - second,
        majority_share=(top.first_votes - second) / top.valid_votes.nullif(0),
    )
