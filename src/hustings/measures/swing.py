"""Swing between two parties, by the two definitions in use."""

import ibis
import ibis.expr.types as ir

from hustings.measures.change import change
from hustings.measures.lines import line_shares

# The line of whoever stands as the Speaker.
SPEAKER = "speaker"


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


def leading_swing(results: ir.Table, baseline: ir.Table, pairs: ir.Table) -> ir.Table:
    """Butler swing to the winner from the second: a row a contest that anybody came second in.

    Columns: contest_id, `to` and `from_` (party names) and `swing`, a fraction of 1 to be printed in points,
    positive to the winner. Swing is null unless each of the two has a share at the baseline: independents
    and parties that did not stand have none; null too where both are of one party, and where one is
    the Speaker, who stands for none. A tie for first is
    led by whom the lot elected.
    """
    order = ibis.window(
        group_by=results.contest_id,
        order_by=[results.elected.desc(nulls_first=False), results.votes.desc(nulls_first=False), results.candidacy_id],
    )
    columns = results.select("contest_id", "candidacy_id", "party", "line_id", lead=ibis.row_number().over(order))
    moved = change(results, baseline, pairs).select("candidacy_id", "change")
    two = columns.filter(columns.lead < 2).left_join(moved, "candidacy_id").drop("candidacy_id_right")
    first = two.filter(two.lead == 0).select("contest_id", to="party", to_line="line_id", rise="change")
    second = two.filter(two.lead == 1).select("contest_id", from_="party", from_line="line_id", fall="change")
    both = first.join(second, "contest_id")
    none = ((both.to_line == both.from_line) | (both.to_line == SPEAKER) | (both.from_line == SPEAKER)).fill_null(False)
    swing = ibis.ifelse(none, ibis.null("float64"), (both.rise - both.fall) / 2)
    return both.select("contest_id", "to", "from_", swing=swing)


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
