"""Pages of a general election's seats in order: of a figure, of a party's share, and of how far that share moved."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from hustings.publish import words
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


def party_rankings(facts: Facts, election: Row) -> Iterable[Page]:
    """Two pages each larger party: the seats it stood in by its share, and those that compare by the change in it."""
    for standing in facts.party_standings[election["election_id"]]:
        seats = [
            facts.reports[row["contest_id"]].contest | row
            for row in standing.rows
            if row["contest_id"] in facts.reports
        ]
        compared = sorted((row for row in seats if row["change"] is not None), key=lambda row: row["by_change"])
        if seats:
            yield _share(facts, election, standing, seats)
        if compared:
            yield _change(facts, election, standing, compared)


def _share(facts: Facts, election: Row, standing: PartyStanding, rows: list[Row]) -> Page:
    first, last = (f"{row['area']} ({words.percent(row['share'])})" for row in (rows[0], rows[-1]))
    return Page(
        path=links.party_share(election["election_id"], standing.party_id),
        template="party_ranking.html",
        title=f"{starting(standing.whose)} share: seats in order, {election['polling_on']:%Y}",
        description=f"{starting(standing.whose)} share of valid votes, from {first} to {last}.",
        figures=partial(_figures, facts, election, standing, rows, by="by_share"),
    )


def _change(facts: Facts, election: Row, standing: PartyStanding, rows: list[Row]) -> Page:
    first, last = (f"{row['area']} ({words.points(row['change'])})" for row in (rows[0], rows[-1]))
    return Page(
        path=links.party_change(election["election_id"], standing.party_id),
        template="party_ranking.html",
        title=f"Change in {standing.whose} share: seats in order, {election['polling_on']:%Y}",
        description=f"Change in {standing.whose} share in percentage points, from {first} to {last}.",
        figures=partial(_figures, facts, election, standing, rows, by="by_change"),
    )


def _figures(facts: Facts, election: Row, standing: PartyStanding, rows: list[Row], by: str) -> dict[str, Any]:
    other = links.party_change if by == "by_share" else links.party_share
    return {
        "election": election,
        "standing": standing,
        "rows": rows,
        "by": by,
        "other": (
            other(election["election_id"], standing.party_id),
            "in order of the change" if by == "by_share" else "in order of the share",
        ),
        "notes": [
            SHARES if by == "by_share" else CHANGES,
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
