"""The day of the local poll that a story is of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from hustings.claims.catalogue.read import Catalogue

# A dated story is of a poll no older than this, or of none that the record has.
FRESH = 120
# What each sign is worth, and what an undated story must show of a day before it is taken to be of it.
FIGURE, YEAR, DAY, ENOUGH = 3, 1, 3, 6


class Signs(NamedTuple):
    """What a story gives away of its poll: whole numbers, years, dates printed in full, its own day."""

    numbers: Collection[int]
    years: Collection[int]
    days: Collection[date]
    dated: date | None


def main_poll(catalogue: Catalogue, polled: dict[str, date], signs: Signs) -> date | None:
    """The day of the poll that a story is of, None where it shows too little of any.

    A story with a day of its own is of the last poll before it, if that was lately: a poll that the record lacks
    must not be taken for one that it has.
    """
    if signs.dated is not None:
        last = max((day for day in polled.values() if day <= signs.dated), default=None)
        return last if last and (signs.dated - last).days <= FRESH else None
    scores: Counter[date] = Counter()
    for scope, count in catalogue.polled_in(polled, signs.numbers).items():
        scores[polled[scope]] += FIGURE * count
    for day in set(polled.values()):
        scores[day] += YEAR * (day.year in signs.years) + DAY * (day in signs.days)
    best = max(scores, key=lambda day: (scores[day], day), default=None)
    return best if best and scores[best] >= ENOUGH else None
