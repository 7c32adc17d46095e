"""The Butler swing between two parties in every seat of a general election, one seat marked."""

from __future__ import annotations

from functools import partial
from typing import Any, NamedTuple

import ibis.expr.types as ir

from hustings import measures
from hustings.errors import UnusableInput
from hustings.publish import words
from hustings.publish.charts.chart import Chart, source_line
from hustings.publish.charts.contest_words import called
from hustings.publish.charts.dots import Piled, piles
from hustings.publish.charts.general import general_election, marked_contest, within
from hustings.publish.reports.election_notes import baselines_named
from hustings.publish.sheet import Sheet, Shown
from hustings.record.open import Record
from hustings.record.select import party_id

Row = dict[str, Any]

COLUMNS = (
    Shown("rank", "", "place"),
    Shown("area", "Seat"),
    Shown("region", "Region"),
    Shown("swing", "Swing", "points"),
)
ALONE = (Shown("contest_id", "contest_id"), Shown("baseline_contest_id", "baseline_contest_id"))


class Pair(NamedTuple):
    """The two parties of a swing, positive to the first: their lines and their names."""

    to_line: str
    from_line: str
    to: str
    from_: str


def swing(
    record: Record,
    seat: str | None = None,
    election: str | None = None,
    parties: tuple[str, str] | None = None,
    place: str | None = None,
) -> Chart:
    """The swing to the first of two parties from the second, or those that came first and second in the seat.

    Of all seats of the election, or those of a country or region, `place`. Raises as `find_contest` does, and
    UnusableInput where there is no swing between the two.
    """
    contest = marked_contest(record, seat, election) if seat else None
    found = general_election(record, contest["election_id"] if contest else election)
    fought, where = within(record, record.results(election=found["election_id"]), place)
    pair = _named(record, parties) if parties else _leading(record, contest)
    rows = _rows(record, fought, pair, contest)
    _refuse_nothing(rows, pair, contest, where, found)
    title = _title(rows, pair)
    contests = {row["contest_id"] for row in rows}
    compared = fought.filter(fought.contest_id.isin(sorted(contests)))
    marked = next((row for row in rows if row["marked"]), None)
    label = f"{marked['area']} {words.points(marked['swing'])}" if marked else ""
    axis = f"points: + to {pair.to}, {words.MINUS} to {pair.from_}"
    return Chart(
        kind="swing",
        title=title,
        subtitle=f"Butler swing to {pair.to} from {pair.from_} in {words.plural(len(rows), 'seat')}, each a dot, in "
        f"points. {found['election']}, {words.day(found['polling_on'])}: {where}",
        source=source_line(record, contests | {row["baseline_contest_id"] for row in rows}),
        alt=_alt(title, rows, pair),
        sheet=Sheet(title, COLUMNS, rows, wide=ALONE),
        draw=partial(piles, Piled(rows, "swing", "points", axis, label)),
        notes=(
            "Butler swing: the mean of one party's rise and the other's fall in share of valid votes; only seats where "
            f"both stood both times. Compared with {baselines_named(record, compared)}.",
        ),
    )


def _refuse_nothing(rows: list[Row], pair: Pair, contest: Row | None, where: str, found: Row) -> None:
    """UnusableInput where the seat to be marked has no swing between the two, or no seat has."""
    between = f"a swing between {pair.to} and {pair.from_}"
    if contest and not any(row["marked"] for row in rows):
        raise UnusableInput(f"{contest['area']} is not among the seats of {where} with {between} at this election")
    if not rows:
        raise UnusableInput(f"no seat of {found['election']} has {between}: both need a share then and at the baseline")


def _named(record: Record, parties: tuple[str, str]) -> Pair:
    known = {row["party_id"]: row for row in record.query("from party")}
    to, from_ = (known[party_id(record, name)] for name in parties)
    return Pair(to["line_id"], from_["line_id"], to["party"], from_["party"])


def _leading(record: Record, contest: Row | None) -> Pair:
    """The parties that came first and second in the seat marked, which must have a swing."""
    if contest is None:
        raise UnusableInput("a swing is between two parties; name them with --party and --against, or name a seat")
    results = record.results()
    own = results.filter(results.contest_id == contest["contest_id"])
    found = record.rows(measures.leading_swing(own, results, record.baselines()))
    if not found or found[0]["swing"] is None or "Speaker" in (found[0]["to"], found[0]["from_"]):
        between = f" between {found[0]['to']} and {found[0]['from_']}" if found else ""
        raise UnusableInput(
            f"{contest['area']} has no swing{between} in {contest['polling_on']:%Y}; name two parties that have a "
            "share there and at the baseline with --party and --against"
        )
    return _named(record, (found[0]["to"], found[0]["from_"]))


def _rows(record: Record, fought: ir.Table, pair: Pair, contest: Row | None) -> list[Row]:
    """A row a seat, the largest swing to the first party first."""
    moved = measures.butler_swing(fought, record.results(), record.baselines(), pair.to_line, pair.from_line)
    places = fought.select("contest_id", "area", "region").distinct()
    ranked = moved.mutate(rank=measures.rank_among(moved, "swing")).join(places, "contest_id")
    rows = record.rows(ranked.order_by("rank", "area"))
    own = contest["contest_id"] if contest else None
    return [row | {"marked": row["contest_id"] == own, "said": f"{words.points(row['swing'])} points"} for row in rows]


def _title(rows: list[Row], pair: Pair) -> str:
    """The marked seat's swing and place, or to whom the swing was in how many seats."""
    for row in rows:
        if row["marked"]:
            to, from_ = (pair.to, pair.from_) if row["swing"] >= 0 else (pair.from_, pair.to)
            place = f"{words.ordinal(row['rank'])} highest of {words.count(len(rows))}"
            size = words.rounded(abs(row["swing"]), 1)
            moved = f"{size} points to {called(to)} from {called(from_)}"
            return f"{row['area']}: {moved}; the swing to {called(pair.to)} was {place}"
    rises = sum(row["swing"] > 0 for row in rows)
    between = f"to {called(pair.to)} from {called(pair.from_)}"
    return f"The swing was {between} in {words.count(rises)} of {words.plural(len(rows), 'seat')}"


def _alt(title: str, rows: list[Row], pair: Pair) -> str:
    """The finding and both ends."""
    first, last = rows[0], rows[-1]
    return (
        f"A dot for each seat along the swing. {title}. From {words.points(last['swing'])} points in {last['area']} to "
        f"{words.points(first['swing'])} points in {first['area']}; positive is to {pair.to}."
    )
