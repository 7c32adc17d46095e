"""A story as it is asked of more than results: its sentences with their figures, and the record to ask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from hustings.claims.block import Block, Kind
from hustings.claims.docket import Docket
from hustings.claims.finding import Finding
from hustings.claims.lexemes import Lexeme, Unit
from hustings.claims.names import Mention
from hustings.claims.passage import Passage, words_about
from hustings.claims.reading import Reading
from hustings.claims.sentences import Span, sentences
from hustings.claims.topic import Told
from hustings.claims.when import When, years_in

if TYPE_CHECKING:
    from hustings.record.open import Record

# Where a figure stands: its block and its first sign.
Place = tuple[int, int]
Findings = dict[Place, Finding]


class Matter(NamedTuple):
    """A sentence with the figures in it."""

    passage: Passage
    figures: list[Lexeme]

    def reading(self, lexeme: Lexeme) -> Reading:
        """A figure of the sentence, read as of no contest."""
        words = words_about(self.passage, Span(lexeme.start, lexeme.end))
        nothing = When((), False, False, None)
        return Reading(self.passage.number, lexeme, self.passage.sentence, Told(None), nothing, words=words)

    def place(self, lexeme: Lexeme) -> Place:
        """Where a figure of the sentence stands."""
        return self.passage.number, lexeme.start

    def before(self, lexeme: Lexeme) -> str:
        """The words of the sentence before a figure."""
        return self.passage.before(Span(lexeme.start, lexeme.end))

    def after(self, lexeme: Lexeme) -> str:
        """The words of the sentence after a figure."""
        return self.passage.after(Span(lexeme.start, lexeme.end))


@dataclass(frozen=True)
class Matters:
    """The sentences of a story in the order they stand, what they may be held against, and the day the story is of."""

    record: Record
    docket: Docket
    blocks: Sequence[Block]
    mentions: Sequence[list[Mention]]
    figures: Sequence[list[Lexeme]]
    dated: date | None = None

    @cached_property
    def all(self) -> list[Matter]:
        """Every sentence; the cells of tables have none."""
        return list(self._each())

    def speak_of(self, words: re.Pattern[str]) -> bool:
        """Whether any words of a kind stand in the story."""
        return any(words.search(block.text) for block in self.blocks)

    def day(self, lexeme: Lexeme) -> date | None:
        """The day that a figure prints, of the story's own year where it prints none; None where it is none."""
        if lexeme.unit is not Unit.DATE:
            return None
        number = int(lexeme.value)
        of = self.dated or self.docket.main
        year = number // 10_000 or (of.year if of else 0)
        try:
            return date(year, number // 100 % 100, number % 100)
        except ValueError:
            return None

    def _each(self) -> Iterator[Matter]:
        for number, one in enumerate(self.blocks):
            if one.kind is not Kind.CELL:
                years = years_in(self.figures[number])
                for sentence in sentences(one.text):
                    inside = range(sentence.start, sentence.end)
                    here = [figure for figure in self.figures[number] if figure.start in inside]
                    yield Matter(Passage(number, one, sentence, self.mentions[number], years), here)
