"""What each constituency of 2024 is like and looks like: people by age, birth, deprivation, hexagons, outlines."""

from collections.abc import Iterable

from hustings.record.build.lookups import ON_2010, ON_2024, Seats, in_seat, seats_on
from hustings.record.build.places import Tables
from hustings.record.build.raw import Raw
from hustings.record.build.spending import compile_spending
from hustings.record.readers.cells import Row
from hustings.record.readers.open_innovations import read_country_of_birth, read_deprivation, read_population
from hustings.record.readers.shapes import read_hexes, read_outlines
from hustings.record.schema.constituencies import POPULATION_DAY

# On which day's boundaries each map is drawn, and the property that holds the code of an outline.
HEXES = {"hexes-2010": ON_2010, "hexes-2024": ON_2024}
OUTLINES = {"outlines-2010": (ON_2010, "PCON22CD"), "outlines-2024": (ON_2024, "PCON24CD")}


def compile_constituencies(raw: Raw, tables: Tables) -> Tables:
    """The tables of maps, population, country of birth, deprivation and spending."""
    seats = seats_on(tables, ON_2024)
    hexes: list[Row] = []
    outlines: list[Row] = []
    for source, day in HEXES.items():
        hexes += _in_seats(read_hexes(raw.path(source)), seats_on(tables, day), source)
    for source, (day, code) in OUTLINES.items():
        outlines += _in_seats(read_outlines(raw.path(source), code), seats_on(tables, day), source)
    population = read_population(raw.path(source := "constituency-population-2022"))
    births = read_country_of_birth(raw.path(birth_source := "constituency-country-of-birth"))
    return {
        "hex": [{key: row[key] for key in row if key != "area"} for row in hexes],
        "outline": outlines,
        "population": [row | {"as_of": POPULATION_DAY} for row in _in_seats(population, seats, source)],
        "country_of_birth": _in_seats(births, seats, birth_source),
        "deprivation": _deprivation(raw, seats),
        "spending": compile_spending(raw, tables),
    }


def _deprivation(raw: Raw, seats: Seats) -> list[Row]:
    """Deprivation with the place of each among all, ties sharing it."""
    rows = _in_seats(read_deprivation(raw.path(source := "constituency-deprivation")), seats, source)
    scores = sorted((float(str(row["score"])) for row in rows), reverse=True)
    return [row | {"rank": scores.index(float(str(row["score"]))) + 1} for row in rows]


def _in_seats(rows: Iterable[Row], seats: Seats, source: str) -> list[Row]:
    return [row | in_seat(seats, row["area_id"]) | {"source_id": source} for row in rows]
