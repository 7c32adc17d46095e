"""How rows are named: Democracy Club ids for contests, slugs for parties, published numbers for persons."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from uk_election_ids.election_ids import IdBuilder
from uk_election_ids.slugger import slugify

NOTIONAL = ".notional"


@lru_cache(maxsize=262144)
def slug(name: str) -> str:
    """A name in lower case with hyphens and no accents, as Democracy Club writes it."""
    return str(slugify(name.replace("&", " and ")))


def election_id(polling_on: date, notional: bool = False) -> str:
    """`parl.2024-07-04`; a notional election has `.notional` after it."""
    return str(IdBuilder("parl", polling_on).election_group_id) + (NOTIONAL if notional else "")


def contest_id(seat: str, polling_on: date, *, by_election: bool = False, notional: bool = False) -> str:
    """`parl.ilford-north.2024-07-04`, with `.by` before the date of a by-election."""
    builder = IdBuilder("parl", polling_on).with_division(slug(seat))
    if by_election:
        builder = builder.with_contest_type("by")
    return str(builder.ballot_id) + (NOTIONAL if notional else "")


def candidacy_ids(contest: str, names: Iterable[str]) -> list[str]:
    """An id a name, in order: the contest, a colon and the name's slug; a namesake gets -2, -3."""
    seen: dict[str, int] = {}
    ids = []
    for name in names:
        one = slug(name)
        seen[one] = seen.get(one, 0) + 1
        ids.append(f"{contest}:{one}" + (f"-{seen[one]}" if seen[one] > 1 else ""))
    return ids


def same_person(pairs: Iterable[tuple[str | None, str | None]]) -> dict[str, str]:
    """From pairs of numbers one candidacy carries to the person each number means.

    Numbers are written `mnis:1427` and `dc:1290`; two numbers on one candidacy are one person's,
    whose id is the lowest MNIS number, or the lowest Democracy Club number where there is none.
    """
    parent: dict[str, str] = {}

    def root(number: str) -> str:
        while parent.setdefault(number, number) != number:
            number = parent[number]
        return number

    for mnis, democracy_club in pairs:
        numbers = [number for number in (mnis, democracy_club) if number]
        for number in numbers:
            first, second = sorted((root(numbers[0]), root(number)), key=_rank)
            parent[second] = first
    return {number: root(number) for number in parent}


def _rank(number: str) -> tuple[bool, int]:
    register, digits = number.split(":")
    return register != "mnis", int(digits)
