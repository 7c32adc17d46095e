"""Swing between two parties, by the two definitions in use."""

import ibis.expr.types as ir

from hustings.measures.lines import line_shares


def butler_swing(results: ir.Table, baseline: ir.Table, pairs: ir.Table, to: str, from_: str) -> ir.Table:
    """Swing to one party from another, the mean of one's rise and the other's fall: a row a contest.

    (change of `to` - change of `from_`) / 2, in shares of all valid votes: a fraction of 1, to be
    printed in points, positive to `to`. `to` and `from_` are party lines. Columns: contest_id,
    baseline_contest_id, swing. Only contests where both stood both times.
    Authority: D. E. Butler, The British General Election of 1945 (1947), appendix.
    """
    four = _four_shares(results, baseline, pairs, to, from_)
    rise, fall = four.to_now - four.to_before, four.from_before - four.from_now
    return four.select("contest_id", "baseline_contest_id", swing=(rise + fall) / 2)


def steed_swing(results: ir.Table, baseline: ir.Table, pairs: ir.Table, to: str, from_: str) -> ir.Table:
    """Two-party swing, the change in one party's share of the two parties' votes: a row a contest.

    to / (to + from_) now, less the same at the baseline: a fraction of 1, to be printed in points,
    positive to `to`. Columns: contest_id, baseline_contest_id, swing. Only contests where both
    stood both times. Authority: M. Steed in The British General Election of 1964 (1965), appendix.
    """
    four = _four_shares(results, baseline, pairs, to, from_)
    now = four.to_now / (four.to_now + four.from_now)
    before = four.to_before / (four.to_before + four.from_before)
    return four.select("contest_id", "baseline_contest_id", swing=now - before)


def _four_shares(results: ir.Table, baseline: ir.Table, pairs: ir.Table, to: str, from_: str) -> ir.Table:
    """Both parties' shares now and at the baseline, of the contests that have all four."""
    now, before = _two_shares(results, to, from_), _two_shares(baseline, to, from_)
    joined = now.rename(to_now="to_share", from_now="from_share").join(
        pairs.select("contest_id", "baseline_contest_id"), "contest_id"
    )
    old = before.rename(baseline_contest_id="contest_id", to_before="to_share", from_before="from_share")
    return joined.join(old, "baseline_contest_id")


def _two_shares(results: ir.Table, to: str, from_: str) -> ir.Table:
    lines = line_shares(results)
    both = lines.group_by("contest_id").aggregate(
        to_share=lines.share.max(where=lines.line_id == to),
        from_share=lines.share.max(where=lines.line_id == from_),
    )
    return both.filter(both.to_share > 0, both.from_share > 0)
