"""The figures of a text as they are printed: what each says, in which unit, to how many decimals, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from hustings.claims.spelt import ORDINALS, PARTS, SPELT, spelt_value


class Unit(StrEnum):
    """What a figure counts, as far as the words about it tell."""

    PERCENT = "percent"
    POINTS = "points"
    VOTES = "votes"
    COUNT = "count"
    ORDINAL = "ordinal"
    YEAR = "year"
    DATE = "date"
    DURATION = "duration"
    PART = "part"
    AGE = "age"
    MONEY = "money"
    TIME = "time"
    PHONE = "phone"


# What no record of elections speaks of.
OUTSIDE = {Unit.AGE, Unit.MONEY, Unit.TIME, Unit.PHONE}


class Lexeme(NamedTuple):
    """One figure of a text.

    `text` is what is printed of it, from `start` to `end` of the text; `value` the number, a percentage as it is
    printed (39.4, not 0.394); `decimals` those printed, negative where thousands or millions were (26k: -3);
    `sign` of a printed + or minus, else 0; `about` the word that makes it approximate, blank for none; `per` the unit
    of a duration, such as years.
    """

    text: str
    start: int
    end: int
    value: Decimal
    decimals: int
    unit: Unit
    sign: int = 0
    about: str = ""
    per: str = ""


MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
DAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
DAY = rf"(?:{'|'.join(DAYS)})day"
NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
SCALES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9}
ABOUT = (
    "about|around|approximately|roughly|some|nearly|almost|close to|just under|just over|just|only|more than|less than|"
    "fewer than|over|under|at least|at most|up to|above|below|well over|as many as|as few as|circa|c\\."
)
SPANS = "years?|months?|weeks?|days?|hours?|minutes?|decades?|terms?"
PERCENT = r"\s?%|[\s-]?per[\s-]?cent\b|\s?pc\b|\s?percent\b"
PERCENT_SIGN = re.compile(rf"(?:{PERCENT})$", re.IGNORECASE)
POINTS = r"[\s-]?(?:percentage[\s-]|per[\s-]?cent[\s-]|%[\s-])?points?\b|[\s-]?ppts?\b|\s?pp\b|\s?%pts?\b"
VOTES = r"[\s-]+(?:votes?|ballots?|crosses)\b"
# The longest first: a date is not a year with a number before it, nor a sum of money a count.
NTH = r"(?:st|nd|rd|th)?"
FORMS = (
    (
        Unit.DATE,
        rf"(?:{DAY},?\s+)?(?P<day>\d{{1,2}}){NTH}\s+(?:of\s+)?(?P<month>{MONTHS})\b(?:,?\s+(?P<year>\d{{4}}))?",
    ),
    (Unit.DATE, rf"(?P<month2>{MONTHS})\s+(?P<day2>\d{{1,2}}){NTH}\b(?!,\d{{3}})(?:,?\s+(?P<year2>\d{{4}}))?"),
    (Unit.DATE, rf"(?P<month3>{MONTHS})\s+(?P<year3>\d{{4}})\b"),
    (Unit.DATE, r"(?P<iso>\d{4}-\d\d-\d\d)\b"),
    (
        Unit.MONEY,
        rf"[£$€]\s?(?:{NUMBER})(?:\s?(?:k|m|mn|bn|million|billion|thousand)\b)?|(?<![\d.,])(?:{NUMBER})p\b(?!p)",
    ),
    (Unit.PHONE, r"(?:\+44\s?\d{2,4}|\b0\d{2,4})[\s-]\d{3,4}[\s-]?\d{3,4}\b"),
    (Unit.TIME, r"\b\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.|o'clock|hrs)(?![a-z])|\b\d{1,2}:\d\d\b"),
    (Unit.AGE, r"\baged?\s+(?:of\s+)?\d{1,3}\b|\b\d{1,3}[\s-]year[\s-]olds?\b|(?<=[a-z],\s)\d{2}(?=,\s)"),
    (Unit.ORDINAL, r"(?P<nth>\d{1,3})(?:st|nd|rd|th)\b"),
)
MONTH_NUMBER = {name: number for number, name in enumerate(MONTHS.split("|"), 1)}
FIGURE = (
    rf"(?P<sign>(?<![\w\d])[+\-\N{{MINUS SIGN}}\N{{EN DASH}}])?(?<![\w.,/-])(?P<number>{NUMBER})(?![.,]?\d)"
    rf"(?:\s?(?P<scale>k|m|mn|bn|thousand|million|billion)\b)?"
)
ONE_WORD = f"(?:{'|'.join(sorted(SPELT, key=len, reverse=True))})"
WORD = rf"(?P<word>\b{ONE_WORD}(?:[\s-](?:and[\s-])?{ONE_WORD})*\b)"
TAIL = rf"(?:(?P<points>{POINTS})|(?P<percent>{PERCENT})|(?P<votes>{VOTES})|(?:[\s-](?P<span>{SPANS})\b))?"
# Where a figure may begin: most words are passed over at a glance.
FIRSTS = "".join(sorted({word[0] for word in (*SPELT, *ORDINALS, *PARTS, *MONTHS.split("|"), *DAYS, "aged")}))
BEGINS = rf"(?=[\d£$€+\-\N{{MINUS SIGN}}\N{{EN DASH}}]|\b[{FIRSTS}])"
ALL = re.compile(
    BEGINS
    + "(?:"
    + "|".join(
        [
            *(f"(?P<form{place}>{pattern})" for place, (_, pattern) in enumerate(FORMS)),
            rf"(?P<part>\b(?:{'|'.join(map(re.escape, sorted(PARTS, key=len, reverse=True)))})\b)",
            rf"(?P<order>\b(?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))})\b)",
            rf"(?P<figure>(?:{FIGURE}|{WORD}){TAIL})",
        ]
    )
    + ")",
    re.IGNORECASE,
)
# Signs that the pattern takes for others, as it does capitals: a long s, an i with no dot or one, kelvin.
ALIKE = str.maketrans({"\N{LATIN SMALL LETTER LONG S}": "s", "\u0130": "i", "\u0131": "i", "\N{KELVIN SIGN}": "k"})
BEFORE = re.compile(rf"\b({ABOUT})\s+(?:a\s+|an\s+|the\s+|by\s+)?$", re.IGNORECASE)
FIRST_YEAR, LAST_YEAR = 1800, 2099


def lexemes(text: str) -> Iterator[Lexeme]:
    """Every figure of a text that an election may have, in the order it stands: ages, money, times are passed over."""
    for found in ALL.finditer(text):
        one = _form(found) or _part(found) or _order(found) or _figure(found)
        if one is not None and one.unit not in OUTSIDE:
            before = BEFORE.search(text[max(0, found.start() - 24) : found.start()])
            yield one._replace(about=_lower(before[1])) if before and not one.about else one


def _lower(words: str) -> str:
    return words.translate(ALIKE).lower()


def _form(found: re.Match[str]) -> Lexeme | None:
    for place, (unit, _) in enumerate(FORMS):
        if found[f"form{place}"] is not None:
            value = _date(found) if unit == Unit.DATE else Decimal(found["nth"] or 0)
            return Lexeme(found[0], found.start(), found.end(), value, 0, unit)
    return None


def _date(found: re.Match[str]) -> Decimal:
    """A date as a number of year, month and day, 20240704; parts that are not printed are 0."""
    if found["iso"]:
        return Decimal(found["iso"].replace("-", ""))
    month = MONTH_NUMBER[_lower(found["month"] or found["month2"] or found["month3"])]
    day = int(found["day"] or found["day2"] or 0)
    year = int(found["year"] or found["year2"] or found["year3"] or 0)
    return Decimal(year * 10_000 + month * 100 + day)


def _part(found: re.Match[str]) -> Lexeme | None:
    if found["part"] is None:
        return None
    return Lexeme(found[0], found.start(), found.end(), PARTS[_lower(found[0])], 0, Unit.PART)


def _order(found: re.Match[str]) -> Lexeme | None:
    if found["order"] is None:
        return None
    value = Decimal(ORDINALS[_lower(found[0])])
    return Lexeme(found[0], found.start(), found.end(), value, 0, Unit.ORDINAL)


def _figure(found: re.Match[str]) -> Lexeme | None:
    """A number in figures or in words, with the unit that follows it."""
    if found["word"] is not None:
        value, decimals, sign = spelt_value(_lower(found["word"])), 0, 0
        if value is None:
            return None
    else:
        printed = found["number"].replace(",", "")
        scale = SCALES[_lower(found["scale"])] if found["scale"] else 0
        value = Decimal(printed).scaleb(scale)
        decimals = len(printed.partition(".")[2]) - scale
        sign = 0 if not found["sign"] else 1 if found["sign"] == "+" else -1
    unit, per = _unit(found, value)
    return Lexeme(found[0], found.start(), found.end(), value, decimals, unit, sign, per=per)


def _unit(found: re.Match[str], value: Decimal) -> tuple[Unit, str]:
    if found["points"] is not None:
        return Unit.POINTS, ""
    if found["percent"] is not None:
        return Unit.PERCENT, ""
    if found["span"] is not None:
        return Unit.DURATION, _lower(found["span"]).rstrip("s")
    bare = found["number"] is not None and found["number"].isdigit() and not found["scale"] and not found["sign"]
    if bare and len(found["number"]) == len("2024") and FIRST_YEAR <= value <= LAST_YEAR:
        # The 2019 vote is the vote of 2019; so many votes are printed with a comma.
        return Unit.YEAR, ""
    return (Unit.COUNT if found["votes"] is None else Unit.VOTES), ""
