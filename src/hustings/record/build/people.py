"""Persons, members and maiden speeches."""

from collections import defaultdict

from hustings.record.build.library_index import SOURCE, LibraryIndex
from hustings.record.build.places import Tables
from hustings.record.identity import same_person
from hustings.record.readers.cells import Row, Value

Numbers = dict[str, str]


def number_people(index: LibraryIndex, candidacies: list[Row]) -> Numbers:
    """The person each published number means; each candidacy's two numbers give way to its `person_id`."""
    members = [(f"mnis:{row['mnis_id']}", None) for row in index.dump["members"]]
    persons = same_person([*map(_numbers, candidacies), *members])
    for row in candidacies:
        first = next(filter(None, _numbers(row)), None)
        row["person_id"] = persons[first] if first else None
        del row["mnis_id"], row["democracy_club_id"]
    return persons


def compile_people(index: LibraryIndex, candidacies: list[Row], persons: Numbers, polled: dict[Value, Value]) -> Tables:
    """Persons that some candidacy or member names, members, and maiden speeches.

    `polled` gives the polling day of each contest, so that a person is called by the name of
    their latest candidacy, or a member's name where they have none.
    """
    members = index.dump["members"]
    names = {persons[f"mnis:{row['mnis_id']}"]: f"{row['given_name']} {row['family_name']}" for row in members}
    for row in sorted(candidacies, key=lambda row: str(polled[row["contest_id"]])):
        if row["person_id"]:
            names[str(row["person_id"])] = str(row["candidate"])
    return {
        "person": _persons(names, persons),
        "member": [_member(row, persons) for row in members],
        "maiden_speech": [_maiden_speech(row, index) for row in index.dump["maiden_speeches"]],
    }


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
