"""Figures and days as British readers write them; what is unknown says so."""

import unicodedata
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

MINUS = "\N{MINUS SIGN}"
NONE = "\N{EN DASH}"
UNKNOWN = "unknown"
SLIVER = 0.001
# Of a sliver: one vote of a hundred million would show.
SLIVERS = range(2, 7)


def rounded(fraction: float, decimals: int) -> Decimal:
    """A fraction of 1 as a percentage, rounded half away from zero as published tables are.

    From its shortest exact form, so that 23/80, which is 28.75%, becomes 28.8.
    """
    return (Decimal(repr(fraction)) * 100).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


class OrMore(int):
    """A whole number that is the least there may be, since some are not told: shown as 374+, counted with as 374."""


def count(value: int | None) -> str:
    """A whole number with thousands separated, with + after it where there may be more."""
    if value is None:
        return UNKNOWN
    return f"{value:,}".replace("-", MINUS) + ("+" if isinstance(value, OrMore) else "")


def percent(fraction: float | None, decimals: int = 1) -> str:
    """A part of a whole as a percentage, 0.341 as 34.1%."""
    return UNKNOWN if fraction is None else f"{rounded(fraction, decimals)}%"


def margin(fraction: float | None) -> str:
    """A majority as a percentage; a sliver has the decimals that show it: 15 votes as 0.04%, two as 0.003%."""
    if fraction is None or not 0 < fraction < SLIVER:
        return percent(fraction)
    return percent(fraction, next(decimals for decimals in SLIVERS if rounded(fraction, decimals)))


def points(fraction: float | None) -> str:
    """A difference of two shares in percentage points with its sign, -0.394 as −39.4; – where there is none."""
    if fraction is None:
        return NONE
    value = rounded(fraction, 1)
    return "0.0" if value == 0 else f"{value:+}".replace("-", MINUS)


def day(value: date | None) -> str:
    """4 July 2024."""
    return UNKNOWN if value is None else f"{value.day} {value:%B %Y}"


def moment(value: datetime | None) -> str:
    """5 July 2024, 04:15."""
    return UNKNOWN if value is None else f"{day(value)}, {value:%H:%M}"


def ordinal(place: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    last = {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}th" if place % 100 in (11, 12, 13) else f"{place}{last}"


def plural(number: int, one: str, many: str = "") -> str:
    """1 vote, 2 votes."""
    return f"{count(number)} {one if number == 1 else many or one + 's'}"


def legible(text: str) -> str:
    """Text with signs that no page and no feed may hold, as of a wrong character set, written as their numbers.

    Those are control characters, halves of pairs, and what Unicode says is no character: a tab is [U+0009].
    """
    return "".join(f"[U+{ord(sign):04X}]" if _is_forbidden(sign) else sign for sign in text)


def _is_forbidden(sign: str) -> bool:
    number = ord(sign)
    return unicodedata.category(sign) in ("Cc", "Cs") or number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF
