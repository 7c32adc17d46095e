"""Pages of people and of parties: a life in contests, a party over the elections, and the lists of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from hustings.publish import words
from hustings.publish.facts import Facts, Row
from hustings.publish.pages import links
from hustings.publish.pages.elections import added_up
from hustings.publish.pages.page import Page, of_links, of_sheets
from hustings.publish.reports.party import party_sheets
from hustings.publish.reports.person import COLUMNS, person_notes
from hustings.publish.sheet import Sheet
from hustings.record.open import Record

# A list of more names than this is divided by the second letter too.
LONGEST_LIST = 900


def people_pages(facts: Facts) -> Iterable[Page]:
    """A page each person who stood in these contests, and lists by the first letter of the last name."""
    pages = [_person(facts, person_id) for person_id in facts.lives]
    yield from pages
    yield from _lists(pages)


def _person(facts: Facts, person_id: str) -> Page:
    life = facts.lives[person_id]
    name, last = life[-1]["candidate"], life[-1]
    stood = words.plural(len(life), "candidacy", "candidacies")
    latest = f"{last['where']} {last['polling_on']:%Y} ({last['party']})"
    return Page(
        path=links.person(person_id, name),
        template="list.html",
        title=name,
        description=f"{name}: {stood} in the record, the latest {latest}.",
        figures=lambda: _life(facts, name, life),
    )


def _life(facts: Facts, name: str, life: list[Row]) -> dict[str, Any]:
    rows = [_linked(facts, row) for row in reversed(life)]
    others = sorted({row["candidate"] for row in life} - {name, None})
    also = f"Also printed as {', '.join(others)}." if others else ""
    sheet = Sheet(f"{name}: contests, the latest first", COLUMNS, rows, person_notes(rows, facts.sources))
    return {"sheets": [sheet], "words": also}


def _linked(facts: Facts, row: Row) -> Row:
    here = row["contest_id"] in facts.reports
    return row | {
        "where_path": links.contest(row["contest_id"]) if here else None,
        "party_path": links.party(row["party_id"]) if row["party_id"] else None,
    }


def _lists(pages: list[Page]) -> Iterable[Page]:
    """People by the first letter of the last word of the name, or the first two where many share it."""
    letters: dict[str, list[Page]] = defaultdict(list)
    for page in pages:
        last = links.slug(page.title).rpartition("-")[2] or "other"
        letters[last[0]].append(page)
    groups: dict[str, list[Page]] = {}
    for letter, found in sorted(letters.items()):
        groups |= {letter: found} if len(found) <= LONGEST_LIST else _by_two(found)
    listed = [{"path": f"{links.PEOPLE}{key}/", "area": key.title()} for key in groups]
    for key, found in groups.items():
        yield _index(f"{links.PEOPLE}{key}/", f"People: {key.title()}", found)
    yield Page(
        path=links.PEOPLE,
        template="index.html",
        title="People",
        description="Everyone who stood for the House of Commons since 2010, by last name.",
        figures=of_links(f"{words.plural(len(pages), 'person', 'people')}, by last name.", [("", listed)]),
    )


def _by_two(pages: list[Page]) -> dict[str, list[Page]]:
    groups: dict[str, list[Page]] = defaultdict(list)
    for page in pages:
        groups[links.slug(page.title).rpartition("-")[2][:2]].append(page)
    return dict(sorted(groups.items()))


def _index(path: str, title: str, pages: list[Page]) -> Page:
    rows = sorted(({"path": page.path, "area": page.title} for page in pages), key=_last_name)
    return Page(
        path=path,
        template="index.html",
        title=title,
        description=f"{words.plural(len(rows), 'person', 'people')} who stood for the House of Commons.",
        figures=of_links(words.plural(len(rows), "person", "people"), [("", rows)]),
    )


def _last_name(row: Row) -> tuple[str, str]:
    name = links.slug(row["area"])
    return name.rpartition("-")[2], name


def party_pages(record: Record, facts: Facts) -> Iterable[Page]:
    """A page each party that stood in these contests, and their list: those that won seats first."""
    stood: dict[str, str] = {}
    won: set[str] = set()
    for report in facts.reports.values():
        for row in report.candidates:
            if row["party_id"]:
                stood[row["party_id"]] = row["party"]
                won |= {row["party_id"]} if row["elected"] else set()
    sheets = party_sheets(record, stood)
    yield from (_party(party_id, sheet) for party_id, sheet in sheets.items())
    rows = [{"path": links.party(key), "area": name} for key, name in sorted(stood.items(), key=lambda one: one[1])]
    winners = {links.party(party_id) for party_id in won}
    yield Page(
        path=links.PARTIES,
        template="index.html",
        title="Parties",
        description="Every party that stood for the House of Commons since 2010.",
        figures=of_links(
            f"{words.plural(len(rows), 'party', 'parties')}.",
            [
                ("Parties that won a seat", [row for row in rows if row["path"] in winners]),
                ("Other parties", [row for row in rows if row["path"] not in winners]),
            ],
        ),
    )


def _by_candidate(row: Row) -> bool:
    """Whether the record has the candidates that a party's figures at an election are the sums of."""
    return bool(row["polling_on"].year >= SINCE and row["basis"] == "declared")


SINCE = 2010


def _party(party_id: str, sheet: Sheet) -> Page:
    rows = [
        row
        | {"election_path": links.election(row["election_id"]) if row["basis"] == "declared" else None}
        | (added_up(row | {"party_id": party_id}, row["election_id"]) if _by_candidate(row) else {})
        for row in sheet.rows
    ]
    return Page(
        path=links.party(party_id),
        template="list.html",
        title=sheet.title,
        description=f"{sheet.title} at each general election in the record: seats, votes, share.",
        figures=of_sheets([replace(sheet, rows=list(reversed(rows)))]),
    )
