"""Who sat in the Commons on a day, worked out from elections: winners, replaced by those of by-elections."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hustings.record.open import Record

Found = dict[str, Any]

# A member elected on the day itself is declared after the House has risen.
WINNERS = """
    select results.boundary_set_id, area_id, area, region, country, person_id, person.mnis_id, candidate,
        results.party_id, party, standing_as, polling_on as elected_on, kind
    from results left join person using (person_id)
    where elected and basis = 'declared' and kind in ('general', 'by-election') and polling_on < $1
        and polling_on >= (
            select max(polling_on) from election
            where kind = 'general' and basis = 'declared' and coverage is null and polling_on < $1
        )
    qualify row_number() over (partition by results.boundary_set_id, area_id order by polling_on desc) = 1
    order by area
"""
NEXT_BY_ELECTION = """
    select boundary_set_id, area_id, polling_on, writ_on from contest
    where kind = 'by-election' and basis = 'declared' and polling_on >= $1
        and polling_on < coalesce((
            select min(polling_on) from election
            where kind = 'general' and basis = 'declared' and coverage is null and polling_on >= $1
        ), 'infinity')
    qualify row_number() over (partition by boundary_set_id, area_id order by polling_on) = 1
"""
NEXT_GENERAL = """
    select election_id, polling_on, election from election
    where kind = 'general' and basis = 'declared' and coverage is null and polling_on >= ? order by polling_on limit 1
"""
SUCCESSORS = """
    select old_boundary_set_id, old_area_id, area.area, area.boundary_set_id, area.area_id, addresses_of_old
    from overlap join area on area.boundary_set_id = new_boundary_set_id and area.area_id = new_area_id
    join contest on contest.boundary_set_id = area.boundary_set_id and contest.area_id = area.area_id
    where contest.election_id = ?
    qualify row_number() over (
        partition by old_boundary_set_id, old_area_id order by addresses_of_old desc, area.area_id
    ) = 1
"""


def sitting(record: Record, day: date) -> list[Found]:
    """A row a seat of the House on a day: who won it last before, and the next by-election there.

    `by_election_on` and `writ_on` are of a by-election later in the same Parliament, null where there
    was none: its seat was vacant from the writ at the latest. `vacant` is whether that was so on the
    day; a member who had left before the writ is not known to have. Parties are those they stood for.
    """
    later = {_seat(row): row for row in record.query(NEXT_BY_ELECTION, [day])}
    rows = record.query(WINNERS, [day])
    for row in rows:
        by_election = later.get(_seat(row), {"polling_on": None, "writ_on": None})
        row["by_election_on"], row["writ_on"] = by_election["polling_on"], by_election["writ_on"]
        row["vacant"] = bool(by_election["writ_on"] and by_election["writ_on"] <= day)
    return rows


def next_general(record: Record, day: date) -> Found | None:
    """The first general election after a day that the record holds declared."""
    return next(iter(record.query(NEXT_GENERAL, [day])), None)


def successors(record: Record, election_id: str) -> dict[tuple[str, str], Found]:
    """From an older seat to the seat of an election that took most of its addresses."""
    rows = record.query(SUCCESSORS, [election_id])
    return {(row["old_boundary_set_id"], row["old_area_id"]): row for row in rows}


def _seat(row: Found) -> tuple[str, str]:
    return row["boundary_set_id"], row["area_id"]
