"""A page that is one file: its words, picture, table, style and script, for a frame in other people's pages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape, unescape
from itertools import count
from pathlib import Path

from hustings.publish.charts.style import DARK, LIGHT, Tokens
from hustings.publish.pages.render import ASSETS
from hustings.publish.sheet_html import wide

# By this a page is known for one of ours.
OURS = '<meta name="generator" content="Hustings">'
TELL = ASSETS / "embed.js"
RULES = Path(__file__).parent / "alone.css"
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


def alone(title: str, body: str, style: str = "", script: str = "") -> str:
    """The page as HTML: it asks for nothing else, tells the page around it its height, and is whole without scripts.

    `body` is HTML; `style` and `script` are added to what every such page has.
    """
    return (
        '<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">{OURS}<title>{escape(title)}</title>'
        f'<style>{_style()}{style}</style></head>\n<body><main>{body}</main>\n<script type="module">'
        f"{script}{TELL.read_text()}</script></body></html>\n"
    )


@lru_cache(maxsize=1)
def _style() -> str:
    dark = f"@media(prefers-color-scheme:dark){{{_tokens(DARK)}}}"
    return f"{_tokens(LIGHT)}{dark}{RULES.read_text()}"


def _tokens(tokens: Tokens) -> str:
    named = "".join(f"--{name}:{colour};" for name, colour in tokens._asdict().items())
    return f":root{{{named}color-scheme:light dark}}"


def notes(said: Iterable[str]) -> str:
    """Sentences under a picture or a table."""
    return f'<div class="notes">{"".join(f"<p>{escape(sentence)}</p>" for sentence in said)}</div>'


def of_markdown(text: str) -> str:
    """A report that was written as Markdown, as such a page; its first heading is its title."""
    from markdown_it import MarkdownIt

    body: str = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    title = re.search(r"<h[12]>(.*?)</h[12]>", body, re.DOTALL)
    # A report of one table begins with a heading of the second rank.
    if "<h1>" not in body:
        body = body.replace("<h2>", "<h1>", 1).replace("</h2>", "</h1>", 1)
    body = body.replace(' style="text-align:right"', ' class="n"')
    # A day does not break at its hyphens.
    body = re.sub(r"<td>(\d{4}-\d\d-\d\d)", r'<td><span class="day">\1</span>', body)
    number = count(1)
    body = re.sub(r"<table>.*?</table>", lambda found: wide(found[0], f"Table {next(number)}"), body, flags=re.DOTALL)
    return alone(unescape(re.sub(r"<.*?>", "", title[1])) if title else "Hustings", body)


def title_of(page: str) -> str | None:
    """The title of a page of ours; None where it is somebody else's."""
    found = TITLE.search(page)
    return unescape(found[1]) if OURS in page and found else None
