"""The reason of each figure of a contest: how it is counted, from what, and which row of which source says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from hustings.publish import words
from hustings.publish.reports import seat_words
from hustings.publish.reports.correction_words import correction_sentences
from hustings.publish.reports.seat import SeatReport
from hustings.record.schema.elections import POLLED

Row = dict[str, Any]
# Enough that a reader who reckons it again meets the same rounding.
EXACT = 4


class Reason(NamedTuple):
    """Why one figure is what it is.

    `key` is its place on the page; `formula` the sum with its numbers, blank for what was read; `measure` the name of
    the definition, blank for what was read; `table` and `row` where the record has it; `source_id` who published it.
    """

    key: str
    of: str
    value: str
    formula: str
    measure: str
    table: str
    row: str
    source_id: str
    corrections: list[str]


def reasons(report: SeatReport) -> list[Reason]:
    """Every figure of a contest's page, those of the contest first."""
    return [*_of_contest(report), *(one for place in range(len(report.candidates)) for one in _of_row(report, place))]


def _of_contest(report: SeatReport) -> Iterator[Reason]:
    contest = report.contest

    def read(key: str, of: str) -> Reason:
        return _reason(report, (key, of, words.count(contest[key])), ("", ""), None)

    def counted(key: str, of: str, value: str, *how: str) -> Reason:
        return _reason(report, (key, of, value), (how[0], how[1]), None)

    yield read("valid_votes", "Valid votes")
    if contest["basis"] in POLLED:
        yield read("electorate", "Electorate")
        yield read("invalid_votes", "Rejected papers")
        valid, rejected, electors = (contest[key] for key in ("valid_votes", "invalid_votes", "electorate"))
        if contest["valid_turnout"] is not None:
            exact, value = _exact(contest["valid_turnout"]), words.percent(contest["valid_turnout"])
            sum_ = f"{words.count(valid)} valid votes / {words.count(electors)} electors = {exact}"
            yield counted("valid_turnout", "Turnout, valid votes", value, sum_, "turnout")
        if contest["ballot_turnout"] is not None:
            papers = f"({words.count(valid)} valid votes + {words.count(rejected)} rejected papers)"
            sum_ = f"{papers} / {words.count(electors)} electors = {_exact(contest['ballot_turnout'])}"
            value = words.percent(contest["ballot_turnout"])
            yield counted("ballot_turnout", "Turnout, all ballots", value, sum_, "turnout")
    yield from _lead(report)
    yield from _swing(report)


def _lead(report: SeatReport) -> Iterator[Reason]:
    contest = report.contest
    if contest["majority"] is None or len(report.candidates) < 2:
        return
    first, second = (row["votes"] for row in report.candidates[:2])
    lead, valid = words.count(contest["majority"]), words.count(contest["valid_votes"])
    sum_ = f"{words.count(first)} votes of the first - {words.count(second)} of the second = {lead}"
    yield _reason(report, ("majority", "Majority", lead), (_minus(sum_), "majority"), None)
    part = f"{lead} / {valid} valid votes = {_exact(contest['majority_share'])}"
    value = words.margin(contest["majority_share"])
    yield _reason(report, ("majority_share", "Majority, % of valid votes", value), (part, "majority"), None)


def _swing(report: SeatReport) -> Iterator[Reason]:
    swing = report.swing
    if swing is None or swing.swing is None:
        return
    first, second = (_moved(row["change"]) for row in report.candidates[:2])
    sum_ = (
        f"(change of {swing.to} - change of {swing.from_}) / 2 = ({first} - ({second})) / 2 = {_moved(swing.swing)} "
        f"points to {swing.to}, on {seat_words.baseline_name(report.baseline)}"
    )
    value = seat_words.swing_words(swing, report.baseline).partition(" (")[0]
    yield _reason(report, ("swing", "Butler swing", value), (_minus(sum_), "leading_swing"), None)


def _of_row(report: SeatReport, place: int) -> Iterator[Reason]:
    """The figures of one row of the result table."""
    row, contest, number = report.candidates[place], report.contest, place + 1
    who = row["candidate"] or row["party"]
    if row["votes"] is None:
        return
    yield _reason(report, (f"votes-{number}", f"{who}, votes", words.count(row["votes"])), ("", ""), row)
    if row["share"] is None:
        return
    votes, valid = words.count(row["votes"]), words.count(contest["valid_votes"])
    sum_ = f"{votes} / {valid} valid votes = {_exact(row['share'])}"
    yield _reason(report, (f"share-{number}", f"{who}, share", words.percent(row["share"])), (sum_, "share"), row)
    if row["change"] is not None:
        then = f"{_exact(row['baseline_share'])} on {seat_words.baseline_name(report.baseline)}"
        sum_ = f"{_exact(row['share'])} - {then} = {_moved(row['change'])} points"
        value = f"{words.points(row['change'])} points"
        yield _reason(report, (f"change-{number}", f"{who}, change", value), (_minus(sum_), "change"), row)
    if contest["basis"] in POLLED and row["deposit_kept"] is not None:
        twenty = f"20 x {votes} = {words.count(20 * row['votes'])}"
        than = "more than" if row["deposit_kept"] else "not more than"
        sum_ = f"{twenty}, {than} the {valid} valid votes".replace(" x ", " \N{MULTIPLICATION SIGN} ")
        kept = "kept" if row["deposit_kept"] else "lost"
        yield _reason(report, (f"deposit-{number}", f"{who}, deposit", kept), (sum_, "deposit_kept"), row)


def _reason(report: SeatReport, told: tuple[str, str, str], how: tuple[str, str], row: Row | None) -> Reason:
    """A reason of a figure of the contest, or with `row` of a candidacy in it."""
    table, key = ("results", row["candidacy_id"]) if row else ("contests", report.contest["contest_id"])
    source = row["source_id"] if row else report.contest["source_id"]
    return Reason(*told, *how, table, key, source, correction_sentences(_touching(report, told[0], row)))


# The columns of the record that a figure is read or counted from.
COLUMNS = {
    "valid_turnout": ("valid_votes", "electorate", "turnout"),
    "ballot_turnout": ("valid_votes", "invalid_votes", "electorate", "turnout"),
    "majority": ("majority",),
    "majority_share": ("majority", "valid_votes"),
    "share": ("votes", "valid_votes", "share"),
    "change": ("votes", "valid_votes", "change"),
}


def _touching(report: SeatReport, key: str, row: Row | None) -> list[Row]:
    """The corrections of what a figure is counted from."""
    name = key.partition("-")[0]
    columns = COLUMNS.get(name, (name,))
    if "valid_votes" in columns:
        columns = (*columns, *{one["field"] for one in report.corrections if one["field"].startswith("votes of ")})
    own = row["candidacy_id"] if row else report.contest["contest_id"]
    keys = {own, report.contest["contest_id"]} if "valid_votes" in columns else {own}
    return [one for one in report.corrections if one["field"] in columns and one["key"].split("|")[0] in keys]


def how_read(report: SeatReport, reason: Reason) -> str:
    """How a figure that is not counted came into the record."""
    if reason.value == words.UNKNOWN:
        return "not known"
    column = reason.key.partition("-")[0]
    touched = (one for one in report.corrections if one["field"] == column and one["status"] == "corrected")
    mended = any(one["key"].split("|")[0] == reason.row for one in touched)
    return "as corrected here, not as published" if mended else "as published"


def _exact(share: float) -> str:
    return f"{words.rounded(share, EXACT)}%"


def _moved(change: float) -> str:
    return f"{words.rounded(change, EXACT):+}".replace("-", words.MINUS)


def _minus(sum_: str) -> str:
    """A sum with a real minus."""
    return sum_.replace(" - ", f" {words.MINUS} ")
