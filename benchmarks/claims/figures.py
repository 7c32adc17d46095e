"""The figures that stories print: what each key is worth in a contest, and how it is printed."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import NamedTuple

from benchmarks.claims.seats import Candidate, Contest

COUNTS = ("votes", "majority", "old majority", "electorate", "valid", "spoilt", "field", "lead")
SHARES = ("share", "old share", "old declared share", "majority share", "turnout", "old turnout")
CHANGES = ("change", "declared change", "swing", "turnout change")
MINUS = "\N{MINUS SIGN}"
ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
KEYS = {
    "v": "votes",
    "s": "share",
    "o": "old share",
    "e": "old declared share",
    "c": "change",
    "d": "declared change",
    "place": "place",
    "maj": "majority",
    "oldmaj": "old majority",
    "majs": "majority share",
    "swing": "swing",
    "turnout": "turnout",
    "oldturnout": "old turnout",
    "tc": "turnout change",
    "electorate": "electorate",
    "valid": "valid",
    "spoilt": "spoilt",
    "field": "field",
    "lead": "lead",
}


class Missing(Exception):
    """The contest does not have what a pattern prints."""


class Figure(NamedTuple):
    """What is printed: a measure, of whom (none for the whole contest), worth how much."""

    measure: str
    of: Candidate | None
    value: Fraction | int


def swing(contest: Contest) -> Fraction | None:
    """From the second to the first, in points; negative the other way."""
    first, second = (contest.change(one, contest.baseline) for one in contest.candidates[:2])
    return None if first is None or second is None else (first - second) / 2


def figure(contest: Contest, measure: str, of: Candidate | None) -> Figure | None:
    """A figure of a contest, or none where the record does not have it or a story would not print it."""
    value = _of_candidate(contest, measure, of) if of else _of_contest(contest, measure)
    if value is None or (measure in CHANGES and abs(value) < Fraction(1, 2)):
        return None
    return Figure(measure, of, value)


def _of_candidate(contest: Contest, measure: str, of: Candidate) -> Fraction | int | None:
    now, then = contest.baseline, contest.declared
    worth: dict[str, Callable[[], Fraction | int | None]] = {
        "votes": lambda: of.votes,
        "share": lambda: contest.share(of),
        "place": lambda: of.place,
        "lead": lambda: contest.candidates[0].votes - of.votes,
        "old share": lambda: now.line_share(of.line) if now else None,
        "old declared share": lambda: then.line_share(of.line) if then else None,
        "change": lambda: contest.change(of, now),
        "declared change": lambda: contest.change(of, then),
    }
    return worth[measure]()


def _of_contest(contest: Contest, measure: str) -> Fraction | int | None:
    then = contest.baseline
    worth: dict[str, Callable[[], Fraction | int | None]] = {
        "majority": lambda: contest.majority,
        "old majority": lambda: then.majority if then else None,
        "majority share": lambda: Fraction(100 * contest.majority, contest.valid),
        "swing": lambda: swing(contest),
        "turnout": contest.turnout,
        "old turnout": lambda: then.turnout() if then else None,
        "turnout change": lambda: _turnout_change(contest, then),
        "electorate": lambda: contest.electorate,
        "valid": lambda: contest.valid,
        "spoilt": lambda: contest.invalid or None,
        "field": lambda: len(contest.candidates),
    }
    return worth[measure]()


def _turnout_change(contest: Contest, then: Contest | None) -> Fraction | None:
    now, before = contest.turnout(), then.turnout() if then else None
    return now - before if now and before else None


def rounded(value: Fraction | int, decimals: int) -> Decimal:
    """Half up, as percentages are printed."""
    exact = Fraction(value)
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def decimals_of(unit: str) -> int:
    """A unit that starts with a figure says how many decimals; else one."""
    return int(unit[0]) if unit[:1].isdigit() else 1


def printed(measure: str, value: Fraction | int | Decimal, unit: str) -> str:
    """A value as a story has it: `unit` is what follows it, with words for special forms."""
    if measure == "place":
        return _place(int(value), unit)
    if measure in COUNTS:
        return _count(int(value), unit)
    decimals, after = decimals_of(unit), unit[1:] if unit[:1].isdigit() else unit
    number = value if isinstance(value, Decimal) else rounded(value, decimals)
    if after == "signed":
        return f"{MINUS if number < 0 else '+'}{abs(number)}"
    return f"{abs(number)}{'' if after == 'bare' else after or ('%' if measure in SHARES else ' points')}"


def _place(place: int, unit: str) -> str:
    if unit == "nth":
        return f"{place}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(place, 'th') }"
    return ORDINALS[place]


def _count(count: int, unit: str) -> str:
    if unit == "word":
        return NUMBERS[count] if count < len(NUMBERS) else str(count)
    if unit == "plain":
        return str(count)
    return f"{count:,}{unit}"
