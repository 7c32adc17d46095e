"""A story with the mends that need nobody's judgement: percent that are points, and digits out of place."""

from __future__ import annotations

from typing import NamedTuple

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
    lines = source.split("\n")
    wanted = safe_mends(report)
    for one in sorted(wanted, key=lambda one: -one["column"]):
        line = lines[one["line"] - 1]
        # What stands in the file otherwise than it is read, as a sign by its name, is left.
        if line[one["column"] - 1 : one["end_column"] - 1] == one["text"]:
            lines[one["line"] - 1] = line[: one["column"] - 1] + one["mend"] + line[one["end_column"] - 1 :]
    return Mended("\n".join(lines), tuple(wanted))
