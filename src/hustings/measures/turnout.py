"""Turnout, on the two bases that are published."""

import ibis
import ibis.expr.types as ir


def turnout(results: ir.Table) -> ir.Table:
    """A contest's turnout in valid votes and in all ballots: a row a contest.

    Columns: contest_id, electorate, valid_votes, invalid_votes; `valid_turnout`, valid votes /
    electorate (House of Commons Library); `ballot_turnout`, valid and rejected ballots / electorate
    (returning officers, Electoral Commission). Fractions of 1; null where a part is unknown. Where
    a voter has several votes (block) valid ballots stand for valid votes: votes are more than voters.
    The two are never compared with each other.
    """
    voted = ibis.ifelse(results.voting_system == "block", results.valid_ballots, results.valid_votes)
    contests = results.select("contest_id", "electorate", "valid_votes", "invalid_votes", voted=voted).distinct()
    electorate = contests.electorate.nullif(0)
    return contests.mutate(
        valid_turnout=contests.voted / electorate,
        ballot_turnout=(contests.voted + contests.invalid_votes) / electorate,
    ).drop("voted")


def national_turnout(results: ir.Table) -> ir.Table:
    """Turnout of all contests taken together, on both bases: one row.

    Columns: electorate, valid_votes, invalid_votes, valid_turnout, ballot_turnout, and `contests`,
    how many were added. Rejected papers are null where any contest's are unknown.
    """
    contests = turnout(results)
    known = contests.invalid_votes.isnull().sum() == 0
    total = contests.aggregate(
        contests=contests.count(),
        electorate=contests.electorate.sum(),
        valid_votes=contests.valid_votes.sum(),
        invalid_votes=ibis.ifelse(known, contests.invalid_votes.sum(), ibis.null("int64")),
    )
    return total.mutate(
        valid_turnout=total.valid_votes / total.electorate,
        ballot_turnout=(total.valid_votes + total.invalid_votes) / total.electorate,
    )
