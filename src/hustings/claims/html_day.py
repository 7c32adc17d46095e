"""The day a page says that it was published."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from hustings.claims.html_parser import PageParser, closed

# Where a page may say it, in the order in which it is believed; what says when it was changed is none of them.
PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "date",
)
DAY = re.compile(r"\s*(\d{4}-\d\d-\d\d)(?!\d)")
# No page says it in more nests than that.
MOST_THINGS = 10_000
STORY_TYPE = re.compile("article|blogposting|report", re.IGNORECASE)


class DayReader(PageParser):
    """Collects what elements of meta and data for search engines say, and the first <time> in <article> or <main>."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: dict[str, date] = {}
        self.data: list[list[str]] = []
        self.in_data, self.stories = False, 0
        self.time: date | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        told = dict(attrs)
        if tag == "script":
            self.in_data = (told.get("type") or "").strip().lower() == "application/ld+json"
            self.data.append([])
        elif tag in ("article", "main"):
            self.stories += 1
        self._say(tag, told)

    def _say(self, tag: str, told: Mapping[str, str | None]) -> None:
        name = (told.get("property") or told.get("name") or told.get("itemprop") or "").strip().lower()
        when = day_of(told.get("content") or told.get("datetime"))
        if when and name in PUBLISHED:
            self.said.setdefault(name, when)
        elif when and tag == "time" and not name and self.stories:
            self.time = self.time or when

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        if tag == "script":
            self.in_data = False
        elif tag in ("article", "main"):
            self.stories = max(0, self.stories - 1)

    def handle_data(self, data: str) -> None:
        """Words as they stand."""
        if self.in_data:
            self.data[-1].append(data)


def published(source: str) -> date | None:
    """The day by <meta>, else by JSON-LD's datePublished, else by the first <time> of the story; None without any."""
    reader = DayReader()
    reader.feed(closed(source))
    reader.close()
    said = (reader.said[name] for name in PUBLISHED if name in reader.said)
    return next(said, None) or _in_data(reader.data) or reader.time


def day_of(said: str | None) -> date | None:
    """The day that a time begins with, as it is written: 2024-07-05T01:12:00+01:00."""
    found = DAY.match(said or "")
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def _in_data(data: list[list[str]]) -> date | None:
    for parts in data:
        try:
            told = json.loads("".join(parts))
        except (ValueError, RecursionError):
            continue
        for thing in _things(told):
            kind, when = thing.get("@type"), thing.get("datePublished")
            kinds = kind if isinstance(kind, list) else [kind]
            is_story = any(isinstance(one, str) and STORY_TYPE.search(one) for one in kinds)
            if is_story and isinstance(when, str) and (day := day_of(when)):
                return day
    return None


def _things(told: Any) -> Iterator[dict[str, Any]]:
    """Every thing of some data, the outer ones first: a story stands before those that it leads to."""
    ahead = [told]
    for one in ahead:
        if len(ahead) > MOST_THINGS:
            return
        if isinstance(one, dict):
            yield one
            ahead += one.values()
        elif isinstance(one, list):
            ahead += one
