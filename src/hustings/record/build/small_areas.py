"""Small areas put together: which part of each lies in a constituency, a ward and a local authority of 2024."""

from collections import Counter, defaultdict

import duckdb
import pyarrow as pa

from hustings.errors import RecordFault
from hustings.record.build.lookups import Seats
from hustings.record.build.raw import Raw
from hustings.record.names import plain
from hustings.record.readers.cells import Row, Value
from hustings.record.readers.mysociety import read_small_area_overlaps
from hustings.record.readers.small_area_lookups import (
    read_council_of_data_zone,
    read_redrawn_small_areas,
    read_ward_of_small_area,
)

# A small area of 2011, and a data zone, by its people in each constituency, or by land where nobody lives.
PARTS_OF_2011 = """
    create table part_2011 as
    select LSOA11 as small_area, code.area_id, original_pop as people,
        coalesce(
            overlap_pop / nullif(sum(overlap_pop) over here, 0), overlap_area / sum(overlap_area) over here
        ) as part
    from overlap join code on code.short_code = PARL25
    window here as (partition by LSOA11)
    qualify part > 0
"""
# A small area of 2021 has the parts of the ones of 2011 that it was drawn from, by their people.
PARTS_OF_2021 = """
    create table part_2021 as
    select small_area, area_id, redrawn, people / sum(people) over (partition by small_area) as part from (
        select lsoa21_code as small_area, area_id, bool_or(change_code in ('S', 'X')) as redrawn,
            sum(part * people) as people
        from redrawn join part_2011 on lsoa11_code = small_area group by all
    )
"""
# Where a small area of 2011 was cut up in 2021, its parts say nothing of where each piece lies: a piece in
# a ward that is whole goes with its ward, if the constituency is one that the old small area reached into.
SETTLED = """
    create table settled as
    select small_area, part_2021.area_id, 1.0 as part
    from part_2021 join fitted on lsoa21_code = small_area
    join whole_ward on whole_ward.ward_id = ward24_code and whole_ward.area_id = part_2021.area_id
    where redrawn and part < 1
"""
# A small area nests in an authority by law; the best fit follows its ward, even across the authority's border.
AUTHORITIES = """
    create table nested as
    select distinct lsoa21_code as small_area,
        if(ltla22_code in (select ltla24_code from fitted), ltla22_code, ltla24_code) as local_authority_id
    from fitted join redrawn using (lsoa21_code)
    union all select dz11_code, ltla20_code from zone
"""
# In exact decimals, so that sums are the same in whatever order they are added.
MEMBERS = """
    create table member as
    select kind, area_id, small_area, part::decimal(13, 12) as part from (
        select 'constituency' as kind, area_id, small_area, part from settled
        union all
        select 'constituency', area_id, small_area, part from part_2021 anti join settled using (small_area)
        union all
        select 'constituency', area_id, small_area, part from part_2011 where starts_with(small_area, 'S01')
        union all
        select 'ward', ward24_code, lsoa21_code, 1 from fitted
        union all
        select 'local authority', local_authority_id, small_area, 1 from nested
    )
"""
NOT_WHOLE = """
    select kind, small_area, sum(part) as parts from member
    group by all having abs(parts - 1) > 1e-9 order by all limit 1
"""


def place_small_areas(
    connection: duckdb.DuckDBPyConnection, raw: Raw, lookup: list[Row], codes: dict[str, str]
) -> None:
    """Make table `member` (kind, area_id, small_area, part) from what was published; `codes` are GSS by mySociety's."""
    connection.register("overlap", read_small_area_overlaps(raw.path("small-area-to-constituency")))
    connection.register("redrawn", read_redrawn_small_areas(raw.path("small-area-2011-to-2021")))
    connection.register("fitted", read_ward_of_small_area(raw.path("small-area-to-ward")))
    connection.register("zone", read_council_of_data_zone(raw.path("data-zone-to-council")))
    connection.register("code", pa.table({"short_code": list(codes), "area_id": list(codes.values())}))
    wards = whole_wards(lookup)
    connection.register("whole_ward", pa.table({"ward_id": list(wards), "area_id": list(wards.values())}))
    divide_small_areas(connection)


def divide_small_areas(connection: duckdb.DuckDBPyConnection) -> None:
    """Make table `member` from tables `overlap`, `redrawn`, `fitted`, `zone`, `code` and `whole_ward`.

    The parts of a small area add up to 1 in each kind of area; RecordFault where they do not.
    """
    for step in (PARTS_OF_2011, PARTS_OF_2021, SETTLED, AUTHORITIES, MEMBERS):
        connection.execute(step)
    if found := connection.execute(NOT_WHOLE).fetchone():
        raise RecordFault(f"the parts of small area {found[1]} in each {found[0]} add up to {found[2]}, not to 1")


def constituency_codes(codes: list[Row], seats: Seats) -> dict[str, str]:
    """GSS code by mySociety's, of the constituency in force that has the code, or else the name.

    Five Scottish constituencies kept their names in 2024 and have new codes, which mySociety has not.
    """
    by_name = {plain(str(seat["area"])): area_id for area_id, seat in seats.items()}
    found = {
        str(row["short_code"]): str(
            row["gss_code"] if row["gss_code"] in seats else by_name.get(plain(str(row["name"])))
        )
        for row in codes
    }
    twice = [area_id for area_id, count in Counter(found.values()).items() if count > 1 or area_id == "None"]
    if twice or len(found) != len(seats):
        raise RecordFault(f"mySociety's codes are not one for each constituency in force ({twice or len(found)})")
    return found


def whole_wards(lookup: list[Row]) -> dict[Value, Value]:
    """The constituency of each ward that lies in one alone, beyond dispute."""
    parts: dict[Value, list[Row]] = defaultdict(list)
    for row in lookup:
        parts[row["ward_id"]].append(row)
    return {
        ward: rows[0]["area_id"]
        for ward, rows in parts.items()
        if len(rows) == 1 and not rows[0]["split"] and not rows[0]["disputed"]
    }
