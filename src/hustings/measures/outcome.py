"""Hold or gain."""

from collections.abc import Mapping

import ibis
import ibis.expr.types as ir


def outcome(results: ir.Table, baseline: ir.Table, pairs: ir.Table) -> ir.Table:
    """Whether each seat was held or gained, and from whom: a row a contest.

    The winner's party against the winner's at the baseline: party, not person; by-elections
    between are passed over; an independent after an independent holds. Columns: contest_id,
    baseline_contest_id, `winner`, `loser` (party names) and `held`; held is null where no
    baseline is known, and where both are of candidates lumped together. Of contests for one seat.
    Authority: House of Commons Library, result summaries.
    """
    won = won_seats(results).rename(winner="party", winner_line="line")
    lost = won_seats(baseline).rename(baseline_contest_id="contest_id", loser="party", loser_line="line")
    paired = won.left_join(pairs.select("contest_id", "baseline_contest_id"), "contest_id").drop("contest_id_right")
    joined = paired.left_join(lost, "baseline_contest_id")
    return joined.select(
        "contest_id",
        "baseline_contest_id",
        "winner",
        "loser",
        # Two lumps of candidates are alike in name alone.
        held=ibis.ifelse(
            (joined.winner_line == "other") & (joined.loser_line == "other"),
            ibis.null("boolean"),
            joined.winner_line == joined.loser_line,
        ),
    )


def outcome_words(found: Mapping[str, object]) -> str:
    """A row of `outcome` in words: Labour hold, Labour gain from Conservative; blank where no baseline is known."""
    if found["held"] is None:
        return ""
    return f"{found['winner']} hold" if found["held"] else f"{found['winner']} gain from {found['loser']}"


def won_seats(results: ir.Table) -> ir.Table:
    """Who won each contest for one seat, where it is known: contest_id, `party`, and `line`, which a hold is along."""
    won = results.filter(results.elected & (results.seats.fill_null(1) == 1))
    return won.select("contest_id", "party", line=ibis.coalesce(won.line_id, won.standing_as))
