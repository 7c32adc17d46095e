"""Which ward, council or mayor's contest a figure is of: by its sentence, its person, or what was spoken of before."""

from __future__ import annotations

import re

from hustings.claims.catalogue.local import FINAL
from hustings.claims.contests import BY_ELECTION
from hustings.claims.local.about import About, Place, Said
from hustings.claims.local.polls import Kind, Polls
from hustings.claims.local.rounds import Round
from hustings.claims.local.speaks import COUNCIL, MAYOR
from hustings.claims.names import Mention, Named
from hustings.claims.passage import Passage
from hustings.claims.topic import Topic
from hustings.claims.when import When
from hustings.claims.who import Subject, candidates_of

OF_COUNCILS = (Topic.SEATS, Topic.SEATS_IN_ALL, Topic.SEATS_CHANGE)
# Seats in a part of a council are not the council's.
PART = re.compile(r"(?:In|Across|Around|At|On) (?!all\b|total\b|the\b|May\b|\d)[A-Z]")
# The whole of what a council is for.
WIDE = re.compile(
    r"\b(?:(?:in|across|of|for|throughout) the (?:whole )?(?:borough|city|district|county|town|authority|council)|"
    r"(?:borough|city|district|county|council)(?:'s\b|-wide|\N{RIGHT SINGLE QUOTATION MARK}s\b)|overall|altogether)",
    re.I,
)


def place_of(about: About, said: Said) -> Place:
    """What a figure is of: the council whose seats it counts, the ward named, where somebody stood, or as before."""
    passage, polls = about.passage, said.polls
    council = council_of(passage, said)
    named = passage.named(Named.SEAT)
    if about.told.topic in OF_COUNCILS:
        part = bool(named) or _is_ward(said.seat, polls) or _of_part(passage, said)
        return Place("" if part else seat_for(Kind.COUNCIL, council, polls), not part)
    earlier = [one for one in named if one.end <= about.figure.start]
    for one in earlier[-1:] or named[:1]:
        return Place(one.name, True)
    return _place_of_person(about, council, said) or _carried(passage, council, said)


def _is_ward(seat: str, polls: Polls) -> bool:
    return any(polls.kinds[key] is Kind.WARD for key in polls.docket.of_seat.get(seat, ()))


def _of_part(passage: Passage, said: Said) -> bool:
    """Whether a sentence begins with a place that is not the council's own: in Poplar, Labour took two seats."""
    own = any(passage.words[:40].find(name) > 0 for name in said.polls.names.values())
    return bool(PART.match(passage.words)) and not own


def _place_of_person(about: About, council: str, said: Said) -> Place | None:
    """Where the person of a figure stood, or the mayor's contest that its words name; None where neither is so."""
    person = next((one.mention for one in about.whom if one.mention.kind is Named.PERSON), None)
    stood = _stood(person, about.timed, said.polls) if person else set()
    mayor = seat_for(Kind.MAYOR, council, said.polls)
    if MAYOR.search(about.passage.words) and (not stood or mayor in stood):
        return Place(mayor, True)
    if len(stood) == 1:
        return Place(stood.pop(), True)
    return Place(said.seat if said.seat in stood else "", False) if stood else None


def _carried(passage: Passage, council: str, said: Said) -> Place:
    """The place spoken of before; the council's, where the words are of the whole of it, or the first to name one."""
    if WIDE.search(passage.words):
        return Place(seat_for(Kind.COUNCIL, council, said.polls), True)
    if COUNCIL.search(passage.words) and not said.here:
        return Place(seat_for(Kind.COUNCIL, council, said.polls), True)
    return Place(said.seat, False)


def council_of(passage: Passage, said: Said) -> str:
    """The council that a sentence names, or the story's own."""
    named = {key for key, name in said.polls.names.items() if name in passage.words}
    return named.pop() if len(named) == 1 else said.council


def seat_for(kind: Kind, council: str, polls: Polls) -> str:
    """What the mayor's contest, or the election, of a council is called; blank where the record has none."""
    seats = (
        polls.docket.contests[key].seat
        for key, one in polls.kinds.items()
        if one is kind and polls.councils[key] == council and FINAL not in key
    )
    return next(seats, "")


def _stood(person: Mention, timed: When, polls: Polls) -> set[str]:
    """Where somebody stood, at the poll or in the years that the words name."""
    return {
        polls.docket.contests[key].seat
        for key in polls.docket.candidates
        if FINAL not in key and _then(key, timed, polls) and candidates_of(person, key, polls.docket)
    }


def _then(contest_id: str, timed: When, polls: Polls) -> bool:
    day = polls.docket.contests[contest_id].polling_on
    return day.year in timed.years if timed.years else day == polls.docket.main


def contests_at(place: Place, about: About, said: Said) -> tuple[str, ...]:
    """The contests that a figure may be of: at the poll, in the years that the words name, or the one before."""
    polls = said.polls
    here = [key for key in polls.docket.of_seat.get(place.seat, ()) if polls.kinds[key] is not Kind.HELD]
    by_election = said.by_election or bool(BY_ELECTION.search(about.passage.words))
    if by_election and _is_ward(place.seat, polls):
        here = [key for key in here if ".by." in key]
    found = [key for key in here if _then(key, about.timed, polls) and _stood_there(about.whom, key, polls)]
    main = polls.docket.main
    if about.timed.before and main:
        found += [key for key in here if polls.docket.contests[key].polling_on < main][-1:]
    return tuple(dict.fromkeys(found))


def _stood_there(whom: list[Subject], contest_id: str, polls: Polls) -> bool:
    """Whether a contest is one that the person of a figure may have stood in: not one of a namesake's alone."""
    person = next((one.mention for one in whom[:1] if one.mention.kind is Named.PERSON), None)
    if person is None or contest_id in person.keys:
        return True
    return not candidates_of(person, contest_id, polls.docket)


def of_round(contests: tuple[str, ...], stage: Round | None, about: About, polls: Polls) -> tuple[str, ...]:
    """The rounds that a figure may be of: the one said; where none is, both, the last only of who was still in it."""
    finals = tuple(polls.final[key] for key in contests if key in polls.final)
    if not finals or stage is Round.FIRST:
        return contests
    if stage is Round.FINAL or about.told.topic in (Topic.MAJORITY, Topic.SECOND_PREFERENCES):
        return finals
    first = about.whom[0].mention if about.whom else None
    still = first is None or all(candidates_of(first, key, polls.docket) for key in finals)
    return (*contests, *finals) if still else contests


def seats_held(place: Place, timed: When, polls: Polls) -> list[str]:
    """A council's seats as they were held in the year that a figure is of, and the one after."""
    day = polls.docket.main or polls.dated
    years = set(timed.years) or ({day.year} if day else set())
    council = next((polls.councils[key] for key in polls.docket.of_seat.get(place.seat, ())), "")
    return [
        key
        for key, kind in polls.kinds.items()
        if kind is Kind.HELD
        and polls.councils[key] == council
        and {polls.docket.contests[key].polling_on.year, polls.docket.contests[key].polling_on.year - 1} & years
    ]


def beside_it(passage: Passage, contests: tuple[str, ...], polls: Polls) -> tuple[str, ...]:
    """The contests of the poll in other wards that a sentence names."""
    found = [
        key
        for one in passage.named(Named.SEAT)
        for key in polls.docket.of_seat.get(one.name, ())
        if polls.docket.contests[key].polling_on == polls.docket.main and key not in contests
    ]
    return tuple(dict.fromkeys(found))
