"""Which two contests an address asks to be compared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from hustings.publish.pages import links
from hustings.record.names import nearest
from hustings.web.compare.contests import Contests
from hustings.web.unreadable import Unreadable

LONGEST_NAME = 80


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
    left = _side(contests, given["a"], given.get("a-poll", ""))
    if given.get("b"):
        return Pair(left, _side(contests, given["b"], given.get("b-poll", "")))
    baseline = contests.report(left.contest_id).baseline
    if baseline:
        return Pair(_of(contests, baseline["contest_id"]), left)
    place = left.fought.index(left.contest_id)
    return Pair(_of(contests, left.fought[place - 1 if place else -1]), left)


def _side(contests: Contests, named: str, day: str) -> Side:
    wanted = links.slug(named[:LONGEST_NAME])
    fought = contests.of_seat.get(wanted)
    if fought is None:
        seats = {slug.replace("-", " "): slug for slug in contests.of_seat}
        near = nearest(wanted.replace("-", " "), [*seats], 3)
        meant = " or ".join(_of(contests, contests.of_seat[seats[one]][-1]).area for one in near)
        raise Unreadable(f"No seat is called {named[:LONGEST_NAME]!r}" + (f"; did you mean {meant}?" if meant else "."))
    polls = {poll(one): one for one in fought}
    if day and day not in polls:
        raise Unreadable(f"No poll of {day[:20]!r} was held there; there are {', '.join(polls)}.")
    return _of(contests, polls[day] if day else fought[-1])


def _of(contests: Contests, contest_id: str) -> Side:
    slug = links.seat(contest_id).split("/")[1]
    area = contests.report(contest_id).contest["area"]
    return Side(slug, area, contest_id, contests.of_seat[slug])
