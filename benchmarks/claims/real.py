"""Which figures a contest and its seat really have, so that no error happens to be true of something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from benchmarks.claims.figures import decimals_of, swing
from benchmarks.claims.seats import Contest


def _beside(contest: Contest, *, alone: bool) -> list[Contest]:
    others = [] if alone else [contest.baseline, contest.declared, *contest.others]
    return [contest, *dict.fromkeys(one for one in others if one)]


@lru_cache(maxsize=4096)
def real_counts(contest: Contest, *, alone: bool = False) -> set[int]:
    """Votes, majorities, leads, electorates and sums of the contest, and unless `alone` of its seat's others."""
    return {count for one in _beside(contest, alone=alone) for count in _counts(one)}


def _counts(contest: Contest) -> Iterator[int]:
    votes = [one.votes for one in contest.candidates]
    yield from votes
    yield from (high - low for place, high in enumerate(votes) for low in votes[place + 1 :])
    yield from (contest.electorate or 0, contest.valid, contest.invalid or 0, contest.valid + (contest.invalid or 0))
    for then in (contest.baseline, contest.declared):
        if then:
            yield abs(contest.majority - then.majority)
            for one in contest.candidates:
                yield from (abs(one.votes - old.votes) for old in then.candidates if old.line == one.line)


@lru_cache(maxsize=4096)
def real_percents(contest: Contest, *, alone: bool = False) -> list[float]:
    """Shares, changes, swings and turnouts, as sizes."""
    found = {abs(float(value)) for one in _beside(contest, alone=alone) for value in _percents(one) if value}
    return sorted(found)


def _percents(contest: Contest) -> Iterator[Fraction | None]:
    yield from (contest.share(one) for one in contest.candidates)
    yield from (contest.turnout(), contest.turnout(all_ballots=True), swing(contest))
    yield Fraction(100 * contest.majority, contest.valid)
    for then in (contest.baseline, contest.declared):
        if not then:
            continue
        if then.turnout() and contest.turnout():
            yield contest.turnout() - then.turnout()
        for one in contest.candidates[:8]:
            change = contest.change(one, then)
            if change is not None:
                yield from (change, change / 2, 100 * change / then.line_share(one.line))


def near(printed: Decimal | Fraction, value: Decimal | Fraction | float, unit: str) -> bool:
    """Whether what is printed may stand for a value, either way and to one in the last place."""
    return abs(abs(float(printed)) - abs(float(value))) < LAST_PLACE * 10.0 ** -decimals_of(unit)


# A value is rounded by up to a half, and may be printed one off.
LAST_PLACE = 1.5


def slip(one: str, two: str) -> bool:
    """Whether two printed figures are equal, or one may be the other mistyped: a digit otherwise, swapped or lost."""
    first, second = (re.sub(r"\D", "", printed) for printed in (one, two))
    if len(first) == len(second):
        unlike = [place for place in range(len(first)) if first[place] != second[place]]
        swapped = len(unlike) == 2 and first[unlike[0]] == second[unlike[1]] and first[unlike[1]] == second[unlike[0]]
        return len(unlike) < 2 or swapped
    long, short = sorted((first, second), key=len, reverse=True)
    return len(long) - len(short) == 1 and any(long[:cut] + long[cut + 1 :] == short for cut in range(len(long)))
