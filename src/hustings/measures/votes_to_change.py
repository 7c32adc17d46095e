"""How few votes would have changed who won."""

import ibis
import ibis.expr.types as ir

from hustings.measures.majority import majority


def votes_to_change(results: ir.Table) -> ir.Table:
    """The fewest votes that would have made the second win: a row a contest with a known majority.

    Columns: contest_id, majority; `switched`, the winner's voters who would have had to vote for the
    second instead, majority // 2 + 1; and `added`, votes more for the second with all others as they
    were, majority + 1. Whole votes; both are arithmetic on one result, no estimate of anybody's vote. Null
    where nobody came second.
    """
    found = majority(results)
    second = found.second_votes.nullif(0)
    known = found.filter(found.majority.notnull())
    return known.select(
        "contest_id",
        "majority",
        switched=ibis.ifelse(second.notnull(), known.majority // 2 + 1, ibis.null("int64")),
        added=ibis.ifelse(second.notnull(), known.majority + 1, ibis.null("int64")),
    )
