"""Which ward and which local authority lies in which constituency of 2024, as the ONS publishes it."""

from datetime import date

from hustings.errors import RecordFault
from hustings.record.build.places import Tables
from hustings.record.build.raw import Raw
from hustings.record.readers.cells import Row, Value
from hustings.record.readers.ward_lookup import read_ward_lookup

SOURCE: Row = {"source_id": "ward-to-constituency"}
COUNTRIES = {"E": "England", "W": "Wales", "S": "Scotland", "N": "Northern Ireland"}
# The general election on the boundaries of 2010, and the one on those of 2024, that shapes and lookups are drawn for.
ON_2010, ON_2024 = date(2010, 5, 6), date(2024, 7, 4)

Seats = dict[Value, Row]


def seats_on(tables: Tables, day: date) -> Seats:
    """The constituencies in force on a day, by area id."""
    in_force = {
        row["boundary_set_id"]
        for row in tables["boundary_set"]
        if row["kind"] == "constituencies" and row["start_on"] <= day <= (row["end_on"] or date.max)  # type: ignore[operator]
    }
    return {row["area_id"]: row for row in tables["area"] if row["boundary_set_id"] in in_force}


def in_seat(seats: Seats, area_id: Value) -> Row:
    """The key of a constituency in force; RecordFault where no constituency has that code."""
    if area_id not in seats:
        raise RecordFault(f"no constituency in force has the code {area_id}")
    return {"boundary_set_id": seats[area_id]["boundary_set_id"], "area_id": area_id}


def compile_lookups(raw: Raw, tables: Tables) -> Tables:
    """The tables of local authorities, and of wards with their constituencies."""
    rows, seats = read_ward_lookup(raw.path("ward-to-constituency")), seats_on(tables, ON_2024)
    # No constituency crosses the border of a region of England, so any tells an authority's.
    authorities = {row["local_authority_id"]: _authority(row, seats[row["area_id"]]) for row in rows}
    return {"local_authority": list(authorities.values()), "lookup": [_ward_part(row, seats) for row in rows]}


def _authority(row: Row, seat: Row) -> Row:
    return {
        "local_authority_id": row["local_authority_id"],
        "local_authority": row["local_authority"],
        "region": seat["region"],
        "country": COUNTRIES[str(row["local_authority_id"])[0]],
        **SOURCE,
    }


def _ward_part(row: Row, seats: Seats) -> Row:
    kept = ("ward_id", "ward", "ward_welsh", "local_authority_id", "split")
    return {key: row[key] for key in kept} | in_seat(seats, row["area_id"]) | {"disputed": False, **SOURCE}
