"""The day a page says that it was published."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from hustings.claims.html_marks import Mark, Markup, attributes, html_marks

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
STORIES, SAYING = ("article", "main"), ("meta", "time", "span", "p", "div")
DATA, SCRIPT = "application/ld+json", re.compile(r"</script(?=[\s/>])", re.IGNORECASE)
STORY_TYPE = re.compile("article|blogposting|report", re.IGNORECASE)


class DayReader:
    """Collects what elements of meta and data for search engines say, and the first <time> in <article> or <main>."""

    def __init__(self) -> None:
        self.said: dict[str, date] = {}
        self.data: list[str] = []
        self.stories = 0
        self.time: date | None = None

    def read(self, mark: Mark, source: str) -> None:
        """Go on by one mark."""
        if mark.markup is Markup.CLOSED:
            self.stories = max(0, self.stories - (mark.said in STORIES))
        elif mark.markup is Markup.OPENED:
            self.stories += mark.said in STORIES
            if mark.said in SAYING:
                self._say(mark.said, attributes(mark.rest))
            elif mark.said == "script" and DATA in attributes(mark.rest).get("type", "").lower():
                # The words of a script are passed over as marks are read.
                start = source.find(">", mark.start + len(mark.rest)) + 1
                ended = SCRIPT.search(source, start)
                self.data.append(source[start : ended.start() if ended else len(source)])

    def _say(self, tag: str, told: Mapping[str, str]) -> None:
        name = (told.get("property") or told.get("name") or told.get("itemprop") or "").strip().lower()
        when = day_of(told.get("content") or told.get("datetime"))
        if when and name in PUBLISHED:
            self.said.setdefault(name, when)
        elif when and tag == "time" and not name and self.stories:
            self.time = self.time or when


def published(source: str) -> date | None:
    """The day by <meta>, else by JSON-LD's datePublished, else by the first <time> of the story; None without any."""
    reader = DayReader()
    for mark in html_marks(source):
        reader.read(mark, source)
    said = (reader.said[name] for name in PUBLISHED if name in reader.said)
    return next(said, None) or _in_data(reader.data) or reader.time


def day_of(said: str | None) -> date | None:
    """The day that a time begins with, as it is written: 2024-07-05T01:12:00+01:00."""
    found = DAY.match(said or "")
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def _in_data(data: list[str]) -> date | None:
    for written in data:
        try:
            told = json.loads(written)
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
