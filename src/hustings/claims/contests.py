"""Which contests a figure may be of, as its seat, its years and its people say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hustings.claims.docket import Docket
from hustings.claims.names import Named
from hustings.claims.when import When
from hustings.claims.who import Subject

BOTH = re.compile(r"\b(?:both|two|three|all)\s+(?:of\s+)?(?:the\s+)?(?P<name>[A-Z][\w-]+)\s+(?:seats|constituencies)\b")


BY_ELECTION = re.compile(r"\bby-?elections?\b", re.I)


def by_elections_of(seat: str, timed: When, docket: Docket) -> tuple[str, ...]:
    """The by-elections of a seat, of the years said or the last until the main poll; none where none is known."""
    found = [key for key in docket.of_seat.get(seat, ()) if docket.contests[key].kind == "by-election"]
    if timed.years:
        return tuple(key for key in found if docket.contests[key].polling_on.year in timed.years)
    return tuple([key for key in found if docket.main is None or docket.contests[key].polling_on <= docket.main][-1:])


def contests_of(sentence: str, seat: str, timed: When, whom: Sequence[Subject], docket: Docket) -> tuple[str, ...]:
    """The contests that a figure may be of, the likeliest first: of its seat, or of the one that it was drawn from."""
    here = docket.of_seat.get(seat, [])
    if both := BOTH.search(sentence):
        named = [key for name, keys in docket.of_seat.items() if both["name"] in name.split() for key in keys]
        here = [key for key in named if docket.contests[key].polling_on == docket.main] or here
    if timed.years:
        found = [key for key in here if docket.contests[key].polling_on.year in timed.years]
        found = found or _drawn_from(here, timed, whom, docket)
        return tuple(found + _before(found, docket) if timed.before else found)
    latest = [key for key in here if docket.main is None or docket.contests[key].polling_on <= docket.main] or here[:1]
    last = [key for key in latest if docket.contests[key].polling_on == docket.contests[latest[-1]].polling_on]
    return tuple(dict.fromkeys((_before(last, docket) if timed.before else []) + last))


def _before(contests: Sequence[str], docket: Docket) -> list[str]:
    return [was for key in contests for was in docket.before.get(key, ())]


def _drawn_from(here: Sequence[str], timed: When, whom: Sequence[Subject], docket: Docket) -> list[str]:
    """The contests of a year, where a seat had none under its name: of the person's, or the seat it was drawn from."""
    person = [
        key
        for one in whom[:1]
        if one.mention.kind is Named.PERSON
        for key in one.mention.keys
        if key in docket.contests and docket.contests[key].polling_on.year in timed.years
    ]
    drawn = [was for was in _before(here, docket) if docket.contests[was].polling_on.year in timed.years]
    return list(dict.fromkeys(person or drawn))
