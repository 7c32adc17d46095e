"""The place that a figure of the census is of: a seat on the boundaries of 2024, or a local authority."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
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
SEAT = re.compile(r"\b(?:seats?|constituenc(?:y|ies))\b", re.I)
AUTHORITY = re.compile(r"\b(?:boroughs?|local authorit(?:y|ies)|council areas?|districts?|city|town)\b", re.I)

# A place after these is one that another is held against.
COMPARED = re.compile(
    r"\b(?:ahead of|after|than|behind|unlike|like|compared (?:with|to)|against|next to|neighbouring|followed by|as in|"
    r"near|outside)\s+(?:the\s+|in\s+)*$"
)


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

    @staticmethod
    def meant(text: str, stands: Iterable[Stands]) -> list[Stands]:
        """Of the places in a text those that something is said of, and nothing else is held against."""
        return [one for one in stands if not COMPARED.search(text[: one.start])]


class Here(NamedTuple):
    """The places that a sentence's figures may be of.

    `own` are those that it names, `carried` the last that was named before it; `sure` is whether it, or its paragraph
    so far, names no other.
    """

    own: tuple[Stands, ...]
    carried: Stands | None
    sure: bool

    def of(self, start: int, words: str) -> tuple[Place, ...]:
        """The places, of one name, that a figure is of: named last before it, else first after it, else before."""
        before = [one for one in self.own if one.start < start]
        one = next((some for some in (*before[-1:], *self.own[:1], self.carried) if some), None)
        return _kind_said(one.places, words) if one else ()


@lru_cache(maxsize=2)
def gazetteer_of(record: Record) -> Gazetteer:
    """The places of a record's census: made once, for every story that speaks of any."""
    return Gazetteer(record)


def places_of(matter: Matter, stands: Sequence[Stands], earlier: Sequence[Stands]) -> Here:
    """The places of a sentence; `stands` are those of its block, `earlier` those of the blocks before.

    Where its block names none, the only one of the story so far is sure too.
    """
    sentence = matter.passage.sentence
    own = tuple(one for one in stands if sentence.start <= one.start < sentence.end)
    before = [one for one in stands if one.start < sentence.start]
    some = list(own) or before or earlier
    names = {tuple(place.name for place in one.places) for one in some}
    carried = before[-1] if before else earlier[-1] if earlier else None
    return Here(own, carried, len(names) == 1)


def _kind_said(places: tuple[Place, ...], words: str) -> tuple[Place, ...]:
    """Those of some places of one name that are what the words call them, a seat or an authority."""
    seat, authority = bool(SEAT.search(words)), bool(AUTHORITY.search(words))
    if seat == authority:
        return places
    return tuple(one for one in places if (one.kind == "constituency") is seat)
