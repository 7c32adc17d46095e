"""Whether the second and the third together had more votes than the winner."""

import ibis
import ibis.expr.types as ir

from hustings.measures.share import share


def split_opposition(results: ir.Table) -> ir.Table:
    """The second and third candidates' votes added: a row a contest where three stood and one was elected.

    Columns: contest_id, `votes` and `share` (a fraction of 1, of valid votes) of the second and third
    together, and `split`, whether that is more than the winner had. Arithmetic on one result: it says
    nothing of whom their voters would have chosen had one of the two not stood. Lumps of several
    candidates, and contests for several seats, are left out.
    """
    single = results.filter(results.seats.fill_null(1) == 1, results.standing_as.fill_null("party") != "other")
    order = ibis.window(
        group_by=single.contest_id, order_by=[single.votes.desc(nulls_first=False), single.candidacy_id]
    )
    ranked = single.select("contest_id", "votes", share=share(single), place=ibis.row_number().over(order))
    behind = ranked.place.between(1, 2)
    three = ranked.group_by("contest_id").having(ranked.votes.count() > 2)
    added = three.aggregate(
        first=ranked.votes.max(), votes=ranked.votes.sum(where=behind), share=ranked.share.sum(where=behind)
    )
    return added.select("contest_id", "votes", "share", split=added.votes > added["first"])
