"""Change of share since a baseline."""

import ibis
import ibis.expr.types as ir

from hustings.measures.lines import line_shares


def change(results: ir.Table, baseline: ir.Table, pairs: ir.Table) -> ir.Table:
    """How much a party's share rose since the baseline: a row a candidacy of `results`.

    `baseline` holds the results compared with and `pairs` says which contest with which, one for
    each (contest_id, baseline_contest_id, rule: `record.baselines()`). Columns: contest_id,
    candidacy_id, `share` and `baseline_share` of the party's line, baseline_contest_id,
    `rule` and `change`: share less baseline share, a fraction of 1 to be printed
    in points, positive for a rise. Several candidates of one party are added on either side.

    Change is null for independents, and for a party with no vote in the baseline: it did not rise
    from 0. Authority: House of Commons Library, vote change disclaimer.
    """
    now = _line_shares_of_each(results).left_join(
        pairs.select("contest_id", "baseline_contest_id", "rule"), "contest_id"
    )
    before = line_shares(baseline).filter(lambda line: line.share > 0)
    joined = now.select("contest_id", "candidacy_id", "line_id", "baseline_contest_id", "rule", "share").left_join(
        before.rename(baseline_contest_id="contest_id", baseline_share="share"),
        ["baseline_contest_id", "line_id"],
    )
    return joined.select(
        "contest_id",
        "candidacy_id",
        "share",
        "baseline_share",
        "baseline_contest_id",
        "rule",
        change=joined.share - joined.baseline_share,
    )


def _line_shares_of_each(results: ir.Table) -> ir.Table:
    """The share of each candidacy's line in its contest; null for one without a line."""
    lines = results.filter(results.line_id.notnull())
    # Few parties stand twice in a contest: only those are added up and joined back.
    several = (
        lines.group_by(["contest_id", "line_id"]).having(lines.count() > 1).aggregate(line_votes=lines.votes.sum())
    )
    columns = results.select("contest_id", "candidacy_id", "line_id", "votes", "valid_votes")
    counted = columns.left_join(several, ["contest_id", "line_id"])
    votes = ibis.coalesce(counted.line_votes, counted.votes)
    return counted.select(
        "contest_id",
        "candidacy_id",
        "line_id",
        share=ibis.ifelse(counted.line_id.notnull(), votes / counted.valid_votes.nullif(0), ibis.null("float64")),
    )
