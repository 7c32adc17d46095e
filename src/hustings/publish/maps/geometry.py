"""Where each seat lies on the paper: hexagons of one size, or outlines projected; no figure is made here."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from typing import NamedTuple

Point = tuple[float, float]
Ring = list[Point]

# The central meridian of the National Grid, so that north is upwards where maps of Britain have it.
MERIDIAN = -2.0
# A hexagon of a map of few seats grows no larger than this, in pixels from centre to corner.
LARGEST_HEX = 44.0
# A map is no taller than this many times its width.
TALLEST = 1.45
ROOM = 6.0
# A hexagon is drawn a little smaller than its place, so that the page shows between neighbours.
DRAWN = 0.955


class Shape(NamedTuple):
    """A seat on the paper: its centre, and its outline as rings of points; pixels from the top left."""

    centre: Point
    rings: list[Ring]


class Layout(NamedTuple):
    """All seats on the paper by key, how large the paper is, and the radius of a hexagon, 0 for outlines."""

    shapes: dict[str, Shape]
    width: float
    height: float
    radius: float


def hex_centre(q: int, r: int) -> Point:
    """The centre of a hexagon of radius 1, x to the right and y upwards.

    Pointed tops; rows are counted upwards and odd rows stand half a hexagon further right ("odd-r").
    """
    return math.sqrt(3) * (q + 0.5 * (r % 2)), 1.5 * r


def hex_ring(centre: Point, radius: float) -> Ring:
    """The six corners of a hexagon with a pointed top, from the top clockwise."""
    x, y = centre
    angles = (math.radians(60 * corner - 90) for corner in range(6))
    return [(x + radius * math.cos(angle), y + radius * math.sin(angle)) for angle in angles]


def hex_layout(places: Mapping[str, tuple[int, int]], width: float) -> Layout:
    """Hexagons by key from column and row, as large as the width allows."""
    centres = {key: hex_centre(q, r) for key, (q, r) in places.items()}
    left, top, across, down = _extent(centres.values())
    inside = width - 2 * ROOM
    radius = min(LARGEST_HEX, inside / (across + math.sqrt(3)), width * TALLEST / (down + 2))
    indent = (width - radius * across) / 2
    moved = {key: (indent + radius * (x - left), ROOM + radius * (top - y) + radius) for key, (x, y) in centres.items()}
    shapes = {key: Shape(centre, [hex_ring(centre, radius * DRAWN)]) for key, centre in moved.items()}
    return Layout(shapes, width, radius * (down + 2) + 2 * ROOM, radius)


def project(longitude: float, latitude: float) -> Point:
    """Transverse Mercator on a sphere about the meridian 2 degrees west: radii of the Earth, y upwards."""
    across, up = math.radians(longitude - MERIDIAN), math.radians(latitude)
    return math.atanh(math.cos(up) * math.sin(across)), math.atan2(math.tan(up), math.cos(across))


def outline_layout(geometries: Mapping[str, str], width: float) -> Layout:
    """Outlines by key from GeoJSON in longitude and latitude, as large as the paper allows."""
    projected = {
        key: [[project(*point) for point in ring] for ring in _rings(text)] for key, text in geometries.items()
    }
    left, top, across, down = _extent(point for rings in projected.values() for ring in rings for point in ring)
    scale = min((width - 2 * ROOM) / across, width * TALLEST / down)
    indent = (width - scale * across) / 2
    shapes = {}
    for key, rings in projected.items():
        drawn = [[(indent + scale * (x - left), ROOM + scale * (top - y)) for x, y in ring] for ring in rings]
        shapes[key] = Shape(_centre(max(drawn, key=lambda ring: abs(_area(ring)))), drawn)
    return Layout(shapes, width, scale * down + 2 * ROOM, 0)


def _rings(text: str) -> list[list[list[float]]]:
    """The rings of a GeoJSON Polygon or MultiPolygon, islands and holes alike."""
    geometry = json.loads(text)
    parts = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [ring for part in parts for ring in part]


def _extent(points: Iterable[Point]) -> tuple[float, float, float, float]:
    """Left, top, width and height of points whose y goes upwards."""
    xs, ys = zip(*points, strict=True)
    return min(xs), max(ys), max(xs) - min(xs), max(ys) - min(ys)


def _area(ring: Ring) -> float:
    """Twice the signed area of a ring."""
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in zip(ring, ring[1:] + ring[:1], strict=True))


def _centre(ring: Ring) -> Point:
    """The centre of gravity of a ring."""
    twice = _area(ring)
    if twice == 0:
        return ring[0]
    pairs = list(zip(ring, ring[1:] + ring[:1], strict=True))
    x = sum((a + c) * (a * d - c * b) for (a, b), (c, d) in pairs)
    y = sum((b + d) * (a * d - c * b) for (a, b), (c, d) in pairs)
    return x / (3 * twice), y / (3 * twice)


# Steps of a path in a pixel: outlines are drawn to a quarter of one.
STEPS = 4


def path(rings: list[Ring]) -> str:
    """Rings as the data of an SVG path in whole steps, each point from the one before; specks are left out."""
    whole = [steps for ring in rings if len(steps := _steps(ring)) >= 3]
    return "".join(map(_relative, whole or [_steps(rings[0])]))


def _steps(ring: Ring) -> list[tuple[int, int]]:
    steps = [(round(x * STEPS), round(y * STEPS)) for x, y in ring]
    return [point for point, before in zip(steps, [None, *steps], strict=False) if point != before]


def _relative(steps: list[tuple[int, int]]) -> str:
    """An absolute move, then differences; a sign parts two numbers as well as a space."""
    (x, y), *others = steps
    moves, at = [], (x, y)
    for point in others:
        moves += [point[0] - at[0], point[1] - at[1]]
        at = point
    numbers = "".join(f"{number}" if number < 0 or index == 0 else f" {number}" for index, number in enumerate(moves))
    return f"M{x} {y}l{numbers}z" if moves else f"M{x} {y}h1v1z"
