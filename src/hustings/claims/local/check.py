"""The figures of local elections in a story, each with its verdict; a story that speaks of none costs nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from hustings.claims.block import Block, Kind
from hustings.claims.contests import BY_ELECTION
from hustings.claims.docket import Docket
from hustings.claims.finding import Finding
from hustings.claims.lexemes import Lexeme, Unit, lexemes
from hustings.claims.local.about import Said
from hustings.claims.local.judge import judge_locally, left
from hustings.claims.local.main_poll import Signs
from hustings.claims.local.naming import mentions_of
from hustings.claims.local.places import councils_named
from hustings.claims.local.polls import Polls, polls_of
from hustings.claims.local.reading import local_readings
from hustings.claims.local.roll import roll_of
from hustings.claims.local.speaks import COUNCIL, MAYOR, local_sentences, of_local_elections, sentences_left, speaks
from hustings.claims.names import Mention, Named
from hustings.claims.reading import Reading
from hustings.claims.sentences import sentences
from hustings.claims.verdict import Verdict
from hustings.claims.when import years_in
from hustings.claims.who import mentions_in

if TYPE_CHECKING:
    from hustings.claims.catalogue.read import Catalogue

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Local:
    """What is found of a story's figures of local elections, by block and place, and the docket they are held against.

    `left` are the sentences, by block and place, of which nothing else is to be found: a story of local elections
    throughout has no figures of the Commons but where it says so. Each is with whether its figures may be of several
    rounds, so that no sum is made of them.
    """

    findings: dict[Place, Finding] = field(default_factory=dict)
    left: dict[Place, bool] = field(default_factory=dict)
    docket: Docket | None = None

    def finding(self, reading: Reading) -> Finding | None:
        """The finding of a figure that is of a local election, or is left as one; None for any other."""
        found = self.findings.get((reading.block, reading.lexeme.start))
        rounds = self.left.get((reading.block, reading.sentence.start))
        if found is not None or rounds is None:
            return found
        return left(reading) if rounds or self.docket else Finding(reading, Verdict.CANNOT_TELL)


def read_locally(
    catalogue: Catalogue,
    blocks: Sequence[Block],
    named: Sequence[list[Mention]],
    figures: Sequence[list[Lexeme]],
    dated: date | None,
) -> Local:
    """What is found of the figures of a story that are of local elections."""
    texts = [one.text for one in blocks]
    if not any(speaks(text) for text in texts):
        return Local()
    throughout = of_local_elections(blocks, named)
    title = _title(blocks) if throughout else ""
    unsaid = dict(sentences_left(blocks)) if throughout else {}
    called = councils_named(catalogue.record, texts, title)
    if not called.councils:
        return Local(left=unsaid)
    roll = roll_of(catalogue.record, {key for keys in called.councils.values() for key in keys})
    mentions = mentions_of(texts, named, roll)
    wanted = {key for some in mentions for one in some if one.kind in (Named.SEAT, Named.PERSON) for key in one.keys}
    polls = polls_of(catalogue, roll, wanted, _signs(blocks, figures, dated))
    mentions = mentions_in(texts, mentions, polls.docket)
    within = [
        (number, span)
        for number, span in local_sentences(blocks, named, throughout=throughout)
        if not any(name in texts[number][span.start : span.end] for name in called.others)
    ]
    found = {}
    for one in local_readings(blocks, within, mentions, figures, _said(blocks, mentions, polls, title)):
        reading = one.reading
        words = texts[reading.block][reading.sentence.start : reading.sentence.end]
        finding = judge_locally(one, words, polls)
        if throughout or finding.right is not None:
            found[reading.block, reading.lexeme.start] = finding
    return Local(found, unsaid, polls.docket)


def _title(blocks: Sequence[Block]) -> str:
    headings = [one.text for one in blocks if one.kind is Kind.HEADING]
    return (headings or [one.text for one in blocks] or [""])[0]


def _said(blocks: Sequence[Block], mentions: Sequence[list[Mention]], polls: Polls, title: str) -> Said:
    """What a story as a whole is of, `title` being blank where it is not of local elections: a ward, mayor, council."""
    titled = [key for key, name in polls.names.items() if name in title] or list(polls.names)
    council = titled[0] if len(titled) == 1 else ""
    wards = [
        mention.name
        for one, some in zip(blocks, mentions, strict=True)
        for mention in some
        if title and one.text == title and mention.kind is Named.SEAT
    ]
    place = f"mayor of {polls.names[council]}" if council and MAYOR.search(title) else ""
    if council and title and not (place and COUNCIL.search(title)):
        place = place or f"{polls.names[council]} council"
    by_election = any(BY_ELECTION.search(one.text) for one in blocks[:OPENING])
    return Said(polls, next(iter(wards), place), council, by_election)


# What a story is of, its first blocks say.
OPENING = 4


def _signs(blocks: Sequence[Block], figures: Sequence[list[Lexeme]], dated: date | None) -> Signs:
    every = [one for some in figures for one in some]
    full = [int(one.value) for one in every if one.unit is Unit.DATE and one.value >= FULL]
    return Signs(
        numbers=set(_numbers(blocks, figures)),
        years={int(one.value) for one in every if one.unit is Unit.YEAR} | {one // 10_000 for one in full},
        days={day for one in full if (day := _day(one))},
        dated=dated or _published(blocks),
    )


def _numbers(blocks: Sequence[Block], figures: Sequence[list[Lexeme]]) -> Iterator[int]:
    """The whole numbers that tell of a poll: not those whose sentence names a year, which may be an earlier one's."""
    for block, some in zip(blocks, figures, strict=True):
        for span in sentences(block.text):
            here = [one for one in some if span.start <= one.start < span.end]
            if not years_in(here):
                whole = (one.value for one in here if one.unit in (Unit.VOTES, Unit.COUNT))
                yield from (int(value) for value in whole if LEAST <= value < MOST)


# A line of its own that says when a story was published.
PUBLISHED = re.compile(r"^(?:Published|Updated|Posted)\b", re.I)
# A date with its year, as a number; smaller whole numbers are of too many contests, larger ones of none.
FULL, LEAST, MOST = 10_000_000, 200, 10**9


def _published(blocks: Sequence[Block]) -> date | None:
    said = (one for block in blocks[:6] if PUBLISHED.match(block.text) for one in lexemes(block.text))
    return next((day for one in said if one.unit is Unit.DATE and (day := _day(int(one.value)))), None)


def _day(number: int) -> date | None:
    try:
        return date(number // 10_000, number // 100 % 100, number % 100)
    except ValueError:
        return None
