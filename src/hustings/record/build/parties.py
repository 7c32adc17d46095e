"""Parties and their registrations: the Library's list, and those that only another publisher names."""

import csv
from collections import defaultdict
from functools import cache
from pathlib import Path

from hustings.errors import SourceFault
from hustings.record.build.general.labels import earlier_parties
from hustings.record.build.library_index import SOURCE, LibraryIndex, number
from hustings.record.build.places import Tables
from hustings.record.identity import slug
from hustings.record.readers.cells import Row, Value

# The Electoral Commission's abbreviations of 2005, written out by us: the list its workbook refers to is
# a document apart. A blank name is no party; a country stands where one abbreviation is several parties;
# six that we could not write out with certainty stand as printed.
NAMES_2005 = Path(__file__).parent / "party_names_2005.csv"
# How parties are drawn: chosen by us, near what is customary in coverage. A party that is not listed is
# drawn in grey: those listed have won a seat or a mayoralty, stand widely, or hold many seats on a council.
COLOURS = Path(__file__).parent / "party_colours.csv"


def party_colours() -> list[Row]:
    """The colour of each party that has one."""
    with COLOURS.open(encoding="utf-8", newline="") as file:
        return [{"party_id": row["party_id"], "colour": row["colour"]} for row in csv.DictReader(file)]


def compile_parties(index: LibraryIndex, by_candidacies: list[Row]) -> Tables:
    """The party table, with the line each party is compared along, and the register."""
    lines = party_lines(index)
    listed = [_party(row, lines[row["id"]]) for row in index.dump["political_parties"]]
    known = {row["party_id"] for row in listed}
    return {
        "party": listed + _unlisted(by_candidacies, known) + _named_2005(known) + earlier_parties(),
        "party_registration": [_registration(row, index) for row in index.dump["political_party_registrations"]],
    }


def party_lines(index: LibraryIndex) -> dict[Value, str]:
    """The party whose name a party's line bears: the latest to share an Electoral Commission number.

    The Brexit Party and Reform UK are one registration, PP7931, so their votes compare.
    """
    sharers: dict[Value, set[Value]] = defaultdict(set)
    for row in index.dump["political_party_registrations"]:
        sharers[row["electoral_commission_id"]].add(row["political_party_id"])
    latest = {party: party for party in index.parties}
    for parties in sharers.values():
        for party in parties:
            latest[party] = max([latest[party], *parties], key=number)
    return {party: index.parties[last] for party, last in latest.items()}


@cache
def names_2005() -> dict[tuple[str, str], str]:
    """From an abbreviation of 2005, and a country where it means another party there, to the party's name."""
    with NAMES_2005.open(encoding="utf-8", newline="") as file:
        return {(row["abbreviation"], row["country"]): row["party"] for row in csv.DictReader(file)}


def meant_2005(abbreviation: str, country: str) -> str:
    """The party an abbreviation of 2005 means in a country, blank for none; SourceFault where nobody wrote it out."""
    names = names_2005()
    for key in ((abbreviation, country), (abbreviation, "")):
        if key in names:
            return names[key]
    raise SourceFault(f"{abbreviation!r} of 2005 is not written out; add it to {NAMES_2005.name}")


def _party(row: Row, line: str) -> Row:
    return {
        "party_id": slug(str(row["name"])),
        "party": row["name"],
        "abbreviation": row["abbreviation"],
        "mnis_id": row["mnis_id"],
        "line_id": line,
        "parliamentary": row["has_been_parliamentary_party"],
        "note": row["disclaimer"],
        **SOURCE,
    }


def _registration(row: Row, index: LibraryIndex) -> Row:
    return {
        "registration_id": row["electoral_commission_id"],
        "party_id": index.parties[row["political_party_id"]],
        "register": index.countries[row["country_id"]]["name"],
        "start_on": row["start_on"],
        "end_on": row["end_on"],
        "name_updated_on": row["political_party_name_last_updated_on"],
        **SOURCE,
    }


def _unlisted(candidacies: list[Row], known: set[Value]) -> list[Row]:
    """Parties that first stood after the database was dumped."""
    source = "library-by-election-candidacies"
    found = {
        slug(str(row["Party name"])): _bare_party(
            str(row["Party name"]), row["Party abbreviation"], row["MNIS party ID"], source
        )
        for row in candidacies
        if row["Party name"] != "Independent"
    }
    return [party for key, party in found.items() if key not in known]


def _named_2005(known: set[Value]) -> list[Row]:
    return [
        _bare_party(name, abbreviation, None, "electoral-commission-2005")
        for (abbreviation, _), name in names_2005().items()
        if name and slug(name) not in known
    ]


def _bare_party(name: str, abbreviation: Value, mnis_id: Value, source: str) -> Row:
    return {
        "party_id": slug(name),
        "party": name,
        "abbreviation": abbreviation,
        "mnis_id": mnis_id,
        "line_id": slug(name),
        "parliamentary": False,
        "note": None,
        "source_id": source,
    }
