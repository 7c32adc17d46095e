"""Sentences as British newspapers write them: numbers in words to nine, lists, possessives, how far a share moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from hustings.publish import words

SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def spelt(number: int, one: str, many: str = "") -> str:
    """One deposit, two deposits, 12 deposits, no deposits."""
    return f"{counted(number)} {one if number == 1 else many or f'{one}s'}"


def counted(number: int) -> str:
    """A number as a word to nine, as figures from ten."""
    return SMALL[number] if number < len(SMALL) else words.count(number)


def listed(parts: Sequence[str], last: str = "and") -> str:
    """a, b and c."""
    *most, end = parts
    return f"{', '.join(most)} {last} {end}" if most else end


def tallied(names: Iterable[str]) -> str:
    """Names in order, one that comes several times once with its number: Conservative (2), Liberal."""
    return ", ".join(name if times == 1 else f"{name} ({times})" for name, times in Counter(names).items())


def by_points(change: float) -> str:
    """How far a share moved, without its sign: 39.4 points."""
    return f"{words.rounded(abs(change), 1)} points"


def moved(change: float) -> str:
    """Rose by 3.4 points, fell by 0.5 points, did not change to one decimal."""
    if words.rounded(change, 1) == 0:
        return "was unchanged to one decimal place"
    return f"{'rose' if change > 0 else 'fell'} by {by_points(change)}"


def starting(said: str) -> str:
    """Words at the start of a sentence."""
    return said[:1].upper() + said[1:]


def possessive(name: str) -> str:
    """Labour's, the Greens'."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"
