"""The flow of seats between parties: who won them at the baseline on the left, who won them now on the right."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from hustings.publish import words
from hustings.publish.charts import flows
from hustings.publish.charts.chart import Body, Canvas, Chart, source_line
from hustings.publish.charts.frame import SMALL, TEXT, altair
from hustings.publish.charts.style import Palette, palette
from hustings.publish.sheet import Sheet
from hustings.record.open import Record

Row = dict[str, Any]

HEIGHT = 460
GAP = 15
NODE = 8
SIDE = 84
# Places along a ribbon, from one side to the other, that its curve is drawn through.
PLACES = 16


def flow(record: Record, election: str | None = None) -> Chart:
    """The flow of seats at a general election, the latest unless named; raises as `seat_flows` does."""
    flowed = flows.seat_flows(record, election)
    year = f"{flowed.election['polling_on']:%Y}"
    title = _title(flowed.rows, year)
    moved = [row for row in flowed.rows if not flows.is_held(row)]
    said = [f"{_side(row, 'from')} to {_side(row, 'to')} {row['seats']}" for row in moved[:8]]
    held = [f"{_side(row, 'from')} {row['seats']}" for row in flowed.rows if flows.is_held(row)][:5]
    return Chart(
        kind="flow",
        title=title,
        subtitle=f"Seats by who won them at the baseline (left) and in {year} (right). {flowed.election['election']}, "
        f"{words.day(flowed.election['polling_on'])}",
        source=source_line(record, flowed.contests),
        alt=f"Bands of seats between two columns of parties. {title}. "
        f"Moved: {'; '.join(said)}. Held: {'; '.join(held)}.",
        sheet=Sheet(title, flows.COLUMNS, flowed.rows, wide=flows.ALONE),
        draw=partial(_draw, flowed.rows, palette(record)),
        notes=flows.notes(flowed),
    )


def _title(rows: list[Row], year: str) -> str:
    """How many seats changed hands, and the largest flow among them."""
    moved = [row for row in rows if not flows.is_held(row)]
    every = rows[0]["compared"]
    if not moved:
        return f"No seat of {words.count(every)} changed hands in {year}"
    changed = f"{rows[0]['changed']} of {words.plural(every, 'seat')} changed hands in {year}"
    first = moved[0]
    return f"{changed}, {first['seats']} of them from {_side(first, 'from')} to {_side(first, 'to')}"


def _side(row: Row, side: str) -> str:
    return flows.holders(row[f"{side}_line"], row[f"{side}_party"])


def _nodes(rows: list[Row], side: str) -> list[Row]:
    """The parties of one side, `from` or `to`, the largest first, with their seats of that side."""
    line, party, seats = f"{side}_line", f"{side}_party", f"{side}_seats"
    parties = {row[line]: {key: row[key] for key in (line, party, seats)} | {"line": row[line]} for row in rows}
    return sorted(parties.values(), key=lambda node: (-node[seats], node[party]))


def _placed(nodes: list[Row], side: str, pixel: float) -> dict[str, Row]:
    """Nodes one under another with a gap between, in pixels."""
    top, placed = 0.0, {}
    for node in nodes:
        bottom = top + node[f"{side}_seats"] * pixel
        label = f"{node[f'{side}_seats']}"
        placed[node["line"]] = node | {
            "at_top": top,
            "at_bottom": bottom,
            "at_middle": (top + bottom) / 2,
            "label": label,
        }
        top = max(bottom, top + 2) + GAP
    return placed


def _draw(rows: list[Row], colours: Palette, canvas: Canvas) -> Body:
    alt = altair()
    sides = {side: _nodes(rows, side) for side in ("from", "to")}
    most = max(map(len, sides.values()))
    pixel = (HEIGHT - GAP * (most - 1)) / rows[0]["compared"]
    left, right = (_placed(nodes, side, pixel) for side, nodes in sides.items())
    height = max(node["at_bottom"] for node in (*left.values(), *right.values()))
    across = alt.Scale(domain=[0, 1], range=[SIDE + NODE, canvas.inner - SIDE - NODE], nice=False)
    down = alt.Scale(domain=[0, height], range=[0, height], nice=False)
    ribbons = [place for row in _ribbons(rows, left, right, pixel) for place in _curve(row, colours, canvas)]
    bands = alt.Chart(alt.InlineData(values=ribbons)).mark_area(interpolate="monotone", strokeWidth=0)
    drawn = bands.encode(
        x=alt.X("at_across:Q", scale=across, axis=None),
        y=alt.Y("at_top:Q", scale=down, axis=None),
        y2="at_bottom:Q",
        color=alt.Color("fill:N", scale=None),
        opacity=alt.Opacity("at_opacity:Q", scale=None),
        detail=["from_line:N", "to_line:N"],
    )
    sides_drawn = [
        layer
        for nodes, at in ((left, SIDE), (right, canvas.inner - SIDE - NODE))
        for layer in _columns(nodes.values(), at, down, colours, canvas)
    ]
    return Body([drawn, *sides_drawn], round(height))


def _ribbons(rows: list[Row], left: dict[str, Row], right: dict[str, Row], pixel: float) -> list[Row]:
    """Each flow with its edges on either side, packed in the order of the other side's parties."""
    used: dict[tuple[str, str], float] = {}
    order = {line: place for nodes in (left, right) for place, line in enumerate(nodes)}
    edges: dict[tuple[str, str], Row] = {(row["from_line"], row["to_line"]): dict(row) for row in rows}
    for side, nodes, other in (("from", left, "to"), ("to", right, "from")):
        for row in sorted(edges.values(), key=lambda row: order[row[f"{other}_line"]]):
            line = row[f"{side}_line"]
            top = used.get((side, line), nodes[line]["at_top"])
            used[side, line] = top + row["seats"] * pixel
            row |= {f"{side}_top": top, f"{side}_bottom": used[side, line]}
    return list(edges.values())


def _curve(row: Row, colours: Palette, canvas: Canvas) -> list[Row]:
    """A ribbon's edges at each place across: flat at both ends, steepest half way."""
    mark = colours.mark(row["to_line"] if not flows.is_held(row) else row["from_line"])
    kept = {key: row[key] for key in ("from_line", "to_line", "seats")}
    kept |= {"fill": mark.outline(canvas.mode) or mark.fill, "at_opacity": 0.25 if flows.is_held(row) else 0.6}
    places = []
    for place in range(PLACES + 1):
        part = place / PLACES
        eased = part * part * (3 - 2 * part)
        edges = {
            f"at_{edge}": round(row[f"from_{edge}"] + (row[f"to_{edge}"] - row[f"from_{edge}"]) * eased, 2)
            for edge in ("top", "bottom")
        }
        places.append(kept | edges | {"at_across": part})
    return places


def _columns(nodes: Iterable[Row], at: int, down: Any, colours: Palette, canvas: Canvas) -> list[Any]:
    """The parties of one side as bars, each with its short name and seats outside."""
    alt = altair()
    shown = []
    for node in nodes:
        mark = colours.mark(node["line"])
        colour = {"fill": mark.fill, "outline": mark.outline(canvas.mode) or mark.fill}
        shown.append(node | colour | {"label": f"{mark.label} {node['label']}"})
    base = alt.Chart(alt.InlineData(values=shown))
    bars = base.mark_rect(strokeWidth=1).encode(
        x=alt.value(at),
        x2=alt.value(at + NODE),
        y=alt.Y("at_top:Q", scale=down, axis=None),
        y2="at_bottom:Q",
        color=alt.Color("fill:N", scale=None),
        stroke=alt.Stroke("outline:N", scale=None),
    )
    first = at < canvas.inner / 2
    size = SMALL if canvas.narrow else TEXT
    names = base.mark_text(align="right" if first else "left", fontSize=size).encode(
        x=alt.value(at - 6 if first else at + NODE + 6),
        y=alt.Y("at_middle:Q", scale=down, axis=None),
        text="label:N",
    )
    return [bars, names]
