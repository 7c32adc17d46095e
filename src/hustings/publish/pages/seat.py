"""The page of one contest in a seat: what happened, compared with what, how it came to that, and who says so."""

from __future__ import annotations

from typing import Any, NamedTuple
from urllib.parse import urlencode

from hustings.publish import words
from hustings.publish.facts import Facts, Row
from hustings.publish.pages import links, seat_context
from hustings.publish.pages.drawing import drawings
from hustings.publish.pages.page import Page
from hustings.publish.reports import history_forms, seat_forms, seat_words
from hustings.publish.reports.history import History
from hustings.publish.reports.seat import SeatReport
from hustings.record.schema.elections import POLLED


class Figure(NamedTuple):
    """One of the figures under the result: its name, value and basis, the measure that says why, and its reason."""

    name: str
    value: str
    basis: str
    why: str
    key: str = ""


def seat_page(facts: Facts, contest_id: str, *, latest: bool = False) -> Page:
    """The page of a contest: at its own address, or with `latest` at that of its seat."""
    report = facts.reports[contest_id]
    contest = report.contest
    own = links.contest(contest_id)
    return Page(
        path=links.seat(contest_id) if latest else own,
        template="seat.html",
        title=f"{contest['area']}, {_poll(contest)}",
        description=seat_words.result_sentence(report),
        figures=lambda: _result(facts, report) | _past(facts, report) | seat_context.context(facts, report),
        same_as=own if latest else None,
    )


def _result(facts: Facts, report: SeatReport) -> dict[str, Any]:
    """What the head of the page shows, and the table."""
    contest_id = report.contest["contest_id"]
    own = links.contest(contest_id)
    return result_table(facts, report) | {
        "heading": seat_words.heading(report),
        "result": seat_words.result_sentence(report),
        "boundaries": _boundaries(report),
        "boundary_path": links.boundaries(links.seat(contest_id)),
        "fought": [_switch(facts, one, contest_id) for one in facts.fought[links.seat(contest_id)]],
        "warnings": seat_forms.warnings(report),
        "key_figures": _key_figures(report),
        "embed_path": links.embed(own),
        "story_path": links.story(contest_id),
        "compare_query": urlencode({"a": own.split("/")[1], "a-poll": own.split("/")[2]}),
        "swing_query": _swing_query(report.contest),
    }


def _swing_query(contest: Row) -> str:
    """What asks the swingometer for the election of a contest; nothing for a by-election."""
    return f"?election={contest['election_id'].removeprefix('parl.')}" if contest["kind"] == "general" else ""


def result_table(facts: Facts, report: SeatReport) -> dict[str, Any]:
    """What the template of the result table is given."""
    return {
        "contest": report.contest,
        "baseline_name": seat_words.baseline_name(report.baseline) if report.baseline else None,
        "by_candidate": any(row["candidate"] for row in report.candidates),
        "candidates": [_candidate(facts, row, report.contest) for row in report.candidates],
        "totals": _totals(report),
        "why_path": links.why(report.contest["contest_id"]),
        "notes": seat_forms.table_notes(report),
    }


def _poll(contest: Row) -> str:
    kind = " by-election" if contest["kind"] == "by-election" else " general election"
    basis = "" if contest["basis"] == "declared" else f" ({contest['basis']})"
    return f"{words.day(contest['polling_on'])}{kind}{basis}"


def _switch(facts: Facts, contest_id: str, current: str) -> Row:
    contest = facts.reports[contest_id].contest
    by = " by-election" if contest["kind"] == "by-election" else ""
    basis = "" if contest["basis"] == "declared" else f" {contest['basis']}"
    name = f"{contest['polling_on']:%Y}{by}{basis}"
    return {"name": name, "path": links.contest(contest_id), "current": contest_id == current}


def _boundaries(report: SeatReport) -> str:
    """When these boundaries began, and of what older seats the place was made."""
    parts, more = seat_words.named_parts(report.predecessors)
    made = [f"{words.percent(part['of_this'])} from {part['area']}" for part in parts]
    made += ["the rest from smaller parts"] if made and more else []
    known = f" Made of: {'; '.join(made)} (residential addresses)." if made else ""
    return f"Boundaries: {seat_words.boundary_sentence(report)}{known}"


def _key_figures(report: SeatReport) -> list[Figure]:
    contest = report.contest
    majority = words.count(contest["majority"]) if contest["majority"] is not None else words.UNKNOWN
    part = f"{words.margin(contest['majority_share'])} of valid votes" if contest["majority"] is not None else ""
    figures = [Figure("Majority", majority, part, "majority", "majority" if part else "")]
    if contest["basis"] in POLLED:
        figures.append(
            Figure(
                "Turnout",
                words.percent(contest["valid_turnout"]),
                "valid votes, of the electorate",
                "turnout",
                "valid_turnout" if contest["valid_turnout"] is not None else "",
            )
        )
    return [
        *figures,
        _swing(report),
        Figure(
            "Electorate",
            words.count(contest["electorate"]),
            "people entitled to vote",
            "turnout",
            _polled(contest, "electorate"),
        ),
    ]


def _swing(report: SeatReport) -> Figure:
    swing, baseline = report.swing, report.baseline
    if swing is None or swing.swing is None:
        return Figure("Swing", "none", seat_words.swing_words(swing, baseline), "leading_swing")
    to, from_ = (swing.to, swing.from_) if swing.swing >= 0 else (swing.from_, swing.to)
    basis = f"to {to} from {from_} (Butler), on {seat_words.baseline_name(baseline)}"
    return Figure("Swing", f"{words.rounded(abs(swing.swing), 1)} points", basis, "leading_swing", "swing")


def _candidate(facts: Facts, row: Row, contest: Row) -> Row:
    person = facts.person_of.get(row["candidacy_id"])
    name = row["candidate"]
    return row | {
        "candidate": name or "name not published",
        "person_path": links.person(person, facts.lives[person][-1]["candidate"]) if person and name else None,
        "lost": row["deposit_kept"] is False and contest["basis"] in POLLED,
    }


def _polled(contest: Row, key: str) -> str:
    """The key of a figure that only a poll has."""
    return key if contest["basis"] in POLLED else ""


def _totals(report: SeatReport) -> list[tuple[str, str, str]]:
    """The foot of the table: valid votes, rejected papers, electorate, and turnout both ways."""
    contest = report.contest
    rows = [("Valid votes", words.count(contest["valid_votes"]), "valid_votes")]
    if contest["basis"] not in POLLED:
        return rows
    return [
        *rows,
        ("Rejected papers", words.count(contest["invalid_votes"]), "invalid_votes"),
        ("Electorate", words.count(contest["electorate"]), "electorate"),
        ("Turnout, valid votes", words.percent(contest["valid_turnout"]), "valid_turnout"),
        ("Turnout, all ballots", words.percent(contest["ballot_turnout"]), "ballot_turnout"),
    ]


def _past(facts: Facts, report: SeatReport) -> dict[str, Any]:
    """The history of the place: drawn, in words, and as tables."""
    seat = report.contest["boundary_set_id"], report.contest["area_id"]
    history = facts.histories[seat]
    drawn = drawings(history.chapters)
    return {
        "drawings": drawn,
        "history_alt": _alt(history),
        "has_by_elections": any(row["kind"] == "by-election" for one in history.chapters for row in one.contests),
        "chapters": [
            {
                "area": chapter.stage.area,
                "dates": history_forms.dates(chapter.stage),
                "followed": history_forms.followed(chapter.stage),
                "sheet": history_forms.chapter_sheet(chapter),
                "behind": links.rows(
                    "results", boundary_set_id=chapter.stage.boundary_set_id, area_id=chapter.stage.area_id
                ),
            }
            for chapter in history.chapters
            if chapter.contests
        ],
        "history_notes": history_forms.history_notes(history),
    }


def _alt(history: History) -> str:
    """The finding of the drawing: who won on each set of boundaries, latest first."""
    parts: list[str] = []
    for chapter in history.chapters:
        wins = list(dict.fromkeys(str(row["party"]) for row in chapter.contests if row["kind"] == "general"))
        years = sorted(row["polling_on"].year for row in chapter.contests)
        if wins and len(parts) < MOST_TOLD:
            span = str(years[0]) if years[0] == years[-1] else f"{years[0]} to {years[-1]}"
            parts.append(f"{chapter.stage.area} {span}: {', '.join(wins)}")
    return f"Party shares over time. Won by, latest boundaries first: {'; '.join(parts)}."


# The alternative text tells the latest sets of boundaries; the tables below have all.
MOST_TOLD = 3
