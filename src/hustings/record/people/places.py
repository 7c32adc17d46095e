"""Where each contest was fought, so that two can be compared: today's councils it touches, and its centre.

Councils that were abolished count as the councils that took them over (successors.csv), a county as
its districts, and a seat as every council that a ward of it is in.
"""

import csv
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from hustings.record.readers.cells import Row

SUCCESSORS = Path(__file__).parent / "successors.csv"
# Five Scottish seats kept their boundaries in 2024 and yet were given new codes; mySociety keeps the old.
RECODED = {
    "S14000006": "S14000107",
    "S14000008": "S14000108",
    "S14000010": "S14000109",
    "S14000040": "S14000110",
    "S14000058": "S14000111",
}
# Kilometres in a degree of latitude; a degree of longitude shrinks with the cosine, taken at the middle
# of Great Britain, which is near enough to tell a neighbour from a stranger.
DEGREE = 111.32
MIDDLE = math.cos(math.radians(54))


class Where(NamedTuple):
    """Where a contest was fought: councils of today, and kilometres east and north of an origin."""

    councils: tuple[str, ...]
    east: float | None
    north: float | None


NOWHERE = Where((), None, None)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Where seats, by GSS code, and councils, by council_id, lie."""

    seats: Mapping[str, Where]
    councils: Mapping[str, Where]

    def find(self, contest: Row, namesakes: Mapping[str, str], area: str) -> Where:
        """Where a contest was fought; NOWHERE where no lookup says.

        A seat before 2010 is taken to lie where the later seat of its name does: `namesakes` gives
        the GSS code of a seat by its name's slug.
        """
        if contest["council_id"]:
            return self.councils.get(str(contest["council_id"]), NOWHERE)
        code = str(contest["area_id"])
        return self.seats.get(code) or self.seats.get(namesakes.get(area, ""), NOWHERE)


class Lookups(NamedTuple):
    """The published lookups, as their readers give them, and the councils' GSS codes."""

    wards_2024: list[Row]
    wards_2019: list[Row]
    centres: list[Row]
    overlaps: list[Row]
    codes: Mapping[str, str]


def read_gazetteer(lookups: Lookups) -> Gazetteer:
    """Where every seat since 2010 and every council lies."""
    codes = lookups.codes
    centres = _centres(lookups)
    in_council: dict[str, list[str]] = defaultdict(list)
    districts: dict[str, set[str]] = defaultdict(set)
    for row in lookups.wards_2024:
        council = codes[str(row["council"])]
        in_council[council].append(str(row["seat"]))
        if row["county"] and codes.get(str(row["county"]), council) != council:
            districts[codes[str(row["county"])]].add(council)
    middles = {council: _mean([centres[seat] for seat in seats]) for council, seats in in_council.items()}
    today = _Today(set(middles), districts)
    councils = {
        council: _where(today.of(council), middles) for council in {*codes.values(), *middles, *today.successors}
    }
    touched: dict[str, set[str]] = defaultdict(set)
    for row in [*lookups.wards_2024, *lookups.wards_2019]:
        touched[str(row["seat"])] |= today.of(codes[str(row["council"])])
    seats = {seat: Where(tuple(sorted(touched[seat])), *centres[seat]) for seat in touched if seat in centres}
    return Gazetteer(seats, councils)


class _Today:
    """The councils of today that a council, of today or before, is made of."""

    def __init__(self, current: set[str], districts: Mapping[str, set[str]]) -> None:
        self.current = current
        self.districts = districts
        self.successors: dict[str, set[str]] = defaultdict(set)
        with SUCCESSORS.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                self.successors[row["council_id"]].add(row["successor_id"])

    def of(self, council: str) -> set[str]:
        if council in self.current:
            return {council}
        if council in self.districts:
            return set(self.districts[council])
        return {one for successor in self.successors.get(council, ()) for one in self.of(successor)}


def _centres(lookups: Lookups) -> dict[str, tuple[float, float]]:
    """The centre of every seat: of one of 2010, the mean of its parts weighted by people."""
    codes = {str(row["code"]): str(row["seat"]) for row in lookups.centres}
    centres = {
        str(row["seat"]): (float(str(row["longitude"])) * DEGREE * MIDDLE, float(str(row["latitude"])) * DEGREE)
        for row in lookups.centres
    }
    parts: dict[str, list[tuple[tuple[float, float], float]]] = defaultdict(list)
    for row in lookups.overlaps:
        parts[str(row["old"])].append((centres[codes[str(row["new"])]], float(str(row["people"] or 0))))
    for seat, shares in parts.items():
        if seat not in centres:
            centres[seat] = _mean([centre for centre, _ in shares], [people + 1 for _, people in shares])
    for old, new in RECODED.items():
        centres.setdefault(new, centres[old])
    return centres


def _mean(points: list[tuple[float, float]], weights: list[float] | None = None) -> tuple[float, float]:
    weights = weights or [1.0] * len(points)
    east, north = (sum(p[axis] * w for p, w in zip(points, weights, strict=True)) / sum(weights) for axis in (0, 1))
    return east, north


def _where(councils: Iterable[str], middles: Mapping[str, tuple[float, float]]) -> Where:
    names = tuple(sorted(councils))
    return Where(names, *_mean([middles[name] for name in names])) if names else NOWHERE
