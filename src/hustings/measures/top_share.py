"""Share of the vote by each party's leading candidate, where voters have several votes."""

import ibis
import ibis.expr.types as ir


def top_share(results: ir.Table) -> ir.Table:
    """What each party's leading candidates won: a row an election and party.

    In a contest for several seats by block vote only the candidate of a party with most votes is
    counted, so that a party with three candidates does not count three times one with a single
    candidate; independents are taken together as one label. In every other contest all votes are.
    Columns: election_id, party_id, party, `top_votes`, and `top_share`, top_votes / those of all
    parties, a fraction of 1. Authority: C. Rallings and M. Thrasher, Local Elections Handbooks.
    """
    several = (results.voting_system == "block").fill_null(False)
    own = ibis.ifelse(several, ibis.literal("all"), results.candidacy_id)
    leading = results.group_by(["election_id", "contest_id", "party_id", "party", own.name("counted_apart")]).aggregate(
        votes=results.votes.max()
    )
    totals = leading.group_by(["election_id", "party_id", "party"]).aggregate(top_votes=leading.votes.sum())
    all_top = ibis.window(group_by=totals.election_id)
    return totals.mutate(top_share=totals.top_votes / totals.top_votes.sum().over(all_top).nullif(0))
