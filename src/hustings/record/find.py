"""Finding seats, people and parties by any part of a name, with small misspellings forgiven."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from hustings.record.names import plain

if TYPE_CHECKING:
    from hustings.record.open import Record


class Named(NamedTuple):
    """Something in the record that has a name."""

    kind: str
    name: str
    about: str
    key: str
    score: float


# A seat of today before one of yesterday, a seat before a person of the same name.
KINDS = ("seat", "party", "person")
# Of 100: a name that holds every word asked for, one that is near to them; fewer letters than this
# cannot be misspelt.
SAME = 100.0
HOLDS = 95.0
NEAR_ENOUGH = 78.0
SHORTEST = 4

SEATS = """
    select area as name, boundary_set_id || '/' || area_id as key,
        any_value(region || if(region = area.country, '', ', England')) || ', fought '
        || string_agg(distinct year(polling_on)::varchar, ', ' order by year(polling_on)::varchar) as about,
        bool_and(end_on < (select max(end_on) from boundary_set as own where own.kind = 'constituencies')) as older
    from area join boundary_set using (boundary_set_id) join contest using (boundary_set_id, area_id)
    where basis = 'declared' and contest.kind in ('general', 'by-election')
    group by area, boundary_set_id, area_id order by max(polling_on) desc, name
"""
# Candidacies that no publisher numbers are a person each by name alone, and are counted together.
# A person is called by the latest name, and found by any.
PEOPLE = """
    select last(candidate order by polling_on) as name, list(distinct candidate) as names,
        coalesce(person_id, candidate) as key,
        last(party || ', ' || area || ' ' || year(polling_on) order by polling_on)
        || if(count(*) > 1, ' and ' || (count(*) - 1) || ' more', '') as about
    from results where candidate is not null
    group by coalesce(person_id, candidate) order by max(polling_on) desc, name
"""
PARTIES = """
    select party.party as name, party.party_id as key, abbreviation,
        coalesce(abbreviation || ', ', '') || count(candidacy_id) || ' candidacies in the record' as about
    from party left join candidacy on candidacy.party_id = party.party_id and candidate is not null
    group by party.party, party.party_id, abbreviation order by count(candidacy_id) desc, name
"""


def find(record: Record, text: str) -> list[Named]:
    """What answers to a text, best first: names holding its words, or where none does, names near to it."""
    wanted = plain(text)
    if not wanted:
        return []
    found: list[Named] = []
    older: set[str] = set()
    for kind, query in (("seat", SEATS), ("party", PARTIES), ("person", PEOPLE)):
        for row in record.query(query):
            score = max(_score(wanted, plain(name)) for name in _names(row, wanted))
            if score >= NEAR_ENOUGH:
                older |= {row["key"]} if row.get("older") else set()
                found.append(Named(kind, row["name"], row["about"], row["key"], round(score, 1)))
    holding = [one for one in found if one.score >= HOLDS]
    # A seat of boundaries long gone comes last, unless that very name was asked for.
    return sorted(
        holding or found,
        key=lambda one: (one.key in older and one.score < SAME, -one.score, KINDS.index(one.kind)),
    )


def _names(row: dict[str, Any], wanted: str) -> list[str]:
    """Every name something goes by; its abbreviation only if that is what was asked for."""
    abbreviation = row.get("abbreviation") or ""
    return [row["name"], *row.get("names", ()), *([abbreviation] if plain(abbreviation) == wanted else [])]


def _score(wanted: str, name: str) -> float:
    """How well a name answers: 100 the same, 95 holding every word, else RapidFuzz's best ratio below."""
    from rapidfuzz import fuzz

    if name == wanted:
        return SAME
    if set(wanted.split()) <= set(name.split()):
        return HOLDS
    if len(wanted) < SHORTEST:
        return 0.0
    near = max(fuzz.token_sort_ratio(wanted, name), 0.9 * fuzz.partial_ratio(wanted, name))
    return min(near, HOLDS - 1)
