"""The result of one contest as bars from zero, each with its share and its change in points."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from hustings.publish import words
from hustings.publish.charts import contest_words
from hustings.publish.charts.chart import Body, Canvas, Chart, source_line
from hustings.publish.charts.frame import SMALL, TEXT, altair, wide
from hustings.publish.charts.style import Palette, palette
from hustings.publish.reports import seat_forms, seat_words
from hustings.publish.reports.seat import seat_report
from hustings.record.open import Record

Row = dict[str, Any]

BAR = 14
# The most of the width that names take beside the bars.
NAMES = 0.45
GAP = 8


def result(record: Record, seat: str, election: str | None = None) -> Chart:
    """The result of the contest that a seat's name and an election mean; raises as `find_contest` does."""
    report = seat_report(record, seat, election)
    sheet = seat_forms.candidates_sheet(report)
    for row, one in zip(sheet.rows, report.candidates, strict=True):
        row["named"] = bool(one["candidate"])
    contest = report.contest
    compared = report.baseline if any(row["change"] is not None for row in report.candidates) else None
    change = f", and change in points on {seat_words.baseline_name(compared)}" if compared else ""
    return Chart(
        kind="result",
        title=contest_words.title(report),
        subtitle=f"{contest_words.SHARE[contest['detail']]}{change}. {seat_words.heading(report)}",
        source=source_line(record, contest_words.contests(report)),
        alt=contest_words.result_alt(report),
        sheet=replace(sheet, title=contest_words.title(report), notes=seat_forms.table_notes(report)),
        draw=partial(_draw, sheet.rows, palette(record), compared is not None),
        notes=(*contest_words.baseline_notes(report), *seat_forms.warnings(report)),
    )


def _draw(rows: list[Row], colours: Palette, compared: bool, canvas: Canvas) -> Body:
    alt = altair()
    step = 2 * BAR + 2 * GAP if canvas.narrow else BAR + 12
    longest = max(wide(_full(row), TEXT) for row in rows) + 12
    beside = 0 if canvas.narrow else round(min(longest, NAMES * canvas.inner))
    largest = max((row["share"] or 0 for row in rows), default=0) or 1
    shown = [_shown(row, colours, canvas, beside or canvas.inner) for row in rows]
    for place, row in enumerate(shown):
        row["moved"] = row["moved"] if compared else ""
        row |= {"at_name": place * step + BAR / 2, "at_bar": place * step + (BAR + 6 if canvas.narrow else 0)}
        row |= {"at_end": row["at_bar"] + BAR, "at_figure": row["at_bar"] + BAR / 2}
    figures = max(wide(row["figure"] + row["moved"], TEXT) for row in shown) + 22
    x = alt.Scale(domain=[0, largest], range=[beside or 1, canvas.inner - figures], nice=False)
    height = len(rows) * step
    y = alt.Scale(domain=[0, height], range=[0, height], nice=False)
    base = alt.Chart(alt.InlineData(values=shown))
    share = alt.X("share:Q", scale=x, axis=None)
    bars = base.transform_filter("datum.share != null").mark_bar(strokeWidth=1)
    bars = bars.encode(
        x=share,
        x2=alt.datum(0),
        y=alt.Y("at_bar:Q", scale=y, axis=None),
        y2="at_end:Q",
        color=alt.Color("fill:N", scale=None),
        stroke=alt.Stroke("outline:N", scale=None),
    )
    names = base.mark_text(align="left", fontSize=TEXT).encode(
        x=alt.value(0), y=alt.Y("at_name:Q", scale=y, axis=None), text="name:N"
    )
    at_end = {"x": alt.X("at_share:Q", scale=x, axis=None), "y": alt.Y("at_figure:Q", scale=y, axis=None)}
    figure = base.mark_text(align="left", dx=6, fontWeight="bold").encode(**at_end, text="figure:N")
    after = max(wide(row["figure"], TEXT, bold=True) for row in shown) + 12
    moved = base.mark_text(align="left", dx=after, fontSize=SMALL, color=canvas.tokens.muted).encode(
        **at_end, text="moved:N"
    )
    return Body([bars, names, figure, moved], height)


def _full(row: Row) -> str:
    """A candidate and the party, or the party where the row is one or no name was published."""
    return f"{row['candidate']}, {row['party']}" if row["named"] else str(row["party"])


def _shown(row: Row, colours: Palette, canvas: Canvas, room: int) -> Row:
    """What is drawn of a candidate: the figures of the sheet, and their words."""
    mark = colours.mark(row["party_id"], row["standing_as"])
    full = _full(row)
    short = mark.label if full == row["party"] else f"{row['candidate']}, {mark.label}"
    return {
        "share": row["share"],
        "at_share": row["share"] or 0,
        "change": row["change"],
        "name": full if wide(full, TEXT) < room else short,
        "figure": words.percent(row["share"]) if row["share"] is not None else "unopposed",
        "moved": contest_words.arrow(row["change"]),
        "fill": mark.fill,
        "outline": mark.outline(canvas.mode) or mark.fill,
    }
