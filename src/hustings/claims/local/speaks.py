"""Whether words speak of a local election: of a mayor, a council or a ward, and of no other vote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hustings.claims.block import Block, Kind
from hustings.claims.local.rounds import rounds_in
from hustings.claims.names import Mention, Named
from hustings.claims.sentences import Span, sentences

MAYOR = re.compile(r"\b(?:mayors?|mayoral|mayoralty)\b", re.I)
# What a council has beside seats is no election: its tax, its homes.
COUNCIL = re.compile(
    r"\b(?:councils?|councillors?)\b(?! (?:tax|houses?|homes?|housing|flats?|estates?|tenants?|workers?|of\b))|"
    r"\b(?:town hall|(?:local|borough|county|district|city) elections?)\b",
    re.I,
)
WARD = re.compile(r"\bwards?\b", re.I)
SPEAKS = re.compile("|".join(one.pattern for one in (MAYOR, COUNCIL, WARD)), re.I)
# Another vote than a local one; nor has the record the mayors that regions and London elect.
OTHER = re.compile(
    r"\b(?:MPs?|general election|by-election to (?:Parliament|the Commons)|Parliament|parliamentary|constituency|"
    r"constituencies|Westminster(?! (?:[Cc]ity )?[Cc]ouncil)|Commons|Assembly|referendum|police and crime|Senedd|"
    r"Holyrood|Stormont|"
    r"European election|[Mm]ayor of London|London(?:'s)? [Mm]ayor(?:al|alty)?|metro mayors?|regional mayors?)\b"
)
# So many sentences make a story one of local elections, where it speaks of no other vote; else so many times as many
# as of others, and more of them.
ENOUGH, MANY, TIMES = 2, 3, 2


def speaks(text: str) -> bool:
    """Whether a text has a word of local elections at all: where it has none, nothing of them is looked for."""
    return bool(SPEAKS.search(text))


def is_local(words: str) -> bool:
    """Whether a sentence speaks of a local election, and of no other."""
    return bool(SPEAKS.search(words)) and not OTHER.search(words)


def of_local_elections(blocks: Sequence[Block], mentions: Sequence[list[Mention]]) -> bool:
    """Whether a story is of local elections: its title says so, or most of it does."""
    titles = [one.text for one in blocks if one.kind is Kind.HEADING][:1] or [one.text for one in blocks][:1]
    if titles and is_local(titles[0]):
        return True
    told = [one.text for one in blocks if one.kind is not Kind.CELL]
    said = [text[span.start : span.end] for text in told for span in sentences(text)]
    local = sum(is_local(words) for words in said)
    others = sum(bool(OTHER.search(words)) for words in said)
    others += any(one.kind is Named.SEAT for some in mentions for one in some)
    return local >= (MANY if others else ENOUGH) and local >= TIMES * others


def local_sentences(
    blocks: Sequence[Block], mentions: Sequence[list[Mention]], *, throughout: bool
) -> Iterator[tuple[int, Span]]:
    """The sentences of a story that are of local elections, each with its block.

    `throughout` is whether the whole story is: then all are that speak of no other vote and name no seat.
    """
    for number, one in enumerate(blocks):
        if one.kind is Kind.CELL:
            continue
        for span in sentences(one.text):
            words = one.text[span.start : span.end]
            seats = [m for m in mentions[number] if m.kind is Named.SEAT and span.start <= m.start < span.end]
            if is_local(words) or (throughout and not seats and not OTHER.search(words)):
                yield number, span


def sentences_left(blocks: Sequence[Block]) -> Iterator[tuple[tuple[int, int], bool]]:
    """The sentences of a story of local elections that speak of no other vote, cells too: each by block and place.

    With each is whether it names a round of a count.
    """
    for number, one in enumerate(blocks):
        for span in sentences(one.text):
            words = one.text[span.start : span.end]
            if not OTHER.search(words):
                yield (number, span.start), bool(rounds_in(words))
