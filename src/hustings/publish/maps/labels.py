"""Names on a map: of what is pointed at, out in the free sea, and of every seat where a map shows few."""

from __future__ import annotations

import math
from html import escape
from typing import NamedTuple

from hustings.publish.maps.furniture import BOLD, text_width, wrapped
from hustings.publish.maps.geometry import Layout, Point
from hustings.publish.maps.map import Map, Seat

SIZE, HIGH = 13, 20
GAP = 10
# Names stand in hexagons no smaller than this, and on outlines of no more seats than that.
LEAST_HEX = 27.0
MOST_NAMED = 30
SIZES = (11.0, 10.0, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0)


class Free(NamedTuple):
    """Where a name may stand clear of everything drawn: its start or its end, and which of the two."""

    x: float
    y: float
    anchor: str


def with_room(shown: Map, layout: Layout) -> Layout:
    """The paper with a free line below it where a name may have to stand."""
    return layout._replace(height=layout.height + HIGH) if shown.pointed and not shown.cropped else layout


def pointer(shown: Map, layout: Layout) -> str:
    """A line from what is pointed at to its name, in the nearest place with nothing drawn."""
    if shown.pointed is None or shown.cropped:
        return ""
    centres = [layout.shapes[key].centre for key in sorted(shown.pointed.contests)]
    at = (sum(x for x, _ in centres) / len(centres), sum(y for _, y in centres) / len(centres))
    free = _nearest_free(layout, at, text_width(shown.pointed.name, SIZE, BOLD))
    towards = free.x - 4 if free.anchor == "start" else free.x + 4
    line = f"M{at[0]:.1f} {at[1]:.1f}L{towards:.1f} {free.y - 4:.1f}"
    side = ' e"' if free.anchor == "end" else '"'
    return (
        f'<path class="o" stroke-width="5" d="{line}"/><path class="q" stroke-width="1.5" d="{line}"/>'
        f'<text class="l{side} x="{free.x:.1f}" y="{free.y:.1f}">{escape(shown.pointed.name)}</text>'
    )


def _nearest_free(layout: Layout, at: Point, needed: float) -> Free:
    """The free place nearest to a point in any gap between what is drawn; else over the map."""
    boxes = [_box(shape.rings) for shape in layout.shapes.values()]
    found = []
    for top in range(0, int(layout.height) - HIGH + 1, 6):
        row = sorted((box[0], box[2]) for box in boxes if box[1] < top + HIGH and box[3] > top)
        for left, right in _gaps(row, layout.width):
            if right - left >= needed + 2 * GAP:
                found.append(_beside(at, (left + GAP, right - GAP - needed), top + HIGH - 5, needed))
    return min(found)[1] if found else Free(at[0] + GAP, at[1] - GAP, "start")


def _gaps(row: list[tuple[float, float]], width: float) -> list[tuple[float, float]]:
    """What is free between spans in order, from 0 to the width."""
    gaps: list[tuple[float, float]] = []
    end = float(-GAP)
    for left, right in row:
        if left > end:
            gaps.append((end, left))
        end = max(end, right)
    return [*gaps, (end, width + GAP)]


def _beside(at: Point, span: Point, y: float, needed: float) -> tuple[float, Free]:
    """The place for a name that may start anywhere in a span, with its distance from a point."""
    x = min(max(at[0] - needed / 2, span[0]), span[1])
    ends = [(math.hypot(x - at[0], y - 4 - at[1]), Free(x, y, "start"))]
    ends.append((math.hypot(x + needed - at[0], y - 4 - at[1]), Free(x + needed, y, "end")))
    return min(ends)


def _box(rings: list[list[Point]]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a shape."""
    xs, ys = zip(*(point for ring in rings for point in ring), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def names(own: str, shown: Map, layout: Layout) -> str:
    """The name of every seat, where there is room."""
    if layout.radius >= LEAST_HEX:
        return "".join(_in_hex(own, shown, seat, layout) for seat in shown.seats)
    if layout.radius == 0 and len(shown.seats) <= MOST_NAMED:
        return "".join(_on_outline(layout, key, area) for key, area, _ in shown.seats)
    return ""


def named(shown: Map, layout: Layout) -> bool:
    """Whether seats are named on the map itself."""
    return bool(names("", shown, layout))


def _in_hex(own: str, shown: Map, seat: Seat, layout: Layout) -> str:
    """A name in its hexagon, below the letter of its party, as large as it fits."""
    inside, high = layout.radius * 1.45, layout.radius * 1.15
    longest = max(text_width(word, 1) for word in seat.area.split())
    fitting = (size for size in SIZES if size * longest <= inside and _high(seat.area, size, inside) <= high)
    size = next(fitting, SIZES[-1])
    x, y = layout.shapes[seat.contest_id].centre
    top = y + layout.radius * 0.16 - _high(seat.area, size, inside) / 2 + size * 0.85
    return _lines(
        wrapped(seat.area, size, inside), f"n {own}{shown.legend.of_contest[seat.contest_id]}i", (x, top), size
    )


def _high(area: str, size: float, inside: float) -> float:
    """How many pixels high a name is in type of that size."""
    return len(wrapped(area, size, inside)) * size * 1.05


def _on_outline(layout: Layout, key: str, area: str) -> str:
    x, y = layout.shapes[key].centre
    lines = wrapped(area, 11, 90)
    return _lines(lines, "n w", (x, y - (len(lines) - 1) * 5.5 + 4), 11)


def _lines(lines: list[str], style: str, at: Point, size: float) -> str:
    return "".join(
        f'<text class="{style}" font-size="{size:.1f}" x="{at[0]:.1f}" y="{at[1] + index * size * 1.05:.1f}">'
        f"{escape(line)}</text>"
        for index, line in enumerate(lines)
    )
