"""From a day, a number or words as someone types them to Commons divisions."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from hustings.errors import UnknownName
from hustings.record.names import holds_words, plain

if TYPE_CHECKING:
    from hustings.record.open import Record

Found = dict[str, Any]

DIVISIONS = """
    select division.*, exists (from division_vote where division_vote.division_id = division.division_id) as named
    from division order by divided_on, number
"""


def find_divisions(record: Record, wanted: str, number: int | None = None) -> list[Found]:
    """The divisions of a day, of a number in the Commons Votes service, or with those words in a title.

    In order of day and number, each with `named`: whether the record holds votes by name. `number`
    chooses by the number in the session. Raises UnknownName where nothing answers.
    """
    divisions = record.query(DIVISIONS)
    day = _day(wanted)
    if day:
        found = [row for row in divisions if row["divided_on"] == day]
        mend = "" if found else f"no division on {wanted!r}; {_around(divisions, day)}"
    elif re.fullmatch(r"\d{1,9}", wanted):
        found = [row for row in divisions if row["division_id"] == int(wanted)]
        mend = f"no division has the number {wanted} in the Commons Votes service; ask by day or words of the title"
    else:
        found = [row for row in divisions if _holds(row, wanted)]
        mend = f"no division's title holds the words {wanted!r}; {_nearest(divisions, wanted)}"
    if found and number is not None:
        here = ", ".join(str(row["number"]) for row in found)
        found = [row for row in found if row["number"] == number]
        mend = f"none of the divisions of {wanted!r} is number {number}; they are {here}"
    if not found:
        raise UnknownName(mend)
    return found


def _day(wanted: str) -> date | None:
    """A day as 2023-11-15 or 15 November 2023; None for anything else."""
    for layout in ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d/%m/%Y"):
        try:
            return datetime.strptime(wanted.strip(), layout).date()
        except ValueError:
            continue
    return None


def _around(divisions: list[Found], day: date) -> str:
    """The days with divisions just before and after, or the span of the record."""
    days = sorted({row["divided_on"] for row in divisions})
    if not days or not days[0] <= day <= days[-1]:
        return f"the record has those from {days[0]} to {days[-1]}" if days else "the record has none"
    return f"there were some on {max(one for one in days if one < day)} and {min(one for one in days if one > day)}"


def _words(row: Found) -> str:
    return " ".join(filter(None, (row["title"], row["plain_title"], row["about"])))


def _holds(row: Found, wanted: str) -> bool:
    return bool(plain(wanted)) and holds_words(_words(row), wanted)


def _nearest(divisions: list[Found], wanted: str) -> str:
    """The words asked for with each that no title has put right, where some title then holds them."""
    from rapidfuzz import fuzz, process  # only words that are not found pay for this

    known = sorted({word for row in divisions for word in plain(_words(row)).split()})
    near = [process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=75) for word in plain(wanted).split()]
    meant = " ".join(one[0] for one in near if one)
    if near and all(near) and any(_holds(row, meant) for row in divisions):
        return f"did you mean {meant!r}?"
    return "try fewer words, or the day: 2023-11-15"


def the_one(found: list[Found]) -> Found | None:
    """The division that those found come to: the only one, or of one day's the only one with votes by name."""
    if len(found) == 1:
        return found[0]
    named = [row for row in found if row["named"]]
    return named[0] if len(named) == 1 and len({row["divided_on"] for row in found}) == 1 else None
