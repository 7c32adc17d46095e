"""Pages about the record itself: where figures come from, what was corrected, how they are counted; home and search."""

from __future__ import annotations

import inspect
from collections import defaultdict
from collections.abc import Iterable

from hustings import measures
from hustings.publish import words
from hustings.publish.facts import Facts, Row
from hustings.publish.pages import links
from hustings.publish.pages.elections import Pictures, with_paths
from hustings.publish.pages.page import Page, of_links, of_sheets
from hustings.publish.reports.election import election_sheet
from hustings.publish.sheet import Sheet, Shown
from hustings.record.open import Record

SOURCES = (
    Shown("publisher", "Publisher"),
    Shown("title", "Title"),
    Shown("as_of", "To", "day"),
    Shown("licence", "Licence"),
)
CORRECTIONS = (
    Shown("filed_on", "Filed", "day"),
    Shown("status", "Status"),
    Shown("what", "What"),
    Shown("published", "Published"),
    Shown("right", "Here"),
    Shown("reason", "Reason"),
    Shown("authority", "Authority"),
)
# What the home page tells of a party: as much as a telephone is wide.
SHORT = ("party", "seats", "seats_change", "share", "share_change")
# So many corrections a page that none is heavy.
MOST_ROWS = 150


def about_pages(record: Record, facts: Facts, pictures: Pictures) -> Iterable[Page]:
    """Home, search, sources, corrections by table, and how figures are counted."""
    yield _home(record, facts, pictures)
    yield search_page("", [])
    yield _sources(record)
    yield from _corrections(record)
    yield _measures()


def _home(record: Record, facts: Facts, pictures: Pictures) -> Page:
    latest = next(row for row in facts.elections if row["kind"] == "general" and row["basis"] == "declared")
    by_elections = [one for one in facts.reports.values() if one.contest["kind"] == "by-election"]
    newest = max(facts.reports.values(), key=lambda one: (one.contest["polling_on"], one.contest["area"]))
    since = [one for one in by_elections if one.contest["polling_on"] > latest["polling_on"]]
    since.sort(key=lambda one: one.contest["polling_on"], reverse=True)

    def parties() -> Sheet:
        sheet = election_sheet(record, latest["election_id"])
        top = [row for row in sheet.rows if row["seats"]]
        columns = tuple(
            sorted((one for one in sheet.columns if one.key in SHORT), key=lambda one: SHORT.index(one.key))
        )
        return with_paths(
            Sheet(f"Parties with seats, {latest['election']}", columns, top, sheet.notes), latest["election_id"]
        )

    return Page(
        path=links.HOME,
        template="home.html",
        title="Hustings: UK election results",
        description="UK election results: every seat, candidate, change and turnout, with sources and baselines.",
        figures=lambda: {
            "borough": facts.borough,
            "newest": newest,
            "since": since,
            "election": latest,
            "parties": parties(),
            "map": pictures(latest["election_id"])[0],
            "map_path": links.map_of(latest["election_id"], "winner"),
            "counts": _counts(facts),
        },
    )


def search_page(asked: str, hits: list[tuple[str, str, str]]) -> Page:
    """The page of search, with what a server found: name, what it is, and its path."""
    return Page(
        path=links.SEARCH,
        template="search.html",
        title="Search",
        description="Find a seat, person, party or borough by any part of a name.",
        figures=lambda: {"asked": asked, "hits": hits},
    )


def _counts(facts: Facts) -> str:
    contests = words.plural(len(facts.reports), "contest")
    return (
        f"{contests} for the House of Commons since 2010, and {words.count(len(facts.lives))} people who stood in them."
    )


def _sources(record: Record) -> Page:
    rows = record.query("select * from source order by publisher, title")
    return Page(
        path=links.SOURCES,
        template="list.html",
        title="Sources and licences",
        description="Every publication that the record is compiled from, with its licence.",
        figures=of_sheets([Sheet("What the record is compiled from", SOURCES, rows)], LICENCES),
    )


LICENCES = (
    "Cite the publisher, and pass on what is share-alike under its own terms. What is counted from these publications "
    "here is Hustings' own arithmetic."
)


def _corrections(record: Record) -> Iterable[Page]:
    """Corrections a table of the record, in pages of so many; and their list."""
    subjects: dict[str, list[Row]] = defaultdict(list)
    for row in record.query('select * from correction order by filed_on desc, "table", key, field'):
        subjects[row["table"]].append(_correction(row))
    pages = [page for subject, rows in sorted(subjects.items()) for page in _subject(subject, rows)]
    yield from pages
    total = words.plural(sum(map(len, subjects.values())), "correction")
    listed = [{"path": page.path, "area": page.title.removeprefix("Corrections: ")} for page in pages]
    yield Page(
        path=links.CORRECTIONS,
        template="index.html",
        title="Corrections",
        description=f"{total} to what was published, each with its reason and authority.",
        figures=of_links(f"{total} filed. {STATUSES}", [("By table of the record", listed)]),
    )


def _subject(subject: str, rows: list[Row]) -> Iterable[Page]:
    parts = [rows[start : start + MOST_ROWS] for start in range(0, len(rows), MOST_ROWS)]
    for number, part in enumerate(parts, 1):
        several = f", part {number} of {len(parts)}" if len(parts) > 1 else ""
        title = f"Corrections: {subject.replace('_', ' ')}{several}"
        yield Page(
            path=f"{links.CORRECTIONS}{links.slug(subject)}{f'-{number}' if number > 1 else ''}/",
            template="list.html",
            title=title,
            description=f"{words.plural(len(part), 'correction')} with reason and authority.",
            figures=of_sheets([Sheet(title, CORRECTIONS, part)], STATUSES),
        )


STATUSES = (
    "Corrected: what was published is wrong and what is right stands here. Disputed: publications contradict each "
    "other and no authority settles it. Noted: a difference that is explained."
)


def _correction(row: Row) -> Row:
    told = row | {
        "what": f"{row['key'].replace('|', ' ')}: {row['field']}",
        "right": row["right"] or words.NONE,
    }
    return {key: words.legible(value) if isinstance(value, str) else value for key, value in told.items()}


def _measures() -> Page:
    """How each figure is counted, from the measures' own words."""
    told = []
    for name in measures.__all__:
        text = inspect.getdoc(getattr(measures, name)) or ""
        told.append({"name": name, "title": name.replace("_", " "), "paragraphs": text.split("\n\n")})
    return Page(
        path=links.MEASURES,
        template="measures.html",
        title="How figures are counted",
        description="The definition of every figure: formula, unit, sign and authority.",
        figures=lambda: {"measures": told},
    )
