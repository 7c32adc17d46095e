"""Everything that was fought in some councils: their contests and who stood, before any is chosen."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from hustings.record.open import Record

Row = dict[str, Any]


class Roll(NamedTuple):
    """Some councils by id, the contests of their wards and mayors by id, and who stood in them."""

    councils: dict[str, str]
    contests: dict[str, Row]
    standing: list[Row]


CONTESTS = """
    select contest_id, election_id, polling_on, contest.kind, contest.basis, area, area_type,
        coalesce(region, '') as region, country, contest.source_id, contest.council_id, disputed, detail
    from contest join area using (boundary_set_id, area_id)
    where contest.council_id in ({marks}) and contest.kind in ('local', 'mayor')
    order by polling_on, contest_id
"""
# As the one shape of results has it: who stood under no party is an independent, or one of a lump of several.
STANDING = r"""
    select candidacy_id, contest_id, coalesce(candidate, whose) as name,
        coalesce(family_name, regexp_extract(candidate, '\S+$'), '') as family,
        coalesce(gender, '') as gender, whose as party,
        case standing_as when 'independent' then 'independent' else coalesce(party_id, 'other') end as party_id
    from (
        select candidacy.*, case standing_as when 'independent' then 'Independent' when 'speaker' then 'Speaker'
            when 'other' then 'Other' else coalesce(party.party, 'Other') end as whose
        from candidacy left join party using (party_id)
    )
    where contest_id in (select contest_id from contest where council_id in ({marks}) and kind in ('local', 'mayor'))
    order by contest_id, candidacy_id
"""
COUNCILS = "select council_id, council from council where council_id in ({marks})"


def roll_of(record: Record, councils: Collection[str]) -> Roll:
    """What was fought in some councils."""
    names = {row["council_id"]: row["council"] for row in asked(record, COUNCILS, councils)}
    contests = {row["contest_id"]: row for row in asked(record, CONTESTS, councils)}
    return Roll(names, contests, asked(record, STANDING, councils))


def asked(record: Record, sql: str, values: Collection[str]) -> list[Row]:
    """The rows of a query whose marks are some values; none of no values."""
    return record.query(sql.format(marks=", ".join("?" * len(values))), sorted(values)) if values else []


def seat_of(row: Row, councils: dict[str, str]) -> str:
    """What a contest is called: Weavers ward, mayor of Tower Hamlets."""
    if row["kind"] == "mayor":
        return f"mayor of {councils[row['council_id']]}"
    kind = "ward" if row["area_type"] == "Ward" else "division"
    return str(row["area"]) if str(row["area"]).lower().endswith(kind) else f"{row['area']} {kind}"
