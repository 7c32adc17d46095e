"""Names on a map: of what is pointed at, out in the free sea, and of every seat where a map shows few."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from hustings.publish.maps.furniture import text_width, wrapped
from hustings.publish.maps.geometry import Layout, Point
from hustings.publish.maps.map import Map

SIZE = 13
GAP = 12
# Names stand in hexagons no smaller than this, and on outlines of no more seats than that.
LEAST_HEX = 27.0
MOST_NAMED = 30
SMALLEST, LARGEST = 6.5, 11.0


class Free(NamedTuple):
    """Where a name may stand beside everything drawn: its start or its end, and which of the two."""

    x: float
    y: float
    anchor: str


def pointer(shown: Map, layout: Layout) -> str:
    """A line from what is pointed at to its name, in the nearest place with nothing drawn."""
    if shown.pointed is None or shown.cropped:
        return ""
    centres = [layout.shapes[key].centre for key in sorted(shown.pointed.contests)]
    at = (sum(x for x, _ in centres) / len(centres), sum(y for _, y in centres) / len(centres))
    free = _nearest_free(layout, at, text_width(shown.pointed.name, SIZE))
    towards = free.x - 4 if free.anchor == "start" else free.x + 4
    line = f"M{at[0]:.1f} {at[1]:.1f}L{towards:.1f} {free.y - 4:.1f}"
    side = ' e"' if free.anchor == "end" else '"'
    return (
        f'<path class="o" stroke-width="4" d="{line}"/><path class="q" stroke-width="1.5" d="{line}"/>'
        f'<text class="l{side} x="{free.x:.1f}" y="{free.y:.1f}">{escape(shown.pointed.name)}</text>'
    )


def _nearest_free(layout: Layout, at: Point, needed: float) -> Free:
    """The free place nearest to a point, right or left of all that stands at one height; else over the map."""
    boxes = [_box(rings) for rings in (shape.rings for shape in layout.shapes.values())]
    found = []
    for top in range(0, int(layout.height) - 20, 6):
        row = [box for box in boxes if box[1] < top + 20 and box[3] > top]
        right, left = max((box[2] for box in row), default=at[0]), min((box[0] for box in row), default=at[0])
        for x, room, anchor in ((right + GAP, layout.width - right - GAP, "start"), (left - GAP, left - GAP, "end")):
            if room >= needed:
                found.append((abs(x - at[0]) + 1.5 * abs(top + 14 - at[1]), Free(x, top + 14, anchor)))
    return min(found)[1] if found else Free(at[0] + GAP, at[1] - GAP, "start")


def _box(rings: list[list[Point]]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a shape."""
    xs, ys = zip(*(point for ring in rings for point in ring), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def names(shown: Map, layout: Layout) -> str:
    """The name of every seat, where there is room."""
    if layout.radius >= LEAST_HEX:
        return "".join(_in_hex(shown, layout, key, area) for key, area, _ in shown.seats)
    if layout.radius == 0 and len(shown.seats) <= MOST_NAMED:
        return "".join(_on_outline(layout, key, area) for key, area, _ in shown.seats)
    return ""


def named(shown: Map, layout: Layout) -> bool:
    """Whether seats are named on the map itself."""
    return bool(names(shown, layout))


def _in_hex(shown: Map, layout: Layout, key: str, area: str) -> str:
    """A name in its hexagon, below the letter of its party."""
    inside = layout.radius * 1.6
    longest = max(text_width(word, 1) for word in area.split())
    size = max(SMALLEST, min(LARGEST, layout.radius / 3.6, inside / longest))
    x, y = layout.shapes[key].centre
    lines = wrapped(area, size, inside)
    top = y + layout.radius * 0.12 - (len(lines) - 1) * size * 0.5 + size * 0.35
    style = f"n {shown.legend.of_contest[key]}i"
    return _lines(lines, style, (x, top), size)


def _on_outline(layout: Layout, key: str, area: str) -> str:
    x, y = layout.shapes[key].centre
    lines = wrapped(area, 11, 90)
    return _lines(lines, "n w", (x, y - (len(lines) - 1) * 5.5 + 4), 11)


def _lines(lines: list[str], style: str, at: Point, size: float) -> str:
    return "".join(
        f'<text class="{style}" font-size="{size:.1f}" x="{at[0]:.1f}" y="{at[1] + index * size * 1.05:.1f}">{escape(line)}</text>'
        for index, line in enumerate(lines)
    )
