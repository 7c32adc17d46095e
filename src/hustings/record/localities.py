"""From a place's name as someone types it to one constituency, ward or local authority of today."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from hustings.errors import AmbiguousName, UnknownName
from hustings.record.names import holds_words, nearest, plain
from hustings.record.schema.census import PLACE_KINDS

if TYPE_CHECKING:
    from hustings.record.open import Record

# A list of more choices than this helps nobody.
MOST_CHOICES = 8

LOCALITIES = """
    select kind, area_id, name, within from (
        select 'constituency' as kind, area_id, area as name, region as within
        from area semi join lookup using (boundary_set_id, area_id)
        union all
        select 'local authority', local_authority_id, local_authority, region from local_authority
        union all
        select distinct 'ward', ward_id, ward, local_authority
        from lookup join local_authority using (local_authority_id)
    ) order by list_position(['constituency', 'local authority', 'ward'], kind), name, within, area_id
"""


class Locality(NamedTuple):
    """A constituency of 2024, or a ward or local authority of December 2024: its code, name, and what it is in."""

    kind: str
    area_id: str
    name: str
    within: str


def find_locality(record: Record, named: str, kinds: Iterable[str] = PLACE_KINDS) -> Locality:
    """The place that a name, a part only one has, or a GSS code means.

    What stands after a comma tells places of one name apart: `Abbey, Reading`, `Cambridge, local authority`.
    A name alone means the one constituency or local authority that has it before any ward. Raises
    UnknownName with the nearest names, AmbiguousName with the places it may mean.
    """
    wanted = tuple(kinds)
    everywhere = [Locality(**row) for row in record.query(LOCALITIES)]
    places = [place for place in everywhere if place.kind in wanted]
    found = _named(places, named)
    if not found:
        raise _unknown(named, wanted, places, [place for place in everywhere if place.kind not in wanted])
    # A ward that has the very name of a constituency or an authority is seldom the one that is meant;
    # of places that only hold the word, none is meant before another.
    whole = plain(named.partition(",")[0]) == plain(found[0].name)
    larger = [place for place in found if place.kind != "ward"] if whole else []
    if len(found) > 1 and len(larger) != 1:
        choices = _choices(found)
        shown = choices[:MOST_CHOICES]
        more = f", or {len(choices) - len(shown)} more" if len(choices) > len(shown) else ""
        raise AmbiguousName(f"{named!r} may be {'; '.join(shown)}{more}; name one as it stands here", choices)
    return (larger or found)[0]


def namesakes(record: Record, place: Locality) -> tuple[str, ...]:
    """The other places of the same name, each as it must be typed to be told apart."""
    found = _named([Locality(**row) for row in record.query(LOCALITIES)], place.name)
    return tuple(choice for one, choice in zip(found, _choices(found), strict=True) if one != place)


def _unknown(named: str, kinds: tuple[str, ...], places: list[Locality], others: list[Locality]) -> UnknownName:
    """No place of these kinds has that name: one of another kind has it, or some names are near, or none."""
    what = " or ".join(kinds) if others else "constituency, ward or local authority"
    names = nearest(named, sorted({place.name for place in places}))
    if other := next((place for place in others if _same(place.name, named)), None):
        mend = f"it is a {other.kind} in {other.within}: ask with `hustings place`"
    elif names:
        mend = f"did you mean {' or '.join(names)}?"
    else:
        mend = "give its name in full, or its GSS code"
    return UnknownName(f"no {what} called {named!r}; {mend}", names)


def _named(places: list[Locality], named: str) -> list[Locality]:
    """Places of that code or name; else of the name before the last comma, in what stands after it; else holding it."""
    if exact := [place for place in places if named.strip().upper() == place.area_id or _same(place.name, named)]:
        return exact
    name, comma, where = named.rpartition(",")
    if comma and (there := [place for place in _named(places, name) if _is_of(place, where)]):
        return there
    return [place for place in places if plain(named) and holds_words(place.name, named)]


def _same(name: str, named: str) -> bool:
    return plain(name) == plain(named)


def _is_of(place: Locality, where: str) -> bool:
    """Whether a place is of that kind, has that code, or lies in what is named so."""
    said = where.strip(" ()")
    return said.upper() == place.area_id or _same(said, place.kind) or holds_words(place.within, said)


def _choices(found: list[Locality]) -> tuple[str, ...]:
    """Each place as it must be typed to be told from the others: a ward with its authority, another with its kind."""
    return tuple(f"{place.name}, {place.within if place.kind == 'ward' else place.kind}" for place in found)
