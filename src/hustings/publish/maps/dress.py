"""The style sheet and patterns inside a map: colours of both modes, and the signs that are no colour."""

from __future__ import annotations

from hustings.publish.charts.style import FONT, MODES, Tokens
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
TEXT = {"h": ("ink", 18, 600), "s": ("muted", 13, 400), "k": ("ink", 13, 400), "m": ("muted", 11, 400), "l": ("ink", 13, 600)}


def pattern_of(key: Key, *, hexagons: bool) -> str:
    """The pattern that a key is drawn with: a letter in a hexagon stands instead."""
    return "plain" if hexagons and key.letter and key.name != UNKNOWN.name else key.pattern


def style(own: str, keys: tuple[Key, ...], mode: str | None, *, hexagons: bool) -> str:
    """The rules of one map, all under its id; without a mode those of dark wait for a reader who prefers it."""
    patterned = "".join(
        f"#{own} .{key.name}{{fill:url(#{own}-{key.name}p)}}"
        for key in keys
        if pattern_of(key, hexagons=hexagons) in TILES
    )
    rules = _still(own) + _coloured(own, keys, mode or "light", hexagons=hexagons) + patterned
    if mode is None:
        dark = _coloured(own, keys, "dark", hexagons=hexagons) + patterned
        rules += f"@media(prefers-color-scheme:dark){{{dark}}}"
    return f"<style>{rules}</style>"


def _still(own: str) -> str:
    """What is the same in both modes."""
    sizes = "".join(f"#{own} .{name}{{font-size:{size}px;font-weight:{weight}}}" for name, (_, size, weight) in TEXT.items())
    return (
        f"#{own}{{font-family:{FONT};font-variant-numeric:tabular-nums}}{sizes}"
        f"#{own} .i{{text-anchor:middle;font-weight:600}}#{own} .n{{text-anchor:middle}}#{own} .e{{text-anchor:end}}"
        f"#{own} .r,#{own} .o,#{own} .q{{fill:none;stroke-linejoin:round}}"
        f"#{own} .r{{stroke-width:2.5}}#{own} .o{{stroke-width:6}}#{own} .v{{fill:none;stroke-linecap:round;stroke-opacity:.55}}"
        f"#{own} .l,#{own} .w{{paint-order:stroke;stroke-width:3.5px;stroke-linejoin:round}}"
        f"#{own} a:focus{{outline:none}}#{own} a:focus-visible{{outline:3px solid;outline-offset:1px}}"
    )


def _coloured(own: str, keys: tuple[Key, ...], mode: str, *, hexagons: bool) -> str:
    tokens = MODES[mode]
    text = "".join(f"#{own} .{name}{{fill:{getattr(tokens, token)}}}" for name, (token, _, _) in TEXT.items())
    ground = (
        f"#{own} .g{{fill:{tokens.page}}}#{own} .r,#{own} .q{{stroke:{tokens.ink}}}#{own} .o{{stroke:{tokens.page}}}"
        f"#{own} .l,#{own} .w{{stroke:{tokens.page}}}#{own} .w{{fill:{tokens.ink}}}"
        f"#{own} a:focus-visible{{outline-color:{tokens.accent}}}"
    )
    return text + ground + "".join(_key(own, key, mode, tokens, hexagons=hexagons) for key in keys)


def _key(own: str, key: Key, mode: str, tokens: Tokens, *, hexagons: bool) -> str:
    """A key's fill, the line about it, its lettering, and the ground and lines of its pattern."""
    fill, edge = (key.dark, key.edge_dark) if mode == "dark" else (key.light, key.edge_light)
    ink = tokens.muted if key.name in (UNKNOWN.name, ABSENT.name) else key.ink(mode)
    line = edge or (fill if hexagons else tokens.page)
    return (
        f"#{own} .{key.name},#{own} .{key.name}b{{fill:{fill}}}#{own} .{key.name}{{stroke:{line}}}"
        f"#{own} .{key.name}i{{fill:{ink}}}#{own} .{key.name}v{{stroke:{ink}}}"
    )


def patterns(own: str, keys: tuple[Key, ...], *, hexagons: bool) -> str:
    """The patterns that the keys are drawn with."""
    return "".join(
        f'<pattern id="{own}-{key.name}p" width="6" height="6" patternUnits="userSpaceOnUse">'
        f'<path class="{key.name}b" d="M0 0h6v6H0z"/>'
        f'<path class="v {key.name}v" stroke-width="{TILES[drawn][1]}" d="{TILES[drawn][0]}"/></pattern>'
        for key in keys
        if (drawn := pattern_of(key, hexagons=hexagons)) in TILES
    )
