"""A result table as a small page of its own, for a frame in somebody else's page."""

from __future__ import annotations

from typing import Any

from hustings.publish import words
from hustings.publish.facts import Facts
from hustings.publish.pages import links
from hustings.publish.pages.page import Page
from hustings.publish.pages.seat import result_table
from hustings.publish.reports import seat_forms, seat_words
from hustings.publish.reports.seat import SeatReport


def embedded_result(facts: Facts, contest_id: str) -> Page:
    """The table of a contest with its sentence, notes and source, and no more."""
    report = facts.reports[contest_id]
    contest = report.contest
    return Page(
        path=links.embed(links.contest(contest_id)),
        template="embed_result.html",
        title=f"{contest['area']}, {words.day(contest['polling_on'])}: result",
        description=seat_words.result_sentence(report),
        figures=lambda: _figures(facts, report),
    )


def _figures(facts: Facts, report: SeatReport) -> dict[str, Any]:
    return result_table(facts, report) | {
        "heading": seat_words.heading(report),
        "result": seat_words.result_sentence(report),
        "warnings": seat_forms.warnings(report),
        "sources": sorted({source["publisher"] for source in report.sources}),
        "full": links.contest(report.contest["contest_id"]),
    }
