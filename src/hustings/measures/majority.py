"""Majority: how far the first was ahead of the second."""

import ibis
import ibis.expr.types as ir


def majority(results: ir.Table) -> ir.Table:
    """A contest's majority, its winner's votes less the second candidate's: a row a contest.

    Columns: contest_id, `first_votes`, `second_votes`, `majority` in votes, and `majority_share`,
    the majority / valid votes, a fraction of 1. A tie for first is a majority of 0; a candidate
    alone is ahead of nobody by all their votes. Of whole contests: filter after, not before.

    Under the Supplementary Vote all four are of the round that decided: final totals, and the
    share of the votes counted in it; null where they are unknown, since the lead in first
    preferences is no majority. Null under the Single Transferable Vote, and where several were
    elected: there is no one first and second. Null too where the second, or the first, is no
    candidate but a lump of several that the publication does not part: nobody in it need have
    polled so much.
    """
    polled = _polled(results)
    top = polled.group_by("contest_id").aggregate(
        first_votes=polled.votes.max(),
        below_first=polled.votes.max(where=polled.votes < polled.most),
        tied_first=(polled.votes == polled.most).sum() > 1,
        counted=ibis.ifelse(polled.rounds.any(), polled.votes.sum(), polled.valid_votes.max()),
        lump=polled.votes.max(where=polled.lumped),
        # One final total of two says nothing of the other.
        half_known=polled.rounds.any() & (polled.votes.count() == 1) & (polled.count() > 1),
    )
    second = ibis.ifelse(top.tied_first, top.first_votes, ibis.coalesce(top.below_first, 0))
    unparted = top.lump.notnull() & (top.lump >= second)
    known = ibis.ifelse(top.first_votes.isnull() | top.half_known | unparted, ibis.null("int64"), second)
    return top.select(
        "contest_id",
        first_votes=ibis.ifelse((top.lump == top.first_votes).fill_null(False), ibis.null("int64"), top.first_votes),
        second_votes=known,
        majority=top.first_votes - known,
        majority_share=(top.first_votes - known) / top.counted.nullif(0),
    )


def lumped(results: ir.Table) -> ir.BooleanValue:
    """Whether a row is no candidate but a lump of several that the publication does not part."""
    return (results.standing_as.fill_null("party") == "other") | _independents_together(results)


def _polled(results: ir.Table) -> ir.Table:
    """What decided each contest: votes, the most anyone had, and whether a row is a lump of several."""
    deciding = results.select(
        "contest_id",
        "valid_votes",
        votes=_deciding_votes(results),
        rounds=_in_rounds(results),
        lumped=lumped(results),
    )
    # A window without an order is an aggregate and a join, where ranking would sort every row; an
    # array of votes read from its end would be read wrongly on Spark.
    return deciding.mutate(most=deciding.votes.max().over(ibis.window(group_by=deciding.contest_id)))


def _in_rounds(results: ir.Table) -> ir.BooleanValue:
    return results.voting_system.fill_null("FPTP") == "SV"


def _deciding_votes(results: ir.Table) -> ir.IntegerValue:
    """The votes that decided a contest: all of them, the final totals of rounds, or none where several won."""
    single = (results.seats.fill_null(1) == 1) & (results.voting_system.fill_null("FPTP") != "STV")
    votes = ibis.ifelse(_in_rounds(results), results.final_votes, results.votes)
    return ibis.ifelse(single, votes, ibis.null("int32"))


def _independents_together(results: ir.Table) -> ir.BooleanValue:
    """Rows of all independents of a contest, where only party votes were published."""
    return (results.detail.fill_null("candidate") == "party") & (results.standing_as.fill_null("") == "independent")
