"""Persons, members and maiden speeches."""

from collections import defaultdict

from hustings.record.build.library_index import SOURCE, LibraryIndex
from hustings.record.build.places import Tables
from hustings.record.identity import same_person
from hustings.record.readers.cells import Row, Value


def compile_people(index: LibraryIndex, candidacies: list[Row], polled: dict[Value, Value]) -> Tables:
    """Persons by their published numbers, members, and maiden speeches.

    `polled` gives the polling day of each contest, so that a person is called by the name of
    their latest candidacy. Each candidacy's two numbers give way to its `person_id`.
    """
    members = index.dump["members"]
    numbers = [_numbers(row) for row in candidacies] + [(f"mnis:{row['mnis_id']}", None) for row in members]
    persons = same_person(numbers)
    names = {persons[f"mnis:{row['mnis_id']}"]: f"{row['given_name']} {row['family_name']}" for row in members}
    for row in sorted(candidacies, key=lambda row: str(polled[row["contest_id"]])):
        first = next(filter(None, _numbers(row)), None)
        row["person_id"] = persons[first] if first else None
        del row["mnis_id"], row["democracy_club_id"]
        if first:
            names[persons[first]] = str(row["candidate"])
    return {
        "person": _persons(names, persons),
        "member": [_member(row, persons) for row in members],
        "maiden_speech": [_maiden_speech(row, index) for row in index.dump["maiden_speeches"]],
    }


def only_named(persons: list[Row], candidacies: list[Row], members: list[Row]) -> list[Row]:
    """The persons that some candidacy or member still names once corrections have been made."""
    named = {row["person_id"] for row in (*candidacies, *members)}
    return [row for row in persons if row["person_id"] in named]


def _numbers(row: Row) -> tuple[str | None, str | None]:
    mnis, democracy_club = row.get("mnis_id"), row.get("democracy_club_id")
    return (f"mnis:{mnis}" if mnis else None, f"dc:{democracy_club}" if democracy_club else None)


def _persons(names: dict[str, str], persons: dict[str, str]) -> list[Row]:
    numbers: dict[str, dict[str, str]] = defaultdict(dict)
    for published, person in sorted(persons.items(), reverse=True):
        register, digits = published.split(":")
        numbers[person][register] = digits
    return [
        {
            "person_id": person,
            "person": name,
            "mnis_id": numbers[person].get("mnis"),
            "democracy_club_id": numbers[person].get("dc"),
            **SOURCE,
        }
        for person, name in names.items()
    ]


def _member(row: Row, persons: dict[str, str]) -> Row:
    return {
        "mnis_id": row["mnis_id"],
        "person_id": persons[f"mnis:{row['mnis_id']}"],
        "given_name": row["given_name"],
        "family_name": row["family_name"],
        **SOURCE,
    }


def _maiden_speech(row: Row, index: LibraryIndex) -> Row:
    boundary_set, area = index.areas[index.seats[row["constituency_group_id"]]["constituency_area_id"]]
    return {
        "mnis_id": index.members[row["member_id"]],
        "made_on": row["made_on"],
        "parliament": index.parliaments[row["parliament_period_id"]],
        "session": row["session_number"],
        "boundary_set_id": boundary_set,
        "area_id": area,
        "hansard": row["hansard_reference"],
        "address": row["hansard_url"],
        **SOURCE,
    }
