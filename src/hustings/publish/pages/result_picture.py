"""The result of a contest as a picture of its own: small, without a browser or a chart's engine, for thousands."""

from __future__ import annotations

from typing import Any

from hustings.publish import words
from hustings.publish.charts import contest_words
from hustings.publish.charts.frame import SMALL, TEXT, TITLE, wide, wrap
from hustings.publish.charts.style import FONT, LIGHT, Palette
from hustings.publish.cited import cited
from hustings.publish.pages.render import template
from hustings.publish.reports import seat_forms, seat_words
from hustings.publish.reports.seat import SeatReport

Row = dict[str, Any]

WIDTH, MARGIN = 720, 16
INNER = WIDTH - 2 * MARGIN
LINE = 1.35
BAR, STEP = 14, 40
# Room right of the longest bar for its share and change.
FIGURES = 190
GAP = 12


def result_picture(report: SeatReport, colours: Palette) -> str:
    """The result as SVG: candidates with party, a bar from zero, share and change in points; the finding, the source.

    It has the words of the chart `result`, and is the same on a light and on a dark page.
    """
    compared = any(row["change"] is not None for row in report.candidates)
    sizes = (
        (contest_words.title(report), TITLE, "title"),
        (_measured(report, compared=compared), TEXT, "muted"),
    )
    head, y = _lines(sizes, MARGIN)
    largest = max((row["share"] or 0 for row in report.candidates), default=0) or 1
    bars = [_bar(row, colours, y + GAP + place * STEP, largest) for place, row in enumerate(report.candidates)]
    notes = [(note, SMALL, "muted") for note in (*seat_forms.warnings(report), cited(report.sources, "Picture"))]
    foot, y = _lines(notes, y + GAP + len(bars) * STEP)
    return template("result_picture.svg").render(
        width=WIDTH,
        height=round(y + MARGIN),
        margin=MARGIN,
        font=FONT,
        tokens=LIGHT,
        title=contest_words.title(report),
        alt=contest_words.result_alt(report),
        lines=[*head, *foot],
        bars=bars,
        bar_height=BAR,
    )


def _measured(report: SeatReport, *, compared: bool) -> str:
    """What is drawn, of which poll, and against what."""
    change = f", and change in points on {seat_words.baseline_name(report.baseline)}" if compared else ""
    return f"{contest_words.SHARE[report.contest['detail']]}{change}. {seat_words.heading(report)}"


def _lines(paragraphs: Any, y: float) -> tuple[list[Row], float]:
    """Each line of some paragraphs with where it stands, and where the next would."""
    lines: list[Row] = []
    for text, size, kind in paragraphs:
        for line in wrap(text, INNER, size, bold=kind == "title"):
            y += size * LINE
            lines.append({"text": line, "y": round(y, 1), "size": size, "kind": kind})
    return lines, y


def _bar(row: Row, colours: Palette, y: float, largest: float) -> Row:
    mark = colours.mark(row["party_id"], row["standing_as"])
    long = round((row["share"] or 0) / largest * (INNER - FIGURES), 1)
    figure = words.percent(row["share"]) if row["share"] is not None else words.NONE
    return {
        "name": _named(row),
        "elected": bool(row["elected"]),
        "votes": f"{words.count(row['votes'])} {'vote' if row['votes'] == 1 else 'votes'}" if row["votes"] else "",
        "y": y,
        "long": long,
        "fill": mark.fill,
        "outline": mark.outline("light") or mark.fill,
        "figure": figure,
        "moved": contest_words.arrow(row["change"]),
        "figure_x": MARGIN + long + 6,
        "moved_x": round(MARGIN + long + wide(figure, TEXT, bold=True) + 16, 1),
    }


def _named(row: Row) -> str:
    return f"{row['candidate']}, {row['party']}" if row["candidate"] else str(row["party"])
