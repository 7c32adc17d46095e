"""How seats were redrawn: what each seat of 2024 was made of, where each older one went, and its notional result."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from hustings import measures
from hustings.record.open import Record
from hustings.record.slivers import LEAST_PART

Row = dict[str, Any]
Seat = tuple[str, str]
# The election whose votes were put on the boundaries of 2024.
BEFORE = "parl.2019-12-12"


@dataclass(frozen=True, slots=True)
class Redrawn:
    """Parts that an older and a newer seat share, and notional results, by boundary set and area.

    A part has `old` and `new` (names), their keys, and the fractions of 1 of either's residential addresses, people
    and land that lie in it: `addresses_of_old`, `addresses_of_new` and so on. `made_of` are those of a newer seat,
    `went_to` of an older one, the largest first, slivers left out. `notional` has the parties of a newer seat and
    `declared` those of an older one in 2019, with votes and share, independents together; `repeated` are the newer
    seats whose notional result is a declared one, vote for vote; `notional_from` is who published the notional ones.
    """

    made_of: dict[Seat, list[Row]]
    went_to: dict[Seat, list[Row]]
    notional: dict[Seat, list[Row]]
    declared: dict[Seat, list[Row]]
    repeated: set[Seat]
    notional_from: set[str]


def redrawn(record: Record) -> Redrawn:
    """Every constituency that was redrawn for 2024, or drawn then."""
    made_of: dict[Seat, list[Row]] = defaultdict(list)
    went_to: dict[Seat, list[Row]] = defaultdict(list)
    for part in record.query(PARTS, [LEAST_PART, LEAST_PART]):
        made_of[new_seat(part)].append(part)
        went_to[old_seat(part)].append(part)
    for parts in made_of.values():
        parts.sort(key=lambda part: -part["addresses_of_new"])
    for parts in went_to.values():
        parts.sort(key=lambda part: -part["addresses_of_old"])
    notional = f"{BEFORE}.notional"
    return Redrawn(
        made_of=dict(made_of),
        went_to=dict(went_to),
        notional=_parties(record, notional),
        declared=_parties(record, BEFORE),
        repeated={(row["boundary_set_id"], row["area_id"]) for row in record.query(REPEATED, [BEFORE])},
        notional_from={row["source_id"] for row in record.query(NOTIONAL_FROM, [notional])},
    )


def new_seat(part: Row) -> Seat:
    """The newer of the two seats of a part."""
    return part["new_boundary_set_id"], part["new_area_id"]


def old_seat(part: Row) -> Seat:
    """The older of the two seats of a part."""
    return part["old_boundary_set_id"], part["old_area_id"]


PARTS = """
    select overlap.*, older.area as old, newer.area as new
    from overlap
    join area older on older.boundary_set_id = old_boundary_set_id and older.area_id = old_area_id
    join area newer on newer.boundary_set_id = new_boundary_set_id and newer.area_id = new_area_id
    where addresses_of_new >= ? or addresses_of_old >= ?
    order by newer.area, older.area
"""


NOTIONAL_FROM = "select distinct source_id from contest where election_id = ?"
REPEATED = """
    select contest.boundary_set_id, contest.area_id from contest join baseline using (contest_id)
    join contest as before on before.contest_id = baseline_contest_id
    where standard and rule = 'as-declared' and contest.kind = 'general' and before.election_id = ?
"""


def _parties(record: Record, election_id: str) -> dict[Seat, list[Row]]:
    """The parties of each seat at an election, those with most votes first, independents together."""
    results = record.results(election=election_id)
    totals = measures.party_totals(results, by=("boundary_set_id", "area_id"))
    seats: dict[Seat, list[Row]] = defaultdict(list)
    for row in record.rows(totals.order_by(totals.votes.desc(), "party")):
        seats[row["boundary_set_id"], row["area_id"]].append(row)
    return dict(seats)
