"""Cases of one half: a pattern, a contest that it is true of, the true story and a twin with one error."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.claims.figures import Missing
from benchmarks.claims.mutations import Error, errors
from benchmarks.claims.seats import Contest
from benchmarks.claims.template import Draw, Pattern, Story, render

SEED = 2024
BY_ELECTIONS = 0.12
OLD = ("old share", "old majority", "old turnout")


@dataclass(frozen=True, slots=True)
class Case:
    """One true story and its twin with one error."""

    pattern: str
    contest: str
    true: Story
    twin: Story
    error: Error


def _gain(contest: Contest) -> bool:
    return contest.baseline is not None and contest.baseline.candidates[0].line != contest.candidates[0].line


NEEDS: dict[str, Callable[[Contest], bool]] = {
    "general": lambda contest: contest.kind == "general",
    "by-election": lambda contest: contest.kind == "by-election",
    "gain": lambda contest: contest.unchanged() and _gain(contest),
    "hold": lambda contest: contest.unchanged() and not _gain(contest),
    # The seat is as it was, so that what was declared is what changes are from.
    "same": Contest.unchanged,
    "notional": lambda contest: contest.rule == "notional",
    "close": lambda contest: contest.majority < contest.valid / 20,
    "safe": lambda contest: contest.majority > contest.valid / 4,
    "second from the old winner": lambda contest: (
        _gain(contest) and contest.candidates[1].line == contest.baseline.candidates[0].line
    ),
}


def cases(patterns: Sequence[Pattern], contests: Sequence[Contest], most: int) -> Iterator[Case]:
    """So many cases, the same ones every time; kinds of errors that were seldom made come first."""
    rng = Random(SEED)  # noqa: S311 - the same cases every time
    kinds: dict[str, list[Contest]] = {
        kind: [one for one in contests if one.kind == kind] for kind in ("general", "by-election")
    }
    made: Counter[str] = Counter()
    while made.total() < most:
        pattern = rng.choice(patterns)
        draw = _drawn(pattern, kinds, rng)
        if draw is None:
            continue
        story = render(draw)
        possible = errors(draw, story, rng)
        if not possible:
            continue
        least = min(made[kind] for kind in possible)
        error = possible[rng.choice([kind for kind in possible if made[kind] == least])]
        made[error.kind] += 1
        yield Case(pattern.name, draw.contest.id, story, render(draw, error.twist), error)


def _drawn(pattern: Pattern, kinds: dict[str, list[Contest]], rng: Random) -> Draw | None:
    for _ in range(400):
        by = "by-election" in pattern.needs or ("general" not in pattern.needs and rng.random() < BY_ELECTIONS)
        contest = rng.choice(kinds["by-election" if by else "general"])
        other = rng.randrange(2, max(3, min(7, len(contest.candidates))))
        draw = Draw(pattern, contest, other, rng.randrange(2**32))
        if all(NEEDS[need](contest) for need in pattern.needs) and _fits(draw):
            return draw
    return None


def _fits(draw: Draw) -> bool:
    """Whether the story can be written and each figure in it is one thing only."""
    try:
        story = render(draw)
    except Missing:
        return False
    contest, text = draw.contest, draw.pattern.text.lower()
    measures = {label.figure.measure for label in story.labels}
    of = {label.figure.of for label in story.labels if label.figure.of}
    lines = [one.line for one in contest.candidates if one.line]
    if measures & set(OLD) and not (contest.unchanged() or (contest.rule == "notional" and "notional" in text)):
        return False
    if measures & {"change", "swing", "turnout change", "old share"} and contest.rule not in RULES:
        return False
    if contest.kind == "by-election" and "{year}" in text:
        return False
    tied = len({one.votes for one in contest.candidates}) < len(contest.candidates)
    twice = any(lines.count(one.line) > 1 for one in of)
    return not tied and not twice and all(one.votes >= FEW for one in of)


RULES = ("same-boundaries", "as-declared", "notional")
# So few votes stand in no story, and are figures of many others.
FEW = 100
