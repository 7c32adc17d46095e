"""The names that a story on the Commons may use, as the catalogue holds them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from hustings.claims.names import KEYS_APART, Named, line
from hustings.claims.parties import PARTY_WORDS
from hustings.record.names import plain

if TYPE_CHECKING:
    from hustings.record.open import Record

SEATS = """
    select replace(area, ',', '') as name, list(distinct contest_id order by contest_id) as keys
    from contest join area using (boundary_set_id, area_id)
    where kind in ('general', 'by-election') and basis = 'declared' group by all
"""
PEOPLE = """
    select candidate as name, list(distinct contest_id order by contest_id) as keys
    from candidacy join contest using (contest_id)
    where kind in ('general', 'by-election') and basis = 'declared' and candidate is not null group by candidate
"""
PARTIES = """
    select distinct party as name, [party_id] as keys from candidacy join contest using (contest_id)
    join party using (party_id) where kind in ('general', 'by-election')
"""
# Places whose totals the catalogue has; what a name by itself means is the whole of it.
PLACES = (
    "Scotland",
    "Wales",
    "England",
    "Northern Ireland",
    "London",
    "North East",
    "North West",
    "Yorkshire and The Humber",
    "East Midlands",
    "West Midlands",
    "East of England",
    "South East",
    "South West",
)

NATIONS = {"Scottish": "Scotland", "Welsh": "Wales", "English": "England", "Northern Irish": "Northern Ireland"}


def names(record: Record) -> list[tuple[str, str, str, str]]:
    """The words of each name as they are compared, its kind, the name and its keys in one text: in order of words."""
    found = [
        (words, kind.value, name, KEYS_APART.join(keys))
        for kind, name, keys in _listed(record)
        for words in {line(name), plain(name)}
    ]
    # Of two names of the same words the seat is looked at first, as a longer name than a person's would be.
    return sorted(found, key=lambda row: (row[0], [*Named].index(Named(row[1])), *row[2:]))


def _listed(record: Record) -> Iterator[tuple[Named, str, tuple[str, ...]]]:
    for kind, sql in ((Named.SEAT, SEATS), (Named.PERSON, PEOPLE), (Named.PARTY, PARTIES)):
        for row in record.query(sql):
            for name in _written(kind, row):
                yield kind, name, tuple(row["keys"])
    for name, parties in PARTY_WORDS.items():
        yield Named.PARTY, name, parties
    for name in PLACES:
        yield Named.PLACE, name, (name,)
    for adjective, name in NATIONS.items():
        for noun in ("seats", "constituencies", "MPs"):
            yield Named.PLACE, f"{adjective} {noun}", (name,)


def _written(kind: Named, row: dict[str, Any]) -> Iterator[str]:
    """How a name is written: a seat called Brighton, Pavilion by its publisher is Brighton Pavilion in print."""
    name = str(row["name"])
    yield name
    if kind is Named.PERSON and len(parts := name.split()) > 2:
        yield f"{parts[0]} {parts[-1]}"
