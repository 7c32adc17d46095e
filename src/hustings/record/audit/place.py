"""Checks of the census, of which place lies in which, and of what is known of constituencies."""

import csv
from pathlib import Path

from hustings.record.audit.check import Check, Fault, Finding, sql_check
from hustings.record.open import Record

PUBLISHED = Path(__file__).parent / "known_census.csv"
# Scotland's answers are perturbed one by one, so they add up to all people only about.
ANSWERS = """
    select 'census' as "table", concat_ws('|', kind, area_id, scope, topic) as key, 'base' as field,
        sum(count)::int as published, any_value(base) as "right", scope, count(*) as answers,
        bool_or(method = 'weighted') as weighted
    from census join census_category using (scope, topic, category) where not subtotal
    group by kind, area_id, scope, topic
"""
# Rounding moves an answer of each area by half a person at most.
KINDS = """
    with summed as (
        select scope, topic, category, kind, sum(count) as people, count(*) as areas from census group by all
    )
    select 'census' as "table", concat_ws('|', summed.kind, scope, topic, category) as key, 'count' as field,
        summed.people::bigint as published, authority.people::bigint as "right", summed.areas
    from summed join summed as authority using (scope, topic, category) where authority.kind = 'local authority'
"""
SHARES = """
    select 'census' as "table", concat_ws('|', kind, area_id, scope, topic, category) as key, 'share' as field,
        share as published, count / nullif(base, 0) as "right", count, base, rank, split_base, estimated, method
    from census
"""
PARTS = """
    select 'authority_part' as "table", of_what as key, field, sum(part) as published, 1 as "right" from (
        unpivot (select area_id, local_authority_id, population_of_constituency, population_of_authority,
            land_of_constituency, land_of_authority from authority_part)
        on columns(* exclude (area_id, local_authority_id)) into name field value part
    ) cross join lateral (select if(ends_with(field, 'constituency'), area_id, local_authority_id) as of_what)
    group by all
"""
SPLITS = """
    select 'lookup' as "table", concat_ws('|', ward_id, boundary_set_id, area_id) as key, 'split' as field,
        if(split, 'True', 'False') as published, null as "right", split, count(*) over (partition by ward_id) as parts
    from lookup
"""
# A ward that its lookup puts where none of the authority's people are.
WARDS = """
    select 'lookup' as "table", concat_ws('|', ward_id, boundary_set_id, area_id) as key, 'area_id' as field,
        area_id as published, null as "right", people
    from lookup left join authority_part using (boundary_set_id, area_id, local_authority_id)
"""
OLDEST = """
    select 'population' as "table", concat_ws('|', boundary_set_id, area_id, 90) as key, 'people' as field,
        sum(people) filter (age = 90) as published, null as "right",
        sum(people) filter (age = 89) as of_89
    from population group by boundary_set_id, area_id
"""
BIRTHS = """
    select 'country_of_birth' as "table", concat_ws('|', boundary_set_id, area_id) as key, 'share' as field,
        sum(share) as published, 1 as "right"
    from country_of_birth group by boundary_set_id, area_id
"""
RETURNS = """
    select 'spending' as "table", concat_ws('|', contest_id, name, party) as key, 'candidacy_id' as field,
        candidacy_id as published, 'a candidacy of its own' as "right",
        count(*) over (partition by candidacy_id) as returns
    from spending
"""
BESIDE = """
    select 'neighbour' as "table",
        concat_ws('|', boundary_set_id, area_id, neighbour_boundary_set_id, neighbour_area_id) as key,
        'neighbour_area_id' as field, neighbour_area_id as published, 'the same the other way' as "right",
        (neighbour_boundary_set_id, neighbour_area_id, boundary_set_id, area_id) in (
            select (boundary_set_id, area_id, neighbour_boundary_set_id, neighbour_area_id) from neighbour
        ) as mutual
    from neighbour
"""
# Each table of constituencies, on the boundaries of which general election it has them all.
COMPLETE = {
    "hex": ("parl.2010-05-06", "parl.2024-07-04"),
    "outline": ("parl.2010-05-06", "parl.2024-07-04"),
    "population": ("parl.2024-07-04",),
    "country_of_birth": ("parl.2024-07-04",),
    "deprivation": ("parl.2024-07-04",),
    "authority_part": ("parl.2024-07-04",),
    "lookup": ("parl.2024-07-04",),
}


def place_checks() -> list[Check]:
    """What must hold of the census, the lookups, and the tables of constituencies."""
    return [*_census_checks(), *_lookup_checks(), *_constituency_checks()]


def _census_checks() -> list[Check]:
    return [
        sql_check(
            "census answers",
            "the answers of an area add up to all who are counted there: to one where small areas are whole, "
            "to a person an answer where they are split, to half a percent in Scotland, which perturbs each answer",
            ANSWERS,
            'abs(published - "right") > '
            "if(scope = 'Scotland', greatest(15, 0.005 * \"right\"), if(weighted, answers, 0))",
        ),
        sql_check(
            "census kinds",
            "constituencies, and wards, add up to what local authorities add up to, but for rounding",
            KINDS,
            'abs(published - "right") > 0.5 * areas',
        ),
        sql_check(
            "census shares",
            "share is count / base, ranked where there is one; what is estimated says so",
            SHARES,
            'published is distinct from "right" or (rank is null) != (base = 0) or split_base > base '
            "or estimated != (method != 'exact') or (split_base > 0 and method != 'weighted')",
        ),
        Check("census published", "the census adds up to what was published of the nation or the place", _known),
    ]


def _lookup_checks() -> list[Check]:
    return [
        sql_check(
            "authority parts",
            "the parts of a constituency, and of a local authority, add up to the whole",
            PARTS,
            "abs(published - 1) > 1e-9",
        ),
        sql_check(
            "split wards",
            "a ward is flagged as split where it is in several constituencies",
            SPLITS,
            "split != (parts > 1)",
        ),
        sql_check(
            "wards and people",
            "where a ward is put in a constituency, people of its local authority live in that constituency",
            WARDS,
            "people is null",
        ),
    ]


def _constituency_checks() -> list[Check]:
    return [
        sql_check("neighbours", "a neighbour's neighbour is the constituency itself", BESIDE, "not mutual"),
        sql_check("oldest people", "those of 90 and over outnumber those of 89", OLDEST, "published <= of_89"),
        sql_check(
            "births",
            "the shares by country of birth add up to 1, but for rounding",
            BIRTHS,
            "abs(published - 1) > 0.0016",
        ),
        sql_check(
            "returns",
            "each return of spending is of one candidacy, which has no other",
            RETURNS,
            "published is null or returns > 1",
        ),
        Check(
            "places complete",
            "every constituency has its hexagon, outline, people, deprivation and lookups",
            _complete,
        ),
    ]


def _known(record: Record) -> Finding:
    """Published counts, within the noise of perturbed small areas, and shares as printed."""
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        stated = list(csv.DictReader(file))
    summed = """
        select sum(count)::bigint as count, sum(count) / sum(base) as share from census
        where scope = ? and kind = ? and topic = ? and category = ? and (area_id = ? or ? = '')
    """
    faults = []
    for row in stated:
        values = [row[name] for name in ("scope", "kind", "topic", "category", "area_id", "area_id")]
        ours = record.query(summed, values)[0]
        key = "|".join(row[name] for name in ("kind", "area_id", "scope", "topic", "category"))
        if ours["count"] is None or (row["count"] and abs(ours["count"] - int(row["count"])) > int(row["within"])):
            faults.append(Fault("census", key, "count", row["count"], str(ours["count"])))
        elif abs(ours["share"] - float(row["share"])) > 0.0005:
            faults.append(Fault("census", key, "share", row["share"], str(ours["share"])))
    return Finding(len(stated), faults)


def _complete(record: Record) -> Finding:
    looked, faults = 0, []
    for table, elections in COMPLETE.items():
        seats = record.query(
            f"select distinct boundary_set_id, area_id, boundary_set_id || '|' || area_id in "
            f"(select boundary_set_id || '|' || area_id from {table}) as there "
            "from contest where election_id in (select unnest(?)) order by all",
            [list(elections)],
        )
        looked += len(seats)
        missing = [row for row in seats if not row["there"]]
        faults += [
            Fault(table, f"{row['boundary_set_id']}|{row['area_id']}", "area_id", "(no row)", row["area_id"])
            for row in missing
        ]
    return Finding(looked, faults)
