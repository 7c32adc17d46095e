"""A map of seats as nobody counted them: the winners of a scenario, each seat told with how it differs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from hustings.publish.charts.style import palette
from hustings.publish.cited import cited
from hustings.publish.maps.draw import SHAPES, seat_key
from hustings.publish.maps.geometry import hex_layout
from hustings.publish.maps.keys import party_legend
from hustings.publish.maps.map import Map, Seat
from hustings.publish.maps.subjects import SUBJECTS
from hustings.publish.maps.tables import map_sheet
from hustings.record.open import Record

Row = dict[str, Any]


class Imagined(NamedTuple):
    """A scenario as a map is told of it: its finding, what it supposes, notes, and whose result it begins from."""

    title: str
    supposed: str
    notes: tuple[str, ...]
    source_id: str


def imagined_hexes(record: Record, seats: Sequence[Row], parties: Sequence[Row], told: Imagined) -> Map:
    """A hexagon a seat, coloured by who would win it.

    `seats` are rows of `winners` with an `outcome` in words; `parties` have party_id, party and `seats`.
    """
    rows = list(seats)
    hexes = record.query("select boundary_set_id, area_id, q, r, source_id from hex")
    places = {seat_key(row): row for row in hexes}
    at = {row["contest_id"]: (places[seat_key(row)]["q"], places[seat_key(row)]["r"]) for row in rows}
    source = record.query(
        "select publisher, title, licence from source where list_contains(?, source_id) order by all",
        [[told.source_id, places[seat_key(rows[0])]["source_id"]]],
    )
    won = [row for row in parties if row["seats"]]
    legend = party_legend(rows, won, palette(record), gains=False)
    return Map(
        kind="hex",
        title=told.title,
        subtitle=f"{told.supposed} {SHAPES['hex']}",
        source=cited(source, "Map"),
        alt=f"Map of {len(rows)} seats. {told.title}. Legend: {'; '.join(key.words for key in legend.keys)}.",
        sheet=map_sheet(rows, SUBJECTS["winner"], "", (told.title, told.notes)),
        notes=told.notes,
        seats=tuple(Seat(row["contest_id"], row["area"], f"{row['area']}: {row['outcome']}") for row in rows),
        legend=legend,
        lay=lambda width: hex_layout(at, width),
    )
