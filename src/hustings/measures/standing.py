"""How many stood."""

import ibis
import ibis.expr.types as ir


def candidates(results: ir.Table) -> ir.Table:
    """How many candidates a contest had: a row a contest, contest_id and `candidates`.

    Null where the publication adds candidates together, as it does before 2005 and in notional results.
    """
    whole = (results.detail.fill_null("candidate") == "candidate") & (results.standing_as.fill_null("party") != "other")
    contests = results.select("contest_id", "candidacy_id", whole=whole)
    counted = contests.group_by("contest_id").aggregate(standing=contests.count(), known=contests.whole.all())
    return counted.select("contest_id", candidates=ibis.ifelse(counted.known, counted.standing, ibis.null("int64")))
