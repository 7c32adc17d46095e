"""What everything drawn shares: the page's colours in light and dark, its type, and how each party is marked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from hustings.publish.reports.history import NAMELESS
from hustings.record.open import Record


class Tokens(NamedTuple):
    """The colours of a page in one mode: the site's style sheet has the same."""

    page: str
    ink: str
    muted: str
    rule: str
    faint: str
    accent: str


LIGHT = Tokens(page="#ffffff", ink="#16181d", muted="#555b66", rule="#d5d8de", faint="#f3f4f6", accent="#0b5cad")
DARK = Tokens(page="#14161a", ink="#eceef2", muted="#a9b0bc", rule="#3a3f49", faint="#1e2127", accent="#7fb8f5")
MODES = {"light": LIGHT, "dark": DARK}
FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'
# Of text and of marks against what they stand on: WCAG 2.2, success criteria 1.4.3 and 1.4.11.
TEXT_CONTRAST = 4.5
MARK_CONTRAST = 3.0


class Mark(NamedTuple):
    """How a party is marked beside its name: a colour, the outline it needs in each mode, and signs that are no colour.

    An outline is None where the fill has the contrast of a mark against the page by itself. `label` is the short
    name to write on or beside the mark; `pattern`, one of PATTERNS, tells marks apart that have no colour of a party.
    """

    fill: str
    outline_light: str | None
    outline_dark: str | None
    label: str
    pattern: str = "plain"

    def outline(self, mode: str) -> str | None:
        """The outline it needs in `light` or `dark`, or None."""
        return self.outline_dark if mode == "dark" else self.outline_light


PATTERNS = ("plain", "dots", "stripes", "hatch", "grid", "open")
# What is no party, and parties that no source gives a colour: greys, told apart by pattern and by name.
NEUTRAL = "#7d8390"
NO_PARTY = {
    "independent": ("#6a707c", NAMELESS["independent"], "dots"),
    "speaker": ("#8b7355", NAMELESS["speaker"], "stripes"),
    "other": ("#878d99", NAMELESS["other"], "hatch"),
    "tie": (NEUTRAL, "Tie", "grid"),
    "undecided": (NEUTRAL, "Unknown", "open"),
}


@dataclass(frozen=True, slots=True)
class Palette:
    """The mark of every party by its id, and of whatever else may win a seat."""

    marks: Mapping[str, Mark]

    def mark(self, party_id: str | None, standing_as: str = "party") -> Mark:
        """The mark of a party, or with `standing_as` of an independent, speaker, other, tie or undecided.

        A line's id is that of a party, and is marked as it.
        """
        key = party_id if standing_as == "party" and party_id else standing_as
        return self.marks[key]


def palette(record: Record) -> Palette:
    """The marks of every party of the record, in the colours that the table `party_colour` gives them."""
    marks = {key: marked(fill, label, pattern) for key, (fill, label, pattern) in NO_PARTY.items()}
    for row in record.query(PARTIES):
        marks[row["party_id"]] = marked(row["colour"] or NEUTRAL, row["label"], "plain" if row["colour"] else "hatch")
    return Palette(marks)


PARTIES = """
    select party_id, coalesce(abbreviation, party) as label, colour
    from party left join party_colour using (party_id)
"""


def marked(fill: str, label: str, pattern: str = "plain") -> Mark:
    """A mark of that colour, with the outlines it needs."""
    light, dark = (_outline(fill, tokens) for tokens in (LIGHT, DARK))
    return Mark(fill.lower(), light, dark, label, pattern)


def _outline(fill: str, tokens: Tokens) -> str | None:
    """None where the fill is seen against the page; else the fill moved as far towards the ink as it must be."""
    if contrast(fill, tokens.page) >= MARK_CONTRAST:
        return None
    steps = (blend(fill, tokens.ink, step / 20) for step in range(1, 21))
    return next(colour for colour in steps if contrast(colour, tokens.page) >= MARK_CONTRAST)


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours `#rrggbb`, from 1 for the same to 21 for black on white (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def blend(colour: str, towards: str, part: float) -> str:
    """A colour moved towards another by a part of the way, 0 to 1."""
    mixed = (
        round(own + (other - own) * part) for own, other in zip(_channels(colour), _channels(towards), strict=True)
    )
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))


def _luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it from sRGB."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in _channels(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
