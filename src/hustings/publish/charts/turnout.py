"""A seat's turnout, or another figure of its result, among all seats of its general election."""

from __future__ import annotations

from functools import partial
from typing import Any

from hustings import measures
from hustings.errors import UnusableInput
from hustings.publish import words
from hustings.publish.charts.chart import Chart, source_line
from hustings.publish.charts.dots import Piled, piles
from hustings.publish.charts.general import general_election, marked_contest
from hustings.publish.reports.standing import FIGURES, Figure
from hustings.publish.reports.winners import winners
from hustings.publish.sheet import Sheet, Shown
from hustings.record.open import Record

Row = dict[str, Any]

SENTENCES = {
    "valid_turnout": "turnout was {value}",
    "majority_share": "the majority was {value} of valid votes",
    "share": "the winner had {value} of valid votes",
}
RANK = Shown("rank", "", "place")
AREA = Shown("area", "Seat")
ALONE = (Shown("region", "region"), Shown("contest_id", "contest_id"))


def turnout(record: Record, seat: str, election: str | None = None) -> Chart:
    """A seat's turnout in valid votes among all seats of its general election; raises as `find_contest` does."""
    return among(record, seat, election, "valid_turnout")


def majority(record: Record, seat: str, election: str | None = None) -> Chart:
    """A seat's majority as a share of valid votes among all of its general election; raises as `find_contest` does."""
    return among(record, seat, election, "majority_share")


def among(record: Record, seat: str, election: str | None, column: str) -> Chart:
    """One figure of `FIGURES`, by its column, of a seat among all of its general election."""
    figure = next(one for one in FIGURES if one.column == column)
    contest = marked_contest(record, seat, election)
    found = general_election(record, contest["election_id"])
    rows = _rows(record, contest, figure)
    marked = next((row for row in rows if row["marked"]), None)
    if marked is None:
        raise UnusableInput(f"{figure.name} is not known of {contest['area']} in {contest['polling_on']:%Y}")
    title = _title(marked, figure, rows)
    return Chart(
        kind="turnout" if column == "valid_turnout" else "majority",
        title=title,
        subtitle=f"{figure.name}: {words.plural(len(rows), 'seat')}, each a dot. {found['election']}, "
        f"{words.day(found['polling_on'])}",
        source=source_line(record, {row["contest_id"] for row in rows}),
        alt=_alt(title, rows, column),
        sheet=Sheet(title, (RANK, AREA, Shown(column, figure.name, "percent")), rows, wide=ALONE),
        draw=partial(piles, Piled(rows, column, "percent", figure.name, f"{marked['area']} {marked['said']}")),
        notes=_unknown(record, found, rows),
    )


def _rows(record: Record, contest: Row, figure: Figure) -> list[Row]:
    """A row a seat, the highest first."""
    won = winners(record.results(election=contest["election_id"]))
    known = won.filter(won[figure.column].notnull())
    columns = known.select("contest_id", "area", "region", figure.column).distinct()
    ranked = columns.mutate(
        rank=measures.rank_among(columns, figure.column),
        from_bottom=measures.rank_among(columns, figure.column, highest_first=False),
    )
    return [
        row | {"marked": row["contest_id"] == contest["contest_id"], "said": words.margin(row[figure.column])}
        for row in record.rows(ranked.order_by("rank", "area"))
    ]


def _title(marked: Row, figure: Figure, rows: list[Row]) -> str:
    """The seat's figure and its place from the nearer end."""
    said = SENTENCES[figure.column].format(value=marked["said"])
    place, end = min((marked["rank"], figure.first), (marked["from_bottom"], figure.last))
    position = end if place == 1 else f"{words.ordinal(place)} {end}"
    return f"{marked['area']}: {said}, {position} of {words.plural(len(rows), 'seat')}"


def _alt(title: str, rows: list[Row], column: str) -> str:
    first, last = rows[0], rows[-1]
    low, high = words.margin(last[column]), words.margin(first[column])
    return f"A dot for each seat. {title}. From {low} in {last['area']} to {high} in {first['area']}."


def _unknown(record: Record, found: Row, rows: list[Row]) -> tuple[str, ...]:
    contests = record.query("select contest_id from contest where election_id = ?", [found["election_id"]])
    left = len(contests) - len(rows)
    return (f"Left out: {words.plural(left, 'seat')} where it is not known.",) if left else ()
