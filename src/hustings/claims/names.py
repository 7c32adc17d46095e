"""Names of seats, candidates, parties and places found in a text, each with its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from hustings.claims.parties import PARTY_WORDS
from hustings.record.names import plain

if TYPE_CHECKING:
    from hustings.record.open import Record


class Named(StrEnum):
    """What a name is of."""

    SEAT = "seat"
    PERSON = "person"
    PARTY = "party"
    PLACE = "place"


class Mention(NamedTuple):
    """A name where it stands in a text; `keys` are the contests of a seat or person, ids of parties, or the place."""

    kind: Named
    name: str
    keys: tuple[str, ...]
    start: int
    end: int


WORD = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}](?!s\b)[^\W\d_]+)*|&")
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
# Of names in one place the longest holds; of equal ones the earlier in this order.
ORDER = (Named.SEAT, Named.PERSON, Named.PARTY, Named.PLACE)


class Names:
    """Every name of the record that a story on the Commons may use, ready to be looked for all at once."""

    def __init__(self, record: Record) -> None:
        import ahocorasick  # only who checks a story pays for it

        found: dict[str, list[tuple[Named, str, tuple[str, ...]]]] = {}
        for kind, name, keys in _listed(record):
            for words in {_line(name), plain(name)}:
                found.setdefault(words, []).append((kind, name, keys))
        self._automaton = ahocorasick.Automaton()
        for words, named in found.items():
            self._automaton.add_word(f" {words} ", (words, named))
        self._automaton.make_automaton()

    def find(self, text: str) -> list[Mention]:
        """The names in a text in the order they stand; one that lies within a longer is passed over."""
        words = list(WORD.finditer(text))
        joined = [folded(word[0]) for word in words]
        # The place in the line of words at which each begins, to find the words of a match again.
        starts, line = {}, " "
        for number, word in enumerate(joined):
            starts[len(line)] = number
            line += f"{word} "
        found = [
            mention
            for end, (name, named) in self._automaton.iter(line)
            for mention in _mentions(text, words, starts[end - len(name)], len(name.split(" ")), named)
        ]
        return longest(found)


def longest(mentions: list[Mention]) -> list[Mention]:
    """Mentions without those that overlap a longer one, in the order they stand."""
    kept: list[Mention] = []
    for one in sorted(mentions, key=lambda one: (one.start - one.end, ORDER.index(one.kind), one.start)):
        if all(one.end <= other.start or other.end <= one.start or _twins(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: (one.start, ORDER.index(one.kind)))


def _twins(one: Mention, other: Mention) -> bool:
    # A seat and a nation, or a region, may be of one name: London, Wales.
    return (one.start, one.end) == (other.start, other.end) and one.kind != other.kind


def _mentions(
    text: str, words: list[re.Match[str]], first: int, count: int, named: list[tuple[Named, str, tuple[str, ...]]]
) -> Iterator[Mention]:
    start, end = words[first].start(), words[first + count - 1].end()
    for kind, name, keys in named:
        # A common word is no name unless it is written as one: labour, reform, bath.
        if text[start].isupper() or name[0].islower():
            yield Mention(kind, name, keys, start, end)


def _listed(record: Record) -> Iterator[tuple[Named, str, tuple[str, ...]]]:
    for kind, sql in ((Named.SEAT, SEATS), (Named.PERSON, PEOPLE), (Named.PARTY, PARTIES)):
        for row in record.query(sql):
            for name in _written(kind, row):
                yield kind, name, tuple(row["keys"])
    for name, parties in PARTY_WORDS.items():
        yield Named.PARTY, name, parties
    for name in PLACES:
        yield Named.PLACE, name, (name,)


def _written(kind: Named, row: dict[str, Any]) -> Iterator[str]:
    """How a name is written: a seat called Brighton, Pavilion by its publisher is Brighton Pavilion in print."""
    name = str(row["name"])
    yield name
    if kind is Named.PERSON and len(parts := name.split()) > 2:
        yield f"{parts[0]} {parts[-1]}"


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """A word as names are compared: lower case, without accents or apostrophes, & written out."""
    if word == "&":
        return "and"
    bare = word if word.isascii() else unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
    return bare.lower().replace("'", "")


def _line(name: str) -> str:
    return " ".join(folded(word) for word in WORD.findall(name))
