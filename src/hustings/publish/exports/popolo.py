"""People as Popolo-like JSON: persons, candidacies as memberships, parties and councils, posts, areas, elections.

Authority: Popolo 1.0, popoloproject.com. What it has no word for, such as votes and how a link is known, stands
beside its words under ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hustings import __version__
from hustings.errors import UnusableInput
from hustings.publish.exports.about import share_alike_words
from hustings.publish.exports.plain import write_document
from hustings.publish.exports.popolo_queries import (
    AREAS,
    COUNCILS,
    EVENTS,
    LISTED_PARTIES,
    MEMBERSHIPS,
    PEOPLE_OF,
    PERSONS,
    POSTS,
    SOURCES,
    STANDING,
)
from hustings.publish.exports.wanted import Wanted, held
from hustings.record.open import Record
from hustings.record.persons import find_people

FORMAT = "hustings-people/1"
NOTES = (
    "A membership of role candidate is a candidacy. known_by says how it is known to be the person's: published, its "
    "publisher gives the person's number; linked, an estimate of Hustings by name, place, party and gender, with its "
    "probability; corrected, filed by hand; null, nothing joins it to another candidacy.",
    "Two persons here may be one: candidacies stay apart unless a published number or an estimate joins them.",
    "Votes are null where unknown. Results of basis provisional were added before they were declared.",
)
COMMONS = {
    "id": "house-of-commons",
    "name": "House of Commons of the United Kingdom",
    "classification": "legislature",
}
BATCH = 5_000
Found = dict[str, Any]


def write_people(record: Record, wanted: Wanted, named: str | None, out: Path) -> int:
    """Write everyone of a name or id, or who stood in the contests wanted, with all they ever stood in; how many.

    Raises UnknownName where the name means nobody, and as `held` does.
    """
    ids = _people(record, wanted, named)
    stood = [row["candidacy_id"] for row in record.query(STANDING, [ids])]
    sources = record.query(SOURCES, [stood])
    head = {
        "format": FORMAT,
        "made_by": f"hustings {__version__}",
        "record_as_of": record.as_of,
        "people": len(ids),
        "candidacies": len(stood),
        "notes": NOTES,
        "licences": sorted({row["licence"] for row in sources}),
        "share_alike": share_alike_words(sources, len(stood)),
        "sources": sources,
    }
    parts = {
        "persons": PERSONS,
        "memberships": MEMBERSHIPS,
        "posts": POSTS,
        "areas": AREAS,
        "events": EVENTS,
    }
    lists: dict[str, Iterator[Found]] = {name: _stream(record, sql, stood) for name, sql in parts.items()}
    write_document(out, head, lists | {"organizations": _organizations(record, stood)})
    return len(ids)


def _people(record: Record, wanted: Wanted, named: str | None) -> list[str]:
    if named is not None:
        return sorted(person["person_id"] for person in find_people(record, named))
    with held(record, wanted) as results:
        ids = [row["person_id"] for row in record.query(PEOPLE_OF, [results.contests])]
    if not ids:
        raise UnusableInput("nobody's name was published of those results; name others")
    return ids


def _organizations(record: Record, stood: list[str]) -> Iterator[Found]:
    yield COMMONS
    yield from _stream(record, LISTED_PARTIES, stood)
    yield from _stream(record, COUNCILS, stood)


def _stream(record: Record, sql: str, stood: list[str]) -> Iterator[Found]:
    cursor = record.connection.cursor().execute(sql, [stood])
    names = [column[0] for column in cursor.description or ()]
    while batch := cursor.fetchmany(BATCH):
        yield from (dict(zip(names, row, strict=True)) for row in batch)
