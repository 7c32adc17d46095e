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
    `went_to` of an older one, the largest first, slivers left out. `notional` has party, votes and share.
    """

    made_of: dict[Seat, list[Row]]
    went_to: dict[Seat, list[Row]]
    notional: dict[Seat, list[Row]]


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
    return Redrawn(made_of, went_to, _notional(record))


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


def _notional(record: Record) -> dict[Seat, list[Row]]:
    """The notional result of each seat of 2024, those with most votes first."""
    drawn_later = record.results(election=f"{BEFORE}.notional")
    contests = record.table("contest").select("contest_id", "source_id")
    columns = drawn_later.select(
        "boundary_set_id",
        "area_id",
        "contest_id",
        "party_id",
        "party",
        "line_id",
        "standing_as",
        "votes",
        share=measures.share(drawn_later),
    )
    columns = columns.join(contests, "contest_id")
    notional: dict[Seat, list[Row]] = defaultdict(list)
    for row in record.rows(columns.order_by(columns.votes.desc(), "party")):
        notional[row["boundary_set_id"], row["area_id"]].append(row)
    return notional
