"""What the swingometer is asked in an address: from which election, between which parties, how far and where."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, NamedTuple, TypeVar
from urllib.parse import urlencode

from hustings.models import RULES
from hustings.publish.pages import links
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
    """The general elections that can be swung, latest first, by their name in addresses: those that can be mapped."""
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
        select election_id from contest left join hex using (boundary_set_id, area_id)
        group by election_id having count(*) = count(q)
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


def asked(grounds: Mapping[str, Ground], given: Mapping[str, str]) -> Asked:
    """What an address asks; Unreadable says what is wrong and how to mend it."""
    latest = next(iter(grounds))
    ground = _one("election", given.get("election") or latest, grounds)
    first, second = [*ground.lines][:2]
    to = _one("party", given.get("to") or second, ground.lines)
    from_ = _one("party", given.get("from") or first, ground.lines)
    if to == from_:
        raise Unreadable("a swing is between two parties: choose another for one of them.")
    regional = {
        region: _points(region, given[links.slug(region)]) for region in ground.regions if given.get(links.slug(region))
    }
    rule = _one("rule", given.get("rule") or RULES[0], {rule: rule for rule in RULES})
    return Asked(ground, to, from_, rule, _points("swing", given.get("swing") or "0"), regional)


def _one(name: str, wanted: str, known: Mapping[str, T]) -> T:
    if wanted in known:
        return known[wanted]
    near = nearest(wanted, [*known], 1)
    meant = near[0] if near else next(iter(known))
    raise Unreadable(f"no {name} called {wanted[:60]!r}; did you mean {meant}?")


def _points(name: str, text: str) -> float:
    try:
        points = float(text.replace("\N{MINUS SIGN}", "-"))
    except ValueError:
        points = math.nan
    if not abs(points) <= MOST_POINTS:
        raise Unreadable(
            f"{name} is {text[:20]!r}, which is no swing; write points between -{MOST_POINTS:g} and {MOST_POINTS:g}."
        )
    return points
