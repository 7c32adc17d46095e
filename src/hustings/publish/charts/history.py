"""A place's party shares at every election, broken where its boundaries were, by-elections as open dots."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

from hustings.errors import UnusableInput
from hustings.publish import words
from hustings.publish.charts.chart import Body, Canvas, Chart, source_line
from hustings.publish.charts.contest_words import called
from hustings.publish.charts.frame import SMALL, TEXT, altair
from hustings.publish.charts.history_marks import TOP, Seen, highest, points, year_of
from hustings.publish.charts.style import palette
from hustings.publish.reports import history_forms
from hustings.publish.reports.history import Chapter, drawn_lines, history_report
from hustings.publish.reports.winners import UNDECIDED
from hustings.publish.sheet import Sheet, Shown
from hustings.record.open import Record

Row = dict[str, Any]

COLUMNS = (
    Shown("polling_on", "Poll", "day"),
    Shown("kind", "Kind"),
    Shown("area", "Seat"),
    Shown("party", "Party"),
    Shown("votes", "Votes", "count"),
    Shown("share", "Share", "percent or none"),
)
ALONE = (
    Shown("contest_id", "contest_id"),
    Shown("boundary_set_id", "boundary_set_id"),
    Shown("line", "line"),
    Shown("segment", "segment"),
)
# The first year whose by-elections are in the record.
FIRST_BY_ELECTIONS = 2011
HEIGHT = 300
AXIS = 36
BESIDE = 92


class Break(NamedTuple):
    """A change of boundaries: its number, the first year of the newer ones, the seat before, and how it is followed."""

    number: int
    at_day: float
    year: int
    area: str
    words: str


def history(record: Record, seat: str) -> Chart:
    """The shares of a place through the seats it was in; raises as `find_contest` does."""
    found = history_report(record, seat)
    chapters = _one_at_a_time(found.chapters)
    rows = _rows(chapters)
    if len({row["polling_on"] for row in rows if row["share"] is not None}) < 2:
        raise UnusableInput(f"{found.area} has one election in the record, which is no history to draw")
    breaks = _breaks(chapters)
    title = _title(found.area, chapters)
    first, last = min(row["polling_on"].year for row in rows), max(row["polling_on"].year for row in rows)
    return Chart(
        kind="history",
        title=title,
        subtitle=f"Shares of valid votes by party, {first} to {last}, in this seat and those before it; "
        "open dots are by-elections",
        source=source_line(record, {row["contest_id"] for row in rows}),
        alt=_alt(title, chapters, breaks),
        sheet=Sheet(title, COLUMNS, rows, history_forms.history_notes(found), wide=ALONE),
        draw=partial(_draw, Seen(rows, drawn_lines(rows)), breaks, palette(record)),
        notes=(*_break_notes(breaks), *_left_out(found.chapters, chapters, first)),
    )


def _one_at_a_time(chapters: Sequence[Chapter]) -> list[Chapter]:
    """The chapters with one seat on each set of boundaries, the first that the place is followed to."""
    firsts: dict[str, Chapter] = {}
    for chapter in chapters:
        firsts.setdefault(chapter.stage.boundary_set_id, chapter)
    return [chapter for chapter in firsts.values() if chapter.contests]


def _rows(chapters: list[Chapter]) -> list[Row]:
    """A row a party line and contest; `segment` counts the sets of boundaries, the latest first."""
    segment, rows = 0, []
    for place, chapter in enumerate(chapters):
        segment += history_forms.changed(chapters, place)
        for contest in chapter.contests:
            rows += [contest | one | {"segment": segment} for one in contest["shares"]]
    return rows


def _breaks(chapters: list[Chapter]) -> list[Break]:
    """Each change of boundaries, half way between the polls on either side of it, latest first."""
    breaks: list[Break] = []
    for place, older in enumerate(chapters):
        if history_forms.changed(chapters, place):
            newer = chapters[place - 1]
            begun = min(row["polling_on"] for row in newer.contests)
            ended = max(row["polling_on"] for row in older.contests)
            half = (year_of(begun) + year_of(ended)) / 2
            how = history_forms.followed(older.stage).removeprefix("Followed back by ")
            breaks.append(Break(len(breaks) + 1, half, begun.year, older.stage.area, how))
    return breaks


def _title(area: str, chapters: list[Chapter]) -> str:
    """Who won most often, out of how many general elections of which the winner is published."""
    general = [row for chapter in chapters for row in chapter.contests if row["kind"] == "general"]
    won = [row["party"] for row in general if row["party"] != UNDECIDED]
    since = min(row["polling_on"].year for row in general)
    most = max(won, key=lambda party: (won.count(party), party == won[0]), default=None)
    if most is None:
        return f"{area}: who won is not published"
    return f"{area}: {called(most)} won {won.count(most)} of {words.plural(len(won), 'general election')} since {since}"


def _alt(title: str, chapters: list[Chapter], breaks: list[Break]) -> str:
    """The finding, the latest shares, and every break."""
    latest = chapters[0].contests[0]
    shares = [f"{one['party']} {words.percent(one['share'])}" for one in latest["shares"][:5] if one["share"]]
    drawn = f" Boundaries changed in {', '.join(str(one.year) for one in breaks)}." if breaks else ""
    return f"Lines of shares over time. {title}.{drawn} Latest, {words.day(latest['polling_on'])}: {', '.join(shares)}."


def _break_notes(breaks: list[Break]) -> tuple[str, ...]:
    """How the place is followed over each break; breaks that are crossed alike share a sentence."""
    alike: dict[str, list[Break]] = {}
    for one in breaks:
        alike.setdefault(one.words, []).append(one)
    notes = ["Lines stop where boundaries changed: shares on either side do not compare."] if breaks else []
    for how, those in alike.items():
        where = "; ".join(f"({one.number}) {one.area} before {one.year}" for one in those)
        notes.append(f"{where}: by {how}")
    return tuple(notes)


def _left_out(every: Sequence[Chapter], drawn: list[Chapter], first: int) -> tuple[str, ...]:
    """What the drawing lacks: seats side by side with those drawn, winners not published, by-elections of old."""
    beside = [chapter.stage.area for chapter in every if chapter.contests and chapter not in drawn]
    names = ", ".join(dict.fromkeys(beside))
    left_out: tuple[str, ...] = (f"Beside it on the same boundaries, not drawn: {names}.",) if names else ()
    unknown = sum(row["party"] == UNDECIDED for chapter in drawn for row in chapter.contests)
    if unknown:
        left_out += (f"Not counted as won: {words.plural(unknown, 'election')} whose winner is not published.",)
    old = (f"By-elections before {FIRST_BY_ELECTIONS} are not in the record.",) if first < FIRST_BY_ELECTIONS else ()
    return (*left_out, *old)


def _draw(seen: Seen, breaks: list[Break], colours: Any, canvas: Canvas) -> Body:
    alt = altair()
    right = canvas.inner - AXIS - BESIDE
    data = points(seen, colours, canvas, HEIGHT)
    years = [row["at_day"] for row in data]
    span = [min(years), max(years)]
    across = alt.Scale(domain=span, range=[6, right], nice=False)
    up = alt.Scale(domain=[0, highest(data)], range=[HEIGHT, TOP], nice=False)
    year_axis = alt.Axis(format="d", title=None, grid=False, tickCount=4 if canvas.narrow else 10)
    x = alt.X("at_day:Q", scale=across, axis=year_axis)
    share_axis = alt.Axis(format=".0%", title=None, tickCount=5, minExtent=AXIS, maxExtent=AXIS, ticks=False)
    y = alt.Y("share:Q", scale=up, axis=share_axis)
    base = alt.Chart(alt.InlineData(values=data))
    colour, edge = alt.Color("line_colour:N", scale=None), alt.Stroke("line_colour:N", scale=None)
    of_lines = base.transform_filter("datum.joined")
    lines = of_lines.mark_line(strokeWidth=2).encode(x=x, y=y, color=colour, detail=["line:N", "segment:O"])
    general = base.transform_filter("datum.kind != 'by-election'")
    dots = general.mark_point(filled=True, size=26, opacity=1).encode(
        x=x, y=y, color=colour, shape=alt.Shape("shape:N", scale=None)
    )
    by = base.transform_filter("datum.kind == 'by-election'")
    opened = by.mark_point(size=52, strokeWidth=2, fill=canvas.tokens.page, opacity=1).encode(
        x=x, y=y, stroke=edge, shape=alt.Shape("shape:N", scale=None)
    )
    named = base.transform_filter("datum.label != ''")
    at_label = alt.Y("at_label:Q", scale=up, axis=share_axis)
    where = {"x": x, "y": at_label, "text": "label:N"}
    ends = named.transform_filter("datum.at_end").mark_text(align="left", dx=8, fontSize=TEXT).encode(**where)
    # A name among the lines stands on the page's colour.
    inner = named.transform_filter("!datum.at_end")
    cleared = inner.mark_text(fontSize=SMALL, stroke=canvas.tokens.page, strokeWidth=4).encode(**where)
    layers = [*_gaps(breaks, across, canvas), lines, dots, opened, ends, cleared]
    layers.append(inner.mark_text(fontSize=SMALL).encode(**where))
    return Body(layers, HEIGHT, left=AXIS, below=24)


def _gaps(breaks: list[Break], across: Any, canvas: Canvas) -> list[Any]:
    """A line of dashes at each break, with its number above."""
    if not breaks:
        return []
    alt = altair()
    data = alt.InlineData(values=[{"at_day": one.at_day, "at_number": str(one.number)} for one in breaks])
    x = alt.X("at_day:Q", scale=across)
    rules = alt.Chart(data).mark_rule(strokeDash=[2, 3], color=canvas.tokens.muted)
    numbers = alt.Chart(data).mark_text(fontSize=SMALL, baseline="top", color=canvas.tokens.muted)
    return [
        rules.encode(x=x, y=alt.value(16), y2=alt.value(HEIGHT)),
        numbers.encode(x=x, y=alt.value(0), text="at_number:N"),
    ]
