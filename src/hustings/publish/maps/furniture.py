"""The words about a map as SVG text: title, subtitle and legend above it, notes and source below."""

from __future__ import annotations

from html import escape

from hustings.publish.maps.geometry import Point, hex_ring
from hustings.publish.maps.keys import Key
from hustings.publish.maps.map import Map

# How wide a letter is on average, in parts of the size of the type: of the widest faces that a reader may have.
LETTER, BOLD = 0.57, 0.63
HEAVY = ("h", "l")
SWATCH = 9.0
LINES = {"h": (18, 23), "s": (13, 18), "k": (13, 22), "m": (11, 15), "l": (13, 18)}


def text_width(text: str, size: float, letter: float = LETTER) -> float:
    """About how many pixels wide a text is in type of that size."""
    return len(text) * size * letter


def wrapped(text: str, size: float, width: float, letter: float = LETTER) -> list[str]:
    """A text as lines that are no wider than that, as far as its words are not."""
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", size, letter) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def paragraph(text: str, style: str, width: float, top: float) -> tuple[str, float]:
    """A text in lines below `top`, and where it ends."""
    size, leading = LINES[style]
    lines = wrapped(text, size, width, BOLD if style in HEAVY else LETTER)
    spans = "".join(
        f'<text class="{style}" x="0" y="{top + size + index * leading:g}">{escape(line)}</text>'
        for index, line in enumerate(lines)
    )
    return spans, top + leading * len(lines)


def head(shown: Map, width: float) -> tuple[str, float]:
    """Title and subtitle, and where they end."""
    title, bottom = paragraph(shown.title, "h", width, 0)
    subtitle, end = paragraph(shown.subtitle, "s", width, bottom + 2)
    return title + subtitle, end + 8


def legend(own: str, keys: tuple[Key, ...], width: float, top: float) -> tuple[str, float]:
    """The keys side by side in as many lines as they need, and where they end."""
    x, y, drawn = 0.0, top, []
    size, leading = LINES["k"]
    for key in keys:
        needed = 2 * SWATCH + 6 + text_width(key.words, size)
        if x and x + needed > width:
            x, y = 0.0, y + leading
        drawn.append(_entry(own, key, (x, y)))
        first, *others = wrapped(key.words, size, width - 2 * SWATCH - 6)
        drawn.append(f'<text class="k" x="{x + 2 * SWATCH + 5:g}" y="{y + 14:g}">{escape(first)}</text>')
        for line in others:
            y += 17
            drawn.append(f'<text class="k" x="{x + 2 * SWATCH + 5:g}" y="{y + 14:g}">{escape(line)}</text>')
        x += needed + 14
    return f"<g>{''.join(drawn)}</g>", y + leading + 6


def _entry(own: str, key: Key, at: Point) -> str:
    """The mark of a key as it stands on the map."""
    return f'<use href="#{own}-{key.name}k" x="{at[0] + SWATCH:g}" y="{at[1] + 9:g}"/>'


def swatch(own: str, key: Key, *, lettered: bool) -> str:
    """A key's mark for the legend, to be used by its id."""
    corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in hex_ring((0, 0), SWATCH))
    letter = (
        f'<text class="{own}i {own}{key.name}i" y="3.6" font-size="10">{key.letter}</text>'
        if lettered and key.letter
        else ""
    )
    return f'<g id="{own}-{key.name}k"><polygon class="{own}{key.name}" points="{corners}"/>{letter}</g>'


def foot(shown: Map, width: float, top: float) -> tuple[str, float]:
    """Notes and source, and where they end."""
    drawn, bottom = "", top
    for sentence in (*shown.notes, shown.source):
        part, bottom = paragraph(sentence, "m", width, bottom + 3)
        drawn += part
    return drawn, bottom + 4
