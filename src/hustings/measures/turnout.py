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
    return _contests(results).drop("voted")


def ballots(results: ir.Table) -> ir.Table:
    """All ballots of a contest, valid and rejected: a row a contest.

    Columns: contest_id, `ballots`, valid votes and rejected ballots added; null where either is unknown. Where a
    voter has several votes (block) valid ballots stand for valid votes. Authority: Electoral Commission, which
    counts turnout of them.
    """
    contests = _contests(results)
    return contests.select("contest_id", ballots=contests.voted + contests.invalid_votes)


def _contests(results: ir.Table, by: tuple[str, ...] = ()) -> ir.Table:
    """A row a contest with both turnouts, and `voted`: the votes or ballots that they are of."""
    voted = ibis.ifelse(results.voting_system == "block", results.valid_ballots, results.valid_votes)
    columns = ("contest_id", "electorate", "valid_votes", "invalid_votes", *by)
    contests = results.select(*columns, voted=voted).distinct()
    electorate = contests.electorate.nullif(0)
    return contests.mutate(
        valid_turnout=contests.voted / electorate,
        ballot_turnout=(contests.voted + contests.invalid_votes) / electorate,
    )


def national_turnout(results: ir.Table, by: tuple[str, ...] = ()) -> ir.Table:
    """Turnout of all contests taken together, on both bases: one row, or one for each value of the columns `by`.

    Columns: those of `by`, electorate, valid_votes, invalid_votes, valid_turnout, ballot_turnout, `contests`, how
    many were added, and `counted`, how many of them have both an electorate and votes: the turnouts
    are of those alone, so that a seat nobody opposed is not a seat where nobody voted. Rejected
    papers are null where any contest's are unknown.
    """
    contests = _contests(results, by)
    both = contests.valid_turnout.notnull()
    known = contests.invalid_votes.isnull().sum() == 0
    together = contests.group_by(list(by)) if by else contests
    total = together.aggregate(
        contests=contests.count(),
        counted=both.sum(),
        counted_electorate=contests.electorate.sum(where=both),
        counted_votes=contests.voted.sum(where=both),
        electorate=contests.electorate.sum(),
        valid_votes=contests.valid_votes.sum(),
        invalid_votes=ibis.ifelse(known, contests.invalid_votes.sum(), ibis.null("int64")),
    )
    return total.mutate(
        valid_turnout=total.counted_votes / total.counted_electorate,
        ballot_turnout=(total.counted_votes + total.invalid_votes) / total.counted_electorate,
    ).drop("counted_electorate", "counted_votes")
