"""Every seat of a general election by two figures, one seat marked."""

from __future__ import annotations

from functools import partial
from typing import Any, NamedTuple

from hustings.errors import UnusableInput
from hustings.publish import words
from hustings.publish.charts.chart import Body, Canvas, Chart, source_line
from hustings.publish.charts.frame import TEXT, altair, wide
from hustings.publish.charts.general import general_election, marked_contest
from hustings.publish.charts.terms import Term, term
from hustings.publish.prose import starting
from hustings.publish.sheet import SHOWN, Sheet, Shown
from hustings.record.open import Record

Row = dict[str, Any]

HEIGHT, HEIGHT_NARROW = 380, 320
AXIS_LEFT, AXIS_BELOW = 44, 44
ALONE = (Shown("region", "region"), Shown("contest_id", "contest_id"))
TICKS = {
    "percent": "format(datum.value, '.0%')",
    "points": "datum.value == 0 ? '0' : format(datum.value * 100, '+.0f')",
    "place": "datum.value",
}


class Terms(NamedTuple):
    """What is across and what is up."""

    x: Term
    y: Term


def scatter(
    record: Record,
    seat: str | None = None,
    election: str | None = None,
    terms: tuple[str, str] = ("turnout", "majority"),
) -> Chart:
    """Seats by the second figure against the first, named as `term` takes them; raises as it and `find_contest` do."""
    contest = marked_contest(record, seat, election) if seat else None
    found = general_election(record, contest["election_id"] if contest else election)
    fought = record.results(election=found["election_id"])
    both = Terms(*(term(record, fought, named) for named in terms))
    places = record.rows(fought.select("contest_id", "area", "region").distinct())
    rows = _rows(places, both, contest)
    title = _title(rows, both)
    columns = (Shown("area", "Seat"), Shown("x", both.x.name, both.x.style), Shown("y", both.y.name, both.y.style))
    return Chart(
        kind="scatter",
        title=title,
        subtitle=f"{both.y.name} (up), against {both.x.name} (across): {words.plural(len(rows), 'seat')}, each a dot. "
        f"{found['election']}, {words.day(found['polling_on'])}",
        source=source_line(record, [row["contest_id"] for row in rows], *both.x.source_ids, *both.y.source_ids),
        alt=_alt(title, rows, both),
        sheet=Sheet(title, columns, rows, wide=ALONE),
        draw=partial(_draw, rows, both),
        notes=(*dict.fromkeys((*both.y.notes, *both.x.notes)), *_left_out(len(places) - len(rows))),
    )


def _rows(places: list[Row], both: Terms, contest: Row | None) -> list[Row]:
    """A row a seat that has both figures, highest by the second first; UnusableInput where none has."""
    known = [row for row in places if row["contest_id"] in both.x.values and row["contest_id"] in both.y.values]
    own = contest["contest_id"] if contest else None
    rows = [
        row
        | {"x": both.x.values[row["contest_id"]], "y": both.y.values[row["contest_id"]]}
        | {"marked": row["contest_id"] == own}
        for row in known
    ]
    if not rows or (own and not any(row["marked"] for row in rows)):
        where = contest["area"] if contest else "any seat"
        raise UnusableInput(f"{both.x.name}, and {both.y.name}: one of them is not known of {where} at this election")
    return sorted(rows, key=lambda row: (-row["y"], row["area"]))


def _said(row: Row, both: Terms) -> str:
    """A seat's two figures in words."""
    return ", ".join(f"{one.short} {_figure(row[key], one)}" for key, one in (("y", both.y), ("x", both.x)))


def _figure(value: float, one: Term) -> str:
    said = SHOWN[one.style](value)
    return f"{said} points" if one.style == "points" else said


def _title(rows: list[Row], both: Terms) -> str:
    """The marked seat's figures, or the seats that are highest and lowest by the second."""
    for row in rows:
        if row["marked"]:
            return f"{row['area']}: {_said(row, both)}"
    first, last = rows[0], rows[-1]
    name = starting(both.y.short)
    return (
        f"{name} was highest in {first['area']} ({_figure(first['y'], both.y)}), "
        f"lowest in {last['area']} ({_figure(last['y'], both.y)})"
    )


def _alt(title: str, rows: list[Row], both: Terms) -> str:
    ends = [f"{row['area']}: {_said(row, both)}" for row in (rows[0], rows[-1])]
    across = sorted(rows, key=lambda row: row["x"])
    ends += [f"{row['area']}: {_said(row, both)}" for row in (across[-1], across[0])]
    return f"A dot for each seat. {title}. At the ends: {'; '.join(dict.fromkeys(ends))}."


def _left_out(seats: int) -> tuple[str, ...]:
    return (f"Left out: {words.plural(seats, 'seat')} where one of the two is not known.",) if seats else ()


def _draw(rows: list[Row], both: Terms, canvas: Canvas) -> Body:
    alt = altair()
    height = HEIGHT_NARROW if canvas.narrow else HEIGHT
    shown = [{key: row[key] for key in ("area", "x", "y", "marked")} | {"said": _said(row, both)} for row in rows]
    x = alt.X(
        "x:Q", scale=_scale(alt, both.x, [8, canvas.inner - AXIS_LEFT - 16]), axis=_axis(alt, both.x, across=True)
    )
    y = alt.Y("y:Q", scale=_scale(alt, both.y, [height - 6, 22]), axis=_axis(alt, both.y, across=False))
    base = alt.Chart(alt.InlineData(values=shown))
    size = 16 if canvas.narrow else 24
    dots = base.mark_point(filled=True, shape="circle", size=size, opacity=0.75, color=canvas.tokens.muted)
    layers = [dots.transform_filter("!datum.marked").encode(x=x, y=y, tooltip=["area:N", "said:N"])]
    if both.y.style == "points":
        zero = alt.Chart(alt.InlineData(values=[{"at_zero": 0}])).mark_rule(color=canvas.tokens.ink)
        at_zero = alt.Y("at_zero:Q", scale=_scale(alt, both.y, [height - 6, 22]), axis=_axis(alt, both.y, across=False))
        layers.insert(0, zero.encode(y=at_zero, x=alt.value(0), x2=alt.value(canvas.inner - AXIS_LEFT - 2)))
    for row in shown:
        if row["marked"]:
            layers += _marked(base.transform_filter("datum.marked"), {"x": x, "y": y}, _side(row, both, canvas), canvas)
    return Body(layers, height, AXIS_LEFT, AXIS_BELOW)


def _side(row: Row, both: Terms, canvas: Canvas) -> Row:
    """The marked seat's name, on the side of its dot that has room for it."""
    low, high = min(both.x.values.values()), max(both.x.values.values())
    beyond = (high - row["x"]) / ((high - low) or 1) * (canvas.inner - AXIS_LEFT - 24)
    side = (
        {"align": "left", "dx": 9} if wide(row["area"], TEXT, bold=True) + 12 < beyond else {"align": "right", "dx": -9}
    )
    return {"text": row["area"], "fontSize": TEXT, "fontWeight": "bold", **side}


def _scale(alt: Any, one: Term, span: list[float]) -> Any:
    values = one.values.values()
    return alt.Scale(domain=[min(values), max(values)], range=span, nice=False, zero=False)


def _axis(alt: Any, one: Term, *, across: bool) -> Any:
    extent = {} if across else {"minExtent": AXIS_LEFT, "maxExtent": AXIS_LEFT}
    title = one.name if across else None
    return alt.Axis(title=title, labelExpr=TICKS[one.style], tickCount=6, gridOpacity=0.6, ticks=False, **extent)


def _marked(one: Any, where: Row, name: Row, canvas: Canvas) -> list[Any]:
    """The marked seat's dot, and its name on the page's colour."""
    dot = one.mark_point(filled=True, size=120, opacity=1, color=canvas.tokens.accent, stroke=canvas.tokens.page)
    halo = one.mark_text(stroke=canvas.tokens.page, strokeWidth=4, **name)
    return [layer.encode(**where) for layer in (dot, halo, one.mark_text(color=canvas.tokens.ink, **name))]
