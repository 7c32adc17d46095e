"""Pages of a general election's seats in order: of a figure, of a party's share, and of how far that share moved."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from hustings.publish.facts import Facts, Row
from hustings.publish.pages import links
from hustings.publish.pages.page import Page
from hustings.publish.pages.seat_context import standing_words
from hustings.publish.prose import starting
from hustings.publish.reports.election_notes import baseline_words
from hustings.publish.reports.party_standing import PartyStanding
from hustings.publish.reports.standing import FIGURES, Figure
from hustings.publish.sheet import SHOWN


def figure_rankings(facts: Facts, election: Row) -> Iterable[Page]:
    """A page each figure: every seat of the election in its order, ties sharing a place."""
    return [_figure(facts, election, figure) for figure in FIGURES]


def _figure(facts: Facts, election: Row, figure: Figure) -> Page:
    election_id, of_contest = election["election_id"], facts.standings.of_contest
    found = [
        one.contest | {"standing": of_contest[contest_id][figure.column]}
        for contest_id, one in facts.reports.items()
        if one.contest["election_id"] == election_id and figure.column in of_contest.get(contest_id, {})
    ]
    found.sort(key=lambda row: (row["standing"].from_top, row["area"]))
    return Page(
        path=links.ranking(election_id, figure.column),
        template="ranking.html",
        title=f"{figure.name}: seats in order, {election['polling_on']:%Y}",
        description=f"{found[0]['area']}: {standing_words(figure, found[0]['standing'])}." if found else figure.name,
        figures=lambda: {
            "election": election,
            "figure": figure,
            "rows": found,
            "told": SHOWN[figure.style],
            "notes": _swing_notes(facts, found) if figure.column == "swing" else [],
        },
    )


def _swing_notes(facts: Facts, rows: list[Row]) -> list[str]:
    compared = [one for row in rows if (one := facts.reports[row["contest_id"]].baseline)]
    return [SWING, baseline_words([{"rule": one["rule"], "baseline_on": one["polling_on"]} for one in compared])]


SWING = (
    "Butler swing: half of the winner's rise and of the fall of who came second, in points of share; below zero it was "
    "away from the winner. Seats are left out where either had no vote of their own at the baseline, as independents "
    "have none."
)


class Order(NamedTuple):
    """One order of a party's seats: by which figure and place, shown how, at which path, and what its page says."""

    figure: str
    place: str
    style: str
    path: Callable[[str, str], str]
    name: str
    title: str
    description: str
    basis: str


def party_rankings(facts: Facts, election: Row) -> Iterable[Page]:
    """Two pages each larger party: the seats it stood in by its share, and those that compare by the change in it."""
    for standing in facts.party_standings[election["election_id"]]:
        seats = [
            facts.reports[row["contest_id"]].contest | row
            for row in standing.rows
            if row["contest_id"] in facts.reports
        ]
        for order in ORDERS:
            rows = sorted((row for row in seats if row[order.place] is not None), key=lambda row: row[order.place])
            if rows:
                yield _party(facts, election, standing, order, rows)


def _party(facts: Facts, election: Row, standing: PartyStanding, order: Order, rows: list[Row]) -> Page:
    first, last = (f"{row['area']} ({SHOWN[order.style](row[order.figure])})" for row in (rows[0], rows[-1]))
    return Page(
        path=order.path(election["election_id"], standing.party_id),
        template="party_ranking.html",
        title=f"{starting(order.title.format(standing.whose))}: seats in order, {election['polling_on']:%Y}",
        description=f"{starting(order.description.format(standing.whose))}, from {first} to {last}.",
        figures=lambda: _figures(facts, election, standing, order, rows),
    )


def _figures(facts: Facts, election: Row, standing: PartyStanding, order: Order, rows: list[Row]) -> dict[str, Any]:
    other = next(one for one in ORDERS if one is not order)
    return {
        "election": election,
        "standing": standing,
        "rows": rows,
        "by": order.place,
        "other": (other.path(election["election_id"], standing.party_id), other.name),
        "notes": [
            order.basis,
            *facts.renamed.get((election["election_id"], standing.party_id), ()),
            *([baseline_words(rows)] if any(row["change"] is not None for row in rows) else []),
        ],
    }


SHARES = (
    "Share of valid votes in each seat that the party stood in; the place is among all of those. Change in percentage "
    "points, none where it had no vote of its own at the baseline."
)
CHANGES = (
    "Change in percentage points in each seat where the party stood and had a vote of its own at the baseline; the "
    "place is among all of those, and the others are left out."
)
ORDERS = (
    Order(
        figure="share",
        place="by_share",
        style="percent",
        path=links.party_share,
        name="in order of the share",
        title="{} share",
        description="{} share of valid votes",
        basis=SHARES,
    ),
    Order(
        figure="change",
        place="by_change",
        style="points",
        path=links.party_change,
        name="in order of the change",
        title="change in {} share",
        description="change in {} share in percentage points",
        basis=CHANGES,
    ),
)
