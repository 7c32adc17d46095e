"""What is drawn of a history: which lines, their points, and where each is named."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from hustings.publish import words
from hustings.publish.charts.chart import Canvas
from hustings.publish.charts.style import NO_PARTY, Palette
from hustings.publish.reports.history import TOGETHER

Row = dict[str, Any]

# Several people under one word are dots and no line, and only where together they polled this much.
LEAST_TOGETHER = 0.05
LABEL_HEIGHT = 15
# Pixels kept above the highest share for the numbers of breaks.
TOP = 18


def year_of(day: date) -> float:
    """A day as a year and its part, to lay it along an axis of years."""
    return day.year + (day.timetuple().tm_yday - 1) / 366


class Seen(NamedTuple):
    """A history's rows, and which of their lines are drawn, the largest first."""

    rows: list[Row]
    lines: list[str]


def points(seen: Seen, colours: Palette, canvas: Canvas, height: int) -> list[Row]:
    """Every share drawn, with its colour and sign; the last of each line named, so that no name covers another."""
    kept = [row for row in seen.rows if row["share"] and _is_drawn(row, seen.lines)]
    latest = max(row["polling_on"] for row in kept)
    data = []
    for row in sorted(kept, key=lambda row: (row["polling_on"], -row["share"])):
        mark = colours.mark(row["line"])
        data.append(
            {
                "share": row["share"],
                "kind": row["kind"],
                "line": row["line"],
                "short": row["short"],
                "segment": row["segment"],
                "joined": row["line"] not in TOGETHER and row["kind"] == "general",
                "at_day": year_of(row["polling_on"]),
                "at_end": row["polling_on"] == latest,
                "line_colour": mark.outline(canvas.mode) or mark.fill,
                "shape": "square" if row["line"] in NO_PARTY else "circle",
                "label": f"{row['short']} {words.percent(row['share'])}" if row["polling_on"] == latest else "",
            }
        )
    return _named(data, height)


def _is_drawn(row: Row, lines: list[str]) -> bool:
    return row["line"] in lines or (row["line"] in TOGETHER and row["share"] >= LEAST_TOGETHER)


def highest(data: list[Row]) -> float:
    """The share at the top of the drawing."""
    largest: float = max(row["share"] for row in data)
    return min(1.0, largest * 1.06)


def _named(data: list[Row], height: int) -> list[Row]:
    """Names at the ends of lines moved apart; a line that ends earlier is named over its last point.

    `at_label` is where the name stands, on the scale of shares.
    """
    pixel = highest(data) / (height - TOP)
    ended = {row["line"]: row for row in data}
    for row in ended.values():
        if not row["at_end"]:
            row |= {"label": row["short"], "at_label": row["share"] + 11 * pixel}
    ends = [row for row in data if row["at_end"]]
    lowest = 0.0
    # From the bottom up, each at least a line above the one below it.
    for row in sorted(ends, key=lambda row: row["share"]):
        row["at_label"] = max(row["share"], lowest)
        lowest = row["at_label"] + LABEL_HEIGHT * pixel
    return data
