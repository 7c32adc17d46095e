"""Which constituencies of one map lie beside each other, worked out from the outlines that are published."""

import json
from collections import defaultdict
from itertools import pairwise
from typing import Any

from hustings.record.build.places import Tables
from hustings.record.readers.cells import Row, Value

Seat = tuple[Value, Value]


def compile_neighbours(outlines: list[Row], sets: list[Row]) -> Tables:
    """A row a constituency and each that its outline has an edge in common with, of the map that was in force with it.

    The outlines of one map are drawn from one net of lines, so neighbours have the very same corners.
    """
    ended = {row["boundary_set_id"]: row.get("end_on") for row in sets}
    sharers: dict[tuple[Value, Any], set[Seat]] = defaultdict(set)
    for row in outlines:
        for edge in _edges(str(row["geometry"])):
            sharers[ended[row["boundary_set_id"]], edge].add((row["boundary_set_id"], row["area_id"]))
    beside = {(one, other) for seats in sharers.values() for one in seats for other in seats if one != other}
    return {"neighbour": [_row(one, other) for one, other in sorted(beside, key=str)]}


def _edges(geometry: str) -> set[frozenset[tuple[float, ...]]]:
    """The sides of an outline, whichever way round they are drawn."""
    shape = json.loads(geometry)
    polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    return {
        frozenset((tuple(start), tuple(end)))
        for polygon in polygons
        for ring in polygon
        for start, end in pairwise(ring)
    }


def _row(one: Seat, other: Seat) -> Row:
    return {
        "boundary_set_id": one[0],
        "area_id": one[1],
        "neighbour_boundary_set_id": other[0],
        "neighbour_area_id": other[1],
    }
