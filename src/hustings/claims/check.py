"""A story checked: read, its figures held against the record, each with its verdict."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from hustings.claims.beside import beside
from hustings.claims.block import Kind
from hustings.claims.catalogue.read import Catalogue
from hustings.claims.docket import Docket, Signs, docket, general_elections
from hustings.claims.finding import Finding
from hustings.claims.judge import judge
from hustings.claims.lexemes import Lexeme, Unit, lexemes
from hustings.claims.lines import ENDS
from hustings.claims.local.check import read_locally
from hustings.claims.matter import Matters
from hustings.claims.names import Mention, Names
from hustings.claims.reading import readings
from hustings.claims.story import Story, read_story
from hustings.claims.tables import table_readings
from hustings.claims.together import together
from hustings.claims.who import mentions_in

if TYPE_CHECKING:
    from hustings.record.open import Record


@dataclass(frozen=True, slots=True)
class Checked:
    """A story with a finding for each of its figures, in the order they stand, and what it was held against.

    `sources` are the publications by id: publisher and title.
    """

    story: Story
    docket: Docket
    findings: tuple[Finding, ...]
    sources: dict[str, str]


class Checker:
    """A record made ready to check stories: its names are read once, its facts as each story needs them.

    What was read of the catalogue is kept for the next story.
    """

    def __init__(self, record: Record) -> None:
        self.record = record
        self.catalogue = Catalogue(record)
        self.names = Names(self.catalogue.names())
        self.elections = general_elections(record)
        self.sources = {row["source_id"]: f"{row['publisher']}: {row['title']}" for row in record.query("from source")}

    def check(self, source: str | Story, dated: date | None = None) -> Checked:
        """A story, read or in plain text, Markdown or HTML, checked; `dated` is its day, where it does not say."""
        story = read_story(source) if isinstance(source, str) else source
        texts = [block.text for block in story.blocks]
        named = [self.names.find(text) for text in texts]
        figures = [list(lexemes(text)) for text in texts]
        against = docket(self.catalogue, _signs(story, named, figures, dated), self.elections)
        mentions = mentions_in(texts, named, against)
        read = [
            *readings(story.blocks, mentions, figures, against),
            *table_readings(story.blocks, mentions, figures, against),
        ]
        ignored = ignored_lines(story.source)
        read = [one for one in read if story.place(story.blocks[one.block].places[one.lexeme.start])[0] not in ignored]
        read.sort(key=lambda reading: (reading.block, reading.lexeme.start))
        local = read_locally(self.catalogue, story.blocks, named, figures, story.dated or dated)
        other = beside(Matters(self.record, against, story.blocks, mentions, figures, story.dated or dated))
        kept = [one for place, one in other.items() if _line(story, place) not in ignored]
        found = [
            local.finding(one) or judge(one, texts[one.block][one.sentence.start : one.sentence.end], against)
            for one in read
            if (one.block, one.lexeme.start) not in other
        ]
        against = against.joined(local.docket) if local.docket else against
        findings = sorted([*together(found, against), *kept], key=_where)
        return Checked(story, against, tuple(findings), self.sources)


# A comment that leaves the figures of its line, or of the whole story, unchecked.
IGNORED = re.compile(r"<!--\s*hustings:\s*ignore(?P<all>-all)?\s*-->", re.IGNORECASE)


def ignored_lines(source: str) -> Container[int]:
    """The numbers of the lines that a comment says to leave: its own, or all."""
    lines = ENDS.split(source)
    found = {number: mark for number, line in enumerate(lines, 1) if (mark := IGNORED.search(line))}
    return range(1, len(lines) + 1) if any(mark["all"] for mark in found.values()) else found.keys()


def _where(finding: Finding) -> tuple[int, int]:
    return finding.reading.block, finding.reading.lexeme.start


def _line(story: Story, place: tuple[int, int]) -> int:
    block, start = place
    return story.place(story.blocks[block].places[start])[0]


def _signs(story: Story, named: list[list[Mention]], figures: list[list[Lexeme]], dated: date | None) -> Signs:
    every = [(one, block) for some, block in zip(figures, story.blocks, strict=True) for one in some]
    years = [(int(one.value), block) for one, block in every if one.unit is Unit.YEAR]
    years += [(int(one.value) // 10_000, block) for one, block in every if one.unit is Unit.DATE]
    return Signs(
        mentions=[mention for some in named for mention in some],
        numbers={
            int(one.value) for one, _ in every if one.unit in (Unit.VOTES, Unit.COUNT) and LEAST <= one.value < MOST
        },
        years={year for year, _ in years if year},
        titled={year for year, block in years if block.kind is Kind.HEADING},
        dated=story.dated or dated,
        days={day for one, _ in every if one.unit is Unit.DATE and (day := _day(int(one.value)))},
        elections={
            int(found["before"] or found["after"]) for block in story.blocks for found in ELECTION.finditer(block.text)
        },
    )


# An election named with its year: the 2019 general election, the election of May 2015.
ELECTION = re.compile(
    r"\b(?P<before>(?:19|20)\d\d) (?:general |snap )?election|\belection (?:in|of|"
    r"on)(?: \d+\w*)?(?: [A-Z]\w+)? (?P<after>(?:19|20)\d\d)"
)


def _day(number: int) -> date | None:
    try:
        return date(number // 10_000, number // 100 % 100, number % 100)
    except ValueError:
        return None


# Smaller numbers are of too many contests to tell which, larger ones of none.
LEAST, MOST = 100, 10**9
