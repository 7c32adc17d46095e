"""From a person's name as someone types it to the people of the record who stood by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hustings.errors import UnknownName
from hustings.record.find import holding, near
from hustings.record.names import plain

if TYPE_CHECKING:
    from hustings.record.open import Record

Found = dict[str, Any]

# A candidacy that is linked to no other is a person of its own, under its own id; the index of names has all such
# of one name together.
STOOD = """
    select coalesce(person_id, candidacy_id) as person_id, coalesce(person_id, candidate) as key, candidate, contest_id,
        polling_on, area, region, country, council_id, party
    from results where basis = 'declared' and candidate is not null
"""
PEOPLE = f"""
    with stood as ({STOOD})
    select person_id, last(candidate order by polling_on, length(candidate)) as person,
        list(distinct candidate order by candidate) as names,
        min(year(polling_on)) as first_year, max(year(polling_on)) as last_year, count(*) as candidacies,
        list(distinct area order by area) as areas, list(distinct council_id order by council_id) as councils,
        list(distinct coalesce(region, country) order by coalesce(region, country)) as regions,
        list(distinct party order by party) as parties, list(contest_id) as contests
    from stood where person_id = ? or key in (select unnest(?)) group by person_id
    order by candidacies desc, last_year desc, person, person_id
"""
PERSON = ("person",)
MOST_OFFERED = 3


def find_people(record: Record, named: str, place: str | None = None) -> list[Found]:
    """Everyone who stood under a name or has that id, those who stood most first; of a place, if one is given.

    All who bear the very name, or else all whose name holds its words. Raises UnknownName with the
    nearest names where there is nobody.
    """
    keys = [one.key for one in holding(record, named, PERSON)]
    # No id has a space in it.
    people = record.query(PEOPLE, [named, keys]) if keys or " " not in named else []
    exact = [row for row in people if row["person_id"] == named] or [
        row for row in people if any(plain(name) == plain(named) for name in row["names"])
    ]
    found = exact or people
    if not found:
        raise _unknown(record, named)
    there = [row for row in found if place is None or _stood_in(row, place)]
    if not there:
        where = sorted({area for row in found for area in row["areas"]})
        raise UnknownName(f"nobody called {named!r} stood in {place!r}; {_places(where)}", tuple(where[:3]))
    return there


def _stood_in(row: Found, place: str) -> bool:
    """Whether a person stood in a seat, ward, council or region of that name, or one whose name holds it."""
    names = [*row["areas"], *row["councils"], *row["regions"]]
    wanted = set(plain(place).split())
    return any(name and wanted <= set(plain(name).split()) for name in names)


def _places(where: list[str]) -> str:
    more = f" and {len(where) - 3} places more" if len(where) > 3 else ""
    return f"they stood in {', '.join(where[:3])}{more}"


def _unknown(record: Record, named: str) -> UnknownName:
    names = tuple(dict.fromkeys(one.name for one in near(record, named, PERSON)))[:MOST_OFFERED]
    mend = f"did you mean {' or '.join(names)}?" if names else "try `hustings find` with a part of the name"
    return UnknownName(f"nobody called {named!r} in the record; {mend}", names)
