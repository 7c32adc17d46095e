"""Commons divisions as a story may speak of them: the counts announced, and the counts of those named."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hustings.record.sitting import sitting

if TYPE_CHECKING:
    from hustings.record.open import Record


class Division(NamedTuple):
    """A division; `words` are of its titles, `named_ayes` and `named_noes` None where the record has no names."""

    division_id: int
    divided_on: date
    number: int
    title: str
    words: str
    ayes: int
    noes: int
    named_ayes: int | None
    named_noes: int | None
    source_id: str

    @property
    def announced(self) -> dict[str, int]:
        """The counts that the tellers announced, by side."""
        return {"aye": self.ayes, "no": self.noes}

    @property
    def named(self) -> dict[str, int]:
        """The counts of the members named, tellers aside, by side; empty where the record has no names."""
        if self.named_ayes is None or self.named_noes is None:
            return {}
        return {"aye": self.named_ayes, "no": self.named_noes}

    def sides_of(self, count: int) -> set[str]:
        """The sides that a count is of, as announced or by name."""
        return {side for counts in (self.announced, self.named) for side, held in counts.items() if held == count}

    def majorities(self) -> dict[str, int]:
        """By how many votes it was decided, as announced and by name."""
        found = {"announced": abs(self.ayes - self.noes)}
        return found | ({"by name": abs(self.named["aye"] - self.named["no"])} if self.named else {})


DIVISIONS = """
    select division.division_id, divided_on, number, title, concat_ws(' ', title, plain_title, about) as words,
        ayes, noes, named_ayes, named_noes, division.source_id
    from division left join (
        select division_id, count(*) filter (vote = 'aye')::int as named_ayes,
            count(*) filter (vote = 'no')::int as named_noes
        from division_vote group by division_id
    ) using (division_id) order by divided_on, number
"""
LISTED = "select mnis_id, party_id, vote from division_vote where division_id = ?"


@lru_cache(maxsize=2)
def divisions_of(record: Record) -> tuple[Division, ...]:
    """Every division of the record in order of day: asked once, for every story that speaks of any."""
    return tuple(Division(**row) for row in record.query(DIVISIONS))


class Benches(NamedTuple):
    """How the members of a party voted: `ayes` and `noes` without tellers, `told` with them, `against` who rebelled.

    `against` are those who voted or told against the side that most of their party took, or where most of it did not
    vote at all (measures/rebels.py).
    """

    ayes: int
    noes: int
    told_ayes: int
    told_noes: int
    against: int


def benches(record: Record, division: Division, parties: tuple[str, ...]) -> Benches | None:
    """How the members of some parties voted; None where the record has no names for the division."""
    if not division.named:
        return None
    from hustings.measures.rebels import SIDE, parties_apart, party_sides, stance  # only a party's members pay for it

    listed = record.query(LISTED, [division.division_id])
    known = {row["mnis_id"] for row in listed}
    house = sitting(record, division.divided_on)
    absent = [row | {"vote": "none recorded"} for row in house if row["mnis_id"] not in known and not row["vacant"]]
    members = [*listed, *absent]
    sides, apart = party_sides(members), parties_apart(members)
    own = [row for row in listed if row["party_id"] in parties]
    votes = [row["vote"] for row in own]
    return Benches(
        ayes=votes.count("aye"),
        noes=votes.count("no"),
        told_ayes=sum(SIDE.get(vote) == "aye" for vote in votes),
        told_noes=sum(SIDE.get(vote) == "no" for vote in votes),
        against=sum(stance(row, sides, apart) in ("rebel", "broke ranks") for row in own),
    )
