"""A local authority and its constituencies: who lives in both, and their results side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hustings.publish.reports.place import FILED
from hustings.publish.reports.winners import winners
from hustings.record.localities import Locality, find_locality
from hustings.record.open import Record
from hustings.record.slivers import LEAST_PART

Row = dict[str, Any]

PARTS = """
    select authority_part.*, area.area, area.country from authority_part join area using (boundary_set_id, area_id)
    where local_authority_id = ? order by people desc
"""
# The general election that the boundaries were first fought at, or the latest since, and what came after it.
CONTESTS = """
    select contest_id, area_id, polling_on, kind, election_id, source_id,
        kind = 'general' and polling_on = max(polling_on) filter (kind = 'general') over () as general
    from contest where basis = 'declared' and (boundary_set_id, area_id) in (
        select boundary_set_id, area_id from authority_part where local_authority_id = ?)
    and kind in ('general', 'by-election') order by polling_on
"""
COUNCILS = """
    select council_code.gss as local_authority_id, council_id, council from council join council_code using (council_id)
    where list_contains(?, council_code.gss)
"""
SOURCES = """
    select publisher, title, licence, as_of from source where source_id in (select unnest(?)) order by all
"""
WARDS = """
    select area_id, count(*)::int as wards, count(*) filter (split)::int as split_wards, bool_or(disputed) as disputed
    from lookup where local_authority_id = ? group by area_id
"""


@dataclass(frozen=True, slots=True)
class BoroughReport:
    """A local authority, the constituencies it shares people with, the slivers left out, and its sources."""

    place: Locality
    council: Row | None
    constituencies: list[Row]
    slivers: list[Row]
    filed: list[Row]
    sources: list[Row]


def borough_report(record: Record, named: str) -> BoroughReport:
    """The report of the local authority that a name means; raises as `find_locality` does."""
    place = find_locality(record, named, ("local authority",))
    parts = record.query(PARTS, [place.area_id])
    wards = {row["area_id"]: row for row in record.query(WARDS, [place.area_id])}
    contests = record.query(CONTESTS, [place.area_id])
    results = _results(record, contests)
    rows = [row | _ward_counts(wards.get(row["area_id"])) | results.get(row["area_id"], {}) for row in parts]
    return BoroughReport(
        place=place,
        council=next(iter(record.query(COUNCILS, [[place.area_id]])), None),
        constituencies=[row for row in rows if not _sliver(row)],
        slivers=[row for row in rows if _sliver(row)],
        filed=record.query(FILED, [place.area_id]),
        sources=record.query(SOURCES, [_source_ids(parts, contests)]),
    )


def _sliver(row: Row) -> bool:
    return bool(max(row["population_of_constituency"], row["population_of_authority"]) < LEAST_PART)


def _ward_counts(found: Row | None) -> Row:
    return {"wards": found["wards"] if found else 0, "split_wards": found["split_wards"] if found else 0}


def _results(record: Record, contests: list[Row]) -> dict[str, Row]:
    """By constituency: the winner at the latest general election, and the by-elections since."""
    general = [row["contest_id"] for row in contests if row["general"]]
    with record.results_of([row["contest_id"] for row in contests]) as results:
        won = record.rows(winners(results))
    latest = {row["area_id"]: row for row in won if row["contest_id"] in general}
    for area_id, row in latest.items():
        row["since"] = sorted(
            (one for one in won if one["area_id"] == area_id and one["polling_on"] > row["polling_on"]),
            key=lambda one: one["polling_on"],
        )
    return latest


def _source_ids(parts: list[Row], contests: list[Row]) -> list[str]:
    estimated = any(row["split_people"] != 0 for row in parts)
    return [
        *{row["source_id"] for row in parts},
        *{row["land_source_id"] for row in parts if row["land_source_id"]},
        *{row["source_id"] for row in contests if row["general"]},
        *(["small-area-to-constituency"] if estimated else []),
        "ward-to-constituency",
    ]
