"""Numbers in words: seven, twenty-one, three hundred and five; first, second; half, a third."""

from __future__ import annotations

import re
from decimal import Decimal

_TO_NINE = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDER = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh")
ONES = {name: number for number, name in enumerate(("zero", *_TO_NINE, *_TEENS))}
TENS = {name: 10 * number for number, name in enumerate(_TENS, 2)}
LARGE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
SPELT = {*ONES, *TENS, *LARGE}
ORDINALS = {name: number for number, name in enumerate(_ORDER, 1)}
PARTS = {
    "half": Decimal("0.5"),
    "a third": Decimal(1) / 3,
    "one third": Decimal(1) / 3,
    "one in three": Decimal(1) / 3,
    "a quarter": Decimal("0.25"),
    "one in four": Decimal("0.25"),
    "a fifth": Decimal("0.2"),
    "one in five": Decimal("0.2"),
    "a tenth": Decimal("0.1"),
    "one in ten": Decimal("0.1"),
    "two thirds": Decimal(2) / 3,
    "two-thirds": Decimal(2) / 3,
    "three quarters": Decimal("0.75"),
    "three-quarters": Decimal("0.75"),
    "doubled": Decimal(2),
    "trebled": Decimal(3),
    "tripled": Decimal(3),
    "halved": Decimal("0.5"),
}


def spelt_value(words: str) -> Decimal | None:
    """The number that words say; None where they say none, as "one two three" does.

    Read as it is said: what is smaller is added, what is larger multiplies what stands before it.
    """
    whole, part, last = 0, 0, 0
    for word in re.split(r"[\s-]+", words.lower()):
        if word == "and":
            continue
        if word in LARGE:
            factor = LARGE[word]
            if factor == LARGE["hundred"]:
                part = (part or 1) * factor
            else:
                whole, part = whole + (part or 1) * factor, 0
            last = factor
            continue
        value = ONES.get(word, TENS.get(word, 0))
        # Twenty-one, hundred and five; but not five six, nor eleven one.
        if part and last and value >= last:
            return None
        if part and last < 20 and word in ONES:
            return None
        part, last = part + value, value
    return Decimal(whole + part)
