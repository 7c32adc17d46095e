"""Names of seats, candidates, parties and places found in a text, each with its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple


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
# What parts the keys of a name where they stand in one text.
KEYS_APART = "|"
# Of names in one place the longest holds; of equal ones the earlier in this order.
ORDER = (Named.SEAT, Named.PERSON, Named.PARTY, Named.PLACE)


class Names:
    """Every name of the record that a story may use, ready to be looked for all at once.

    `rows` are those of the catalogue: the words of a name as they are compared, its kind, the name and its keys.
    """

    def __init__(self, rows: Iterable[tuple[str, str, str, str]]) -> None:
        import ahocorasick  # only who checks a story pays for it

        self._automaton = ahocorasick.Automaton()
        for words, named in groupby(rows, key=itemgetter(0)):
            self._automaton.add_word(f" {words} ", (words, [row[1:] for row in named]))
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
    # Who holds each sign: one that overlaps a longer name has its first sign or its last in it.
    holders: dict[int, list[Mention]] = {}
    for one in sorted(mentions, key=lambda one: (one.start - one.end, ORDER.index(one.kind), one.start)):
        others = [*holders.get(one.start, ()), *holders.get(one.end - 1, ())]
        if all(_twins(one, other) for other in others):
            kept.append(one)
            twins = holders.get(one.start, [])
            twins.append(one)
            holders.update(dict.fromkeys(range(one.start, one.end), twins))
    return sorted(kept, key=lambda one: (one.start, ORDER.index(one.kind)))


def _twins(one: Mention, other: Mention) -> bool:
    # A seat and a nation, or a region, may be of one name: London, Wales.
    return (one.start, one.end) == (other.start, other.end) and one.kind != other.kind


def _mentions(
    text: str, words: list[re.Match[str]], first: int, count: int, named: list[tuple[str, str, str]]
) -> Iterator[Mention]:
    start, end = words[first].start(), words[first + count - 1].end()
    for kind, name, keys in named:
        # A common word is no name unless it is written as one: labour, reform, bath.
        if text[start].isupper() or name[0].islower():
            yield Mention(Named(kind), name, keys_of(keys), start, end)


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """A word as names are compared: lower case, without accents or apostrophes, & written out."""
    if word == "&":
        return "and"
    bare = word if word.isascii() else unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
    return bare.lower().replace("'", "")


def line(name: str) -> str:
    """The words of a name as they are compared, one blank between two."""
    return " ".join(folded(word) for word in WORD.findall(name))


@lru_cache(maxsize=4096)
def keys_of(written: str) -> tuple[str, ...]:
    """The keys of a name, which stand in one text in the catalogue."""
    return tuple(written.split(KEYS_APART))
