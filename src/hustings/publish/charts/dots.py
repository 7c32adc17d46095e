"""Every seat of an election as one dot along a figure, those alike piled up, and one of them marked."""

from __future__ import annotations

from typing import Any, NamedTuple

from hustings.publish.charts.chart import Body, Canvas
from hustings.publish.charts.frame import TEXT, altair, wide

Row = dict[str, Any]

LABEL = 26
# Room for half a tick label beyond the first and the last dot.
EDGE = 16
AXIS = 44
# How ticks are written: a part of a whole in percent, a difference of two in points with its sign.
TICKS = {
    "percent": "format(datum.value, '.0%')",
    "points": "datum.value == 0 ? '0' : format(datum.value * 100, '+.0f')",
}


class Piled(NamedTuple):
    """Rows in order of the figure `key`, its style of TICKS, what the axis says, and the marked row's words."""

    rows: list[Row]
    key: str
    style: str
    axis: str
    label: str = ""


def piles(piled: Piled, canvas: Canvas) -> Body:
    """The dots of a figure; a row whose `marked` is true is drawn large and named."""
    alt = altair()
    size = 5 if canvas.narrow else 7
    values = [row[piled.key] for row in piled.rows]
    low, high = min(values), max(values)
    columns = (canvas.inner - 2 * EDGE) // size - 2
    width = (high - low) / columns or 1.0
    shown = _piled(piled, low, width)
    deepest = max(row["at_level"] for row in shown) + 1
    height = LABEL + max(deepest, 8) * size
    ends = [low - width, high + width]
    scale = alt.Scale(domain=ends, range=[EDGE, canvas.inner - EDGE], nice=False, zero=False)
    ticks = alt.Axis(
        title=piled.axis, grid=False, labelExpr=TICKS[piled.style], tickCount=6 if canvas.narrow else 10, titlePadding=6
    )
    x = alt.X("at_column:Q", scale=scale, axis=ticks)
    level = alt.Scale(domain=[0, height / size], range=[height, 0], nice=False)
    y = alt.Y("at_middle:Q", scale=level, axis=None)
    base = alt.Chart(alt.InlineData(values=shown))
    dots = base.mark_point(filled=True, shape="circle", size=(size * 0.9) ** 2, opacity=1, color=canvas.tokens.muted)
    layers = [dots.transform_filter("!datum.marked").encode(x=x, y=y, tooltip=["area:N", "said:N"])]
    if low < 0 < high:
        zero = alt.Chart(alt.InlineData(values=[{"at_column": 0}])).mark_rule(color=canvas.tokens.ink)
        layers.insert(0, zero.encode(x=x, y=alt.value(LABEL), y2=alt.value(height)))
    if piled.label:
        layers += _marked(base, {"x": x, "y": y}, piled, canvas, _side(shown, ends, piled.label, canvas))
    return Body(layers, height, below=AXIS)


def _piled(piled: Piled, low: float, width: float) -> list[Row]:
    """Each row with its column and its level in the pile there."""
    levels: dict[int, int] = {}
    shown = []
    # The marked one stands on its pile, so that the line down to it crosses no other.
    for row in sorted(piled.rows, key=lambda row: row["marked"]):
        column = int((row[piled.key] - low) / width)
        level = levels[column] = levels.get(column, -1) + 1
        kept = {key: row[key] for key in ("area", "said", "marked", piled.key)}
        shown.append(kept | {"at_column": low + (column + 0.5) * width, "at_level": level, "at_middle": level + 0.5})
    return shown


def _side(shown: list[Row], ends: list[float], label: str, canvas: Canvas) -> str:
    """Which side of its dot a label has room on."""
    column = next(row["at_column"] for row in shown if row["marked"])
    across = canvas.inner * (column - ends[0]) / (ends[1] - ends[0])
    half = wide(label, TEXT, bold=True) / 2
    return "left" if across < half + 2 else "right" if across > canvas.inner - half - 2 else "center"


def _marked(base: Any, where: Row, piled: Piled, canvas: Canvas, side: str) -> list[Any]:
    """The marked dot, a line up from it, and its words."""
    alt = altair()
    one = base.transform_filter("datum.marked")
    colour = canvas.tokens.accent
    return [
        one.mark_rule(color=colour, strokeWidth=1.5).encode(**where, y2=alt.value(LABEL - 8)),
        one.mark_point(filled=True, size=110, opacity=1, color=colour, stroke=canvas.tokens.page).encode(**where),
        one.mark_text(
            text=piled.label, align=side, baseline="top", fontSize=TEXT, fontWeight="bold", color=canvas.tokens.ink
        ).encode(x=where["x"], y=alt.value(0)),
    ]
