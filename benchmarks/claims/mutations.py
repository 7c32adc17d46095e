"""Twins of true stories, each with one error of a known kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import NamedTuple

from benchmarks.claims.figures import CHANGES, SHARES, Figure, decimals_of, figure, printed, rounded
from benchmarks.claims.real import near, real_counts, real_percents, slip
from benchmarks.claims.seats import Candidate, Contest
from benchmarks.claims.template import Draw, Story, Twist

TRIES = 40


class Target(NamedTuple):
    """A figure that a finding is expected on, with the codes that name the error; any of `labels` will do.

    On `excused` figures a finding of these codes is no mistake.
    """

    labels: tuple[int, ...]
    codes: frozenset[str]
    excused: tuple[int, ...] = ()


class Error(NamedTuple):
    """One way to spoil a story: what it is called, what is printed otherwise, and where a finding belongs."""

    kind: str
    twist: Twist
    targets: tuple[Target, ...]


def errors(draw: Draw, story: Story, rng: Random) -> dict[str, Error]:
    """The errors that this story can have, one of each kind."""
    found: dict[str, list[Error]] = {}
    for kind, make in MAKERS.items():
        for error in make(draw, story, rng):
            found.setdefault(kind, []).append(error)
    return {kind: rng.choice(some) for kind, some in found.items()}


def _one(kind: str, label: int, said: str, turned: Figure | None = None) -> Error:
    twist = Twist({label: said}, frozenset([turned] if turned else []))
    return Error(kind, twist, (Target((label,), frozenset([kind])),))


def _digits(draw: Draw, story: Story, rng: Random) -> Iterator[Error]:
    real = real_counts(draw.contest)
    for place, (_, _, of, unit, _) in enumerate(story.labels):
        if of.measure not in ("votes", "majority", "electorate") or of.value < 1000:
            continue
        for _ in range(TRIES):
            new = _mistyped(str(of.value), rng)
            if new != of.value and len(str(new)) == len(str(of.value)) and new not in real:
                yield _one("digits", place, printed(of.measure, new, unit))
                break


def _mistyped(number: str, rng: Random) -> int:
    """Two neighbours swapped, or one more or less at the end."""
    at = rng.randrange(len(number) - 1)
    if rng.random() < 0.6:
        return int(number[:at] + number[at + 1] + number[at] + number[at + 2 :])
    last = int(number[-1]) + rng.choice((-1, 1))
    return int(number[:-1] + str(last)) if 0 <= last < 10 else int(number)


def _figure(draw: Draw, story: Story, rng: Random) -> Iterator[Error]:
    counts, percents = real_counts(draw.contest), real_percents(draw.contest)
    for place, (_, _, of, unit, _) in enumerate(story.labels):
        if of.measure in ("place", "field", "spoilt"):
            continue
        for _ in range(TRIES):
            if of.measure in (*SHARES, *CHANGES):
                new = _other_percent(of, unit, rng)
                bad = not 1 < abs(new) < 97 or any(near(new, value, unit) for value in percents)
            else:
                new = Decimal(round(of.value * rng.choice((rng.uniform(0.6, 0.9), rng.uniform(1.1, 1.5)))))
                bad = int(new) in counts
            said, was = printed(of.measure, new, unit), printed(of.measure, of.value, unit)
            if not bad and not slip(said, was):
                yield _one("figure", place, said)
                break


def _other_percent(of: Figure, unit: str, rng: Random) -> Decimal:
    """Off by two points to nine, on the same side of nought."""
    decimals = decimals_of(unit)
    off = Decimal(str(round(rng.uniform(3, 12) if "turnout" in of.measure else rng.uniform(2, 9), decimals)))
    new = rounded(of.value, decimals) + rng.choice((-off, off))
    return new.quantize(Decimal(1).scaleb(-decimals)) if (new > 0) == (of.value > 0) else Decimal(0)


def _same(then: Contest, of: Candidate | None) -> Candidate | None:
    """Who the same person of the same party was at another election."""
    if of is None:
        return None
    return next((one for one in then.candidates if one.name == of.name and one.line == of.line and one.line), None)


def _wrong_year(draw: Draw, story: Story, rng: Random) -> Iterator[Error]:
    here = real_counts(draw.contest, alone=True), real_percents(draw.contest, alone=True)
    for place, (_, _, of, unit, sentence) in enumerate(story.labels):
        if of.measure not in ("votes", "share", "majority", "turnout") or sentence not in story.dated - story.then:
            continue
        others = list(draw.contest.others)
        rng.shuffle(others)
        for then in others:
            whom = _same(then, of.of)
            new = figure(then, of.measure, whom) if whom or not of.of else None
            if new is None or then.day.year < 2010 or _coincides(new.value, unit, here, of.measure):
                continue
            said, was = printed(of.measure, new.value, unit), printed(of.measure, of.value, unit)
            if said != was and not slip(said, was):
                yield _one("wrong-year", place, said)
                break


def _coincides(value: Fraction | int, unit: str, real: tuple[set[int], list[float]], measure: str) -> bool:
    if measure in SHARES:
        return any(near(rounded(value, decimals_of(unit)), one, unit) for one in real[1])
    return value in real[0]


def _wrong_candidate(_: Draw, story: Story, rng: Random) -> Iterator[Error]:
    pairs = [
        (one, two)
        for one, first in enumerate(story.labels)
        for two, second in enumerate(story.labels)
        if one < two and first.figure.measure == second.figure.measure in ("votes", "share")
    ]
    rng.shuffle(pairs)
    for one, two in pairs:
        first, second = (story.labels[place] for place in (one, two))
        measure = first.figure.measure
        said = [
            printed(measure, second.figure.value, first.unit),
            printed(measure, first.figure.value, second.unit),
        ]
        repeated = [label.figure for label in story.labels]
        again = repeated.count(first.figure) > 1 or repeated.count(second.figure) > 1
        if first.figure.of != second.figure.of and not again and not slip(*said):
            codes = frozenset(["wrong-candidate"])
            targets = Target((one,), codes), Target((two,), codes)
            yield Error("wrong-candidate", Twist({one: said[0], two: said[1]}), targets)


def _percent_for_points(draw: Draw, story: Story, rng: Random) -> Iterator[Error]:
    for place, (_, _, of, unit, _) in enumerate(story.labels):
        if of.measure not in ("change", "declared change", "turnout change") or unit[-4:] in ("bare", "gned"):
            continue
        number = printed(of.measure, of.value, f"{decimals_of(unit)}bare")
        if not near(Decimal(number), _relative(draw.contest, of), unit):
            yield _one("percent-for-points", place, f"{number}{rng.choice(('%', ' per cent'))}")


def _relative(contest: Contest, of: Figure) -> Fraction:
    """A change in per cent of what was, which is another figure and may be as large."""
    if of.measure == "turnout change":
        return 100 * of.value / contest.baseline.turnout()
    then = contest.declared if of.measure == "declared change" else contest.baseline
    return 100 * of.value / then.line_share(of.of.line)


def _wrong_measure(draw: Draw, story: Story, _: Random) -> Iterator[Error]:
    for place, (_, _, of, unit, _) in enumerate(story.labels):
        votes = draw.contest.candidates[0].votes
        said, was = printed("votes", votes, unit), printed("votes", of.value, unit)
        if of.measure == "majority" and not slip(said, was):
            yield _one("wrong-measure", place, said)


def _swing_is_change(draw: Draw, story: Story, rng: Random) -> Iterator[Error]:
    for place, (_, _, of, unit, _) in enumerate(story.labels):
        if of.measure != "swing":
            continue
        for one in rng.sample(draw.contest.candidates[:2], 2):
            change = draw.contest.change(one, draw.contest.baseline)
            said, was = printed("swing", change, unit), printed("swing", of.value, unit)
            if abs(abs(change) - abs(of.value)) > 1 and not slip(said, was):
                yield _one("swing-is-change", place, said)
                break


def _rank(draw: Draw, story: Story, rng: Random) -> Iterator[Error]:
    for place, (_, _, of, unit, _) in enumerate(story.labels):
        others = [other for other in range(2, min(8, len(draw.contest.candidates)) + 1) if other != of.value]
        if of.measure == "place" and others:
            yield _one("rank", place, printed("place", rng.choice(others), unit))


def _direction(_: Draw, story: Story, __: Random) -> Iterator[Error]:
    for place, (_, _, of, unit, _) in enumerate(story.labels):
        again = [label.figure for label in story.labels].count(of) > 1
        if of.measure in ("change", "declared change", "turnout change") and not again:
            value = -of.value if unit.endswith("signed") else of.value
            yield _one("direction", place, printed(of.measure, value, unit), of)


def _mixed_baseline(draw: Draw, story: Story, _: Random) -> Iterator[Error]:
    old = {
        label.figure.of: place for place, label in enumerate(story.labels) if label.figure[0] == "old declared share"
    }
    for place, (_, _, of, unit, _) in enumerate(story.labels):
        notional = draw.contest.change(of.of, draw.contest.baseline) if of.measure == "declared change" else None
        if notional and of.of in old and abs(notional - of.value) > 0.35 and (notional > 0) == (of.value > 0):
            said, was = printed("change", notional, unit), printed("change", of.value, unit)
            if said != was:
                targets = (Target((place, old[of.of]), frozenset(["mixed-baseline"])),)
                yield Error("mixed-baseline", Twist({place: said}), targets)


def _arithmetic(draw: Draw, story: Story, rng: Random) -> Iterator[Error]:
    real = real_counts(draw.contest)
    first, second = draw.contest.candidates[:2]
    for place, (_, _, of, unit, sentence) in enumerate(story.labels):
        beside = [
            other
            for other, label in enumerate(story.labels)
            if label.sentence == sentence and label.figure.measure == "votes" and label.figure.of in (first, second)
        ]
        if of.measure != "majority" or len(beside) < 2:
            continue
        new = of.value + rng.choice((-1, 1)) * rng.randint(10, 500)
        if new > 0 and new not in real:
            codes = frozenset(["arithmetic", "digits", "figure"])
            target = Target((place,), codes, tuple(beside))
            yield Error("arithmetic", Twist({place: printed("majority", new, unit)}), (target,))


MAKERS: dict[str, Callable[[Draw, Story, Random], Iterator[Error]]] = {
    "digits": _digits,
    "figure": _figure,
    "wrong-year": _wrong_year,
    "wrong-candidate": _wrong_candidate,
    "percent-for-points": _percent_for_points,
    "wrong-measure": _wrong_measure,
    "swing-is-change": _swing_is_change,
    "rank": _rank,
    "direction": _direction,
    "mixed-baseline": _mixed_baseline,
    "arithmetic": _arithmetic,
}
