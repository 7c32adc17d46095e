"""A figure of a local election with what the words about it say: of what, of whom, in which ward or for which mayor."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from hustings.claims.block import Block
from hustings.claims.catalogue.local import FINAL
from hustings.claims.contests import BY_ELECTION
from hustings.claims.lexemes import Lexeme
from hustings.claims.local.cues import told_locally
from hustings.claims.local.polls import Kind, Polls
from hustings.claims.local.rounds import Round, round_of, rounds_in
from hustings.claims.local.speaks import COUNCIL, MAYOR
from hustings.claims.names import Mention, Named
from hustings.claims.passage import Passage, words_about
from hustings.claims.reading import TIMES, Reading
from hustings.claims.sentences import Span
from hustings.claims.topic import Told, Topic
from hustings.claims.when import NOW, When, when, years_in
from hustings.claims.who import Subject, candidates_of, done_to, pronoun, subjects

CHANGES = (Topic.SEATS_CHANGE, Topic.SHARE_CHANGE)
OF_COUNCILS = (Topic.SEATS, Topic.SEATS_IN_ALL, Topic.SEATS_CHANGE)
# Only what was won is of the election: what a party has may be of any day since.
WON = re.compile(
    r"\b(?:won|wins|winning|took|takes|taking|secured|securing|captured|claimed)\s+(?:just|only|a total of)?\s*$",
    re.I,
)
ELSEWHERE = re.compile(
    r"\b(?:elsewhere|next door|neighbouring|nationally|across (?:the country|England|London|Britain))\b", re.I
)


class Located(NamedTuple):
    """A reading, with the rounds of a count that its sentence names."""

    reading: Reading
    rounds: frozenset[Round]


class Place(NamedTuple):
    """What a figure is of: a name of the docket's seats, and whether its own sentence says so."""

    seat: str
    said: bool


@dataclass(slots=True)
class Said:
    """What the sentences before have said, for those that do not: of which place, whom, year and round.

    `title` is what the story as a whole is of; `by_election` whether it is one.
    """

    polls: Polls
    title: str
    council: str
    by_election: bool
    seat: str = ""
    here: bool = False
    year: int | None = None
    round: Round | None = None
    people: list[Mention] = field(default_factory=list)

    def begin_block(self) -> None:
        """Forget what only its own paragraph says."""
        self.seat, self.here, self.year, self.round = self.title, False, None, None


def local_readings(
    blocks: Sequence[Block],
    within: Sequence[tuple[int, Span]],
    mentions: Sequence[list[Mention]],
    figures: Sequence[list[Lexeme]],
    said: Said,
) -> Iterator[Located]:
    """Every figure of some sentences of a story, in the order they stand."""
    last = -1
    for number, sentence in within:
        if number != last:
            said.begin_block()
            last = number
        passage = Passage(number, blocks[number], sentence, mentions[number], years_in(figures[number]))
        for lexeme in figures[number]:
            if sentence.start <= lexeme.start < sentence.end and lexeme.unit not in TIMES:
                yield _reading(passage, lexeme, said)
        _carry(passage, said)


class About(NamedTuple):
    """A figure with its sentence: what it is told to be of, when, and of whom."""

    passage: Passage
    figure: Span
    told: Told
    timed: When
    whom: list[Subject]


def _about(passage: Passage, lexeme: Lexeme, said: Said) -> About:
    figure = Span(lexeme.start, lexeme.end)
    told = told_locally(passage.before(figure), passage.after(figure), lexeme)
    timed = when(passage.block.text, passage.sentence, figure, passage.years, said.year)
    if told.topic in CHANGES and timed.years and timed.years[0] == timed.against:
        timed = When((), False, False, timed.against)
    return About(passage, figure, told, timed, _whom(passage, figure, said))


def _reading(passage: Passage, lexeme: Lexeme, said: Said) -> Located:
    about, polls = _about(passage, lexeme, said), said.polls
    topic, before = about.told, passage.before(about.figure)
    place = _place(about, said)
    stage = round_of(before, passage.after(about.figure)) or said.round
    if topic.topic is Topic.MAJORITY and stage is Round.FIRST:
        topic = topic._replace(topic=Topic.GAP)
    contests = _of_round(_contests(place, about, said), stage, about, polls)
    words = words_about(passage, about.figure)
    words = words._replace(elsewhere=False, somewhere=bool(ELSEWHERE.search(passage.words)))
    if topic.topic is Topic.SEATS and (not WON.search(before) or not set(contests) <= polls.whole):
        words = words._replace(won=False)
        contests = (*contests, *_held(place, about.timed, polls))
    reading = Reading(
        block=passage.number,
        lexeme=lexeme,
        sentence=passage.sentence,
        told=topic,
        when=about.timed,
        subjects=tuple(about.whom),
        contests=contests,
        beside=_beside(passage, contests, polls),
        seat_said=place.said,
        seat_near=place.said or said.here or place.seat == said.title,
        years=tuple(year for _, year in passage.years),
        words=words,
    )
    return Located(reading, frozenset(rounds_in(passage.words)))


def _whom(passage: Passage, figure: Span, said: Said) -> list[Subject]:
    """Whom a figure may be of: those named in its sentence, or whom a pronoun speaks of."""
    text, sentence = passage.block.text, passage.sentence
    whom = subjects(text, sentence, figure, passage.mentions)
    if whom and (whom[0].firm or whom[0].mention.end <= figure.start):
        return whom
    spoken = pronoun(text, sentence, figure)
    if spoken == "no":
        return whom
    for mention in said.people:
        genders = {one.gender for key in mention.keys for one in candidates_of(mention, key, said.polls.docket)}
        if spoken and (spoken in genders or not any(genders)):
            return [Subject(mention, False), *whom]
    return whom


def _place(about: About, said: Said) -> Place:
    """What a figure is of: the council whose seats it counts, the ward named, where somebody stood, or as before."""
    passage, polls = about.passage, said.polls
    council = _council(passage, said)
    if about.told.topic in OF_COUNCILS:
        return Place(_seat(Kind.COUNCIL, council, polls), True)
    named = passage.named(Named.SEAT)
    earlier = [one for one in named if one.end <= about.figure.start]
    for one in earlier[-1:] or named[:1]:
        return Place(one.name, True)
    return _place_of_person(about, council, said) or _carried(passage, council, said)


def _place_of_person(about: About, council: str, said: Said) -> Place | None:
    """Where the person of a figure stood, or the mayor's contest that its words name; None where neither is so."""
    person = next((one.mention for one in about.whom if one.mention.kind is Named.PERSON), None)
    stood = _stood(person, about.timed, said.polls) if person else set()
    mayor = _seat(Kind.MAYOR, council, said.polls)
    if MAYOR.search(about.passage.words) and (not stood or mayor in stood):
        return Place(mayor, True)
    if len(stood) == 1:
        return Place(stood.pop(), True)
    return Place(said.seat if said.seat in stood else "", False) if stood else None


def _carried(passage: Passage, council: str, said: Said) -> Place:
    if COUNCIL.search(passage.words) and not said.here:
        return Place(_seat(Kind.COUNCIL, council, said.polls), True)
    return Place(said.seat, False)


def _council(passage: Passage, said: Said) -> str:
    """The council that a sentence names, or the story's own."""
    named = {key for key, name in said.polls.names.items() if name in passage.words}
    return named.pop() if len(named) == 1 else said.council


def _seat(kind: Kind, council: str, polls: Polls) -> str:
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


def _contests(place: Place, about: About, said: Said) -> tuple[str, ...]:
    """The contests that a figure may be of: at the poll, in the years that the words name, or the one before."""
    polls = said.polls
    here = [key for key in polls.docket.of_seat.get(place.seat, ()) if polls.kinds[key] is not Kind.HELD]
    by_election = said.by_election or bool(BY_ELECTION.search(about.passage.words))
    if by_election and any(polls.kinds[key] is Kind.WARD for key in here):
        here = [key for key in here if ".by." in key]
    found = [key for key in here if _then(key, about.timed, polls)]
    main = polls.docket.main
    if about.timed.before and main:
        found += [key for key in here if polls.docket.contests[key].polling_on < main][-1:]
    return tuple(dict.fromkeys(found))


def _of_round(contests: tuple[str, ...], stage: Round | None, about: About, polls: Polls) -> tuple[str, ...]:
    """The rounds that a figure may be of: the one said; where none is, both, the last only of who was still in it."""
    finals = tuple(polls.final[key] for key in contests if key in polls.final)
    if not finals or stage is Round.FIRST:
        return contests
    if stage is Round.FINAL or about.told.topic in (Topic.MAJORITY, Topic.SECOND_PREFERENCES):
        return finals
    first = about.whom[0].mention if about.whom else None
    still = first is None or all(candidates_of(first, key, polls.docket) for key in finals)
    return (*contests, *finals) if still else contests


def _held(place: Place, timed: When, polls: Polls) -> list[str]:
    """A council's seats as they were held in the year that a figure is of, and the one after."""
    years = set(timed.years) or ({polls.docket.main.year} if polls.docket.main else set())
    council = next((polls.councils[key] for key in polls.docket.of_seat.get(place.seat, ())), "")
    return [
        key
        for key, kind in polls.kinds.items()
        if kind is Kind.HELD
        and polls.councils[key] == council
        and {polls.docket.contests[key].polling_on.year, polls.docket.contests[key].polling_on.year - 1} & years
    ]


def _beside(passage: Passage, contests: tuple[str, ...], polls: Polls) -> tuple[str, ...]:
    """The contests of the poll in other wards that a sentence names."""
    found = [
        key
        for one in passage.named(Named.SEAT)
        for key in polls.docket.of_seat.get(one.name, ())
        if polls.docket.contests[key].polling_on == polls.docket.main and key not in contests
    ]
    return tuple(dict.fromkeys(found))


def _carry(passage: Passage, said: Said) -> None:
    """Keep what a sentence says for those after it."""
    text, sentence = passage.block.text, passage.sentence
    people = passage.named(Named.PERSON)
    said.people = [
        *(one for one in people if not done_to(text, one, sentence)),
        *(one for one in people if done_to(text, one, sentence)),
        *said.people,
    ]
    said.council = _council(passage, said)
    end = Span(sentence.end, sentence.end)
    timed = when(text, sentence, end, passage.years, said.year)
    said.year = timed.years[-1] if timed.said else None if NOW.search(passage.words) else said.year
    for one in passage.named(Named.SEAT)[-1:]:
        said.seat, said.here = one.name, True
    if MAYOR.search(passage.words) and not passage.named(Named.SEAT):
        said.seat, said.here = _seat(Kind.MAYOR, said.council, said.polls), True
    named = rounds_in(passage.words)
    said.round = named.pop() if len(named) == 1 else None
