"""Place in a contest."""

import ibis
import ibis.expr.types as ir


def rank(results: ir.Table) -> ir.IntegerColumn:
    """A candidate's place by votes in the contest, 1 for first; a tie shares the higher place.

    Two candidates third are both 3 and the next is 5. Unknown votes come last. Of whole contests: rank
    first and filter after, or the places are those of who is left. A lump of candidates whom the
    publication does not part has no place in a declared result, nor has anyone with no more votes
    than it.
    """
    contest = ibis.window(group_by=results.contest_id)
    most_votes_first = ibis.window(group_by=results.contest_id, order_by=results.votes.desc(nulls_first=False))
    lump = results.votes.max(where=results.standing_as.fill_null("party") == "other").over(contest)
    declared = results.basis.fill_null("declared") == "declared"
    unknown = declared & lump.notnull() & (results.votes <= lump).fill_null(True)
    return ibis.ifelse(unknown, ibis.null("int64"), ibis.rank().over(most_votes_first) + 1).name("rank")


def rank_among(
    rows: ir.Table, column: str, *, highest_first: bool = True, within: tuple[str, ...] = ()
) -> ir.IntegerColumn:
    """A row's place among the rows of a table by one of its figures, 1 for first; ties share it.

    With `within`, among the rows that agree in those columns, such as one election's. Rows where
    the figure is unknown have no place: leave them out first.
    """
    figure = rows[column]
    order = ibis.window(group_by=within, order_by=figure.desc() if highest_first else figure.asc())
    return (ibis.rank().over(order) + 1).name("rank")
