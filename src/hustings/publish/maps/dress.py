"""The style sheet and patterns inside a map: colours of both modes, and the signs that are no colour."""

from __future__ import annotations

from typing import NamedTuple

from hustings.publish.charts.style import FONT, MODES
from hustings.publish.maps.geometry import STEPS
from hustings.publish.maps.keys import ABSENT, UNKNOWN, Key

# The lines of each pattern in a tile of 6 by 6, and how thick they are.
TILES = {
    "stripes": ("M-1 1 1-1M0 6 6 0M5 7 7 5", 1.1),
    "back": ("M-1 5 1 7M0 0 6 6M5-1 7 1", 1.1),
    "dots": ("M1.5 1.5h.01M4.5 4.5h.01", 2),
    "grid": ("M3 0V6M0 3H6", 0.9),
    "bars": ("M3 0V6", 1.3),
    "rows": ("M0 3H6", 1.3),
    "hatch": ("M-1 1 1-1M0 6 6 0M5 7 7 5M-1 5 1 7M0 0 6 6M5-1 7 1", 0.8),
}
TEXT = {
    "h": ("ink", 18, 600),
    "s": ("muted", 13, 400),
    "k": ("ink", 13, 400),
    "m": ("muted", 11, 400),
    "l": ("ink", 13, 600),
}


def pattern_of(key: Key, *, hexagons: bool) -> str:
    """The pattern that a key is drawn with: a letter in a hexagon stands instead."""
    return "plain" if hexagons and key.letter and key.name != UNKNOWN.name else key.pattern


class Dressed(NamedTuple):
    """What is dressed: the id of a map, its keys, whether seats are hexagons and whether they are links."""

    own: str
    keys: tuple[Key, ...]
    hexagons: bool
    links: bool


def style(one: Dressed, mode: str | None) -> str:
    """The rules of one map, all under its id; without a mode those of dark wait for a reader who prefers it.

    A mark that is used many times is outside the map to a style sheet, so its classes begin with the id instead.
    """
    patterned = "".join(
        f".{one.own}{key.name}{{fill:url(#{one.own}-{key.name}p)}}"
        for key in one.keys
        if pattern_of(key, hexagons=one.hexagons) in TILES
    )
    rules = _still(one.own) + _coloured(one, mode or "light") + patterned
    if mode is None:
        rules += f"@media(prefers-color-scheme:dark){{{_coloured(one, 'dark')}{patterned}}}"
    return f"<style>{rules}{_focus(one) if one.links else ''}</style>"


def _still(own: str) -> str:
    """What is the same in both modes."""
    sizes = "".join(
        f"#{own} .{name}{{font-size:{size}px;font-weight:{weight}}}" for name, (_, size, weight) in TEXT.items()
    )
    return (
        f"#{own}{{font-family:{FONT};font-variant-numeric:tabular-nums}}{sizes}"
        f".{own}i{{text-anchor:middle;font-weight:600}}#{own} .n{{text-anchor:middle}}#{own} .e{{text-anchor:end}}"
        f"#{own} .r,#{own} .o,#{own} .q{{fill:none;stroke-linejoin:round}}"
        f"#{own} .r{{stroke-width:2.5}}#{own} .v{{fill:none;stroke-linecap:round;stroke-opacity:.55}}"
        f"#{own} .l,#{own} .w{{paint-order:stroke;stroke-width:3.5px;stroke-linejoin:round}}"
    )


def _focus(one: Dressed) -> str:
    """The ring of the seat that the keyboard is at: a line within its own edge, which no neighbour can cover.

    What is used by reference inherits a property of the link, so the line's colour is one; outlines are drawn in steps.
    """
    wide = 6 if one.hexagons else 2 * STEPS
    return f"#{one.own} a:focus-visible{{outline:3px solid;outline-offset:1px;--f:var(--s);stroke-width:{wide}px}}"


def _coloured(one: Dressed, mode: str) -> str:
    tokens, own = MODES[mode], one.own
    text = "".join(f"#{own} .{name}{{fill:{getattr(tokens, token)}}}" for name, (token, _, _) in TEXT.items())
    ground = (
        f"#{own} .g{{fill:{tokens.page}}}#{own} .r,#{own} .q{{stroke:{tokens.ink}}}#{own} .o{{stroke:{tokens.page}}}"
        f"#{own} .l,#{own} .w{{stroke:{tokens.page}}}#{own} .w{{fill:{tokens.ink}}}"
    )
    ring = f"#{own} a{{--s:{tokens.ink};outline-color:{tokens.accent}}}" if one.links else ""
    return text + ground + ring + "".join(_key(one, key, mode) for key in one.keys)


def _key(one: Dressed, key: Key, mode: str) -> str:
    """A key's fill, the line about it, its lettering, and the ground and lines of its pattern."""
    tokens, named = MODES[mode], f".{one.own}{key.name}"
    fill, edge = (key.dark, key.edge_dark) if mode == "dark" else (key.light, key.edge_light)
    ink = tokens.muted if key.name in (UNKNOWN.name, ABSENT.name) else key.ink(mode)
    line = edge or (fill if one.hexagons else tokens.page)
    stroke = f"var(--f,{line})" if one.links else line
    return f"{named},{named}b{{fill:{fill}}}{named}{{stroke:{stroke}}}{named}i{{fill:{ink}}}{named}v{{stroke:{ink}}}"


def patterns(one: Dressed) -> str:
    """The patterns that the keys are drawn with."""
    return "".join(
        f'<pattern id="{one.own}-{key.name}p" width="6" height="6" patternUnits="userSpaceOnUse">'
        f'<path class="{one.own}{key.name}b" d="M0 0h6v6H0z"/>'
        f'<path class="v {one.own}{key.name}v" stroke-width="{TILES[drawn][1]}" d="{TILES[drawn][0]}"/></pattern>'
        for key in one.keys
        if (drawn := pattern_of(key, hexagons=one.hexagons)) in TILES
    )
