"""Finding seats, people and parties by any part of a name, with small misspellings forgiven."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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
NEAR_ENOUGH = 78.0

SEATS = """
    select area as name, boundary_set_id || '/' || area_id as key,
        any_value(region || if(region = country, '', ', England')) || ', fought '
        || string_agg(distinct year(polling_on)::varchar, ', ' order by year(polling_on)::varchar) as about
    from area join contest using (boundary_set_id, area_id)
    where basis = 'declared' group by area, boundary_set_id, area_id order by max(polling_on) desc, name
"""
# Candidacies that no publisher numbers are a person each by name alone, and are counted together.
PEOPLE = """
    select candidate as name, coalesce(person_id, candidate) as key,
        last(party || ', ' || area || ' ' || year(polling_on) order by polling_on)
        || if(count(*) > 1, ' and ' || (count(*) - 1) || ' more', '') as about
    from results where candidate is not null
    group by candidate, coalesce(person_id, candidate) order by max(polling_on) desc, name
"""
PARTIES = """
    select party.party as name, party.party_id as key, abbreviation,
        coalesce(abbreviation || ', ', '') || count(candidacy_id) || ' candidacies in the record' as about
    from party left join candidacy on candidacy.party_id = party.party_id and candidate is not null
    group by party.party, party.party_id, abbreviation order by count(candidacy_id) desc, name
"""


def find(record: Record, text: str, limit: int = 20) -> list[Named]:
    """What answers to a text, best first: whole names, then names holding its words, then near ones."""
    wanted = plain(text)
    if not wanted:
        return []
    found: list[Named] = []
    for kind, query in (("seat", SEATS), ("party", PARTIES), ("person", PEOPLE)):
        rows = record.query(query)
        scores = _scores(wanted, [row["name"] for row in rows])
        for row, score in zip(rows, scores, strict=True):
            if wanted == plain(str(row.get("abbreviation") or "")):
                score = 100.0  # noqa: PLW2901 an abbreviation is as good as the name
            if score >= NEAR_ENOUGH:
                found.append(Named(kind, row["name"], row["about"], row["key"], round(score, 1)))
    found.sort(key=lambda one: (-one.score, KINDS.index(one.kind)))
    return found[:limit]


def _scores(wanted: str, names: list[str]) -> list[float]:
    """How well each name answers: 100 the same, 95 holding every word, else RapidFuzz's best ratio below."""
    from rapidfuzz import fuzz

    words = set(wanted.split())
    scores = []
    for name in names:
        one = plain(name)
        if one == wanted:
            scores.append(100.0)
        elif words <= set(one.split()):
            scores.append(95.0)
        else:
            near = max(fuzz.token_sort_ratio(wanted, one), 0.9 * fuzz.partial_ratio(wanted, one))
            scores.append(min(near, 94.0) if len(wanted) > 3 else 0.0)
    return scores
