"""Facts of change: what a contest's figures are beside those of the contest it is compared with."""

from __future__ import annotations

from collections.abc import Iterator

import ibis.expr.types as ir

from hustings import measures
from hustings.claims.catalogue.areas import TURNOUTS
from hustings.claims.catalogue.columns import fact
from hustings.claims.catalogue.fact import Measure
from hustings.measures.outcome import won_seats
from hustings.measures.relative_change import relative_change


def facts(results: ir.Table, baseline: ir.Table, pairs: ir.Table) -> Iterator[ir.Table]:
    """Every change of the results on the baselines of some pairs, in points or votes, and relative to what was."""
    yield from _of_candidacies(results, baseline, pairs)
    yield from _of_majorities(results, baseline, pairs)
    yield from _of_turnouts(results, baseline, pairs)
    compared = results.semi_join(pairs, "contest_id")
    swing = measures.leading_swing(compared, baseline, pairs).left_join(
        pairs.select("contest_id", "baseline_contest_id"), "contest_id"
    )
    yield fact(swing, Measure.SWING, swing.swing, against=swing.baseline_contest_id)


def _of_candidacies(results: ir.Table, baseline: ir.Table, pairs: ir.Table) -> Iterator[ir.Table]:
    moved = measures.change(results.semi_join(pairs, "contest_id"), baseline, pairs)
    moved = moved.filter(moved.change.notnull())
    named = {"subject": moved.candidacy_id, "against": moved.baseline_contest_id}
    shares = (moved.share, moved.baseline_share)
    yield fact(moved, Measure.SHARE_CHANGE, moved.change, shares, **named)
    yield fact(moved, Measure.SHARE_RELATIVE, relative_change(*shares), shares, **named)
    # Votes are compared where one candidacy stands for its line on both sides: a sum would be nobody's vote.
    # Left joins, as in `change`: of inner ones the database may join lines with lines first, seats by the thousand.
    now = _alone(results.semi_join(pairs, "contest_id"))
    now = now.left_join(pairs.select("contest_id", "baseline_contest_id"), "contest_id").drop("contest_id_right")
    then = _alone(baseline).select(baseline_contest_id="contest_id", line_id="line_id", before="votes")
    votes = now.left_join(then, ["baseline_contest_id", "line_id"])
    named = {"subject": votes.candidacy_id, "against": votes.baseline_contest_id}
    counts = (votes.votes, votes.before)
    yield fact(votes, Measure.VOTES_CHANGE, votes.votes - votes.before, counts, **named)
    yield fact(votes, Measure.VOTES_RELATIVE, relative_change(*counts), counts, **named)


def _alone(results: ir.Table) -> ir.Table:
    """The votes of candidacies that are the only one of their line in the contest."""
    lines = results.filter(results.line_id.notnull())
    return (
        lines.group_by(["contest_id", "line_id"])
        .having(lines.count() == 1)
        .aggregate(candidacy_id=lines.candidacy_id.max(), votes=lines.votes.max())
    )


def _of_majorities(results: ir.Table, baseline: ir.Table, pairs: ir.Table) -> Iterator[ir.Table]:
    """Changes of a majority, where one party won both times: another party's is no majority of this one's."""
    both = _compared(_won(results), _won(baseline), pairs)
    both = both.filter(both.line == both.line_before)
    named = {"against": both.baseline_contest_id}
    votes = (both.majority, both.majority_before)
    yield fact(both, Measure.MAJORITY_CHANGE, votes[0] - votes[1], votes, **named)
    yield fact(both, Measure.MAJORITY_RELATIVE, relative_change(*votes), votes, **named)
    shares = (both.majority_share, both.majority_share_before)
    yield fact(both, Measure.MAJORITY_SHARE_CHANGE, shares[0] - shares[1], shares, **named)


def _won(results: ir.Table) -> ir.Table:
    led = measures.majority(results).select("contest_id", "majority", "majority_share")
    return led.left_join(won_seats(results).select("contest_id", "line"), "contest_id").drop("contest_id_right")


def _of_turnouts(results: ir.Table, baseline: ir.Table, pairs: ir.Table) -> Iterator[ir.Table]:
    now = measures.turnout(results.filter(results.basis == "declared"))
    both = _compared(now, measures.turnout(baseline), pairs)
    for basis, column in TURNOUTS.items():
        turnouts = (both[column], both[f"{column}_before"])
        named = {"against": both.baseline_contest_id, "basis": basis}
        yield fact(both, Measure.TURNOUT_CHANGE, turnouts[0] - turnouts[1], turnouts, **named)
        yield fact(both, Measure.TURNOUT_RELATIVE, relative_change(*turnouts), turnouts, **named)


def _compared(now: ir.Table, before: ir.Table, pairs: ir.Table) -> ir.Table:
    """A row a contest with its own figures and, under `_before`, those of its baseline."""
    then = before.rename({f"{name}_before": name for name in before.columns if name != "contest_id"})
    here = now.semi_join(pairs, "contest_id")
    paired = here.left_join(pairs.select("contest_id", "baseline_contest_id"), "contest_id").drop("contest_id_right")
    return paired.left_join(then.rename(baseline_contest_id="contest_id"), "baseline_contest_id")
