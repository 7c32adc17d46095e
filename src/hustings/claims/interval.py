"""What a printed figure may stand for: half a unit of its last place about it, wider where a word says so."""

from __future__ import annotations

from typing import NamedTuple

from hustings.claims.lexemes import Lexeme


class Interval(NamedTuple):
    """The values that a figure printed so may stand for, both ends within."""

    least: float
    most: float

    def holds(self, value: float) -> bool:
        """Whether a value may be printed so."""
        return self.least - NOISE <= value <= self.most + NOISE


# A share read from 32-bit floats, or a half rounded up or down, is no fault.
NOISE = 1e-5
# What each word lets a value be, as (below, above) in parts of the figure printed, beside its rounding. Nearly 40 is
# said of 38 and of 39.4, and of 40.04 that rounds to it, not of 43; over 70,000 is not said of 69,621.
WIDTHS = {
    "nearly": (0.08, 0.0),
    "almost": (0.08, 0.0),
    "close to": (0.08, 0.04),
    "just under": (0.06, 0.0),
    "under": (0.15, 0.0),
    "less than": (0.15, 0.0),
    "fewer than": (0.15, 0.0),
    "below": (0.15, 0.0),
    "up to": (0.15, 0.0),
    "at most": (0.15, 0.0),
    "about": (0.07, 0.07),
    "around": (0.07, 0.07),
    "approximately": (0.05, 0.05),
    "roughly": (0.08, 0.08),
    "some": (0.05, 0.05),
    "circa": (0.07, 0.07),
    "c.": (0.07, 0.07),
    "just over": (0.0, 0.06),
    "over": (0.0, 0.15),
    "more than": (0.0, 0.15),
    "above": (0.0, 0.15),
    "well over": (0.0, 0.4),
    "at least": (0.0, 0.15),
    "as many as": (0.0, 0.0),
    "as few as": (0.0, 0.0),
    "only": (0.0, 0.0),
    "just": (0.0, 0.0),
}
# Words that a value on the wrong side of makes untrue, however near: rounding does not excuse them.
STRICT_ABOVE = {"over", "more than", "just over", "above", "well over"}
STRICT_BELOW = {"under", "less than", "fewer than", "just under", "below"}


def interval(lexeme: Lexeme) -> Interval:
    """The values that a figure may stand for, in the unit it is printed in."""
    value = abs(float(lexeme.value))
    half = 0.5 * 10.0**-lexeme.decimals if lexeme.decimals > 0 or "%" in lexeme.text or not _whole(lexeme) else 0.0
    below, above = WIDTHS.get(lexeme.about, (0.0, 0.0))
    least = value if lexeme.about in STRICT_ABOVE else value - half - below * value
    most = value if lexeme.about in STRICT_BELOW else value + half + above * value
    return Interval(least, most)


def _whole(lexeme: Lexeme) -> bool:
    """Whether it is a whole number of things, which is printed in full or not at all."""
    return lexeme.unit in ("votes", "count", "ordinal") and lexeme.decimals == 0
