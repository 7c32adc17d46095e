"""Where a seat stands among all seats of its election: on majority, turnout, swing and the winner's share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

import ibis.expr.types as ir

from hustings import measures
from hustings.publish.reports.winners import winners
from hustings.publish.sheet import SHOWN
from hustings.record.open import Record

Row = dict[str, Any]


class Figure(NamedTuple):
    """A figure that seats are ranked by: its column, its name, and what first and last place are called.

    `style` is how its column is shown in a table; `on_page` whether a seat's page shows the seat among all by it.
    """

    column: str
    name: str
    first: str
    last: str
    style: str = "margin"
    on_page: bool = True

    def told(self, value: float) -> str:
        """A value with its unit, where a sentence stands about it."""
        shown = SHOWN[self.style](value)
        return f"{shown} points" if self.style == "points" else shown


FIGURES = (
    Figure("majority_share", "Majority, % of valid votes", "largest", "smallest"),
    Figure("valid_turnout", "Turnout, valid votes as % of electorate", "highest", "lowest"),
    Figure("swing", "Swing to the winner from the second (Butler), points", "highest", "lowest", "points"),
    Figure("share", "Winner's share of valid votes", "highest", "lowest"),
    Figure("majority", "Majority, votes", "largest", "smallest", "count", on_page=False),
    Figure("ballot_turnout", "Turnout, all ballots as % of electorate", "highest", "lowest", on_page=False),
    Figure("electorate", "Electorate", "largest", "smallest", "count", on_page=False),
)


class Standing(NamedTuple):
    """One seat's figure, its place from the top and from the bottom, and among how many."""

    value: float
    from_top: int
    from_bottom: int
    of: int


@dataclass(frozen=True, slots=True)
class Standings:
    """Every seat's standing by figure and contest, and every value of an election's seats in ascending order."""

    of_contest: dict[str, dict[str, Standing]]
    values: dict[tuple[str, str], list[float]]


def standings(record: Record, election_ids: Iterable[str]) -> Standings:
    """The standing of each contest among those of its election, unknown figures left out."""
    results = record.results()
    fought = results.filter(results.election_id.isin(list(election_ids)))
    figures = _figures(record, fought)
    of_contest: dict[str, dict[str, Standing]] = defaultdict(dict)
    values: dict[tuple[str, str], list[float]] = {}
    for figure in FIGURES:
        for election_id, rows in _grouped(_ranked(record, figures, figure.column), "election_id").items():
            values[election_id, figure.column] = [row["value"] for row in rows]
            for row in rows:
                standing = Standing(row["value"], row["from_top"], row["from_bottom"], len(rows))
                of_contest[row["contest_id"]][figure.column] = standing
    return Standings(of_contest, values)


def _figures(record: Record, fought: ir.Table) -> ir.Table:
    """Every figure of `FIGURES` of each contest."""
    swings = measures.leading_swing(fought, record.results(), record.baselines()).select("contest_id", "swing")
    known = fought.select("contest_id", "election_id", "electorate").distinct()
    return winners(fought).join(known, "contest_id").left_join(swings, "contest_id").drop("contest_id_right")


def _ranked(record: Record, figures: ir.Table, column: str) -> list[Row]:
    """Contests by election in ascending order of a figure, with their places from either end."""
    known = figures.filter(figures[column].notnull()).select("contest_id", "election_id", value=column).distinct()
    within = ("election_id",)
    ranked = known.mutate(
        from_top=measures.rank_among(known, "value", within=within),
        from_bottom=measures.rank_among(known, "value", within=within, highest_first=False),
    )
    return record.rows(ranked.order_by("election_id", "value"))


def _grouped(rows: list[Row], key: str) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[key]].append(row)
    return groups
