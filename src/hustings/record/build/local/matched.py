"""The same candidates in two publications: matched within a ward, best evidence first, each taken once."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import NamedTuple

from hustings.record.build.local.standing import Standing, WardKey
from hustings.record.names import plain

# Of 100: two spellings of one name that need no vote to say they are one.
NEAR = 84
Evidence = Callable[[Standing], Hashable]


class Pair(NamedTuple):
    """A candidate as one publication has it, and as the other does."""

    ours: Standing
    theirs: Standing


def match_candidates(ours: Iterable[Standing], theirs: Iterable[Standing]) -> list[Pair]:
    """The pairs of two lists of one ward's candidates, by the best evidence there is.

    In turn: name and votes, name, family name and votes, family name and initial, spelling, votes. A key
    that two candidates share matches nobody.
    """
    left, right, pairs = list(ours), list(theirs), []
    for evidence in (_name_and_votes, _name, _family_and_votes, _family_and_initial):
        found = _unique(left, right, evidence)
        pairs += found
        left, right = _rest(left, right, found)
    near = _near(left, right)
    left, right = _rest(left, right, near)
    return pairs + near + _unique(left, right, _votes)


def by_ward(standings: Iterable[Standing]) -> dict[WardKey, list[Standing]]:
    """The candidates of each ward."""
    found: dict[WardKey, list[Standing]] = defaultdict(list)
    for standing in standings:
        found[standing.ward].append(standing)
    return found


def _unique(left: list[Standing], right: list[Standing], evidence: Evidence) -> list[Pair]:
    """Pairs whose evidence is the same, and is nobody else's on either side."""
    sides = []
    for side in (left, right):
        held: dict[Hashable, list[Standing]] = defaultdict(list)
        for standing in side:
            held[evidence(standing)].append(standing)
        sides.append({key: some[0] for key, some in held.items() if key is not None and len(some) == 1})
    return [Pair(one, sides[1][key]) for key, one in sides[0].items() if key in sides[1]]


def _rest(left: list[Standing], right: list[Standing], pairs: list[Pair]) -> tuple[list[Standing], list[Standing]]:
    ours, theirs = {id(pair.ours) for pair in pairs}, {id(pair.theirs) for pair in pairs}
    return [one for one in left if id(one) not in ours], [one for one in right if id(one) not in theirs]


def _near(left: list[Standing], right: list[Standing]) -> list[Pair]:
    """Pairs whose names are spelt nearly alike, nearest first."""
    from rapidfuzz import fuzz

    scored = sorted(
        (
            (fuzz.token_set_ratio(plain(str(one.name.candidate)), plain(str(other.name.candidate))), at, to)
            for at, one in enumerate(left)
            for to, other in enumerate(right)
        ),
        reverse=True,
    )
    pairs, taken, given = [], set(), set()
    for score, at, to in scored:
        if score >= NEAR and at not in taken and to not in given:
            pairs.append(Pair(left[at], right[to]))
            taken.add(at)
            given.add(to)
    return pairs


def _name(standing: Standing) -> Hashable:
    return plain(str(standing.name.candidate))


def _name_and_votes(standing: Standing) -> Hashable:
    return (_name(standing), standing.votes)


def _family_and_votes(standing: Standing) -> Hashable:
    return (_family(standing), standing.votes)


def _family_and_initial(standing: Standing) -> Hashable:
    return (_family(standing), plain(str(standing.name.given))[:1])


def _family(standing: Standing) -> str:
    words = plain(str(standing.name.family)).split()
    return words[-1] if words else ""


def _votes(standing: Standing) -> Hashable:
    return standing.votes
