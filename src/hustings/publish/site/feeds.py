"""Atom feeds (RFC 4287) of new results and of corrections, dated by what they tell of and never by the clock."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr
from zoneinfo import ZoneInfo

from hustings.publish import words
from hustings.publish.facts import Facts
from hustings.publish.pages import links
from hustings.publish.reports.seat_words import heading, result_sentence
from hustings.record.open import Record

# Times of declaration are as clocks in the United Kingdom showed them.
LONDON = ZoneInfo("Europe/London")
# A feed tells the latest; everything before is on the pages.
MOST_ENTRIES = 60


class Entry(NamedTuple):
    """One thing told: what it is called for ever, its title, when, in words, and the page it is on."""

    key: str
    title: str
    when: datetime
    words: str
    path: str


def results_feed(facts: Facts, address: str) -> str:
    """The latest contests, those declared last first."""
    reports = sorted(facts.reports.values(), key=lambda one: (_declared(one.contest), one.contest["contest_id"]))
    entries = [
        Entry(
            f"contest:{one.contest['contest_id']}",
            one.contest["area"],
            _declared(one.contest),
            f"{heading(one)}. {result_sentence(one)}",
            links.contest(one.contest["contest_id"]),
        )
        for one in reversed(reports[-MOST_ENTRIES:])
    ]
    return _feed("results", "Hustings: new results", entries, address)


def corrections_feed(record: Record, facts: Facts, address: str) -> str:
    """The corrections filed last."""
    rows = record.query(LATEST, [MOST_ENTRIES])
    entries = [
        Entry(
            f"correction:{row['correction_id']}",
            f"{row['status'].title()}: {row['key'].replace('|', ' ')}, {row['field']}",
            datetime.combine(row["filed_on"], time()),
            row["reason"],
            links.contest(row["contest_id"]) if row["contest_id"] in facts.reports else links.CORRECTIONS,
        )
        for row in rows
    ]
    return _feed("corrections", "Hustings: corrections", entries, address)


LATEST = "select * from correction order by filed_on desc, correction_id limit ?"


def _declared(contest: dict[str, Any]) -> datetime:
    day: date = contest["polling_on"]
    return contest["declared_at"] or datetime.combine(day, time())


def _feed(name: str, title: str, entries: list[Entry], address: str) -> str:
    updated = max((entry.when for entry in entries), default=datetime(1970, 1, 1))
    return "\n".join(
        [
            '<?xml version="1.0" encoding="utf-8"?>',
            '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
            f"<title>{escape(title)}</title>",
            f"<id>urn:hustings:{name}</id>",
            f"<updated>{_stamp(updated)}</updated>",
            "<author><name>Hustings</name></author>",
            f'<link rel="self" href={quoteattr(f"{address}{name}.atom")}/>',
            *_entries(entries, address),
            "</feed>\n",
        ]
    )


def _entries(entries: Iterable[Entry], address: str) -> Iterable[str]:
    for entry in entries:
        yield (
            f"<entry><title>{_text(entry.title)}</title><id>urn:hustings:{_text(entry.key)}</id>"
            f"<updated>{_stamp(entry.when)}</updated><link href={quoteattr(address + entry.path)}/>"
            f"<summary>{_text(entry.words)}</summary></entry>"
        )


def _text(said: str) -> str:
    """Words as XML holds them, which has no place for some signs, not even escaped."""
    return escape(words.legible(said))


def _stamp(when: datetime) -> str:
    return when.replace(tzinfo=LONDON).isoformat()
