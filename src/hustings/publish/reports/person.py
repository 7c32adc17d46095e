"""A person across elections and labels, each link saying how it is known; or the people who share a name."""

from __future__ import annotations

from typing import Any

from hustings.publish import words
from hustings.publish.reports.careers import careers
from hustings.publish.sheet import Sheet, Shown
from hustings.record.open import Record
from hustings.record.persons import find_people

COLUMNS = (
    Shown("polling_on", "Poll", "day"),
    Shown("where", "Contest"),
    Shown("party", "Party or label"),
    Shown("votes", "Votes", "count"),
    Shown("share", "Share", "percent"),
    Shown("place", "Place"),
    Shown("outcome", "Elected"),
    Shown("known", "Known by"),
)
ALONE = (
    Shown("person_id", "person_id"),
    Shown("candidacy_id", "candidacy_id"),
    Shown("candidate", "candidate"),
    Shown("contest_id", "contest_id"),
    Shown("election", "election"),
    Shown("area", "area"),
    Shown("council", "council"),
    Shown("kind", "kind"),
    Shown("how", "how"),
    Shown("probability", "probability"),
    Shown("voided_on", "voided_on", "day"),
    Shown("source_id", "source_id"),
)
CHOICE = (
    Shown("person", "Name"),
    Shown("years", "Years"),
    Shown("candidacies", "Stood", "count"),
    Shown("where", "Where"),
    Shown("label", "For"),
    Shown("person_id", "Ask for"),
)
SOURCES = "select source_id, publisher, title, licence from source order by publisher, title"
LACKING = (
    "Not in the record, so no sign that the person did not stand: candidates' names before 2005, by-elections before "
    "2011, local elections before 2014, in 2015 and by name in 2023, and elections to Europe, the Scottish Parliament, "
    "the Senedd, the Northern Ireland Assembly and the Greater London Authority. Candidates of 2005 are printed with "
    "initials alone, and few are joined to a person."
)
MOST_SHOWN = 3


def person_sheet(record: Record, named: str, place: str | None = None) -> Sheet:
    """The candidacies of the one person a name or id means, or the people it may mean, to choose from.

    Raises UnknownName with the nearest names where it means nobody.
    """
    people = find_people(record, named, place)
    if len(people) > 1:
        return _choice(named, people)
    return _career(record, people[0])


def _choice(named: str, people: list[dict[str, Any]]) -> Sheet:
    rows = [
        {
            **row,
            "years": _span(row["first_year"], row["last_year"]),
            "where": _some(row["areas"]),
            "label": _some(row["parties"]),
        }
        for row in people
    ]
    notes = (
        "Ask with `hustings person ID`, the ID as in the last column, or name a place with --in.",
        "Two of them may be one person: candidacies stay apart unless a published number joins them or our estimate "
        "is at least nine in ten.",
    )
    return Sheet(f"{words.count(len(people))} people may be {named!r}", CHOICE, rows, notes)


def _career(record: Record, person: dict[str, Any]) -> Sheet:
    rows = careers(record, [person["person_id"]])[person["person_id"]]
    title = f"{person['person']}, {_span(person['first_year'], person['last_year'])}"
    others = [name for name in person["names"] if name != person["person"]]
    also = (f"Also printed as {', '.join(others)}.",) if others else ()
    return Sheet(title, COLUMNS, rows, also + person_notes(rows, record.query(SOURCES)), wide=ALONE)


def _how(rows: list[dict[str, Any]]) -> tuple[str, ...]:
    ways = {row["how"] for row in rows}
    notes = {
        "published": "Number: the publisher gives the person's number (Members' Names or Democracy Club).",
        "linked": "Linked: our estimate, nobody's publication: the probability that it is the same person as another "
        "candidacy here, by name, place, party and gender. How often such links are right is in "
        "docs/methods/people.md.",
        "corrected": "Correction: joined or parted by hand; the reason is in docs/corrections.md.",
        None: "Linked to no other candidacy: no number joins it to one, and no estimate is sure enough.",
    }
    return tuple(note for way, note in notes.items() if way in ways)


def person_notes(rows: list[dict[str, Any]], sources: list[dict[str, Any]]) -> tuple[str, ...]:
    """How each candidacy is known to be the person's, what the figures are, what may be missing, and whose they are."""
    cited = {row["source_id"] for row in rows}
    rounds = any(row["voting_system"] == "SV" for row in rows)
    return (
        *_how(rows),
        *(("Under the Supplementary Vote the votes, share and place are those of first preferences.",) * rounds),
        LACKING,
        "Share: of the votes for candidates. Place: by votes; where several seats are filled, several are elected.",
        *(
            f"Source: {row['publisher']}, {row['title']} ({row['licence']})."
            for row in sources
            if row["source_id"] in cited
        ),
    )


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} to {last}"


def _some(names: list[str]) -> str:
    more = f" and {len(names) - MOST_SHOWN} more" if len(names) > MOST_SHOWN else ""
    return ", ".join(names[:MOST_SHOWN]) + more
