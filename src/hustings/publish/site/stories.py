"""The story of each contest as a page, with its Markdown beside it."""

from __future__ import annotations

from collections.abc import Iterable

from hustings.publish.articles.article import Article
from hustings.publish.articles.forms import as_html, as_markdown
from hustings.publish.articles.seat import seat_article
from hustings.publish.articles.welsh import in_welsh, welsh_article
from hustings.publish.facts import Facts
from hustings.publish.pages import links
from hustings.publish.pages.page import Page
from hustings.publish.site.folder import SiteFolder


def story_pages(facts: Facts) -> Iterable[Page]:
    """A page for the story of each contest, and in Welsh for those of seats in Wales."""
    for contest_id in facts.reports:
        yield _page(facts, contest_id, seat_article(facts, contest_id))
        if in_welsh(facts, contest_id):
            yield _page(facts, contest_id, welsh_article(facts, contest_id))


def _page(facts: Facts, contest_id: str, article: Article) -> Page:
    other = "en-GB" if article.language == "cy" else "cy"
    both = in_welsh(facts, contest_id)
    return Page(
        path=links.story(contest_id, article.language),
        template="story.html",
        title=article.headline,
        description=article.standfirst,
        figures=lambda: {
            "html": as_html(article),
            "contest_path": links.contest(contest_id),
            "other": links.story(contest_id, other) if both else None,
        },
        language=article.language,
    )


def add_markdown(facts: Facts, folder: SiteFolder) -> None:
    """Each story as Markdown with front matter, for a publishing system."""
    for contest_id in facts.reports:
        folder.add(f"{links.story(contest_id)}story.md", as_markdown(seat_article(facts, contest_id)))
        if in_welsh(facts, contest_id):
            path = f"{links.story(contest_id, 'cy')}stori.md"
            folder.add(path, as_markdown(welsh_article(facts, contest_id)))
