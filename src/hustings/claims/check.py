"""A story checked: read, its figures held against the record, each with its verdict."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from hustings.claims.block import Kind
from hustings.claims.docket import Docket, Signs, docket, make_ready
from hustings.claims.finding import Finding
from hustings.claims.judge import judge
from hustings.claims.lexemes import Lexeme, Unit, lexemes
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
    """A record made ready to check stories: its names are read once, its facts as each story needs them."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.names = Names(record)
        self.elections = make_ready(record)
        self.sources = {row["source_id"]: f"{row['publisher']}: {row['title']}" for row in record.query("from source")}

    def check(self, source: str, dated: date | None = None) -> Checked:
        """A story in plain text, Markdown or HTML, checked; `dated` is the day it is of, where it does not say."""
        story = read_story(source)
        texts = [block.text for block in story.blocks]
        named = [self.names.find(text) for text in texts]
        figures = [list(lexemes(text)) for text in texts]
        against = docket(self.record, _signs(story, named, figures, dated), self.elections)
        mentions = mentions_in(texts, named, against)
        read = [
            *readings(story.blocks, mentions, figures, against),
            *table_readings(story.blocks, mentions, figures, against),
        ]
        read.sort(key=lambda reading: (reading.block, reading.lexeme.start))
        found = [judge(one, texts[one.block][one.sentence.start : one.sentence.end], against) for one in read]
        return Checked(story, against, tuple(together(found, against)), self.sources)


def _signs(story: Story, named: list[list[Mention]], figures: list[list[Lexeme]], dated: date | None) -> Signs:
    every = [(one, block) for some, block in zip(figures, story.blocks, strict=True) for one in some]
    years = [(int(one.value), block) for one, block in every if one.unit is Unit.YEAR]
    years += [(int(one.value) // 10_000, block) for one, block in every if one.unit is Unit.DATE]
    return Signs(
        mentions=[mention for some in named for mention in some],
        numbers={int(one.value) for one, _ in every if one.unit in (Unit.VOTES, Unit.COUNT) and one.value >= LEAST},
        years={year for year, _ in years if year},
        titled={year for year, block in years if block.kind is Kind.HEADING},
        dated=dated or story.dated,
    )


# Smaller numbers are of too many contests to tell which.
LEAST = 100
