"""The story of each contest as a page, with its Markdown beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from hustings.publish.articles.article import Article, Picture
from hustings.publish.articles.forms import as_html, as_markdown
from hustings.publish.articles.seat import seat_article
from hustings.publish.articles.welsh import in_welsh, welsh_article
from hustings.publish.charts import contest_words
from hustings.publish.facts import Facts
from hustings.publish.pages import links
from hustings.publish.pages.page import Page
from hustings.publish.site.shelf import Shelf


def story_pages(facts: Facts) -> Iterable[Page]:
    """A page for the story of each contest, and in Welsh for those of seats in Wales."""
    for contest_id in facts.reports:
        both = in_welsh(facts, contest_id)
        for language, write in WRITERS.items():
            if language == "en-GB" or both:
                yield Page(
                    path=links.story(contest_id, language),
                    template="story.html",
                    figures=partial(_figures, facts, contest_id, write),
                    language=language,
                )


# Of a contest's page; its story stands in a folder below.
RESULT_PICTURE = "result.svg"


def _illustrated(facts: Facts, contest_id: str) -> Article:
    """The story with the picture of the result."""
    alt = contest_words.result_alt(facts.reports[contest_id])
    return seat_article(facts, contest_id, (Picture(f"../{RESULT_PICTURE}", alt),))


# Who writes a story in each language; the picture is in English, so a story in Welsh has none.
WRITERS: dict[str, Callable[[Facts, str], Article]] = {"en-GB": _illustrated, "cy": welsh_article}


def _figures(facts: Facts, contest_id: str, write: Callable[[Facts, str], Article]) -> dict[str, Any]:
    article = write(facts, contest_id)
    other = "en-GB" if article.language == "cy" else "cy"
    return {
        "title": article.headline,
        "description": article.standfirst,
        "html": as_html(article),
        "contest_path": links.contest(contest_id),
        "other": links.story(contest_id, other) if in_welsh(facts, contest_id) else None,
    }


def add_markdown(facts: Facts, shelf: Shelf) -> None:
    """Each story as Markdown with front matter, for a publishing system."""
    for contest_id in facts.reports:
        shelf.add(f"{links.story(contest_id)}story.md", partial(_markdown, facts, contest_id, _illustrated))
        if in_welsh(facts, contest_id):
            path = f"{links.story(contest_id, 'cy')}stori.md"
            shelf.add(path, partial(_markdown, facts, contest_id, welsh_article))


def _markdown(facts: Facts, contest_id: str, write: Callable[[Facts, str], Article]) -> str:
    return as_markdown(write(facts, contest_id))
