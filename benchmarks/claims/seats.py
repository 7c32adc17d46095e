"""Contests as the record has them, each beside the one that its changes are reckoned from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

SINCE = "2010-01-01"
CANDIDACIES = """
    select r.contest_id, r.polling_on, r.kind, r.basis, r.area, r.electorate, r.valid_votes, r.invalid_votes,
           r.candidacy_id, r.candidate, r.person_id, r.party, r.line_id, r.votes, c.gender
    from results r left join candidacy c using (candidacy_id)
    where r.kind in ('general', 'by-election') and r.polling_on >= '2005-01-01' and r.votes is not null
    order by r.contest_id, r.votes desc, r.candidacy_id
"""
BASELINES = "select contest_id, baseline_contest_id, rule, standard from baseline"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One candidacy; `line` is its party across names, and none for an independent."""

    name: str
    person: str | None
    party: str
    line: str | None
    gender: str | None
    votes: int
    place: int


@dataclass(slots=True, eq=False)
class Contest:
    """A contest with its candidates by votes, what its changes are from, and other elections of the same name.

    `declared` is the declared result of the old seat of this name, where changes are from a notional one.
    """

    id: str
    day: date
    kind: str
    area: str
    electorate: int
    valid: int
    invalid: int | None
    candidates: list[Candidate]
    baseline: Contest | None = None
    rule: str = ""
    declared: Contest | None = None
    others: list[Contest] = field(default_factory=list)

    @property
    def majority(self) -> int:
        return self.candidates[0].votes - self.candidates[1].votes

    def share(self, candidate: Candidate) -> Fraction:
        return Fraction(100 * candidate.votes, self.valid)

    def line_share(self, line: str | None) -> Fraction | None:
        """The share of a party in hundredths, all its candidates together; none where it had no vote."""
        votes = sum(one.votes for one in self.candidates if line is not None and one.line == line)
        return Fraction(100 * votes, self.valid) if votes else None

    def change(self, candidate: Candidate, baseline: Contest | None) -> Fraction | None:
        """Points that the share of a candidate's party rose."""
        now, then = self.line_share(candidate.line), baseline.line_share(candidate.line) if baseline else None
        return None if now is None or then is None else now - then

    def turnout(self, *, all_ballots: bool = False) -> Fraction | None:
        ballots = self.valid + (self.invalid or 0 if all_ballots else 0)
        return Fraction(100 * ballots, self.electorate) if self.electorate else None

    def unchanged(self) -> bool:
        """Whether it is of the same seat as its baseline."""
        return self.rule in ("same-boundaries", "as-declared")


def contests(record: Any) -> list[Contest]:
    """Every contest since 2010 with two candidates or more, by id; those before are only compared with."""
    rows = defaultdict(list)
    for row in record.query(CANDIDACIES):
        rows[row["contest_id"]].append(row)
    every = {name: _contest(of) for name, of in rows.items() if len(of) > 1}
    for row in record.query(BASELINES):
        one, then = every.get(row["contest_id"]), every.get(row["baseline_contest_id"])
        if one and then and row["standard"]:
            one.baseline, one.rule = then, row["rule"]
    named = defaultdict(list)
    for one in every.values():
        if not one.id.endswith(".notional"):
            named[one.area].append(one)
    for one in every.values():
        one.others = [other for other in named[one.area] if other is not one]
        if one.rule == "notional":
            then = [other for other in one.others if other.day == one.baseline.day and other.kind == "general"]
            one.declared = then[0] if then else None
    kept = [one for one in every.values() if str(one.day) >= SINCE and not one.id.endswith(".notional")]
    return sorted(kept, key=lambda one: one.id)


def _contest(rows: list[dict[str, Any]]) -> Contest:
    votes = [row["votes"] for row in rows]
    first = rows[0]
    return Contest(
        id=first["contest_id"],
        day=first["polling_on"],
        kind=first["kind"],
        area=first["area"],
        electorate=first["electorate"],
        valid=first["valid_votes"],
        invalid=first["invalid_votes"],
        candidates=[
            Candidate(
                name=row["candidate"] or "",
                person=row["person_id"],
                party=row["party"] or "Independent",
                line=row["line_id"],
                gender=row["gender"],
                votes=row["votes"],
                place=1 + sum(other > row["votes"] for other in votes),
            )
            for row in rows
        ],
    )
