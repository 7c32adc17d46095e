"""From which party to which seats went."""

import ibis
import ibis.expr.types as ir

from hustings.measures.outcome import won_seats


def seat_flow(results: ir.Table, baseline: ir.Table, pairs: ir.Table) -> ir.Table:
    """Seats by who won them at the baseline and who won them now: a row a pair of winners.

    Columns: `from_line`, `from_party`, `to_line`, `to_party`, `seats`; `from_seats`, all that the
    first had at the baseline, and `to_seats`, all that the second has now; `compared`, the seats of
    every row, and `changed`, those of them that changed hands. A party is its line, under
    its name then and now; independents are one line, and so is whatever a publication lumps together.
    Of contests for one seat whose winner is known both times: by-elections between are passed over,
    as in `outcome`. Authority: House of Commons Library, gains and losses tables.
    """
    now = won_seats(results).rename(to_party="party", to_line="line")
    then = won_seats(baseline).rename(baseline_contest_id="contest_id", from_party="party", from_line="line")
    paired = now.join(pairs.select("contest_id", "baseline_contest_id"), "contest_id")
    both = paired.join(then, "baseline_contest_id")
    flows = both.group_by("from_line", "to_line").aggregate(
        from_party=both.from_party.max(), to_party=both.to_party.max(), seats=both.count()
    )
    return flows.mutate(
        from_seats=flows.seats.sum().over(ibis.window(group_by=flows.from_line)),
        to_seats=flows.seats.sum().over(ibis.window(group_by=flows.to_line)),
        compared=flows.seats.sum().over(ibis.window()),
        changed=flows.seats.sum(where=flows.from_line != flows.to_line).over(ibis.window()),
    )
