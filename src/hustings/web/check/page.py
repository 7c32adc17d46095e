"""The page to check a story in: the story, its figures marked, and what each was read as."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from hustings.claims.report.claim import Report
from hustings.claims.report.marks import READ_AS, RIGHT, SOURCE, Note, counts, notes, story, style
from hustings.claims.report.marks import shown as as_shown
from hustings.claims.report.text import coverage
from hustings.claims.verdict import FINDINGS, Verdict
from hustings.publish import words
from hustings.publish.pages import links
from hustings.publish.pages.page import Page
from hustings.web.api.described import ROOT
from hustings.web.api.problem import Problem
from hustings.web.check.pool import SECONDS
from hustings.web.check.taken import LARGEST

PATH = "check/"
NONE_YET, NOT_CHECKED = "No story has been checked yet.", "This story was not checked."
NO_PROOF = "A story without findings is not a story without errors: figures that are left were not checked."
# The contest or election that a source is of stands before its publication.
OF = re.compile(r"(?P<scope>parl\.[\w.-]*\w)(?: \((?P<publication>.*)\))?", re.DOTALL)


class Shown(NamedTuple):
    """What stands in the form, with the report of it or what is wrong with it."""

    text: str = ""
    day: str = ""
    report: Report | None = None
    problem: Problem | None = None


def check_page(shown: Shown) -> Page:
    """The page with a story and what was found of it."""
    return Page(
        path=PATH,
        template="check.html",
        title="Check a story",
        description="Every figure of a story about elections, held against the record.",
        figures=partial(_figures, shown),
    )


def _figures(shown: Shown) -> dict[str, Any]:
    told = notes(shown.report) if shown.report else []
    return {
        "text": as_shown(shown.text),
        "day": shown.day,
        "problem": shown.problem,
        "report": shown.report,
        "said": _said(shown.report) if shown.report else NOT_CHECKED if shown.problem else NONE_YET,
        "unproved": NO_PROOF if shown.report and not _wrong(shown.report) else "",
        "counts": counts(shown.report) if shown.report else "",
        "story": story(shown.report, shown.text) if shown.report else "",
        "findings": [_listed(note) for note in told if note.number],
        "others": [(name, kept) for name, kept in _others(told) if kept],
        "style": style(),
        "largest": LARGEST,
        "seconds": SECONDS,
        "api": f"{ROOT}/{PATH.strip('/')}",
    }


def _wrong(report: Report) -> int:
    return sum(claim["verdict"] in FINDINGS for claim in report["claims"])


def _said(report: Report) -> str:
    """What was found, in two sentences."""
    wrong, misleading = (sum(claim["verdict"] == one for claim in report["claims"]) for one in FINDINGS)
    found = [
        f"{words.plural(number, 'figure') if first else words.count(number)} {'is' if number == 1 else 'are'} {verdict}"
        for first, (number, verdict) in zip(
            (True, not wrong), ((wrong, "wrong"), (misleading, "misleading")), strict=True
        )
        if number
    ]
    said = " and ".join(found) or "No figure was found wrong or misleading"
    return f"{said}. {coverage(report)}."


def _others(told: list[Note]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The figures that are no finding: those found right, and those left with why."""
    for name, verdict in (
        ("Right", Verdict.CORRECT),
        ("Left: the words do not say enough", Verdict.CANNOT_TELL),
        ("Left: outside the record", Verdict.NOT_IN_RECORD),
    ):
        yield name, [_listed(note) for note in told if not note.number and note.verdict == verdict]


def _listed(note: Note) -> dict[str, Any]:
    """A figure as the template has it: with where more is said of what it was held against."""
    rows = [(name, _published(said), _more(said)) if name == SOURCE else (name, said, []) for name, said in note.rows]
    told = dict(note.rows)
    return note._asdict() | {"rows": rows, "read_as": told.get(READ_AS, ""), "right": told.get(RIGHT, "")}


def _published(source: str) -> str:
    """Who published a source, where it says so."""
    found = OF.match(source)
    return found["publication"] or source if found else source


def _more(source: str) -> list[tuple[str, list[str]]]:
    """What more there is of the contest or the election that a source is of: words, and paths of which the first is."""
    found = OF.match(source)
    if found is None:
        return []
    scope = found["scope"]
    if not links.POLL.match(scope):
        return [("the election", [links.election(scope)])]
    row = f"{ROOT[1:]}/contests/{scope}.html"
    return [("the result", [links.contest(scope), row]), ("how each figure is counted", [links.why(scope)])]
