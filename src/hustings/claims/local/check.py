"""The figures of local elections in a story, each with its verdict; a story that speaks of none costs nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from hustings.claims.block import Block, Kind
from hustings.claims.contests import BY_ELECTION
from hustings.claims.docket import Docket
from hustings.claims.finding import Finding
from hustings.claims.lexemes import Lexeme, Unit, lexemes
from hustings.claims.local.judge import judge_locally
from hustings.claims.local.main_poll import Signs
from hustings.claims.local.naming import mentions_of
from hustings.claims.local.places import councils_named
from hustings.claims.local.polls import Polls, polls_of
from hustings.claims.local.reading import Said, local_readings
from hustings.claims.local.roll import roll_of
from hustings.claims.local.speaks import COUNCIL, MAYOR, local_sentences, of_local_elections, speaks
from hustings.claims.names import Mention, Named
from hustings.claims.who import mentions_in

if TYPE_CHECKING:
    from hustings.record.open import Record

Place = tuple[int, int]


def local_findings(
    record: Record,
    blocks: Sequence[Block],
    named: Sequence[list[Mention]],
    figures: Sequence[list[Lexeme]],
    dated: date | None,
) -> tuple[dict[Place, Finding], Docket | None]:
    """What is found of the figures of a story that are of local elections, by block and place, and their docket.

    Figures that nothing is found of are left out, unless the story is of local elections throughout: then nothing
    else is to be found of them either.
    """
    texts = [one.text for one in blocks]
    if not any(speaks(text) for text in texts):
        return {}, None
    throughout = of_local_elections(blocks)
    title = _title(blocks) if throughout else ""
    called = councils_named(record, texts, title)
    if not called:
        return {}, None
    roll = roll_of(record, {key for keys in called.values() for key in keys})
    mentions = mentions_of(texts, named, roll)
    wanted = {key for some in mentions for one in some if one.kind in (Named.SEAT, Named.PERSON) for key in one.keys}
    polls = polls_of(record, roll, wanted, _signs(blocks, figures, dated))
    mentions = mentions_in(texts, mentions, polls.docket)
    within = list(local_sentences(blocks, named, throughout=throughout))
    found = {}
    for one in local_readings(blocks, within, mentions, figures, _said(blocks, mentions, polls, title)):
        reading = one.reading
        words = texts[reading.block][reading.sentence.start : reading.sentence.end]
        finding = judge_locally(one, words, polls)
        if throughout or finding.right is not None:
            found[reading.block, reading.lexeme.start] = finding
    return found, polls.docket


def _title(blocks: Sequence[Block]) -> str:
    headings = [one.text for one in blocks if one.kind is Kind.HEADING]
    return (headings or [one.text for one in blocks] or [""])[0]


def _said(blocks: Sequence[Block], mentions: Sequence[list[Mention]], polls: Polls, title: str) -> Said:
    """What a story as a whole is of, `title` being blank where it is not of local elections: a ward, mayor, council."""
    council = next(iter(polls.names)) if len(polls.names) == 1 else ""
    wards = [
        mention.name
        for one, some in zip(blocks, mentions, strict=True)
        for mention in some
        if title and one.text == title and mention.kind is Named.SEAT
    ]
    place = f"mayor of {polls.names[council]}" if council and MAYOR.search(title) else ""
    if council and title and not (place and COUNCIL.search(title)):
        place = place or f"{polls.names[council]} council"
    return Said(polls, next(iter(wards), place), council, bool(BY_ELECTION.search(title)))


def _signs(blocks: Sequence[Block], figures: Sequence[list[Lexeme]], dated: date | None) -> Signs:
    every = [one for some in figures for one in some]
    full = [int(one.value) for one in every if one.unit is Unit.DATE and one.value >= FULL]
    return Signs(
        numbers={int(one.value) for one in every if one.unit in (Unit.VOTES, Unit.COUNT) and LEAST <= one.value < MOST},
        years={int(one.value) for one in every if one.unit is Unit.YEAR} | {one // 10_000 for one in full},
        days={day for one in full if (day := _day(one))},
        dated=dated or _published(blocks),
    )


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
