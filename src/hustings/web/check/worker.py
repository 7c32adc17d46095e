"""The process that checks stories: one at a time, with a checker made once, and without a file to write to."""

from __future__ import annotations

import traceback
from datetime import date
from pathlib import Path

from hustings.claims.check import Checker
from hustings.claims.report.claim import Report, report
from hustings.record.open import open_record
from hustings.web.processes import NO_FILES, bound

# What stands in a report where a file's name does.
NAME = "story"
PACKAGE = Path(__file__).parents[2]


class Failed(Exception):
    """A check that did not end as it should: what went wrong and where, without a word of the story."""


_ready: list[Checker] = []


def begin(folder: Path, overlay: Path | None) -> None:
    """Make this process one that checks stories against a record and what a user added to it."""
    bound(NO_FILES)
    _ready.append(Checker(open_record(folder, overlay)))


def run(text: str, dated: date | None) -> Report:
    """A story's report. Raises Failed."""
    try:
        return report(_ready[0].check(text, dated), NAME)
    except Exception as error:  # noqa: BLE001 an error's own words may be the story's, and would stand in a log
        raise Failed(_told(error)) from None


def _told(error: Exception) -> str:
    """The kind of an error and the line that it rose from."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = Path(last.filename)
    where = place.relative_to(PACKAGE) if place.is_relative_to(PACKAGE) else place.name
    return f"{type(error).__name__} at line {last.lineno} of {where}"
