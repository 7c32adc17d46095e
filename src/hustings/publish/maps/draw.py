"""From a record and an election to a map: the figures gathered, the seats laid out, the words found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from hustings.errors import UnusableInput
from hustings.publish import words
from hustings.publish.charts.style import palette
from hustings.publish.cited import cited
from hustings.publish.maps import telling
from hustings.publish.maps.figures import (
    Party,
    general_election,
    named_party,
    rank_in,
    seat_figures,
    seats_won,
)
from hustings.publish.maps.geometry import Layout, hex_layout, outline_layout
from hustings.publish.maps.keys import Legend, figure_legend, party_legend
from hustings.publish.maps.map import Map, Seat
from hustings.publish.maps.places import EVERYWHERE, Focus, Pointed, pointed
from hustings.publish.maps.subjects import Subject, subject
from hustings.publish.maps.tables import map_sheet
from hustings.publish.prose import starting
from hustings.record.open import Record

Row = dict[str, Any]
Shapes = dict[tuple[str, str], Any]
SHAPES = {"hex": "Each hexagon is one seat.", "outline": "Outlines of seats, simplified."}


class Told(NamedTuple):
    """What a map is of: its election, subject and party, all seats shown, and what it points at."""

    election: Row
    subject: Subject
    party: Party | None
    rows: list[Row]
    pointed: Pointed | None

    @property
    def of(self) -> str:
        """The party's name, blank for none."""
        return self.party.name if self.party else ""

    @property
    def whose(self) -> str:
        """The party's share in a sentence is whose, blank for none."""
        return self.party.whose if self.party else ""


def hexes(
    record: Record, election: str, by: str = "winner", party: str | None = None, highlight: Focus = EVERYWHERE
) -> Map:
    """A map of one hexagon a seat of a general election since 2010, or of a notional result since 2005.

    `by` is winner, turnout, ballot-turnout, majority, share, change or gain; share may and change must be of a
    `party`. `highlight` points at a seat, borough or region, or cuts the map down to it. Raises UnusableInput where
    no layout is held of the election's boundaries, or it has not that figure.
    """
    rows = record.query("select boundary_set_id, area_id, q, r, source_id from hex")
    places = {seat_key(row): (row["q"], row["r"]) for row in rows}
    told = _told(record, election, (by, party), highlight)
    _all_placed(told, places)
    at = {row["contest_id"]: places[seat_key(row)] for row in told.rows}
    source = next(row["source_id"] for row in rows if seat_key(row) == seat_key(told.rows[0]))
    return _map(record, told, ("hex", source, lambda width: hex_layout(at, width)), crop=highlight.crop)


def outlines(
    record: Record, election: str, by: str = "winner", party: str | None = None, highlight: Focus = EVERYWHERE
) -> Map:
    """A map of the outlines of seats, simplified for the eye; otherwise as `hexes`."""
    told = _told(record, election, (by, party), highlight)
    sets = sorted({row["boundary_set_id"] for row in told.rows})
    rows = record.query("from outline where list_contains(?, boundary_set_id)", [sets])
    shapes = {seat_key(row): row["geometry"] for row in rows}
    _all_placed(told, shapes)
    at = {row["contest_id"]: shapes[seat_key(row)] for row in told.rows}
    return _map(
        record, told, ("outline", rows[0]["source_id"], lambda width: outline_layout(at, width)), crop=highlight.crop
    )


def seat_key(row: Row) -> tuple[str, str]:
    """What a seat's place on a map is found by: its boundaries and its code, the same under every election."""
    return row["boundary_set_id"], row["area_id"]


def _told(record: Record, named: str, coloured: tuple[str, str | None], focus: Focus) -> Told:
    """The seats to show with their figures, cut down to the part asked for."""
    election = general_election(record, named)
    by, party_named = coloured
    party = named_party(record, party_named) if party_named else None
    what = subject(by, party_named)
    if election["basis"] == "notional" and not what.estimable:
        raise UnusableInput(
            "a notional result has no turnout, since its electorates may be of another register than its votes, and no "
            "swing, since it is compared with nothing"
        )
    rows = seat_figures(record, election, party)
    if what.key in ("change", "gain", "swing") and not any(row["rule"] for row in rows):
        raise UnusableInput(f"nothing compares with the {_small(election)}: the record holds no baseline of it")
    if party and all(row["party_share"] is None for row in rows):
        raise UnusableInput(f"{party.name} has no votes of its own in the {_small(election)}")
    if party and what.key == "change" and all(row["change"] is None for row in rows):
        raise UnusableInput(
            f"{party.name} has no change in the {_small(election)}: no votes of its own at the baseline"
        )
    at = pointed(record, rows, focus)
    shown = [row for row in rows if row["contest_id"] in at.contests] if at and focus.crop else rows
    return Told(election, what, party, shown, at)


def _small(election: Row) -> str:
    """What a reader calls an election, as it stands in a sentence."""
    return str(election["election"][0].lower() + election["election"][1:])


def _all_placed(told: Told, places: Shapes) -> None:
    if any(seat_key(row) not in places for row in told.rows):
        year = told.election["polling_on"].year
        raise UnusableInput(
            f"no map of {year}: shapes are held of the boundaries of 2010 and of 2024, so of the elections since 2010 "
            "and the notional results on those boundaries"
        )


def _map(record: Record, told: Told, drawn: tuple[str, str, Callable[[float], Layout]], *, crop: bool) -> Map:
    kind, layout_source, lay = drawn
    title = _title(record, told)
    unit = starting(told.subject.unit.format(whose=told.whose))
    name = f"{told.election['election']}, {words.day(told.election['polling_on'])}"
    legend = _legend(record, told)
    notes = telling.notes(told.rows, told.election, told.subject, told.of)
    return Map(
        kind=kind,
        title=title,
        subtitle=f"{unit}. {name}. {SHAPES[kind]}",
        source=_source(record, told, layout_source),
        alt=f"Map of {words.plural(len(told.rows), 'seat')}. {title}. {unit}. {_alt(legend)}",
        sheet=map_sheet(told.rows, told.subject, told.of, (f"{title}. {name}.", notes)),
        notes=notes,
        seats=tuple(
            Seat(row["contest_id"], row["area"], telling.seat_words(row, told.subject, told.of)) for row in told.rows
        ),
        legend=legend,
        lay=lay,
        pointed=told.pointed,
        cropped=crop,
    )


def _alt(legend: Legend) -> str:
    return f"Legend: {'; '.join(key.words for key in legend.keys)}."


def _legend(record: Record, told: Told) -> Legend:
    if told.subject.column:
        return figure_legend(told.rows, told.subject, telling.ABSENT.get(told.subject.key, ""))
    won = seats_won(record, told.rows)
    return party_legend(told.rows, won, palette(record), gains=told.subject.key == "gain")


def _title(record: Record, told: Told) -> str:
    """The finding of what is pointed at, or of the whole."""
    at, what = told.pointed, told.subject
    rows = [row for row in told.rows if row["contest_id"] in at.contests] if at else told.rows
    if at and len(rows) == 1:
        ranked = what.column and not what.of_party and what.key != "swing"
        rank = rank_in(record, told.election, rows[0], what.column) if ranked else None
        return telling.one_title(rows[0], (what, told.of), rank)
    where = at.name if at else ""
    if what.column:
        return telling.figure_title(rows, what, told.whose, where)
    if what.key == "gain":
        return telling.gain_title(rows, where)
    return telling.winner_title(rows, seats_won(record, rows), where)


def _source(record: Record, told: Told, layout_source: str) -> str:
    """Who published the results and the shapes, with the licence where it asks to be named."""
    ids = [told.election["source_id"], layout_source]
    rows = record.query(
        "select publisher, title, licence from source where list_contains(?, source_id) order by all", [ids]
    )
    return cited(rows, "Map")
