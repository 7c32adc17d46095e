"""Seats drawn alike, side by side: the same parties in the same order, every bar on one scale."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from hustings.publish import words
from hustings.publish.pages import links
from hustings.publish.reports.seat import SeatReport

Row = dict[str, Any]

# A line is drawn where it polled so much in one of the seats, as many lines as can be read.
LEAST_SHARE = 0.05
MOST_LINES = 8


class Multiples(NamedTuple):
    """A panel a seat, and the share that the longest bar of all of them stands for."""

    panels: list[Row]
    whole: float
    words: str


def multiples(reports: list[SeatReport]) -> Multiples | None:
    """The shares of the lines that polled most in these seats together; None where no share is known.

    Of several candidates of one line in a seat, such as independents, the one with most votes is drawn.
    """
    best = [_best(report) for report in reports]
    votes: Counter[str] = Counter()
    for found in best:
        for line, row in found.items():
            votes[line] += row["votes"] or 0
    lines = [line for line, _ in votes.most_common() if any(_share(found, line) >= LEAST_SHARE for found in best)]
    if not lines:
        return None
    drawn = lines[:MOST_LINES]
    named = {line: row for found in reversed(best) for line, row in found.items()}
    panels = [
        {
            "area": report.contest["area"],
            "path": links.contest(report.contest["contest_id"]),
            "rows": [_row(named[line], found.get(line)) for line in drawn],
        }
        for report, found in zip(reports, best, strict=True)
    ]
    share, area = max(
        (_share(found, line), str(one["area"])) for found, one in zip(best, panels, strict=True) for line in drawn
    )
    return Multiples(panels, share, _told(share, area))


def _best(report: SeatReport) -> dict[str, Row]:
    """By line of party, the candidate with most votes."""
    found: dict[str, Row] = {}
    for row in sorted(report.candidates, key=lambda row: -(row["votes"] or 0)):
        found.setdefault(row["line_id"] or row["standing_as"], row)
    return found


def _share(found: dict[str, Row], line: str) -> float:
    return float((found[line]["share"] if line in found else None) or 0)


def _row(named: Row, row: Row | None) -> Row:
    """A line in one seat; no share where nobody stood for it there."""
    keys = ("party", "party_id", "standing_as")
    return {key: (row or named)[key] for key in keys} | {"share": row["share"] if row else None}


def _told(share: float, area: str) -> str:
    return (
        f"Share of valid votes, every bar on one scale: the longest is {words.percent(share)}, in {area}. Parties "
        f"with at least {words.percent(LEAST_SHARE, 0)} in one of the seats; of several independents in a seat, "
        "the one with most votes. A dash: nobody stood."
    )
