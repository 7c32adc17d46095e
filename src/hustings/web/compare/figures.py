"""The figures of two contests in rows: the left, what lies between, the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from hustings.publish import words
from hustings.publish.reports.seat import SeatReport
from hustings.record.schema.elections import POLLED

Row = dict[str, Any]


class Figure(NamedTuple):
    """A figure of both contests: its name and basis, each side in words, and right less left, blank for none."""

    name: str
    basis: str
    left: str
    between: str
    right: str


class Standing(NamedTuple):
    """What one party or candidate had in both contests; a side is None where it did not stand."""

    party: Row
    left: Row | None
    right: Row | None

    @property
    def share(self) -> Any:
        """By how much the right share is above the left, in points once it is printed."""
        return _less(self.right, self.left, "share")

    @property
    def votes(self) -> Any:
        """How many more votes the right has than the left."""
        return _less(self.right, self.left, "votes")


def _less(right: Row | None, left: Row | None, column: str) -> Any:
    if right is None or left is None or right[column] is None or left[column] is None:
        return None
    return right[column] - left[column]


# Name, basis, column, how it is written, and how a difference is.
COUNTED = (
    ("Electorate", "people entitled to vote", "electorate", words.count, "count"),
    ("Valid votes", "", "valid_votes", words.count, "count"),
    ("Rejected papers", "", "invalid_votes", words.count, "count"),
    ("Turnout", "valid votes, of the electorate", "valid_turnout", words.percent, "points"),
    ("Turnout of all ballots", "with rejected papers, of the electorate", "ballot_turnout", words.percent, "points"),
    ("Majority", "votes", "majority", words.count, "count"),
    ("Majority, part of the vote", "% of valid votes", "majority_share", words.margin, "points"),
)
# An estimate has no poll of its own.
OF_POLL = ("electorate", "invalid_votes", "valid_turnout", "ballot_turnout")


def figures(left: SeatReport, right: SeatReport) -> list[Figure]:
    """The figures of the contests themselves."""
    return [_figure(_own(left), _own(right), *one) for one in COUNTED]


def _own(report: SeatReport) -> Row:
    """The contest's figures; of an estimate those that an estimate has."""
    contest = report.contest
    return contest if contest["basis"] in POLLED else contest | dict.fromkeys(OF_POLL)


def _figure(*told: Any) -> Figure:
    left, right, name, basis, column, written, kind = told
    said: Callable[[Any], str] = lambda value: words.NONE if value is None else written(value)  # noqa: E731
    between = _less(right, left, column)
    return Figure(name, basis, said(left[column]), _signed(between, kind), said(right[column]))


def _signed(value: float | None, kind: str) -> str:
    if value is None:
        return words.NONE
    if kind == "points":
        return f"{words.points(value)} points"
    return f"{'+' if value > 0 else ''}{words.count(int(value))}"


def standings(left: SeatReport, right: SeatReport) -> list[Standing]:
    """Parties and independents in order of the right's votes, then those of the left alone.

    A party is the same under whatever name; somebody who stood for none is the same person, if that is known.
    """
    sides = [_by_key(report) for report in (left, right)]
    keys = dict.fromkeys([*sides[1], *sides[0]])
    return [Standing((sides[1].get(key) or sides[0][key]), *(side.get(key) for side in sides)) for key in keys]


def _by_key(report: SeatReport) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for row in report.candidates:
        line = row["line_id"] if row["standing_as"] == "party" else None
        key = line or (row["person_id"] if row["standing_as"] == "independent" else None) or row["candidacy_id"]
        # A second candidate of one party is a row of its own.
        found[key if key not in found else row["candidacy_id"]] = row
    return found
