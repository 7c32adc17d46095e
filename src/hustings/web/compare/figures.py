"""The figures of two contests in rows: the left, what lies between, the right."""

from __future__ import annotations

from collections import Counter
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
    """What one party or candidate had in both contests; a side is None where it did not stand.

    `told` is what tells it from others of the same label, blank for none.
    """

    party: Row
    left: Row | None
    right: Row | None
    told: str

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
    """The figures of the contests themselves; between majorities of two winners nothing is told."""
    found = [_figure(_own(left), _own(right), *one) for one in COUNTED]
    if _winner(left) == _winner(right):
        return found
    names = {"Majority", "Majority, part of the vote"}
    return [one._replace(between=words.NONE) if one.name in names else one for one in found]


def _winner(report: SeatReport) -> str:
    return _key(report.candidates[0])


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

    A party is the same under whatever name, and the Speaker whoever that is; somebody who stood for none is the same
    person, if that is known.
    """
    sides = [_by_key(report) for report in (left, right)]
    keys = dict.fromkeys([*sides[1], *sides[0]])
    labels = Counter(_either(sides, key)["party"] for key in keys)
    return [
        Standing(
            _either(sides, key),
            sides[0].get(key),
            sides[1].get(key),
            _told([side[key] for side in sides if key in side], labels[_either(sides, key)["party"]] > 1),
        )
        for key in keys
    ]


def _either(sides: list[dict[str, Row]], key: str) -> Row:
    return sides[1].get(key) or sides[0][key]


def _told(rows: list[Row], repeated: bool) -> str:
    """The candidate of a label that several have, or what the other side calls the party."""
    names = list(dict.fromkeys(row["party"] for row in rows))
    if len(names) > 1:
        return f"{names[0]} on the left"
    if rows[0]["standing_as"] not in ("independent", "other") and not repeated:
        return ""
    return rows[-1]["candidate"] or "several together, or nobody named"


def _by_key(report: SeatReport) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for row in report.candidates:
        key = _key(row)
        # A second candidate of one party is a row of its own.
        found[key if key not in found else row["candidacy_id"]] = row
    return found


def _key(row: Row) -> str:
    """What makes a candidacy of one contest the same as one of another."""
    line = row["line_id"] if row["standing_as"] in ("party", "speaker") else None
    return str(line or (row["person_id"] if row["standing_as"] == "independent" else None) or row["candidacy_id"])
