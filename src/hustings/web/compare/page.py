"""The page of two contests side by side: a column each, the differences in the middle."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from hustings.publish import words
from hustings.publish.pages import links
from hustings.publish.pages.page import Page
from hustings.publish.reports import seat_forms, seat_words
from hustings.publish.reports.seat import SeatReport
from hustings.web.compare.asked import Pair, Side, poll
from hustings.web.compare.contests import Contests
from hustings.web.compare.figures import figures, standings

PATH = "compare/"
NOTICE = "Differences are the right less the left: of shares and turnouts in percentage points."


def compare_page(contests: Contests, pair: Pair | None, problem: str = "", given: dict[str, str] | None = None) -> Page:
    """The page of a pair, or of the form alone; `given` is what was asked, where there is a `problem` with it."""
    return Page(
        path=PATH,
        template="compare.html",
        title="Compare two contests",
        description="Any two results for the House of Commons since 2010, or notional ones, side by side.",
        figures=partial(_figures, contests, pair, problem, given or {}),
    )


def _figures(contests: Contests, pair: Pair | None, problem: str, given: dict[str, str]) -> dict[str, Any]:
    areas = sorted({report.contest["area"] for report in contests.facts.reports.values()})
    if pair is None:
        return {
            "problem": problem,
            "pair": None,
            "areas": areas,
            "sides": [_form(contests, key, given) for key in ("a", "b")],
        }
    left, right = (contests.report(side.contest_id) for side in pair)
    return {
        "problem": problem,
        "pair": pair,
        "areas": areas,
        "sides": [_side(contests, "a", pair.left), _side(contests, "b", pair.right)],
        "figures": figures(left, right),
        "standings": standings(left, right),
        "notes": [NOTICE, *_notes(left, right)],
        "sources": list(dict.fromkeys([*_sources(left), *_sources(right)])),
    }


def _form(contests: Contests, key: str, given: dict[str, str]) -> dict[str, Any]:
    """A side of the form with what was written into it."""
    seat = given.get(key, "")[:80]
    fought = contests.of_seat.get(links.slug(seat), [])
    polls = [(poll(one), _named(poll(one))) for one in fought][::-1]
    return {"key": key, "seat": seat, "slug": links.slug(seat), "polls": polls, "poll": given.get(f"{key}-poll", "")}


def _side(contests: Contests, key: str, side: Side) -> dict[str, Any]:
    """A side of the form and of the table's head."""
    report = contests.report(side.contest_id)
    polls = [(poll(one), _named(poll(one))) for one in side.fought]
    return {
        "key": key,
        "seat": side.area,
        "slug": side.seat,
        "polls": polls[::-1],
        "poll": poll(side.contest_id),
        "name": _poll(report),
        "path": links.contest(side.contest_id),
        "result": seat_words.result_sentence(report),
        "won": "won" if report.contest["basis"] == "declared" else "would have won",
    }


def _named(key: str) -> str:
    """A poll in the list of a seat's: 2019-12-12-notional as 12 December 2019, notional."""
    day, basis = key[:10], key[11:]
    return words.day(date.fromisoformat(day)) + (f", {basis}" if basis else "")


def _poll(report: SeatReport) -> str:
    contest = report.contest
    kind = " by-election" if contest["kind"] == "by-election" else ""
    basis = "" if contest["basis"] == "declared" else f", {contest['basis']}"
    return f"{words.day(contest['polling_on'])}{kind}{basis}"


def _notes(left: SeatReport, right: SeatReport) -> list[str]:
    """What a reader must know before the difference is called a change."""
    notes = []
    if any(_measured_from(*pair) for pair in ((left, right), (right, left))):
        notes.append(seat_words.change_note(right if _measured_from(right, left) else left))
    elif (apart := _apart(left.contest, right.contest)) is not None:
        notes.append(f"These are {apart}: a difference between them is not a change.")
    for report in (left, right):
        warnings = seat_forms.warnings(report)
        notes += [f"{report.contest['area']}, {_poll(report)}: {said}" for said in warnings]
        if report.contest["basis"] != "declared" and not warnings:
            told = f"{report.contest['area']}, {_poll(report)}"
            notes.append(f"{told}: a published estimate of how an election would have gone on other boundaries.")
    if any(row["standing_as"] == "independent" for report in (left, right) for row in report.candidates):
        notes.append("Independents are compared only where the same person stood as an independent both times.")
    return list(dict.fromkeys(notes))


def _measured_from(report: SeatReport, other: SeatReport) -> bool:
    return bool(report.baseline and report.baseline["contest_id"] == other.contest["contest_id"])


def _apart(one: dict[str, Any], other: dict[str, Any]) -> str | None:
    """How two contests are of two areas, None where they are of one."""
    if (one["boundary_set_id"], one["area_id"]) == (other["boundary_set_id"], other["area_id"]):
        return None
    if links.seat(one["contest_id"]) != links.seat(other["contest_id"]):
        return "two different seats"
    return "two seats of one name, on different boundaries"


def _sources(report: SeatReport) -> list[str]:
    return [f"{one['publisher']}, {one['title']}. {one['licence']}." for one in report.sources]
