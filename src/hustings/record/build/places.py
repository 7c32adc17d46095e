"""Boundary sets, areas, overlaps and legislation, from the Commons Library's dump."""

from hustings.record.build.library_index import SOURCE, LibraryIndex
from hustings.record.identity import election_id
from hustings.record.readers.cells import Row

Tables = dict[str, list[Row]]
LEGISLATION_KINDS = {"Acts of Parliament": "Act of Parliament", "Orders in Council": "Order in Council"}


def compile_places(index: LibraryIndex) -> Tables:
    """The tables of where: every constituency since 1997 and every boundary set since 1918."""
    dump = index.dump
    return {
        "boundary_set": [_boundary_set(row, index) for row in dump["boundary_sets"]],
        "election_boundary_set": _election_boundary_sets(index),
        "area": [_area(row, index) for row in dump["constituency_areas"]],
        "overlap": [_overlap(row, index) for row in dump["constituency_area_overlaps"]],
    } | _legislation(index)


def _boundary_set(row: Row, index: LibraryIndex) -> Row:
    return {
        "boundary_set_id": index.boundary_sets[row["id"]],
        "kind": "constituencies",
        "country": index.countries[row["country_id"]]["name"],
        "start_on": row["start_on"],
        "end_on": row["end_on"],
        "parent_id": index.boundary_sets.get(row["parent_boundary_set_id"]),
        "description": row["description"],
        **SOURCE,
    }


def _election_boundary_sets(index: LibraryIndex) -> list[Row]:
    polling = {row["id"]: row for row in index.dump["general_elections"]}
    return [
        {
            "election_id": election_id(polling[row["general_election_id"]]["polling_on"]),  # type: ignore[arg-type]
            "boundary_set_id": index.boundary_sets[row["boundary_set_id"]],
            "ordinality": row["ordinality"],
            **SOURCE,
        }
        for row in index.dump["general_election_in_boundary_sets"]
    ]


def _area(row: Row, index: LibraryIndex) -> Row:
    country = index.countries[row["country_id"]]
    region = index.regions.get(row["english_region_id"], country)
    types = {kind["id"]: kind["area_type"] for kind in index.dump["constituency_area_types"]}
    return {
        "boundary_set_id": index.boundary_sets[row["boundary_set_id"]],
        "area_id": row["geographic_code"],
        "area": row["name"],
        "area_type": types[row["constituency_area_type_id"]],
        "region": region["name"],
        "region_id": region["geographic_code"],
        "country": country["name"],
        "gss": row["geographic_code"] if row["is_geographic_code_issued_by_ons"] else None,
        "mnis_id": row["mnis_id"],
        **SOURCE,
    }


def _overlap(row: Row, index: LibraryIndex) -> Row:
    old_set, old_area = index.areas[row["from_constituency_area_id"]]
    new_set, new_area = index.areas[row["to_constituency_area_id"]]
    return {
        "old_boundary_set_id": old_set,
        "old_area_id": old_area,
        "new_boundary_set_id": new_set,
        "new_area_id": new_area,
        "addresses_of_old": row["from_constituency_residential"],
        "addresses_of_new": row["to_constituency_residential"],
        "population_of_old": row["from_constituency_population"],
        "population_of_new": row["to_constituency_population"],
        "land_of_old": row["from_constituency_geographical"],
        "land_of_new": row["to_constituency_geographical"],
        "formed_from_whole_of": row["formed_from_whole_of"],
        "forms_whole_of": row["forms_whole_of"],
        **SOURCE,
    }


def _legislation(index: LibraryIndex) -> Tables:
    dump = index.dump
    keys = {row["id"]: row["url_key"] for row in dump["legislation_items"]}
    kinds = {row["id"]: LEGISLATION_KINDS[str(row["label"])] for row in dump["legislation_types"]}
    return {
        "legislation": [
            {
                "legislation_id": row["url_key"],
                "title": row["title"],
                "kind": kinds[row["legislation_type_id"]],
                "made_on": row["made_on"],
                "royal_assent_on": row["royal_assent_on"],
                "statute_book_on": row["statute_book_on"],
                "address": row["uri"],
                **SOURCE,
            }
            for row in dump["legislation_items"]
        ],
        "boundary_set_legislation": [
            {
                "boundary_set_id": index.boundary_sets[row["boundary_set_id"]],
                "legislation_id": keys[row["legislation_item_id"]],
                **SOURCE,
            }
            for row in dump["boundary_set_legislation_items"]
        ],
        "enabling": [
            {
                "enabling_id": keys[row["enabling_legislation_id"]],
                "enabled_id": keys[row["enabled_legislation_id"]],
                **SOURCE,
            }
            for row in dump["enablings"]
        ],
    }
