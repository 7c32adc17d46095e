"""The words of a story that are no figures: seats, days, people, parties, in one of their forms."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from random import Random
from typing import TYPE_CHECKING

from benchmarks.claims.figures import Missing, swing
from benchmarks.claims.parties import Forms, forms, possessive
from benchmarks.claims.seats import Candidate, Contest

if TYPE_CHECKING:
    from benchmarks.claims.template import Draw

DATED = ("year", "date", "election")
PRONOUNS = {"he": ("he", "she"), "his": ("his", "her"), "him": ("him", "her")}


def word(draw: Draw, name: str, rng: Random) -> str:
    """What a name in braces stands for; with a capital where the name has one. Raises Missing."""
    said = _word(draw, name.lower(), rng)
    return said[:1].upper() + said[1:] if name[0].isupper() else said


def _word(draw: Draw, name: str, rng: Random) -> str:
    contest = draw.contest
    said: dict[str, Callable[[], str]] = {
        "seat": lambda: contest.area,
        "year": lambda: str(contest.day.year),
        "oldyear": lambda: str(_then(contest).day.year),
        "election": lambda: _election(contest, rng),
        "oldelection": lambda: _election(_then(contest), rng),
        "date": lambda: _date(contest.day, rng),
        "iso": contest.day.isoformat,
        "gainer": lambda: rng.choice(_forms(_swung(contest, name))[1::2]),
        "loser": lambda: rng.choice(_forms(_swung(contest, name))[1::2]),
        "oldparty": lambda: rng.choice(_forms(_then(contest).candidates[0])[1::2]),
    }
    if name in said:
        return said[name]()
    kind, which = re.fullmatch(r"([a-z]+)([1-9x])", name).groups()  # type: ignore[union-attr]
    of = draw.candidate(which)
    return _person(of, kind) if kind in ("name", "last", *PRONOUNS) else _party(of, kind, rng)


def _then(contest: Contest) -> Contest:
    if contest.baseline is None:
        raise Missing("baseline")
    return contest.baseline


def _swung(contest: Contest, name: str) -> Candidate:
    to = swing(contest)
    if to is None:
        raise Missing(name)
    return contest.candidates[(to > 0) != (name == "gainer")]


def _election(contest: Contest, rng: Random) -> str:
    day = contest.day
    if contest.kind == "general":
        named = [f"general election of {day.year}", f"{day.year} general election", f"{day:%B} {day.year} election"]
    else:
        named = [f"by-election of {day.day} {day:%B %Y}", f"{day:%B %Y} by-election", f"by-election in {day:%B %Y}"]
    return rng.choice(named)


def _date(day: date, rng: Random) -> str:
    th = "th" if 10 < day.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return rng.choice(
        [
            f"{day.day} {day:%B %Y}",
            f"{day:%B} {day.day}, {day.year}",
            f"{day:%A} {day.day} {day:%B %Y}",
            f"{day.day}{th} {day:%B %Y}",
            f"{day:%A}, {day:%B} {day.day}, {day.year}",
        ]
    )


def _person(of: Candidate, kind: str) -> str:
    if kind == "name":
        return of.name
    if kind == "last":
        return of.name.split()[-1]
    if of.gender not in ("Male", "Female"):
        raise Missing("gender")
    return PRONOUNS[kind][of.gender == "Female"]


def _forms(of: Candidate) -> Forms:
    found = forms(of.line, of.party)
    if found is None:
        raise Missing("party")
    return found


def _party(of: Candidate, kind: str, rng: Random) -> str:
    if kind == "party" and forms(of.line, of.party) is None:
        return of.party
    known = _forms(of)
    either = rng.choice(known[1::2])
    return {
        "party": known.adjective,
        "adj": rng.choice(known[::2]),
        "parties": known.noun,
        "nick": known.nickname,
        "any": either,
        "poss": possessive(either),
    }[kind]
