"""A scenario of swing: votes moved between two parties in every seat, by either of the rules in use."""

import ibis
import ibis.expr.types as ir

from hustings.measures.majority import lumped

UNIFORM, PROPORTIONAL = "uniform", "proportional"
RULES = (UNIFORM, PROPORTIONAL)
SCENARIO = "scenario"


def swung(results: ir.Table, moves: ir.Table, to: str, from_: str, rule: str = UNIFORM) -> ir.Table:
    """Results with votes moved to one party from another: the columns of `results`.

    The basis is scenario of the contests in which votes changed hands, and their own of all others.

    `moves` has a row a contest that is swung: contest_id, `scope`, and `swing`, the Butler swing to the line `to`
    from the line `from_` as a fraction of the valid votes, negative the other way. Only contests for one seat in which
    candidates of both lines stood are swung; all else keeps its votes and whom it elected. Nobody but the two wins
    or loses votes, and as many people vote as did.
    Uniform: `swing` of the valid votes of each contest change hands, or all that the loser has where that is less.
    Proportional: the loser keeps the same part of its vote in every contest of a scope, such that `swing` of the
    valid votes of the scope's contests change hands in all; the votes go to the other where they were cast.
    Votes stay whole; `elected` is null for those who tie for first, and for a lump of several candidates.
    Authority: D. E. Butler and D. E. Stokes, Political Change in Britain (1969), on uniform swing; I. McLean, The
    problem of proportionate swing, Political Studies 21 (1973), on the other.
    """
    gains = _gains(_moved(_pairs(results, moves, to, from_), rule))
    joined = results.left_join(gains, "candidacy_id")
    votes = (joined.votes + joined.gain.fill_null(0)).cast(results.votes.type())
    after = joined.select(*(name for name in results.columns if name != "votes"), "gain", votes=votes)
    decided = _decided(after)
    told = after.left_join(decided, "candidacy_id")
    moved = told.candidacy_id_right.notnull()
    scenario = told.mutate(
        elected=ibis.ifelse(moved, told.first, told.elected),
        basis=ibis.ifelse(moved, ibis.literal(SCENARIO), told.basis),
    )
    return scenario.select(*results.columns)


def _decided(after: ir.Table) -> ir.Table:
    """Of the contests in which votes changed hands: candidacy_id and `first`, null where that is not to be said.

    It is not of those who tie for first, nor where the largest figure is of several candidates together.
    """
    marked = after.select("contest_id", "candidacy_id", "votes", "gain", lump=lumped(after))
    by_contest = marked.group_by("contest_id")
    most = by_contest.aggregate(most=marked.votes.max(), changed=(marked.gain.fill_null(0) != 0).any())
    of_contest = marked.join(most.filter(most.changed), "contest_id")
    ahead = of_contest.mutate(ahead=(of_contest.votes == of_contest.most).fill_null(False))
    firsts = ahead.group_by("contest_id").aggregate(
        unsaid=(ahead.ahead.sum() > 1) | (ahead.ahead & ahead.lump.fill_null(False)).any()
    )
    both = ahead.join(firsts, "contest_id")
    return both.select("candidacy_id", first=ibis.ifelse(both.ahead & both.unsaid, ibis.null("boolean"), both.ahead))


def _pairs(results: ir.Table, moves: ir.Table, to: str, from_: str) -> ir.Table:
    """The contests that are swung, with the leading candidacy of each of the two lines and its votes."""
    order = ibis.window(
        group_by=[results.contest_id, results.line_id], order_by=[results.votes.desc(), results.candidacy_id]
    )
    stood = results.filter(
        results.line_id.isin([to, from_]),
        results.votes.notnull(),
        results.seats == 1,
        results.standing_as == "party",
    )
    led = stood.select(
        "contest_id", "candidacy_id", "line_id", "votes", "valid_votes", place=ibis.row_number().over(order)
    )
    led = led.filter(led.place == 0)
    two = led.group_by("contest_id").aggregate(
        valid_votes=led.valid_votes.max(),
        to_id=led.candidacy_id.max(where=led.line_id == to),
        to_votes=led.votes.max(where=led.line_id == to),
        from_id=led.candidacy_id.max(where=led.line_id == from_),
        from_votes=led.votes.max(where=led.line_id == from_),
    )
    both = two.filter(two.to_id.notnull(), two.from_id.notnull(), two.valid_votes > 0)
    return both.join(moves.select("contest_id", "scope", "swing"), "contest_id")


def _moved(pairs: ir.Table, rule: str) -> ir.Table:
    """The whole votes that change hands in each contest, `moved`, positive to the line `to`."""
    losing = ibis.ifelse(pairs.swing >= 0, pairs.from_votes, pairs.to_votes).cast("float64")
    wanted = pairs.swing.abs() * pairs.valid_votes
    if rule == PROPORTIONAL:
        scope = ibis.window(group_by=pairs.scope)
        wanted = losing * (wanted.sum().over(scope) / losing.sum().over(scope).nullif(0)).fill_null(0)
    whole = ibis.least((wanted + 0.5).floor(), losing).cast("int64")
    return pairs.mutate(moved=ibis.ifelse(pairs.swing >= 0, whole, -whole))


def _gains(moved: ir.Table) -> ir.Table:
    """What each of the two candidacies of a contest gains: candidacy_id, gain, negative for a loss."""
    to = moved.select(candidacy_id=moved.to_id, gain=moved.moved)
    return to.union(moved.select(candidacy_id=moved.from_id, gain=-moved.moved))
