"""A figure with what the words about it say: of what, of whom, in which contests, against what."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from hustings.claims.block import Block, Kind
from hustings.claims.contests import BY_ELECTION, by_elections_of, contests_of
from hustings.claims.docket import Docket
from hustings.claims.lexemes import Lexeme, Unit
from hustings.claims.names import Mention, Named
from hustings.claims.passage import ELSEWHERE, Passage, Words, words_about, words_of
from hustings.claims.sentences import Span, sentences
from hustings.claims.told import told
from hustings.claims.topic import Told, Topic
from hustings.claims.when import NOW, When, left_behind, when, years_in
from hustings.claims.who import Subject, candidates_of, done_to, pronoun, subjects


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure of a story and how it is read.

    `subjects` are whom it may be of, the likeliest first; `contests` the ids it may be of, those that the words name
    or else those of the poll the story is of; `beside` those of other seats in the sentence; `place` is a nation or
    region, blank for the United Kingdom, None where it is of one seat. `seat_said` is whether its sentence names the
    seat, `seat_near` whether its paragraph does, or
    the story has no other; `years` are those of its paragraph; `table` whether it is a cell.
    """

    block: int
    lexeme: Lexeme
    sentence: Span
    told: Told
    when: When
    subjects: tuple[Subject, ...] = ()
    contests: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    place: str | None = None
    seat_said: bool = False
    seat_near: bool = False
    years: tuple[int, ...] = ()
    words: Words = field(default_factory=Words)
    table: bool = False


@dataclass(slots=True)
class Said:
    """What the sentences before have said: the people, seat and year, for those that name none.

    `lately` are the people of the last sentence that named any, but for those to whom something was done. `main_seat`
    is the last seat that was fought on the main day: a seat that is no more is meant only with its year.
    `party` is the last that was named, for "they". `place` is the nation or region that the paragraph speaks of, the
    whole country in a story of no seat.
    """

    people: list[Mention] = field(default_factory=list)
    whoever: Mention | None = None
    seat: str = ""
    main_seat: str = ""
    year: int | None = None
    by_election: bool = False
    seat_here: bool = False
    notional: bool = False
    place: str | None = None
    party: Mention | None = None
    lately: list[Mention] = field(default_factory=list)
    seat_told: bool = False


# After these a place is what a seat is compared with: among the best in London.
AMONG = re.compile(
    r"\b(?:best|worst|highest|lowest|largest|smallest|safest|most|least|any|anywhere|among\b.*) (?:in|of|across) $",
    re.I,
)
AMONG_NEAR = 40
NATIONAL = re.compile(
    r"\b(?:nationally|national|nationwide|across the (?:country|UK|United Kingdom)|UK-wide|in the UK|overall|"
    r"United Kingdom|the country)\b",
    re.I,
)
# No pronoun reaches further back than over so many names.
REMEMBERED = 200
SEATS = (Topic.SEATS, Topic.SEATS_CHANGE)
# Figures that are no measure by themselves: they say when.
TIMES = (Unit.YEAR, Unit.DATE, Unit.DURATION, Unit.PART)


def readings(
    blocks: Sequence[Block], mentions: Sequence[list[Mention]], figures: Sequence[list[Lexeme]], docket: Docket
) -> Iterator[Reading]:
    """Every figure of a story that may be checked, in the order they stand; table cells are read apart."""
    first = _first_seat(mentions, docket)
    said = Said(seat=first, main_seat=first)
    whole = _of_the_title(blocks, mentions) or _of_the_whole(blocks, docket)
    for number, one in enumerate(blocks):
        if one.kind is Kind.CELL:
            continue
        said.year, said.by_election, said.seat_here, said.notional, said.place = None, False, False, False, whole
        years = years_in(figures[number])
        for sentence in sentences(one.text):
            passage = Passage(number, one, sentence, _inside(sentence, mentions[number]), years)
            for lexeme in _inside(sentence, figures[number]):
                if lexeme.unit not in TIMES:
                    yield _reading(passage, lexeme, said, docket)
            _carry(passage, said, docket)


Placed = TypeVar("Placed", Mention, Lexeme)


def _inside(sentence: Span, found: list[Placed]) -> list[Placed]:
    """Those that begin in a sentence, of some that stand in order."""
    return found[bisect_left(found, sentence.start, key=_start) : bisect_left(found, sentence.end, key=_start)]


def _start(one: Mention | Lexeme) -> int:
    return one.start


def _first_seat(mentions: Sequence[list[Mention]], docket: Docket) -> str:
    """The seat that a story names most, the first of equals: what is said before any is named is of it."""
    named = [one.name for some in mentions for one in some if one.kind is Named.SEAT and one.name in docket.of_seat]
    fought = [name for name in named if fought_on_main(name, docket)] or named
    counted = Counter(fought)
    return max(counted, key=lambda name: counted[name], default=next(iter(docket.of_seat), ""))


def _of_the_title(blocks: Sequence[Block], mentions: Sequence[list[Mention]]) -> str | None:
    """The nation or region that a story's title says it is of, where it names no seat; else None."""
    for one, named in zip(blocks, mentions, strict=True):
        if one.kind is Kind.HEADING:
            seated = any(name.kind is Named.SEAT for name in named)
            return next((name.keys[0] for name in named if name.kind is Named.PLACE and not seated), None)
    return None


def _of_the_whole(blocks: Sequence[Block], docket: Docket) -> str | None:
    """The whole country, where a story names no seat and speaks of no vote but one for the Commons; else None."""
    return None if docket.named or any(ELSEWHERE.search(one.text) for one in blocks) else ""


def fought_on_main(seat: str, docket: Docket) -> bool:
    """Whether a seat was fought on the day of the poll that the story is of."""
    return any(docket.contests[key].polling_on == docket.main for key in docket.of_seat.get(seat, ()))


def _reading(passage: Passage, lexeme: Lexeme, said: Said, docket: Docket) -> Reading:
    text, sentence, figure = passage.block.text, passage.sentence, Span(lexeme.start, lexeme.end)
    topic = told(passage.before(figure), passage.after(figure), lexeme)
    timed = _since(topic, when(text, sentence, figure, passage.years, said.year), docket)
    whom = _with_pronoun(passage, figure, subjects(text, sentence, figure, passage.mentions), said, docket)
    seat, seat_said = _seat(passage, figure, whom, said, docket)
    elsewhen = docket.main is not None and timed.years not in ((), (docket.main.year,))
    if not elsewhen and not fought_on_main(seat, docket):
        seat, seat_said = said.main_seat, False
    contests = contests_of(passage.words, seat, timed, whom, docket)
    words = words_about(passage, figure)
    here = bool(BY_ELECTION.search(passage.words))
    if here or said.by_election:
        found = by_elections_of(seat, timed, docket)
        contests = found or contests
        words = words._replace(another_time=not found if here or not timed.years else words.another_time)
    beside = [key for one in passage.named(Named.SEAT) for key in docket.of_seat.get(one.name, [])]
    return Reading(
        block=passage.number,
        lexeme=lexeme,
        sentence=sentence,
        told=topic,
        when=timed,
        subjects=tuple(whom),
        contests=contests,
        beside=tuple(key for key in dict.fromkeys(beside) if key not in contests),
        place=_place(passage, figure, topic, said, whom if seat_said else None),
        seat_said=seat_said,
        years=tuple(year for _, year in passage.years),
        seat_near=seat_said
        or said.seat_here
        or (said.seat_told and len([name for name in docket.of_seat if fought_on_main(name, docket)]) == 1),
        words=words._replace(supposed=words.supposed or said.notional),
    )


IN = re.compile(r"\s*(?:of the vote |of votes |votes )?(?:in|at) (?:neighbouring |nearby )?")
CHANGES = (Topic.SHARE_CHANGE, Topic.MAJORITY_CHANGE, Topic.TURNOUT_CHANGE, Topic.SWING)


def _since(topic: Told, timed: When, docket: Docket) -> When:
    """Of a change, a year that the main contests are compared with is the year that it is measured from."""
    if topic.topic not in CHANGES or not timed.years:
        return timed
    main = [key for key, one in docket.contests.items() if one.polling_on == docket.main]
    before = {docket.contests[was].polling_on.year for key in main for was in docket.before.get(key, ())}
    if timed.years[0] in before and docket.main and timed.years[0] != docket.main.year:
        return When((), False, False, timed.years[0], timed.sure)
    return timed


def _with_pronoun(passage: Passage, figure: Span, whom: list[Subject], said: Said, docket: Docket) -> list[Subject]:
    """Subjects with the person that a pronoun speaks of, first where nobody stands nearer to the figure."""
    if whom and (whom[0].firm or whom[0].mention.end <= figure.start):
        return whom
    spoken = pronoun(passage.block.text, passage.sentence, figure)
    if spoken == "no":
        return whom or [Subject(one, False) for one in [said.whoever] if one]
    if not spoken and said.party and said.place is not None:
        return [Subject(said.party, True), *whom]
    for mention in reversed(said.people):
        genders = _genders(mention, docket)
        if not spoken or spoken in genders or not any(genders):
            alike = [one for one in said.lately if not spoken or spoken in _genders(one, docket)]
            return [Subject(mention, bool(spoken) and len({one.name for one in alike}) <= 1), *whom]
    return whom


def _genders(mention: Mention, docket: Docket) -> set[str]:
    return {one.gender for key in mention.keys for one in candidates_of(mention, key, docket)}


def _seat(passage: Passage, figure: Span, whom: list[Subject], said: Said, docket: Docket) -> tuple[str, bool]:
    """The seat a figure is of, and whether its own sentence says so."""
    named = [one for one in passage.named(Named.SEAT) if one.name in docket.of_seat]
    before = [one for one in named if one.end <= figure.start]
    # 69.1 per cent in one seat and 65.7 per cent in another.
    after = [
        one for one in named if one.start >= figure.end and IN.fullmatch(passage.block.text[figure.end : one.start])
    ]
    for one in after[:1] or before[-1:] or named[:1]:
        return one.name, True
    person = next((one.mention for one in whom if one.mention.kind is Named.PERSON), None)
    stood = [docket.contests[key] for key in person.keys if key in docket.contests] if person else []
    seats = {one.seat for one in stood}
    if (len(seats) == 1 and seats <= docket.named) or (seats and said.seat not in seats):
        lately = {one.seat for one in stood if one.polling_on == docket.main}
        return min(lately or seats), len(lately or seats) == 1
    return said.seat, False


def _place(passage: Passage, figure: Span, topic: Told, said: Said, of_a_seat: list[Subject] | None) -> str | None:
    """The nation or region a figure is of, blank for the whole country; None where it is of one seat.

    `of_a_seat` are the subjects of a figure that its sentence says is of a seat: in a story of no seat only a person,
    not their party, is in one.
    """
    seated = of_a_seat is not None and not (
        said.place is not None and not passage.named(Named.SEAT) and _party_first(of_a_seat)
    )
    if topic.topic in SEATS or not seated:
        here = [
            one for one in passage.named(Named.PLACE) if not AMONG.search(passage.block.text[: one.start][-AMONG_NEAR:])
        ]
        before = [one for one in here if one.end <= figure.start]
        for one in before[-1:] or here[:1]:
            return one.keys[0]
        if said.place is not None:
            return said.place
    return "" if NATIONAL.search(passage.words) or topic.topic in SEATS else None


def _party_first(whom: Sequence[Subject]) -> bool:
    return bool(whom) and whom[0].mention.kind is Named.PARTY


def _carry(passage: Passage, said: Said, docket: Docket) -> None:
    """Keep what a sentence says for those after it."""
    people = [one for one in passage.named(Named.PERSON) if any(key in docket.contests for key in one.keys)]
    # The next "she" is whoever did something, in this sentence or before, rather than whom it was done to.
    objects = [one for one in people if done_to(passage.block.text, one, passage.sentence)]
    said.people = [*objects, *said.people, *(one for one in people if one not in objects)][-REMEMBERED:]
    said.lately = [one for one in people if one not in objects] or said.lately
    said.whoever = next(reversed(passage.named(Named.PERSON, Named.PARTY)), said.whoever)
    said.party = next(reversed(passage.named(Named.PARTY)), said.party)
    for one in passage.named(Named.SEAT):
        if one.name in docket.of_seat:
            said.seat, said.seat_here, said.seat_told, said.place = one.name, True, True, None
            said.main_seat = one.name if fought_on_main(one.name, docket) else said.main_seat
    for one in passage.named(Named.PLACE)[:1]:
        said.place = one.keys[0] if not said.seat_here else said.place
    said.notional |= words_of(passage.words).notional
    said.by_election |= bool(BY_ELECTION.search(passage.words))
    year = left_behind(passage.block.text, passage.sentence, passage.years)
    said.year = year or (None if NOW.search(passage.words) else said.year)
