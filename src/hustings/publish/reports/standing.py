"""Where a seat stands among all seats of its election: on majority, turnout and the winner's share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from hustings import measures
from hustings.publish.reports.winners import winners
from hustings.record.open import Record

Row = dict[str, Any]


class Figure(NamedTuple):
    """A figure that seats are ranked by: its column, its name, and what first and last place are called."""

    column: str
    name: str
    first: str
    last: str


FIGURES = (
    Figure("majority_share", "Majority, % of valid votes", "largest", "smallest"),
    Figure("valid_turnout", "Turnout, valid votes as % of electorate", "highest", "lowest"),
    Figure("share", "Winner's share of valid votes", "highest", "lowest"),
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
    elections = fought.select("contest_id", "election_id").distinct()
    won = winners(fought).join(elections, "contest_id")
    of_contest: dict[str, dict[str, Standing]] = defaultdict(dict)
    values: dict[tuple[str, str], list[float]] = {}
    for figure in FIGURES:
        known = won.filter(won[figure.column].notnull())
        ranked = known.select(
            "contest_id",
            "election_id",
            value=known[figure.column],
            from_top=measures.rank_among(known, figure.column, within=("election_id",)),
            from_bottom=measures.rank_among(known, figure.column, within=("election_id",), highest_first=False),
        )
        by_election = _by_election(record.rows(ranked.order_by("election_id", "value")))
        for election_id, rows in by_election.items():
            values[election_id, figure.column] = [row["value"] for row in rows]
            for row in rows:
                standing = Standing(row["value"], row["from_top"], row["from_bottom"], len(rows))
                of_contest[row["contest_id"]][figure.column] = standing
    return Standings(of_contest, values)


def _by_election(rows: list[Row]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["election_id"]].append(row)
    return groups
