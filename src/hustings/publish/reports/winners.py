"""Who won each contest, by how much, on what turnout: a row a contest, for every table that lists seats."""

import ibis.expr.types as ir

from hustings import measures

PLACE = ("contest_id", "polling_on", "kind", "basis", "boundary_set_id", "area_id", "area", "region", "country")
# What stands for the winner where the publication does not say and its votes do not decide.
UNDECIDED = "not published"


def winners(results: ir.Table) -> ir.Table:
    """Each contest's winner with share, majority and both turnouts: a row a member, where several were returned.

    Where it is not known who was elected there is one row, whose party says so.
    """
    elected = results.filter(results.elected)
    named = elected.select(
        "contest_id", "candidate", "party", "party_id", "standing_as", "votes", share=measures.share(elected)
    )
    won = results.select(*PLACE).distinct().left_join(named, "contest_id").drop("contest_id_right")
    won = won.mutate(party=won.party.fill_null(UNDECIDED))
    margin = measures.majority(results).select("contest_id", "majority", "majority_share")
    turnout = measures.turnout(results).select("contest_id", "valid_turnout", "ballot_turnout")
    return won.join(margin, "contest_id").join(turnout, "contest_id")
