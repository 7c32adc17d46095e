"""How each party's share moved in one contest: an arrow from its share at the baseline to its share now."""

from __future__ import annotations

from functools import partial
from typing import Any

from hustings import measures
from hustings.errors import UnusableInput
from hustings.publish import words
from hustings.publish.charts import contest_words
from hustings.publish.charts.chart import Body, Canvas, Chart, source_line
from hustings.publish.charts.frame import SMALL, TEXT, altair
from hustings.publish.charts.style import Palette, palette
from hustings.publish.reports import seat_forms, seat_words
from hustings.publish.reports.seat import SeatReport, seat_report
from hustings.publish.sheet import Sheet, Shown
from hustings.record.open import Record

Row = dict[str, Any]

COLUMNS = (
    Shown("party", "Party"),
    Shown("baseline_share", "Share at the baseline", "percent or none"),
    Shown("share", "Share", "percent or none"),
    Shown("change", "Change", "points"),
)
ALONE = (Shown("baseline", "baseline"), Shown("party_id", "party_id"), Shown("contest_id", "contest_id"))
STEP, STEP_NARROW = 26, 44
NAMES, FIGURES = 190, 190
# Room for half a tick label beyond the ends of the axis.
EDGE = 14


def arrows(record: Record, seat: str, election: str | None = None) -> Chart:
    """The changes of share of one contest; raises as `find_contest` does, and UnusableInput where none is known."""
    report = seat_report(record, seat, election)
    rows = _rows(record, report)
    if not any(row["change"] is not None for row in rows):
        contest = report.contest
        raise UnusableInput(
            f"no change can be drawn for {contest['area']} in {contest['polling_on']:%Y}: the record holds no earlier "
            "result on these boundaries; `hustings chart result` draws its shares"
        )
    baseline = seat_words.baseline_name(report.baseline)
    title = _title(report, rows)
    return Chart(
        kind="arrows",
        title=title,
        subtitle=f"Share of valid votes: {baseline} to {report.contest['polling_on']:%Y}, change in points. "
        f"{seat_words.heading(report)}",
        source=source_line(record, contest_words.contests(report)),
        alt=f"Arrows of shares, from {baseline}. {title}. {'; '.join(map(_said, rows))}.",
        sheet=Sheet(title, COLUMNS, rows, (seat_words.change_note(report),), wide=ALONE),
        draw=partial(_draw, rows, palette(record)),
        notes=(*contest_words.baseline_notes(report), *seat_forms.warnings(report)),
    )


def _rows(record: Record, report: SeatReport) -> list[Row]:
    """A row a party line, those of no line each alone: the share of the line, which is what a change is of."""
    with record.results_of(contest_words.contests(report)) as results:
        now = results.filter(results.contest_id == report.contest["contest_id"])
        moved = {row["candidacy_id"]: row for row in record.rows(measures.change(now, results, record.baselines()))}
    rows: dict[str, Row] = {}
    for one in report.candidates:
        change = moved[one["candidacy_id"]]
        own = one["share"] if one["line_id"] is None else change["share"]
        named = one | {key: change[key] for key in ("change", "baseline_share")} | {"share": own}
        rows.setdefault(one["line_id"] or one["candidacy_id"], named)
    return [row | {"baseline": seat_words.baseline_name(report.baseline)} for row in rows.values()]


def _title(report: SeatReport, rows: list[Row]) -> str:
    """The two parties that moved most, and whoever came first or second with no share to compare."""
    known = sorted((row for row in rows if row["change"] is not None), key=lambda row: -abs(row["change"]))
    moves = [f"{_name(row)} {contest_words.moved(row['change'])}" for row in known[:2]]
    new = [row for row in rows[:2] if row["change"] is None and row["share"] is not None]
    took = [f"{_name(row)} took {words.percent(row['share'])}" for row in new]
    return f"{report.contest['area']}: {'; '.join((', '.join(moves), *took))}"


def _name(row: Row) -> str:
    return contest_words.called(row["party"])


def _said(row: Row) -> str:
    if row["change"] is None:
        return f"{row['party']}, {words.percent(row['share'])}, with nothing to compare"
    return (
        f"{row['party']}, {words.percent(row['baseline_share'])} to {words.percent(row['share'])}, "
        f"{contest_words.moved(row['change'])}"
    )


def _draw(rows: list[Row], colours: Palette, canvas: Canvas) -> Body:
    alt = altair()
    step = STEP_NARROW if canvas.narrow else STEP
    shown = [_shown(row, colours, canvas, place * step) for place, row in enumerate(rows)]
    height = step * len(rows)
    most = max(max(row["share"] or 0, row["baseline_share"] or 0) for row in rows)
    left, right = (0, canvas.inner) if canvas.narrow else (NAMES, canvas.inner - FIGURES)
    scale = alt.Scale(domain=[0, most], range=[left + EDGE, right - EDGE], nice=False)
    axis = alt.Axis(format=".0%", title=None, tickCount=4, gridOpacity=0.7, ticks=False, zindex=0)
    down = alt.Scale(domain=[0, height], range=[0, height], nice=False)
    y = alt.Y("at_arrow:Q", scale=down, axis=None)
    share = alt.X("share:Q", scale=scale, axis=axis)
    base = alt.Chart(alt.InlineData(values=shown))
    fill, edge = alt.Color("line:N", scale=None), alt.Stroke("line:N", scale=None)
    moved = base.transform_filter("datum.change != null")
    rules = moved.mark_rule(strokeWidth=3).encode(
        x=alt.X("baseline_share:Q", scale=scale, axis=axis), x2="share:Q", y=y, color=fill
    )
    starts = moved.mark_point(filled=True, size=36, opacity=1).encode(
        x=alt.X("baseline_share:Q", scale=scale, axis=axis), y=y, color=fill
    )
    heads = moved.mark_point(filled=True, size=110, opacity=1).encode(
        x=share, y=y, color=fill, shape=alt.Shape("shape:N", scale=None)
    )
    alone = base.transform_filter("datum.change == null && datum.share != null")
    alone = alone.mark_point(size=60, strokeWidth=2, filled=False, opacity=1).encode(x=share, y=y, stroke=edge)
    at = alt.Y("at_words:Q", scale=down, axis=None)
    names = base.mark_text(align="left", fontSize=TEXT).encode(x=alt.value(0), y=at, text="name:N")
    figures = base.mark_text(align="right", fontSize=SMALL).encode(x=alt.value(canvas.inner), y=at, text="figures:N")
    return Body([rules, starts, heads, alone, names, figures], height, below=22)


def _shown(row: Row, colours: Palette, canvas: Canvas, top: int) -> Row:
    """What is drawn of a party: its shares, their words, its colour, and where it stands."""
    mark = colours.mark(row["party_id"], row["standing_as"])
    known = row["change"] is not None
    shares = f"{words.percent(row['baseline_share'])} to {words.percent(row['share'])}" if known else ""
    figures = f"{shares}  {contest_words.arrow(row['change'])}" if known else words.percent(row["share"])
    return {
        **{key: row[key] for key in ("share", "baseline_share", "change")},
        "at_words": top + 10,
        "at_arrow": top + (28 if canvas.narrow else 10),
        "name": row["party"] if len(row["party"]) < 26 else mark.label,
        "figures": figures if known else f"{figures}, no baseline",
        "line": mark.outline(canvas.mode) or mark.fill,
        "shape": "triangle-right" if (row["change"] or 0) >= 0 else "triangle-left",
    }
