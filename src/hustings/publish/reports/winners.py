"""Who won each contest, by how much, on what turnout: a row a contest, for every table that lists seats."""

import ibis.expr.types as ir

from hustings import measures

PLACE = ("contest_id", "polling_on", "kind", "basis", "boundary_set_id", "area_id", "area", "region", "country")


def winners(results: ir.Table) -> ir.Table:
    """Each contest's winner with share, majority and both turnouts."""
    won = results.filter(results.elected).select(*PLACE, "candidate", "party", "votes", share=measures.share(results))
    margin = measures.majority(results).select("contest_id", "majority", "majority_share")
    turnout = measures.turnout(results).select("contest_id", "valid_turnout", "ballot_turnout")
    return won.join(margin, "contest_id").join(turnout, "contest_id")
