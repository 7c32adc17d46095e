"""What the record holds and what it lacks: years, councils and fields, counted from the record itself."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hustings.record.schema import TABLES, Table

if TYPE_CHECKING:
    from hustings.record.open import Record

Counted = list[dict[str, Any]]
# Years without an election of a kind that had one before and after, and why, on our word.
GAPS = Path(__file__).with_name("gaps.csv")

HELD = """
    with row as (
        select contest_id, count(*) as candidacies, count(candidate) as named, count(person_id) as persons,
            count(*) filter (votes is null) as voteless, count(*) filter (elected is null) as undecided
        from candidacy group by contest_id
    )
    select kind, basis, year(polling_on) as year, count(distinct council_id) as councils,
        count(*) as contests, sum(seats) as seats, sum(row.candidacies)::int as candidacies,
        sum(named)::int as named, sum(persons)::int as persons,
        count(*) filter (electorate is null)::int as no_electorate,
        count(*) filter (if(voting_system = 'block', valid_ballots, valid_votes) is null)::int as no_ballots,
        count(*) filter (invalid_votes is null)::int as no_rejected,
        count(*) filter (voteless > 0)::int as no_votes,
        count(*) filter (undecided > 0)::int as no_winner
    from contest left join row using (contest_id)
    group by all order by list_position(['general', 'by-election', 'local', 'mayor'], any_value(kind)), basis, year
"""


def elections_held(record: Record) -> Counted:
    """A row a kind, basis and year: contests, seats and rows held, and how many contests lack a figure."""
    return record.query(HELD)


def years_missing(record: Record, gaps: Path = GAPS) -> Counted:
    """The years of local elections between the first and the last held that the record has none of, and why."""
    with gaps.open(encoding="utf-8", newline="") as file:
        reasons = {int(row["year"]): row["reason"] for row in csv.DictReader(file)}
    held = {row["year"] for row in elections_held(record) if row["kind"] == "local"}
    span = range(min(held), max(held) + 1) if held else range(0)
    return [{"kind": "local", "year": year, "reason": reasons.get(year)} for year in span if year not in held]


COUNCILS = """
    with held as (
        select council_id, year(polling_on) as year from contest where kind = 'local' group by all
    ), polled as (select distinct year from held)
    select year, council_type, count(distinct held.council_id)::int as councils,
        (select count(*)::int from council as other where other.council_type = council.council_type
            and coalesce(other.start_on <= make_date(year, 5, 31), true)
            and coalesce(other.end_on >= make_date(year, 5, 1), true)) as existing
    from council join polled on true left join held using (council_id, year)
    group by all order by year, council_type
"""
NEVER = """
    select council, council_type from council
    where council_id not in (select council_id from contest where kind = 'local') order by council_type, council
"""


def councils_held(record: Record) -> Counted:
    """A row a year and sort of council: how many the record has results of, and how many there were."""
    return [row for row in record.query(COUNCILS) if row["existing"]]


def councils_never_held(record: Record) -> Counted:
    """The councils that the record has no result of in any year."""
    return record.query(NEVER)


CENSUS = """
    with place as (
        select 'constituency' as kind, area_id from lookup group by all
        union all select 'ward', ward_id from lookup group by all
        union all select 'local authority', local_authority_id from local_authority
    ), nation as (
        select *, case left(area_id, 1) when 'S' then 'Scotland' when 'N' then 'Northern Ireland'
            else 'England and Wales' end as scope
        from place
    ), held as (select distinct kind, area_id, topic from census)
    select scope, asked.topic, kind, count(held.area_id)::int as held, count(*)::int as existing
    from nation cross join (select distinct topic from census) as asked
    left join held using (kind, area_id, topic) group by all order by all
"""


def census_held(record: Record) -> Counted:
    """A row a nation, topic and kind of place: how many the record has the census of, and how many there are."""
    return record.query(CENSUS)


def fields_unknown(record: Record) -> Counted:
    """A row a column that may be unknown: the table's rows, and in how many it is unknown."""
    return [row for table in TABLES.values() for row in _unknown(record, table)]


def _unknown(record: Record, table: Table) -> Counted:
    optional = [column.name for column in table.columns if column.optional]
    if not optional:
        return []
    counts = ", ".join(f'count(*) - count("{name}") as "{name}"' for name in optional)
    found = record.query(f"select count(*) as every_row, {counts} from {table.name}")[0]
    return [
        {"table": table.name, "column": name, "rows": found["every_row"], "unknown": found[name]} for name in optional
    ]
