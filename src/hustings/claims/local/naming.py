"""Wards, and people and parties who stood in local elections, found in a story whose councils are known."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from hustings.claims.local.places import is_ward, ward_pattern
from hustings.claims.local.roll import Roll, seat_of
from hustings.claims.names import Mention, Named, longest

# Who stood under no party's name, or one that the record does not part.
NO_PARTY = {"independent", "other"}
KEPT = (Named.PERSON, Named.PARTY, Named.PLACE)


def mentions_of(texts: Sequence[str], named: Sequence[list[Mention]], roll: Roll) -> list[list[Mention]]:
    """The names in each text of a story: of wards, people and parties of the councils, and of others already found."""
    whole = "\n".join(texts)
    people = {name: keys for name, keys in _people(roll).items() if name in whole}
    parties = {row["party"]: row["party_id"] for row in roll.standing if row["party_id"] not in NO_PARTY}
    parties = {name: key for name, key in parties.items() if name in whole}
    wards = _wards(roll)
    pattern = ward_pattern(wards)
    return [
        longest(
            [
                *(one for name, keys in people.items() for one in _each(text, name, Named.PERSON, keys)),
                *(one for name, key in parties.items() for one in _each(text, name, Named.PARTY, (key,))),
                *(one for one in some if one.kind in KEPT),
                *(_ward_mentions(text, some, pattern, wards, people) if pattern else ()),
            ]
        )
        for text, some in zip(texts, named, strict=True)
    ]


def _people(roll: Roll) -> dict[str, tuple[str, ...]]:
    """Who stood, by full name and by first and last, with the contests."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in roll.standing:
        words = str(row["name"]).split()
        for name in {str(row["name"]), f"{words[0]} {words[-1]}"}:
            if len(words) > 1:
                found[name].append(row["contest_id"])
    return {name: tuple(keys) for name, keys in found.items()}


def _wards(roll: Roll) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Wards by name, each with what its contests are called and their ids."""
    found: dict[str, tuple[str, list[str]]] = {}
    for key, row in roll.contests.items():
        if row["kind"] == "local":
            found.setdefault(str(row["area"]), (seat_of(row, roll.councils), []))[1].append(key)
    return {name: (seat, tuple(keys)) for name, (seat, keys) in found.items()}


def _each(text: str, name: str, kind: Named, keys: tuple[str, ...]) -> Iterator[Mention]:
    for one in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
        yield Mention(kind, name, keys, one.start(), one.end())


def _ward_mentions(
    text: str,
    named: Sequence[Mention],
    pattern: re.Pattern[str],
    wards: dict[str, tuple[str, tuple[str, ...]]],
    people: dict[str, tuple[str, ...]],
) -> Iterator[Mention]:
    """The wards of a text; what lies within the name of a seat of the Commons, or of somebody, is none."""
    begun = [one.start for one in named if one.kind is Named.PERSON]
    begun += [one.start() for name in people for one in re.finditer(re.escape(name), text)]
    begun += [one.start for one in named if one.kind is Named.PARTY]
    for one in pattern.finditer(text):
        longer = (m for m in named if m.kind is Named.SEAT and m.start <= one.start() and one.end() <= m.end)
        if any((m.start, m.end) != one.span() for m in longer) or not is_ward(text, one, begun):
            continue
        name = one[0] if one[0] in wards else one[0].replace(" & ", " and ")
        seat, keys = wards.get(name) or wards[one[0].replace(" and ", " & ")]
        yield Mention(Named.SEAT, seat, keys, one.start(), one.end())
