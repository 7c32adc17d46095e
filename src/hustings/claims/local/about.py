"""What is known of a figure of a local election before it is read: its sentence, and what was said before it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from hustings.claims.local.polls import Polls
from hustings.claims.local.rounds import Round
from hustings.claims.names import Mention
from hustings.claims.passage import Passage
from hustings.claims.sentences import Span
from hustings.claims.topic import Told
from hustings.claims.when import When
from hustings.claims.who import Subject


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
    own: str
    by_election: bool
    council: str = ""
    seat: str = ""
    here: bool = False
    year: int | None = None
    round: Round | None = None
    people: list[Mention] = field(default_factory=list)

    def begin_block(self) -> None:
        """Forget what only its own paragraph says."""
        self.seat, self.here, self.year, self.round = self.title, False, None, None
        self.council = self.own


class About(NamedTuple):
    """A figure with its sentence: what it is told to be of, when, and of whom."""

    passage: Passage
    figure: Span
    told: Told
    timed: When
    whom: list[Subject]
