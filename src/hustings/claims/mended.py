"""A story with the mends that need nobody's judgement: percent that are points, and digits out of place."""

from __future__ import annotations

from typing import NamedTuple

from hustings.claims.lines import line_starts
from hustings.claims.report.claim import Claim, Report

SAFE = ("percent-for-points", "digits")


class Mended(NamedTuple):
    """The text with its mends, and each claim that was mended, in the order they stand."""

    text: str
    mends: tuple[Claim, ...]


def safe_mends(report: Report) -> list[Claim]:
    """The claims that may be mended safely, each on one line."""
    return [one for one in report["claims"] if one["code"] in SAFE and one["mend"] and one["line"] == one["end_line"]]


def mended(report: Report, source: str) -> Mended:
    """A story's text with what may be mended safely mended; a quotation's words never are."""
    starts = line_starts(source)
    wanted = safe_mends(report)
    text, done = source, []
    for one in sorted(wanted, key=lambda one: (-one["line"], -one["column"])):
        start, end = (starts[one["line"] - 1] + column - 1 for column in (one["column"], one["end_column"]))
        # What stands in the file otherwise than it is read, as a sign by its name, is left.
        if source[start:end] == one["text"]:
            text = text[:start] + one["mend"] + text[end:]
            done.append(one)
    return Mended(text, tuple(reversed(done)))
