"""A map as one SVG: nothing outside it is asked for, every seat has its text, marks that repeat are written once."""

from __future__ import annotations

import hashlib
from html import escape

from hustings.publish.maps import dress, furniture, labels
from hustings.publish.maps.geometry import DRAWN, STEPS, Layout, hex_ring, path
from hustings.publish.maps.keys import Key
from hustings.publish.maps.map import Map, Paper, Seat

# About a map with its words, in pixels; without them it is the page's.
MARGIN = 12


def drawn(shown: Map, paper: Paper) -> str:
    """The SVG of a map on that paper."""
    own = map_id(shown, paper)
    layout = labels.with_room(shown, shown.lay(paper.width))
    head, top = furniture.head(shown, paper.width) if paper.words else ("", 0.0)
    legend, top = furniture.legend(own, shown.legend.keys, paper.width, top) if paper.words else ("", top)
    foot, bottom = furniture.foot(shown, paper.width, top + layout.height) if paper.words else ("", top + layout.height)
    body = _seats(own, shown, layout, paper) + _ring(own, shown, layout)
    body += f'<g aria-hidden="true">{labels.names(own, shown, layout)}{labels.pointer(shown, layout)}</g>'
    words = f'<g aria-hidden="true">{head}{legend}</g>' if head else ""
    dressed = dress.Dressed(own, shown.legend.keys, hexagons=layout.radius > 0, links=paper.link is not None)
    edge = MARGIN if paper.words else 0
    return (
        f"{_opening(own, shown, paper, bottom)}{dress.style(dressed, paper.mode)}"
        f"<defs>{dress.patterns(dressed)}{_marks(own, shown, layout)}</defs>"
        f'<path class="g" d="M{-edge} {-edge}h{paper.width + 2 * edge}v{bottom + 2 * edge:g}H{-edge}z"/>'
        f'{words}<g transform="translate(0 {top:g})">{body}</g>'
        f"{f'<g>{foot}</g>' if foot else ''}</svg>\n"
    )


def map_id(shown: Map, paper: Paper) -> str:
    """An id of this map alone, the same whenever it is drawn again."""
    told = f"{shown.kind}{shown.title}{shown.subtitle}{shown.cropped}{paper.width}{paper.mode}"
    return f"m{hashlib.sha256(told.encode()).hexdigest()[:6]}"


def _opening(own: str, shown: Map, paper: Paper, height: float) -> str:
    """The root: a picture with a name and a description, or a group of links."""
    role = 'role="group" data-walk=""' if paper.link else 'role="img"'
    edge = MARGIN if paper.words else 0
    # Our own pages say how wide a map is; a page that lets in no style of others' would refuse it.
    fluid = 'style="max-width:100%;height:auto"' if paper.words else ""
    wide, high = f"{paper.width + 2 * edge}", f"{height + 2 * edge:g}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" id="{own}" viewBox="{-edge} {-edge} {wide} {high}" '
        f'width="{wide}" height="{high}" {role} aria-labelledby="{own}-t" aria-describedby="{own}-d" '
        f'{fluid}><title id="{own}-t">{escape(shown.title)}</title>'
        f'<desc id="{own}-d">{escape(shown.alt)}</desc>'
    )


def _marks(own: str, shown: Map, layout: Layout) -> str:
    """What is drawn many times: the hexagon of each key with its letter, the swatches of the legend."""
    hexagons = layout.radius > 0
    keys = shown.legend.keys
    marks = ""
    if hexagons:
        corners = " ".join(f"{x:.2f},{y:.2f}" for x, y in hex_ring((0, 0), layout.radius * DRAWN))
        named = labels.named(shown, layout)
        marks += "".join(_hexagon(own, key, corners, layout.radius, named=named) for key in keys)
        marks += f'<polygon id="{own}-r" points="{corners}"/>'
    return marks + "".join(furniture.swatch(own, key, lettered=hexagons) for key in keys)


def _hexagon(own: str, key: Key, corners: str, radius: float, *, named: bool) -> str:
    """The hexagon of a key; its letter in the middle, or above where a name stands."""
    size = radius * (0.36 if named else 0.95) / (1 if len(key.letter) < 2 else 1.25)
    y = -radius * 0.55 if named else size * 0.36
    letter = (
        f'<text class="{own}i {own}{key.name}i" y="{y:.1f}" font-size="{size:.1f}">{key.letter}</text>'
        if key.letter
        else ""
    )
    return f'<g id="{own}-{key.name}"><polygon class="{own}{key.name}" points="{corners}"/>{letter}</g>'


def _seats(own: str, shown: Map, layout: Layout, paper: Paper) -> str:
    """Every seat; the lines between outlines are thin, in steps."""
    seats = "".join(_seat(own, shown, seat, layout, paper) for seat in shown.seats)
    return f'<g stroke-width="{1 if layout.radius else 1.6}">{seats}</g>'


def _seat(own: str, shown: Map, seat: Seat, layout: Layout, paper: Paper) -> str:
    """A seat with its text: a link where the map has links."""
    key, shape = shown.legend.of_contest[seat.contest_id], layout.shapes[seat.contest_id]
    if layout.radius:
        mark = f'<use href="#{own}-{key}" x="{shape.centre[0]:.1f}" y="{shape.centre[1]:.1f}"/>'
    else:
        mark = f'<path class="{own}{key}" transform="scale({1 / STEPS:g})" d="{path(shape.rings)}"/>'
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
    drawn_so = f'vector-effect="non-scaling-stroke" transform="scale({1 / STEPS:g})"'
    return f'<path class="r" pointer-events="none" {drawn_so} d="{lines}"/>'
