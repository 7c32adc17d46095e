"""The place that a figure of the census is of: a seat on the boundaries of 2024, or a local authority."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from hustings.claims import names
from hustings.claims.matter import Matter

if TYPE_CHECKING:
    from hustings.record.open import Record


class Place(NamedTuple):
    """A place that the census counts; `kind` is as the record has it, `area_id` its GSS code."""

    name: str
    kind: str
    area_id: str


class Stands(NamedTuple):
    """A place's name where it stands in a block; it may be of a seat and of an authority."""

    places: tuple[Place, ...]
    start: int
    end: int


SEATS = """
    select replace(area, ',', '') as name, area_id from area join boundary_set using (boundary_set_id)
    where boundary_set.kind = 'constituencies' and boundary_set.start_on >= '2024-01-01'
"""
AUTHORITIES = "select local_authority as name, local_authority_id as area_id from local_authority"
SEAT = re.compile(r"\b(?:seat|constituency)\b", re.I)
AUTHORITY = re.compile(r"\b(?:borough|local authority|council area|district)\b", re.I)


class Gazetteer:
    """The places of the census by name."""

    def __init__(self, record: Record) -> None:
        self.seats = {row["name"]: Place(row["name"], "constituency", row["area_id"]) for row in record.query(SEATS)}
        self.authorities = {
            row["name"]: Place(row["name"], "local authority", row["area_id"]) for row in record.query(AUTHORITIES)
        }
        listed = sorted(self.authorities, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, listed))})(?![\w-])")

    def find(self, text: str, mentions: Iterable[names.Mention]) -> list[Stands]:
        """The places named in a text in the order they stand; an authority's name within a seat's is the seat's."""
        seats = [one for one in mentions if one.kind is names.Named.SEAT]
        found = []
        for one in seats:
            own = [self.seats[one.name]] if one.name in self.seats else []
            twin = [self.authorities[one.name]] if one.name in self.authorities else []
            found.append(Stands((*own, *twin), one.start, one.end))
        for word in self._pattern.finditer(text):
            if all(word.end() <= one.start or one.end <= word.start() for one in found):
                found.append(Stands((self.authorities[word[0]],), word.start(), word.end()))
        return sorted(found, key=lambda one: one.start)


def place_of(matter: Matter, stands: Sequence[Stands], earlier: Sequence[Stands]) -> tuple[tuple[Place, ...], bool]:
    """The places that the figures of a sentence may be of, and whether the words leave no other.

    `stands` are those of its block, `earlier` those of the blocks before.
    """
    sentence = matter.passage.sentence
    here = [one for one in stands if sentence.start <= one.start < sentence.end]
    before = [one for one in stands if one.start < sentence.start]
    for some in (here, before, list(earlier)):
        if some:
            names = {tuple(place.name for place in one.places) for one in some}
            return _kind_said(some[-1].places, matter.passage.words), len(names) == 1 and some is not earlier
    return (), False


def _kind_said(places: tuple[Place, ...], words: str) -> tuple[Place, ...]:
    """Of a seat and an authority of one name the one that the words call so."""
    seat, authority = bool(SEAT.search(words)), bool(AUTHORITY.search(words))
    if len(places) < 2 or seat == authority:
        return places
    return tuple(one for one in places if (one.kind == "constituency") is seat)
