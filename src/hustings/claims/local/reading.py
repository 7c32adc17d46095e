"""A figure of a local election with what the words about it say: of what, of whom, in which ward or for which mayor."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hustings.claims.block import Block
from hustings.claims.catalogue.fact import Measure
from hustings.claims.contests import BY_ELECTION
from hustings.claims.lexemes import Lexeme, Unit
from hustings.claims.local.about import About, Said
from hustings.claims.local.cues import told_locally
from hustings.claims.local.placing import beside_it, contests_at, council_of, of_round, place_of, seat_for, seats_held
from hustings.claims.local.polls import Kind, Polls
from hustings.claims.local.rounds import Round, round_of, rounds_in
from hustings.claims.local.speaks import COUNCIL, MAYOR
from hustings.claims.names import Mention, Named
from hustings.claims.passage import Passage, Words, words_about
from hustings.claims.reading import TIMES, Reading
from hustings.claims.sentences import Span
from hustings.claims.topic import Told, Topic
from hustings.claims.when import AT_ANOTHER_TIME, NOW, When, when, years_in
from hustings.claims.who import Subject, candidates_of, done_to, pronoun, subjects

CHANGES = (Topic.SEATS_CHANGE, Topic.SHARE_CHANGE)
# Only what was won is of the election: what a party has may be of any day since.
WON = re.compile(
    r"\b(?:won|wins|winning|took|takes|taking|secured|securing|captured|claimed)\s+(?:just|only|a total of)?\s*$",
    re.I,
)
# Once they were counted is no other time than the poll's.
COUNTED = re.compile(r"\b(?:once|before) (?:the |those |all )?(?:(?:second|2nd) |votes|transfers)", re.I)
OF_ALL = re.compile(r"\s+(?:out )?of (?:the |its |their |all )?(\d+)\b", re.I)
# So few seats may be those of a ward.
FEWEST = 4
# No council has as many seats, and no party as few votes in one.
FEW = 150
ELSEWHERE = re.compile(
    r"\b(?:elsewhere|next door|neighbouring|nationally|across (?:the country|England|London|Britain))\b", re.I
)


class Located(NamedTuple):
    """A reading, with the rounds of a count that its sentence names.

    `of_all` is whether seats are said to be of so many as were fought: then they are those of the election.
    """

    reading: Reading
    rounds: frozenset[Round]
    of_all: bool


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


def _about(passage: Passage, lexeme: Lexeme, said: Said) -> About:
    figure = Span(lexeme.start, lexeme.end)
    told = told_locally(passage.before(figure), passage.after(figure), lexeme)
    timed = when(passage.block.text, passage.sentence, figure, passage.years, said.year)
    if told.topic in CHANGES and timed.years and (timed.years[0] == timed.against or not timed.said):
        # What moved did so by the poll that the story is of; the year is that of what it moved from.
        timed = When((), False, False, timed.against)
    return About(passage, figure, told, timed, _whom(passage, figure, said))


def _reading(passage: Passage, lexeme: Lexeme, said: Said) -> Located:
    about, polls = _about(passage, lexeme, said), said.polls
    topic, before = about.told, passage.before(about.figure)
    place = place_of(about, said)
    stage = round_of(before, passage.after(about.figure)) or said.round
    if topic.topic is Topic.MAJORITY and stage is Round.FIRST:
        topic = topic._replace(topic=Topic.GAP)
    contests = of_round(contests_at(place, about, said), stage, about, polls)
    if topic.topic is Topic.VOTES and _may_be_seats(lexeme, contests, polls):
        topic = Told(Topic.SEATS)
    words = _words(about, contests)
    of_all = _of_all(passage.after(about.figure), contests, polls)
    whole = set(contests) <= polls.whole and (lexeme.value >= FEWEST or bool(COUNCIL.search(passage.words)))
    if topic.topic is Topic.SEATS and not (WON.search(before) and (of_all or whole)):
        words = words._replace(won=False)
        contests = (*contests, *seats_held(place, about.timed, polls))
    elif topic.topic is Topic.SEATS_IN_ALL and not contests:
        contests = tuple(seats_held(place, about.timed, polls))
    reading = Reading(
        block=passage.number,
        lexeme=lexeme,
        sentence=passage.sentence,
        told=topic,
        when=about.timed,
        subjects=tuple(about.whom),
        contests=contests,
        beside=beside_it(passage, contests, polls),
        seat_said=place.said,
        seat_near=place.said or said.here or place.seat == said.title,
        years=tuple(year for _, year in passage.years),
        words=words,
    )
    return Located(reading, frozenset(rounds_in(passage.words)), of_all)


def _may_be_seats(lexeme: Lexeme, contests: tuple[str, ...], polls: Polls) -> bool:
    """Whether a bare number that a party has is of seats: no party has so few votes in a whole council."""
    council = bool(contests) and all(polls.kinds[key] is Kind.COUNCIL for key in contests)
    return council and lexeme.unit is Unit.COUNT and lexeme.value < FEW


def _words(about: About, contests: tuple[str, ...]) -> Words:
    """What the words about a figure say; that they are of a by-election, or a later count, is no other time."""
    passage = about.passage
    said = COUNTED.sub("", passage.words)
    if contests and all(".by." in key for key in contests):
        said = BY_ELECTION.sub("", said)
    return words_about(passage, about.figure)._replace(
        elsewhere=False,
        somewhere=bool(ELSEWHERE.search(passage.words)),
        another_time=bool(AT_ANOTHER_TIME.search(said)),
    )


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


def _of_all(after: str, contests: tuple[str, ...], polls: Polls) -> bool:
    """Whether a figure is said to be of as many seats as were fought: 14 of the 20 seats."""
    said = OF_ALL.match(after)
    fought = {fact.value for key in contests for fact in polls.docket.of(key, Measure.SEATS_IN_ALL)}
    return said is not None and fought == {float(said[1])}


def _carry(passage: Passage, said: Said) -> None:
    """Keep what a sentence says for those after it."""
    text, sentence = passage.block.text, passage.sentence
    people = passage.named(Named.PERSON)
    said.people = [
        *(one for one in people if not done_to(text, one, sentence)),
        *(one for one in people if done_to(text, one, sentence)),
        *said.people,
    ]
    # After another council was named, whose is meant is not known until the next paragraph.
    said.council = said.council if council_of(passage, said) == said.own else ""
    end = Span(sentence.end, sentence.end)
    timed = when(text, sentence, end, passage.years, said.year)
    said.year = timed.years[-1] if timed.said else None if NOW.search(passage.words) else said.year
    for one in passage.named(Named.SEAT)[-1:]:
        said.seat, said.here = one.name, True
    if MAYOR.search(passage.words) and not passage.named(Named.SEAT):
        said.seat, said.here = seat_for(Kind.MAYOR, said.council, said.polls), True
    named = rounds_in(passage.words)
    said.round = named.pop() if len(named) == 1 else None
