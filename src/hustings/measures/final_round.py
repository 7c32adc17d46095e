"""The round that decided a count under the Supplementary Vote."""

import ibis
import ibis.expr.types as ir


def final_round(results: ir.Table) -> ir.Table:
    """The last round of each contest under the Supplementary Vote: a row a candidate who was still in it.

    Columns: contest_id, candidacy_id, `final_votes`, `counted`, the final votes of all who were in it,
    `final_share`, final votes / counted, a fraction of 1, and `second_preferences`, final votes less
    first preferences: what the candidate received from those who were out. No row where the first round
    decided, nor where the record does not know both final totals. A share of the final round and one of
    first preferences are of different votes and are never compared with each other.
    """
    counted = results.filter((results.voting_system.fill_null("FPTP") == "SV") & results.final_votes.notnull())
    counted = counted.mutate(second_preferences=counted.final_votes - counted.votes)
    rounds = counted.group_by("contest_id").aggregate(
        counted=counted.final_votes.sum(), moved=counted.second_preferences.sum(), known=counted.count()
    )
    # Where somebody had more than half of the first preferences nothing was added, and there was no second round.
    second = rounds.filter((rounds.known > 1) & (rounds.moved > 0))
    joined = counted.join(second.select("contest_id", "counted"), "contest_id")
    return joined.select(
        "contest_id",
        "candidacy_id",
        "final_votes",
        "counted",
        final_share=joined.final_votes / joined.counted.nullif(0),
        second_preferences=ibis.ifelse(joined.second_preferences < 0, ibis.null("int32"), joined.second_preferences),
    )
