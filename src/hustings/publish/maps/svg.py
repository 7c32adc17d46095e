"""A map as one SVG: nothing outside it is asked for, every seat has its text, marks that repeat are written once."""

from __future__ import annotations

import hashlib
from html import escape

from hustings.publish.maps import dress, furniture, labels
from hustings.publish.maps.geometry import DRAWN, STEPS, Layout, hex_ring, path
from hustings.publish.maps.keys import Key
from hustings.publish.maps.map import Map, Paper, Seat


def drawn(shown: Map, paper: Paper) -> str:
    """The SVG of a map on that paper."""
    own = _id(shown, paper)
    layout = shown.lay(paper.width)
    head, top = furniture.head(shown, paper.width) if paper.words else ("", 0.0)
    legend, top = furniture.legend(own, shown.legend.keys, paper.width, top) if paper.words else ("", top)
    foot, bottom = furniture.foot(shown, paper.width, top + layout.height) if paper.words else ("", top + layout.height)
    body = _seats(own, shown, layout, paper) + _ring(own, shown, layout)
    body += f'<g aria-hidden="true">{labels.names(shown, layout)}{labels.pointer(shown, layout)}</g>'
    words = f'<g aria-hidden="true">{head}{legend}</g>' if head else ""
    return (
        f"{_opening(own, shown, paper, bottom)}{dress.style(own, shown.legend.keys, paper.mode, hexagons=layout.radius > 0)}"
        f'<defs>{_marks(own, shown, layout, words=paper.words)}</defs><path class="g" d="M0 0h{paper.width}v{bottom:g}H0z"/>'
        f'{words}<g transform="translate(0 {top:g})">{body}</g>'
        f'{f"<g>{foot}</g>" if foot else ""}</svg>\n'
    )


def _id(shown: Map, paper: Paper) -> str:
    """An id of this map alone, the same whenever it is drawn again."""
    told = f"{shown.kind}{shown.title}{shown.subtitle}{shown.cropped}{paper.width}{paper.mode}"
    return f"m{hashlib.sha256(told.encode()).hexdigest()[:6]}"


def _opening(own: str, shown: Map, paper: Paper, height: float) -> str:
    """The root: a picture with a name and a description, or a group of links."""
    role = "group" if paper.link else "img"
    walked = " data-walk" if paper.link else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" id="{own}" viewBox="0 0 {paper.width} {height:g}" width="{paper.width}" '
        f'height="{height:g}" role="{role}" aria-labelledby="{own}-t" aria-describedby="{own}-d"{walked} '
        f'style="max-width:100%;height:auto"><title id="{own}-t">{escape(shown.title)}</title>'
        f'<desc id="{own}-d">{escape(shown.alt)}</desc>'
    )


def _marks(own: str, shown: Map, layout: Layout, *, words: bool) -> str:
    """What is drawn many times: patterns, the hexagon of each key with its letter, the swatches of the legend."""
    hexagons = layout.radius > 0
    keys = shown.legend.keys
    marks = dress.patterns(own, keys, hexagons=hexagons)
    if hexagons:
        corners = " ".join(f"{x:.2f},{y:.2f}" for x, y in hex_ring((0, 0), layout.radius * DRAWN))
        named = labels.named(shown, layout)
        marks += "".join(_hexagon(own, key, corners, layout.radius, named=named) for key in keys)
        marks += f'<polygon id="{own}-r" points="{corners}"/>'
    return marks + ("".join(furniture.swatch(own, key, lettered=hexagons) for key in keys) if words else "")


def _hexagon(own: str, key: Key, corners: str, radius: float, *, named: bool) -> str:
    """The hexagon of a key; its letter in the middle, or above where a name stands."""
    size = radius * (0.5 if named else 0.95) / (1 if len(key.letter) < 2 else 1.25)
    y = -radius * 0.5 if named else size * 0.36
    letter = f'<text class="i {key.name}i" y="{y:.1f}" font-size="{size:.1f}">{key.letter}</text>' if key.letter else ""
    return f'<g id="{own}-{key.name}"><polygon class="{key.name}" points="{corners}"/>{letter}</g>'


def _seats(own: str, shown: Map, layout: Layout, paper: Paper) -> str:
    return "".join(_seat(own, shown, seat, layout, paper) for seat in shown.seats)


def _seat(own: str, shown: Map, seat: Seat, layout: Layout, paper: Paper) -> str:
    """A seat with its text: a link where the map has links."""
    key, shape = shown.legend.of_contest[seat.contest_id], layout.shapes[seat.contest_id]
    if layout.radius:
        mark = f'<use href="#{own}-{key}" x="{shape.centre[0]:.1f}" y="{shape.centre[1]:.1f}"/>'
    else:
        mark = f'<path class="{key}" transform="scale({1 / STEPS:g})" d="{path(shape.rings)}"/>'
    inside = f"<title>{escape(seat.said)}</title>{mark}"
    return f'<a href="{escape(paper.link(seat.contest_id))}">{inside}</a>' if paper.link else f"<g>{inside}</g>"


def _ring(own: str, shown: Map, layout: Layout) -> str:
    """A line about what is pointed at, on a wider one of the page's colour."""
    if shown.pointed is None or shown.cropped:
        return ""
    keys = sorted(shown.pointed.contests)
    if layout.radius:
        uses = "".join(
            f'<use href="#{own}-r" x="{layout.shapes[key].centre[0]:.1f}" y="{layout.shapes[key].centre[1]:.1f}"/>'
            for key in keys
        )
        return f'<g class="r" pointer-events="none">{uses}</g>'
    lines = "".join(path(layout.shapes[key].rings) for key in keys)
    return f'<path class="r" pointer-events="none" vector-effect="non-scaling-stroke" transform="scale({1 / STEPS:g})" d="{lines}"/>'
