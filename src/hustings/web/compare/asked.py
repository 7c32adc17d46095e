"""Which two contests an address asks to be compared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from hustings.publish.pages import links
from hustings.publish.prose import listed
from hustings.record.find import holding, near
from hustings.web.compare.contests import Contests
from hustings.web.unreadable import Unreadable

LONGEST_NAME = 80
MOST_MEANT = 3
NEAR_ENOUGH = 80
SEAT = ("seat",)


class Side(NamedTuple):
    """A side of the comparison as the form shows it: a seat, its contests, and the one that is meant."""

    seat: str
    area: str
    contest_id: str
    fought: list[str]


class Pair(NamedTuple):
    """Two contests to be compared, the first on the left."""

    left: Side
    right: Side

    @property
    def address(self) -> dict[str, str]:
        """What the page is asked for it."""
        left, right = self.left, self.right
        return {"a": left.seat, "a-poll": poll(left.contest_id), "b": right.seat, "b-poll": poll(right.contest_id)}


def poll(contest_id: str) -> str:
    """What a contest of a seat is called in addresses: its day, and whether it is notional."""
    return links.contest(contest_id).split("/")[2]


def asked(contests: Contests, given: Mapping[str, str]) -> Pair | None:
    """The pair that an address means, None where it names no seat; Unreadable where there is not what it names.

    Without a second seat the one is compared with what its change is measured from, or with its contest before, which
    stands on the left then.
    """
    if not given.get("a"):
        return None
    left = _side(contests, given, "a")
    if given.get("b"):
        return Pair(left, _side(contests, given, "b"))
    baseline = contests.report(left.contest_id).baseline
    if baseline:
        return Pair(_of(contests, baseline["contest_id"]), left)
    place = left.fought.index(left.contest_id)
    return Pair(_of(contests, left.fought[place - 1 if place else -1]), left)


def _side(contests: Contests, given: Mapping[str, str], key: str) -> Side:
    """The side of a key; its poll counts only for the seat that it was offered for."""
    named = given[key][:LONGEST_NAME]
    wanted = links.slug(named)
    fought = contests.of_seat.get(wanted)
    if fought is None:
        raise Unreadable(f"No seat is called {named!r}{_meant(contests, named)}")
    day = given.get(f"{key}-poll", "") if given.get(f"{key}-of", wanted) == wanted else ""
    polls = {poll(one): one for one in fought}
    if day and day not in polls:
        area = _of(contests, fought[-1]).area
        raise Unreadable(f"{area} had no poll of {day[:20]!r}; it had {listed([*polls])}.")
    return _of(contests, polls[day] if day else fought[-1])


def _meant(contests: Contests, named: str) -> str:
    """The seats that a name may mean: those that hold its words or begin with it, or else are near to it."""
    held = [one.name for one in holding(contests.record, named, SEAT)]
    begun = [one for one in contests.of_seat if one.startswith(links.slug(named) or "-")]
    # A bad hint is worse than none.
    alike = [one.name for one in near(contests.record, named, SEAT) if one.score >= NEAR_ENOUGH]
    slugs = dict.fromkeys(links.slug(name) for name in (*held, *begun, *alike))
    areas = [_of(contests, contests.of_seat[one][-1]).area for one in slugs if one in contests.of_seat][:MOST_MEANT]
    if areas:
        return f"; did you mean {listed(areas, 'or')}?"
    return ". Seats are found by their names; the search above knows older names too."


def _of(contests: Contests, contest_id: str) -> Side:
    slug = links.seat(contest_id).split("/")[1]
    area = contests.report(contest_id).contest["area"]
    return Side(slug, area, contest_id, contests.of_seat[slug])
