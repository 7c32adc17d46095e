"""What a story is told from: one contest among the facts, and the short words its sentences share."""

from __future__ import annotations

from typing import Any, NamedTuple

from hustings.publish import words
from hustings.publish.facts import Facts
from hustings.publish.party_names import called
from hustings.publish.reports.seat import SeatReport

Row = dict[str, Any]


class Told(NamedTuple):
    """One contest to be told of, with everything that surrounds it."""

    facts: Facts
    report: SeatReport

    @property
    def contest(self) -> Row:
        """The contest: area, day, majority, turnout."""
        return self.report.contest

    @property
    def first(self) -> Row:
        """Whoever has most votes, or was elected after a tie."""
        return self.report.candidates[0]

    @property
    def second(self) -> Row | None:
        """Whoever came second, if anybody did."""
        return self.report.candidates[1] if len(self.report.candidates) > 1 else None

    @property
    def decided(self) -> bool:
        """Whether it is known who won the one seat by how many votes."""
        first = self.first
        known = first["elected"] and first["votes"] is not None and first["standing_as"] != "other"
        return bool(known and self.contest["seats"] == 1 and self.contest["majority"] is not None and self.second)

    @property
    def poll(self) -> str:
        """What was held and when: the general election of 4 July 2024."""
        kind = "by-election" if self.contest["kind"] == "by-election" else "general election"
        return f"the {kind} of {words.day(self.contest['polling_on'])}"


def who(row: Row) -> str:
    """A candidate as a story first names one: Rushanara Ali (Labour), Ajmal Masroor (independent)."""
    if row["candidate"] is None:
        return called(row).name
    return f"{row['candidate']} ({IN_BRACKETS.get(row['standing_as'], row['party'])})"


IN_BRACKETS = {"independent": "independent", "speaker": "the Speaker"}


def named(row: Row) -> str:
    """A candidate as a story names one again: the name, or the party where only parties were published."""
    return str(row["candidate"] or called(row).name)


def baseline_phrase(baseline: Row) -> str:
    """From what changes are measured, as a sentence begins: Compared with the notional result of 2019."""
    year = f"{baseline['polling_on']:%Y}"
    if baseline["rule"] == "as-declared":
        return f"Compared with the result of {year} as declared, which the notional result repeats vote for vote"
    if baseline["basis"] == "notional":
        return f"Compared with the notional result of {year}"
    return f"Compared with the general election of {year}, fought on the same boundaries"


NOTIONAL = (
    "A notional result is a published estimate of how an election would have gone on boundaries drawn after it; "
    "nobody was elected by it."
)
