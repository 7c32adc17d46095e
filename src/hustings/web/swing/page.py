"""The page of the swingometer: the sliders, what a swing would leave, the seats that change hands, the map."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from hustings.publish import words
from hustings.publish.maps.imagined import Imagined, imagined_hexes
from hustings.publish.maps.map import Map, Paper
from hustings.publish.maps.page import WIDTH, legend_list
from hustings.publish.maps.svg import map_id
from hustings.publish.pages import links
from hustings.publish.pages.page import Page
from hustings.publish.prose import starting
from hustings.publish.reports.winners import UNDECIDED
from hustings.publish.sheet import Shown, as_csv
from hustings.record.open import Record
from hustings.web.swing.asked import MOST_POINTS, Asked, Ground, Understood
from hustings.web.swing.scenario import Scenario, Swingometer
from hustings.web.swing.words import changed_words, result_words, supposed_words, swing_notes, undecided_words

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
    return Swung(asked, swingometer.scenario(asked), swingometer.still(asked))


def swing_page(swingometer: Swingometer, found: Understood) -> Page:
    """The page with what of an address can be read; where anything cannot, it says so and swings nothing."""
    return Page(
        path=PATH,
        template="swing.html",
        title="Swingometer",
        description="Which seats would change hands if votes moved between two parties, nationally or in a region.",
        figures=partial(_figures, swingometer, found),
    )


def _figures(swingometer: Swingometer, understood: Understood) -> dict[str, Any]:
    asked, problems = understood
    form = {
        "problems": problems,
        "asked": asked,
        "most": MOST_POINTS,
        "elections": [(key, _named(ground)) for key, ground in swingometer.grounds.items()],
        "election_key": asked.ground.election["election_id"].removeprefix("parl."),
        "lines": [(one.line_id, f"{one.party}, stood in {one.contested}") for one in asked.ground.lines.values()],
        "rules": RULE_WORDS,
        "regions": [(links.slug(name), name, asked.regional.get(name)) for name in asked.ground.regions],
        "notes": swing_notes(asked),
        "supposed": "",
        "result": "",
    }
    if problems:
        return form
    found = swung(swingometer, asked)
    return (
        form
        | {
            "supposed": supposed_words(asked, found.after.swung),
            "result": result_words(found.after.parties, len(found.after.seats), supposed=asked.moves),
            "parties": party_rows(found),
            "changes": changes(found),
        }
        | _map(swingometer.record, found)
    )


def _named(ground: Ground) -> str:
    basis = "" if ground.election["basis"] == "declared" else f", {ground.election['basis']} on later boundaries"
    return f"{words.day(ground.election['polling_on'])}{basis}"


def party_rows(found: Swung) -> list[Row]:
    """Each party with seats, with some of the vote, or that is swung; the rest in one row, so that all add up."""
    before = {(row["party_id"], row["party"]): row for row in found.before.parties}
    asked = {found.asked.to.party_id, found.asked.from_.party_id}
    shown: list[Row] = []
    rest: list[Row] = []
    for row in found.after.parties:
        old = before[row["party_id"], row["party"]]
        seats, was = row["seats"] or 0, old["seats"] or 0
        told = row | {"moved": seats - was, "seats": seats, "change": row["share"] - old["share"]}
        large = seats or was or (row["share"] or 0) >= LEAST_SHARE or row["party_id"] in asked
        (shown if large else rest).append(told)
    if rest:
        share, change = (sum(row[key] for row in rest) for key in ("share", "change"))
        name = f"{words.plural(len(rest), 'other')}, none with a seat"
        shown.append(
            {"party": name, "party_id": None, "standing_as": "other", "seats": 0, "moved": 0}
            | {"share": share, "change": change}
        )
    return shown


def changes(found: Swung) -> list[Row]:
    """The seats whose winner changes: from whom, to whom, and by how much; the closest first."""
    before = _winners(found.before)
    after = _winners(found.after)
    rows = [
        row
        | {"from_party": before[key]["party"], "path": links.contest(key)}
        | ({"party": starting(undecided_words(row))} if row["party"] == UNDECIDED else {})
        for key, row in after.items()
        if (row["party_id"], row["candidate"], row["party"])
        != (before[key]["party_id"], before[key]["candidate"], before[key]["party"])
    ]
    return sorted(rows, key=lambda row: (row["majority_share"] or 0, row["area"]))


def _winners(scenario: Scenario) -> dict[str, Row]:
    return {row["contest_id"]: row for row in scenario.seats}


def seats_csv(record: Record, found: Swung) -> str:
    """Every seat of the scenario, a row each, with what is supposed in every row."""
    asked = found.asked
    state = {
        "election_id": asked.ground.election["election_id"],
        "swing_to": asked.to.line_id,
        "swing_from": asked.from_.line_id,
        "swing_rule": asked.rule,
    }
    sheet = _drawn(record, found).sheet
    rows = [
        row
        | state
        | {
            "swing_points": asked.points_in(row["region"]),
        }
        for row in sheet.rows
    ]
    return as_csv(replace(sheet, rows=rows, wide=WIDE))


WIDE = (
    Shown("majority_share", "majority_share", "percent"),
    *(Shown(key, key) for key in ("candidate", "contest_id", "region", "country", "party_id", "basis", "election_id")),
    *(Shown(key, key) for key in ("swing_to", "swing_from", "swing_rule")),
    Shown("swing_points", "swing_points"),
)


def _map(record: Record, found: Swung) -> dict[str, Any]:
    root = "../" * PATH.count("/")
    paper = Paper(WIDTH, words=False, link=lambda contest_id: root + links.contest(contest_id))
    shown = _drawn(record, found)
    own = map_id(shown, paper)
    return {"shown": shown, "svg": shown.svg(paper), "own": own, "legend": legend_list(own, shown)}


def _drawn(record: Record, found: Swung) -> Map:
    before = _winners(found.before)
    seats = [row | {"outcome": changed_words(row, before[row["contest_id"]])} for row in found.after.seats]
    told = Imagined(
        result_words(found.after.parties, len(seats), supposed=found.asked.moves).partition(". ")[0],
        supposed_words(found.asked, found.after.swung),
        swing_notes(found.asked),
        found.asked.ground.election["source_id"],
    )
    return imagined_hexes(record, seats, found.after.parties, told)
