"""The page of the swingometer: the sliders, what a swing would leave, the seats that change hands, the map."""

from __future__ import annotations

from functools import partial
from typing import Any, NamedTuple

from hustings.publish import words
from hustings.publish.maps.imagined import Imagined, imagined_hexes
from hustings.publish.maps.map import Map, Paper
from hustings.publish.maps.page import WIDTH, legend_list
from hustings.publish.maps.svg import map_id
from hustings.publish.pages import links
from hustings.publish.pages.page import Page
from hustings.publish.sheet import as_csv
from hustings.record.open import Record
from hustings.web.swing.asked import MOST_POINTS, Asked, Ground
from hustings.web.swing.scenario import Scenario, Swingometer
from hustings.web.swing.words import changed_words, result_words, supposed_words, swing_notes

PATH = "swing/"
Row = dict[str, Any]
# Parties of fewer seats and less than this of the vote are told together.
LEAST_SHARE = 0.005
RULE_WORDS = {
    "uniform": "Uniform: every seat moves by the same points",
    "proportional": "Proportional: the loser keeps the same part of its vote in every seat",
}


class Swung(NamedTuple):
    """What was asked of the swingometer, what that leaves, and the election as it was."""

    asked: Asked
    after: Scenario
    before: Scenario


def swung(swingometer: Swingometer, asked: Asked) -> Swung:
    """What was asked, what it leaves, and the election as it was."""
    still = asked._replace(points=0.0, regional={})
    return Swung(asked, swingometer.scenario(asked), swingometer.scenario(still))


def swing_page(swingometer: Swingometer, asked: Asked, problem: str = "") -> Page:
    """The page with the state that an address has; `problem` says why it has another than was asked."""
    return Page(
        path=PATH,
        template="swing.html",
        title="Swingometer",
        description="Which seats would change hands if votes moved between two parties, nationally or in a region.",
        figures=partial(_figures, swingometer, asked, problem),
    )


def _figures(swingometer: Swingometer, asked: Asked, problem: str) -> dict[str, Any]:
    found = swung(swingometer, asked)
    return {
        "problem": problem,
        "asked": asked,
        "most": MOST_POINTS,
        "elections": [(key, _named(ground)) for key, ground in swingometer.grounds.items()],
        "election_key": asked.ground.election["election_id"].removeprefix("parl."),
        "lines": [(line.line_id, f"{line.party} ({line.contested})") for line in asked.ground.lines.values()],
        "rules": RULE_WORDS,
        "regions": [(links.slug(name), name, asked.regional.get(name)) for name in asked.ground.regions],
        "supposed": supposed_words(asked),
        "result": result_words(found.after.parties, len(found.after.seats)),
        "parties": party_rows(found),
        "changes": changes(found),
        "notes": swing_notes(asked),
    } | _map(swingometer.record, found)


def _named(ground: Ground) -> str:
    basis = "" if ground.election["basis"] == "declared" else f", {ground.election['basis']} on later boundaries"
    return f"{words.day(ground.election['polling_on'])}{basis}"


def party_rows(found: Swung) -> list[Row]:
    """Each party with seats, or with some of the vote: seats and share of all votes, before and after."""
    before = {(row["party_id"], row["party"]): row for row in found.before.parties}
    rows = []
    for row in found.after.parties:
        old = before[row["party_id"], row["party"]]
        if row["seats"] or old["seats"] or (row["share"] or 0) >= LEAST_SHARE:
            seats, was = row["seats"] or 0, old["seats"] or 0
            moved = {"moved": seats - was, "was": was, "seats": seats}
            rows.append(row | moved | {"old_share": old["share"], "change": row["share"] - old["share"]})
    return rows


def changes(found: Swung) -> list[Row]:
    """The seats whose winner changes: from whom, to whom, and by how much; the closest first."""
    before = _winners(found.before)
    after = _winners(found.after)
    rows = [
        row | {"from_party": before[key]["party"], "path": links.contest(key)}
        for key, row in after.items()
        if (row["party_id"], row["candidate"], row["party"])
        != (before[key]["party_id"], before[key]["candidate"], before[key]["party"])
    ]
    return sorted(rows, key=lambda row: (row["majority_share"] or 0, row["area"]))


def _winners(scenario: Scenario) -> dict[str, Row]:
    return {row["contest_id"]: row for row in scenario.seats}


def seats_csv(record: Record, found: Swung) -> str:
    """Every seat of the scenario, a row each."""
    return as_csv(_drawn(record, found).sheet)


def _map(record: Record, found: Swung) -> dict[str, Any]:
    root = "../" * PATH.count("/")
    paper = Paper(WIDTH, words=False, link=lambda contest_id: root + links.contest(contest_id))
    shown = _drawn(record, found)
    own = map_id(shown, paper)
    return {"shown": shown, "svg": shown.svg(paper), "own": own, "legend": legend_list(own, shown)}


def _drawn(record: Record, found: Swung) -> Map:
    before = _winners(found.before)
    nothing = {"rule": None, "baseline_on": None}
    seats = [row | nothing | {"outcome": changed_words(row, before[row["contest_id"]])} for row in found.after.seats]
    told = Imagined(
        result_words(found.after.parties, len(seats)).partition(". ")[0],
        supposed_words(found.asked),
        swing_notes(found.asked),
    )
    return imagined_hexes(record, seats, found.after.parties, told)
