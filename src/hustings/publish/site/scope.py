"""Which contests a site is of: the general elections since 2010 and by-elections, of everywhere or of one borough."""

from __future__ import annotations

from typing import NamedTuple

from hustings.record.localities import find_locality
from hustings.record.open import Record
from hustings.record.slivers import LEAST_PART, LIES_IN

# The first general election that the record has with both candidates and boundaries throughout.
FIRST_DAY = "2010-05-06"


class Scope(NamedTuple):
    """The contests of a site, and the borough it is of, if it is not of everywhere."""

    contest_ids: tuple[str, ...]
    borough: str | None


def scope_of(record: Record, borough: str | None = None) -> Scope:
    """Every declared contest for the Commons since 2010; of the constituencies of a borough, if one is named.

    A borough's are those of 2024 that its people live in, and of 2010 those that gave them addresses.
    Raises as `find_locality` does.
    """
    place = find_locality(record, borough, ("local authority",)) if borough else None
    asked = place.area_id if place else None
    rows = record.query(CONTESTS, [asked, FIRST_DAY, asked is None])
    return Scope(tuple(row["contest_id"] for row in rows), place.name if place else None)


CONTESTS = f"""
    with own as (
        select boundary_set_id, area_id from authority_part
        where local_authority_id = ? and {LIES_IN}
    ), seats as (
        from own
        union
        select old_boundary_set_id, old_area_id from overlap
        join own on new_boundary_set_id = boundary_set_id and new_area_id = area_id
        where addresses_of_new >= {LEAST_PART}
    )
    select contest_id from contest
    where basis = 'declared' and kind in ('general', 'by-election') and polling_on >= cast(? as date)
        and (? or (boundary_set_id, area_id) in (select (boundary_set_id, area_id) from seats))
    order by polling_on, contest_id
"""
