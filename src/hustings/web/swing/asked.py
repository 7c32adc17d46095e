"""What the swingometer is asked in an address: from which election, between which parties, how far and where."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple, TypeVar
from urllib.parse import urlencode

from hustings.models import RULES
from hustings.publish.pages import links
from hustings.publish.prose import listed
from hustings.record.names import nearest
from hustings.record.open import Record
from hustings.web.unreadable import Unreadable

T = TypeVar("T")
MOST_POINTS = 50.0
EVERYWHERE = "everywhere"


class Line(NamedTuple):
    """A party under whatever name: its key in addresses, its name, and in how many seats it stood."""

    line_id: str
    party_id: str
    party: str
    contested: int


class Ground(NamedTuple):
    """What a swing is measured from: an election with its regions and the parties that stood."""

    election: Mapping[str, Any]
    regions: tuple[str, ...]
    lines: Mapping[str, Line]


class Asked(NamedTuple):
    """A swing: to one line from another, everywhere, and otherwise in some regions, in points; by one of the rules."""

    ground: Ground
    to: Line
    from_: Line
    rule: str
    points: float
    regional: Mapping[str, float]

    def points_in(self, region: str) -> float:
        """The swing of a region."""
        return self.regional.get(region, self.points)

    def scope_of(self, region: str) -> str:
        """Which seats are swung together with those of a region."""
        return region if region in self.regional else EVERYWHERE

    @property
    def moves(self) -> bool:
        """Whether any votes are to move."""
        return bool(self.points or any(self.regional.values()))

    @property
    def address(self) -> str:
        """The state of the swingometer as it stands after the question mark."""
        return urlencode(
            {
                "election": self.ground.election["election_id"].removeprefix("parl."),
                "to": self.to.line_id,
                "from": self.from_.line_id,
                "rule": self.rule,
                "swing": f"{self.points:g}",
                **{links.slug(region): f"{points:g}" for region, points in self.regional.items()},
            }
        )


def grounds(record: Record) -> dict[str, Ground]:
    """The general elections that can be swung, latest first, by their name in addresses.

    They are those of all four countries whose seats can be mapped.
    """
    elections = record.query(ELECTIONS)
    lines: dict[str, list[Line]] = {row["election_id"]: [] for row in elections}
    for row in record.query(LINES, [[*lines]]):
        election_id = row.pop("election_id")
        lines[election_id].append(Line(**row))
    regions = record.query(REGIONS, [[*lines]])
    return {
        row["election_id"].removeprefix("parl."): Ground(
            row,
            tuple(one["region"] for one in regions if one["election_id"] == row["election_id"]),
            {line.line_id: line for line in lines[row["election_id"]]},
        )
        for row in elections
    }


ELECTIONS = """
    select election.* from election where kind = 'general' and election_id in (
        select election_id from contest join area using (boundary_set_id, area_id)
        left join hex using (boundary_set_id, area_id)
        group by election_id having count(*) = count(q) and count(distinct country) = 4
    ) order by polling_on desc, basis
"""
LINES = """
    select election_id, line_id, arg_max(party_id, votes) as party_id, arg_max(party, votes) as party,
        count(distinct contest_id) as contested
    from results where list_contains(?, election_id) and line_id is not null and standing_as = 'party'
        and votes is not null
    group by election_id, line_id order by election_id, sum(votes) desc, line_id
"""
REGIONS = """
    select election_id, region from contest join area using (boundary_set_id, area_id)
    where list_contains(?, election_id) group by all order by max(country) != 'England', region
"""


class Understood(NamedTuple):
    """What of an address can be read, and what is wrong with the rest of it, each a sentence with the mend."""

    asked: Asked
    problems: list[str]


def asked(grounds: Mapping[str, Ground], given: Mapping[str, str]) -> Asked:
    """What an address asks; Unreadable says what is wrong and how to mend it."""
    found = understood(grounds, given)
    if found.problems:
        raise Unreadable(found.problems[0])
    return found.asked


def understood(grounds: Mapping[str, Ground], given: Mapping[str, str]) -> Understood:
    """What an address asks as far as it can be read; for what cannot, that which is asked where nothing is."""
    problems: list[str] = []

    def read(usual: T, reading: Callable[[], T]) -> T:
        try:
            return reading()
        except Unreadable as unreadable:
            problems.append(str(unreadable))
            return usual

    latest = next(iter(grounds.values()))
    ground = read(latest, lambda: _election(grounds, given.get("election", "")))
    first, second = [*ground.lines.values()][:2]
    to = read(second, lambda: _line(ground, given.get("to", ""), second))
    from_ = read(first, lambda: _line(ground, given.get("from", ""), first))
    if to == from_:
        problems.append("A swing is between two parties: choose another for one of them.")
        from_ = second if to == first else first
    rule = read(RULES[0], lambda: _rule(given.get("rule", "")))
    points = read(0.0, lambda: _points("The swing", given.get("swing") or "0"))
    regional = {
        region: read(points, partial(_points, f"The swing of {region}", told))
        for region in ground.regions
        if (told := given.get(links.slug(region)))
    }
    return Understood(Asked(ground, to, from_, rule, points, regional), problems)


def _election(grounds: Mapping[str, Ground], named: str) -> Ground:
    if named and named not in grounds:
        raise Unreadable(f"There is no election {named[:40]!r} to swing; there are {listed([*grounds])}.")
    return grounds[named] if named else next(iter(grounds.values()))


def _line(ground: Ground, named: str, usual: Line) -> Line:
    if not named or named in ground.lines:
        return ground.lines[named] if named else usual
    near = nearest(named, [*ground.lines], 1)
    meant = f"; did you mean {near[0]}?" if near else "; choose another."
    raise Unreadable(f"No party {named[:60]!r} stood in {ground.election['polling_on']:%Y}{meant}")


def _rule(named: str) -> str:
    if named and named not in RULES:
        raise Unreadable(f"There is no rule {named[:40]!r}; there are {listed([*RULES])}.")
    return named or RULES[0]


NUMBER = re.compile(r"[+\-\N{MINUS SIGN}]?[0-9]{1,3}(\.[0-9]{1,6})?")


def _points(name: str, text: str) -> float:
    points = float(text.replace("\N{MINUS SIGN}", "-")) if NUMBER.fullmatch(text) else None
    if points is None or abs(points) > MOST_POINTS:
        most = f"{MOST_POINTS:g}"
        raise Unreadable(
            f"{name} cannot be {text[:20]!r}; write points from \N{MINUS SIGN}{most} to {most}, such as 3.5."
        )
    return points
