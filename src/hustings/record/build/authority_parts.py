"""What a constituency and a local authority share: people from the census, land from mySociety."""

import duckdb
import pyarrow as pa

from hustings.record.build.lookups import Seats
from hustings.record.build.raw import Raw
from hustings.record.readers.cells import Row
from hustings.record.readers.mysociety import read_authority_overlaps

LAND_SOURCE = "authority-to-constituency"
# In exact decimals, so that sums are the same in whatever order they are added.
LAND = """
    create table land as
    select area_id, local_authority_id, people_there::decimal(13, 2) as people_there, area::decimal(18, 2) as area
    from measured
"""
# Residents of small areas in both; Northern Ireland's, whose census is not in the record, as mySociety has them.
PEOPLE = f"""
    create table shared as
    with resident as (select small_area, total as people from total where topic = 'religion')
    select seat.area_id, authority.area_id as local_authority_id, sum(people * seat.part) as people,
        sum(if(seat.part < 1, people * seat.part, 0)) as split_people,
        'census-religion-' || if(starts_with(seat.area_id, 'S'), 'scotland', 'england-and-wales') as source_id
    from member as seat join member as authority using (small_area) join resident using (small_area)
    where seat.kind = 'constituency' and authority.kind = 'local authority'
    group by seat.area_id, authority.area_id
    union all
    select area_id, local_authority_id, people_there, null, '{LAND_SOURCE}'
    from land where starts_with(local_authority_id, 'N') and people_there > 0
"""
# A part that rounds to nobody is a sliver of the drawing, not a place.
PARTS = f"""
    select area_id, local_authority_id, round(people)::int as people, round(split_people)::int as split_people,
        people / sum(people) over seat as population_of_constituency,
        people / sum(people) over authority as population_of_authority,
        if(count(area) over seat = count(*) over seat, area / sum(area) over seat, null) as land_of_constituency,
        if(count(area) over authority = count(*) over authority, area / sum(area) over authority, null)
            as land_of_authority,
        if(area is null, null, '{LAND_SOURCE}') as land_source_id, source_id
    from shared left join land using (area_id, local_authority_id)
    window seat as (partition by area_id), authority as (partition by local_authority_id)
    qualify round(people) > 0
    order by area_id, local_authority_id
"""


def add_up_authority_parts(
    connection: duckdb.DuckDBPyConnection, raw: Raw, codes: dict[str, str], seats: Seats
) -> list[Row]:
    """The rows of `authority_part`, from tables `member` and `total`.

    Parts of land are of what mySociety lists; a pair it lacks (Hexham and Newcastle upon Tyne) has none,
    and neither have the others of that constituency or authority, which its absence would make too great.
    """
    land = [
        {
            "area_id": codes[str(row["PARL25"])],
            "local_authority_id": row["LAD23"],
            "people_there": row["overlap_pop"],
            "area": row["overlap_area"],
        }
        for row in read_authority_overlaps(raw.path(LAND_SOURCE))
    ]
    connection.register("measured", pa.Table.from_pylist(land))
    connection.execute(LAND)
    connection.execute(PEOPLE)
    parts = connection.sql(PARTS).to_arrow_table().to_pylist()
    return [row | {"boundary_set_id": seats[row["area_id"]]["boundary_set_id"]} for row in parts]
