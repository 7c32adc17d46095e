"""What of a page is no part of its story: navigation, notices, comments, what else there is to read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

PASSED_OVER = {
    *("script", "style", "nav", "aside", "noscript", "template", "svg", "head", "title", "dialog", "menu"),
    *("button", "select", "textarea", "iframe", "object", "audio", "video", "canvas"),
}
# The head of a story has its headline, that of a page its sections.
OUTSIDE_A_STORY = {"header", "footer"}
ROLES = {"navigation", "complementary", "contentinfo", "search", "dialog", "alertdialog", "banner", "menu", "toolbar"}
# What may be left out by what it is called: what holds other elements, never the page, its story or a cell.
HOLDERS = {"div", "section", "ul", "ol", "dl", "table", "figure", "details", "form"}
# Words that furniture is called by, wherever they stand in the name of a class or an id.
CALLED = {
    *("ad", "ads", "advert", "adverts", "advertisement", "sponsored", "promo", "promos", "promoted"),
    *("outbrain", "taboola", "related", "recommended", "recommendations", "trending", "mostread", "teaser", "teasers"),
    *("breadcrumb", "breadcrumbs", "navigation", "navbar", "menu", "sidebar", "skip", "masthead", "tags", "topics"),
    *("cookie", "cookies", "consent", "gdpr", "paywall", "popup", "modal", "overlay", "toast"),
    *("comments", "disqus", "share", "sharing", "social", "newsletter", "signup", "subscribe", "subscription"),
}
PAIRS = {
    *("most read", "most popular", "read more", "read next", "more on", "more from", "sign up", "see also"),
    *("up next", "you may"),
}
# What holds a story may be called by what it also has: article-with-comments, main has-sidebar.
HOLDS_A_STORY = {
    *("article", "body", "content", "main", "story", "page", "text", "wrapper", "layout"),
    *("with", "has", "no"),
}
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def is_furniture(tag: str, *, in_story: bool) -> bool:
    """Whether an element is passed over by what it is; `in_story` says that it stands in <article> or <main>.

    A form is passed over in a story alone: some pages of councils are one form from top to bottom.
    """
    return tag in PASSED_OVER or (tag in OUTSIDE_A_STORY and not in_story) or (tag == "form" and in_story)


def is_called_furniture(tag: str, attrs: Mapping[str, str | None]) -> bool:
    """Whether an element is passed over by its role, by its names, or because it is hidden."""
    if tag not in HOLDERS:
        return False
    return "hidden" in attrs or (attrs.get("role") or "").lower() in ROLES or _is_called_so(attrs)


def _is_called_so(attrs: Mapping[str, str | None]) -> bool:
    """Whether a class, the id or the like is a name of furniture."""
    for name in (*(attrs.get("class") or "").split(), attrs.get("id") or ""):
        words = [word.lower() for word in WORD.findall(name)]
        pairs = {f"{one} {after}" for one, after in pairwise(words)}
        if HOLDS_A_STORY.isdisjoint(words) and not (CALLED.isdisjoint(words) and PAIRS.isdisjoint(pairs)):
            return True
    return False
