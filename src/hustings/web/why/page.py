"""The page behind a seat page: a row a figure, with its sum, its row of the record and who published that."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from hustings.publish import words
from hustings.publish.facts import Facts
from hustings.publish.pages import links
from hustings.publish.pages.page import Page
from hustings.publish.reports import seat_forms
from hustings.publish.reports.correction_words import correction_sentences
from hustings.publish.reports.seat import SeatReport
from hustings.web.api.described import ROOT
from hustings.web.why.reasons import Reason, how_read, reasons


def why_pages(facts: Facts) -> Iterable[Page]:
    """A page for each contest that has one."""
    for contest_id, report in facts.reports.items():
        contest = report.contest
        yield Page(
            path=links.why(contest_id),
            template="why.html",
            title=f"Why: {contest['area']}, {words.day(contest['polling_on'])}",
            description=f"How each figure of {contest['area']} is counted, from what, and who published it.",
            figures=partial(_figures, facts, report),
        )


def _figures(facts: Facts, report: SeatReport) -> dict[str, Any]:
    sources = {one["source_id"]: one for one in facts.sources}
    contest_id = report.contest["contest_id"]
    baseline = report.baseline["contest_id"] if report.baseline else None
    return {
        "contest": report.contest,
        "own": links.contest(contest_id),
        "reasons": [_shown(one, sources) | {"read": how_read(report, one)} for one in reasons(report)],
        "corrections": correction_sentences(report.corrections),
        "baseline_path": links.why(baseline) if baseline and baseline in facts.reports else None,
        "notes": seat_forms.table_notes(report),
    }


def _shown(reason: Reason, sources: dict[str, dict[str, Any]]) -> dict[str, Any]:
    figure, _, number = reason.key.partition("-")
    return reason._asdict() | {
        # Known by its candidacy too, which rows elsewhere have.
        "place": f"{figure}-{links.candidacy(reason.row)}" if number else "",
        "source": sources[reason.source_id],
        "address": f"{ROOT[1:]}/{reason.table}/{reason.row}.html",
    }
