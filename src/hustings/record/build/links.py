"""People linked across candidacies, once everything else is compiled and corrected."""

from collections.abc import Iterable

from hustings.record.build.places import Tables
from hustings.record.build.raw import Raw
from hustings.record.people.link import link_people
from hustings.record.people.places import Gazetteer, Lookups, read_gazetteer
from hustings.record.readers.cells import Row
from hustings.record.readers.place_lookups import (
    read_seat_centres,
    read_seat_overlaps,
    read_wards_2019,
    read_wards_2024,
)


def compile_links(raw: Raw, tables: Tables, corrections: Iterable[Row]) -> None:
    """Fill person_link, person and candidacy.person_id of tables that are otherwise whole."""
    link_people(tables, gazetteer_of(raw, tables), corrections)


def gazetteer_of(raw: Raw, tables: Tables) -> Gazetteer:
    """Where seats and councils lie, from the published lookups."""
    return read_gazetteer(
        Lookups(
            wards_2024=read_wards_2024(raw.path("ward-to-constituency")),
            wards_2019=read_wards_2019(raw.path("ward-2019-to-constituency")),
            centres=read_seat_centres(raw.path("constituency-codes")),
            overlaps=read_seat_overlaps(raw.path("constituency-2010-to-2025")),
            codes={str(row["gss"]): str(row["council_id"]) for row in tables["council_code"]},
        )
    )
