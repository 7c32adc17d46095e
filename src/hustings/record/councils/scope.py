"""How much of a council an election fought, and the election at which the same seats were last fought."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hustings.record.councils import named
from hustings.record.readers.csv_file import read_csv

Row = dict[str, Any]

TERMS = Path(named.FOLDER) / "terms.csv"
# Least part of the seats, and what an election that fought as much is: a few seats of a whole
# council may be polled later, and vacancies are filled beside a third.
SCOPES = (
    (0.9, "the whole council"),
    (0.7, "most of the council"),
    (0.42, "half of the council"),
    (0.2, "a third of the council"),
)
SOME = "some seats"
UNKNOWN = "an unknown part of the council"
PARTS = ("half of the council", "a third of the council")
WHOLE = "the whole council"
# A whole council is elected for four years; polls put off or brought forward make it three or five.
TERM = range(3, 6)


@dataclass(frozen=True, slots=True)
class Polled:
    """A council's election of one year: its days, wards and seats, and how many seats the council has."""

    year: int
    days: tuple[date, ...]
    contests: tuple[str, ...]
    wards: frozenset[str]
    seats: int
    size: int | None
    size_year: int | None
    detail: str
    system: str

    @property
    def scope(self) -> str:
        """Whole council, half, a third, or some seats."""
        if self.size is None:
            return UNKNOWN
        return next((words for least, words in SCOPES if self.seats >= least * self.size), SOME)


# A poll that a candidate's death puts off is held within 35 working days (Representation of the
# People Act 1983, schedule 1, rule 63); a later one in the year is a by-election.
PUT_OFF = timedelta(days=56)


@dataclass(frozen=True, slots=True)
class Baseline:
    """The election at which the same seats were last fought; None and why where the record has none."""

    polled: Polled | None
    reason: str


def elections_of(contests: Iterable[Row], sizes: dict[int, int]) -> list[Polled]:
    """A council's elections by year, oldest first; `sizes` gives its councillors by year."""
    years: dict[int, list[Row]] = {}
    for row in sorted(contests, key=lambda row: (row["polling_on"], row["contest_id"])):
        years.setdefault(row["polling_on"].year, []).append(row)
    return [_polled(year, _together(rows), sizes) for year, rows in sorted(years.items())]


def _together(rows: list[Row]) -> list[Row]:
    """The contests of a year's election: its day with most wards, and polls put off from it; no by-elections."""
    days = Counter(row["polling_on"] for row in rows)
    main = min(days, key=lambda day: (-days[day], day))
    return [
        row
        for row in rows
        if row["polling_on"] == main or (main < row["polling_on"] <= main + PUT_OFF and ".by." not in row["contest_id"])
    ]


def _polled(year: int, rows: list[Row], sizes: dict[int, int]) -> Polled:
    # The nearest year that says how many councillors there are, and of two the later: boundaries
    # are redrawn at an election.
    nearest = min(sizes, key=lambda one: (abs(one - year), -one), default=None)
    return Polled(
        year,
        tuple(sorted({row["polling_on"] for row in rows})),
        tuple(row["contest_id"] for row in rows),
        frozenset(row["ward"] for row in rows),
        sum(row["seats"] for row in rows),
        None if nearest is None else sizes[nearest],
        nearest,
        rows[0]["detail"],
        rows[0]["voting_system"],
    )


def baseline_of(polled: Polled, elections: list[Polled]) -> Baseline:
    """The election at which the seats were last fought.

    A whole council: the one before for the whole council, three to five years earlier. A third or a
    half: the year that terms.csv says, if the same part was then fought and the whole council has
    not been since.
    """
    before = [one for one in elections if one.year < polled.year]
    if polled.scope == WHOLE:
        return _whole(polled, before)
    if polled.scope in PARTS:
        return _part(polled, before)
    return Baseline(None, f"it was for {polled.scope}, and no such seats were last fought together")


def _whole(polled: Polled, before: list[Polled]) -> Baseline:
    whole = [one for one in before if one.scope == WHOLE]
    parts = [one.year for one in before if one.scope in PARTS and (not whole or one.year > whole[-1].year)]
    if parts:
        years = ", ".join(map(str, parts))
        return Baseline(None, f"its seats were fought in parts before, at the elections of {years}")
    if whole and polled.year - whole[-1].year in TERM:
        return Baseline(whole[-1], "the election before for the whole council")
    return Baseline(None, "the record does not hold the election before for the whole council")


def _part(polled: Polled, before: list[Polled]) -> Baseline:
    year, reason = next(((row["fought"], row["reason"]) for row in terms() if row["polled"] == polled.year), (None, ""))
    if year is None:
        return Baseline(None, "no rule says when they were last fought")
    since = [one.year for one in before if one.scope == WHOLE and one.year >= year]
    if since:
        return Baseline(
            None, f"they were last fought with the whole council in {since[-1]}, where nothing tells them apart"
        )
    found = next((one for one in before if one.year == year), None)
    if found is None:
        return Baseline(None, f"they were last fought in {year}, which the record does not hold")
    if found.scope not in PARTS:
        return Baseline(None, f"in {year} {found.scope} was fought")
    return Baseline(found, f"the election of {year}: {reason}")


def terms() -> list[Row]:
    """Which year's election each year's seats by thirds or halves were last fought at."""
    return list(read_csv(TERMS, {"polled": "whole", "fought": "whole", "reason": "text"}))
