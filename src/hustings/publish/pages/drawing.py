"""Where the lines of a seat's history lie on the page: positions only; every share drawn comes from its history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from hustings.publish.pages import links
from hustings.publish.reports import history_forms
from hustings.publish.reports.history import Chapter, drawn_lines

Row = dict[str, Any]
Across = Callable[[date], float]
Up = Callable[[float], float]

LABEL_HEIGHT = 14.0


class Dot(NamedTuple):
    """One contest's share: hollow for a by-election."""

    x: float
    y: float
    r: float
    hollow: bool


@dataclass(frozen=True, slots=True)
class Series:
    """One party line: its colour's key, its path within each set of boundaries, its dots, and its label at the end."""

    key: str
    path: str
    dots: list[Dot]
    label: str = ""
    label_y: float = 0.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing of shares over time at one width; `name` is the class by which the page chooses it."""

    name: str
    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    grid: list[Row] = field(default_factory=list)
    years: list[Row] = field(default_factory=list)
    breaks: list[Row] = field(default_factory=list)
    series: list[Series] = field(default_factory=list)


class Canvas(NamedTuple):
    """The size of a drawing, how much stands beside it, and every how many years one is named."""

    name: str
    width: int
    height: int
    beside: int
    years: int


CANVASES = (Canvas("wide-drawing", 1000, 300, 60, 10), Canvas("narrow", 360, 260, 48, 20))


def drawings(chapters: Sequence[Chapter]) -> list[Drawing]:
    """The history at each width, or none where there is nothing to draw a line through."""
    dated = [contest for chapter in chapters for contest in chapter.contests if contest["shares"]]
    if len({contest["polling_on"] for contest in dated}) < 2:
        return []
    return [_drawing(canvas, chapters, dated) for canvas in CANVASES]


def _drawing(canvas: Canvas, chapters: Sequence[Chapter], dated: list[Row]) -> Drawing:
    left, right, top, bottom = 40, canvas.width - canvas.beside, 18, canvas.height - 22
    days: list[date] = [contest["polling_on"] for contest in dated]
    first, last = min(days), max(days)
    highest: float = max((one["share"] or 0 for contest in dated for one in contest["shares"]), default=1)
    whole: float = min(1.0, (int(highest * 10) + 1) / 10)

    def across(day: date) -> float:
        return round(left + (right - left) * (day - first).days / max((last - first).days, 1), 1)

    def up(share: float) -> float:
        return round(bottom - (bottom - top) * share / whole, 1)

    keys = drawn_lines(one for row in dated for one in row["shares"])
    return Drawing(
        canvas.name,
        canvas.width,
        canvas.height,
        left,
        right,
        top,
        bottom,
        grid=[{"y": up(tenth / 10), "label": f"{tenth * 10}%"} for tenth in range(0, round(whole * 10) + 1, 2)],
        years=_years(first, last, canvas.years, across),
        breaks=_breaks(chapters, across),
        series=_labelled(
            [_series(key, chapters, across, up) for key in keys],
            dated,
            up,
        ),
    )


def _years(first: date, last: date, step: int, across: Across) -> list[Row]:
    named = [year for year in range(first.year, last.year + 1) if year % step == 0]
    shown = named if len(named) > 1 else [first.year, last.year]
    return [{"x": across(date(year, 7, 1)), "label": str(year)} for year in shown if first.year <= year <= last.year]


def _breaks(chapters: Sequence[Chapter], across: Across) -> list[Row]:
    """Half way from the last contest on each set of boundaries to the first on the next."""
    places = []
    for place, earlier in enumerate(chapters):
        if history_forms.changed(chapters, place):
            begun = [row["polling_on"] for later in chapters[:place] for row in later.contests]
            ended = [row["polling_on"] for row in earlier.contests]
            if begun and ended and max(ended) < min(begun):
                places.append(round((across(min(begun)) + across(max(ended))) / 2, 1))
    return [{"x": x} for x in sorted(places)]


def _series(key: str, chapters: Sequence[Chapter], across: Across, up: Up) -> Series:
    path, dots = "", []
    for run in _runs(chapters):
        points = [
            (contest["polling_on"], one["share"], contest["kind"] == "by-election")
            for contest in sorted(run, key=lambda row: str(row["polling_on"]))
            for one in contest["shares"]
            if one["line"] == key and one["share"] is not None
        ]
        general = [(across(day), up(share)) for day, share, by in points if not by]
        path += "".join(f"{'L' if place else 'M'}{x:g} {y:g}" for place, (x, y) in enumerate(general))
        dots += [Dot(across(day), up(share), 4.0 if by else 2.5, by) for day, share, by in points]
    return Series(links.slug(key), path, dots)


def _runs(chapters: Sequence[Chapter]) -> list[list[Row]]:
    """Contests between which a line may be drawn: of one seat, and of the same seat when it was redrawn elsewhere."""
    alone = Counter(chapter.stage.boundary_set_id for chapter in chapters)
    runs: list[list[Row]] = []
    for place, chapter in enumerate(chapters):
        around = [alone[one.stage.boundary_set_id] for one in chapters[max(place - 1, 0) : place + 1]]
        if around == [1, 1] and not history_forms.changed(chapters, place):
            runs[-1] += chapter.contests
        else:
            runs.append(list(chapter.contests))
    return runs


def _labelled(series: list[Series], dated: list[Row], up: Up) -> list[Series]:
    """The lines of the latest contest named at its end, lower names moved down so that none covers another."""
    latest = max(dated, key=lambda contest: contest["polling_on"])
    shares = {links.slug(one["line"]): one for one in latest["shares"] if one["share"]}
    ends = sorted((up(shares[one.key]["share"]), one.key) for one in series if one.key in shares)
    placed: dict[str, tuple[float, str]] = {}
    lowest = float("-inf")
    for y, key in ends:
        lowest = max(y, lowest + LABEL_HEIGHT)
        placed[key] = round(lowest, 1), str(shares[key]["short"])
    return [
        Series(one.key, one.path, one.dots, placed[one.key][1], placed[one.key][0]) if one.key in placed else one
        for one in series
    ]


def ticks(values: Sequence[float], width: int = 640) -> tuple[str, list[float]]:
    """A stroke for each distinct place of the values on a line, as a path, and the range it spans."""
    low, high = min(values), max(values)
    places = sorted({along(value, (low, high), width) for value in values})
    return "".join(f"M{place} 6v20" for place in places), [low, high]


def along(value: float, span: Sequence[float], width: int = 640) -> int:
    """How far along a line of that width a value lies."""
    low, high = span
    return round(10 + width * (value - low) / ((high - low) or 1))
