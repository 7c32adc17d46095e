"""An article as Markdown with front matter, as HTML, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from html import escape
from typing import Any

from hustings.publish.articles.article import Article, Block, Heading, Items, Paragraph, Picture, Table
from hustings.publish.sheet import Sheet, program_rows, table_markdown
from hustings.publish.sheet_html import table_html


def render_article(article: Article, form: str) -> str:
    """The article as md, html or json, ending in a line feed."""
    return {"md": as_markdown, "html": as_html, "json": as_json}[form](article)


def front_matter(article: Article) -> dict[str, Any]:
    """What a publishing system is told before the words."""
    return {
        "section": article.section,
        "slug": article.slug,
        "title": article.headline,
        "description": article.standfirst,
        "publicationDate": article.published.isoformat(),
        "categories": list(article.categories),
        "tags": list(article.tags),
        "featuredImage": article.picture,
        "authors": list(article.authors),
        "language": article.language,
    }


def as_markdown(article: Article) -> str:
    """Markdown, with front matter in YAML: each value is written as JSON, which YAML reads as it is."""
    head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front_matter(article).items())
    body = "".join(f"\n{_markdown(block)}\n" for block in article.blocks)
    return f"---\n{head}---\n\n# {_plain(article.headline)}\n\n**{_plain(article.standfirst)}**\n{body}"


def _markdown(block: Block) -> str:
    writers: dict[type, Callable[[Any], str]] = {
        Heading: lambda one: f"## {_plain(one.text)}",
        Paragraph: lambda one: _plain(one.text),
        Items: lambda one: "\n".join(f"- {_plain(line)}" for line in one.lines),
        Table: lambda one: _table_markdown(one.sheet),
        Picture: lambda one: f"![{_plain(one.alt)}]({one.file})",
    }
    return writers[type(block)](block)


def _plain(text: str) -> str:
    """Words whose signs Markdown would take for its own, marked as words."""
    return "".join(f"\\{sign}" if sign in "*_`[]<>#" else sign for sign in text)


def _table_markdown(sheet: Sheet) -> str:
    notes = "".join(f"\n\n{_plain(note)}" for note in sheet.notes)
    return f"{_plain(sheet.title)}\n\n{table_markdown(sheet).rstrip()}{notes}"


def as_html(article: Article) -> str:
    """An HTML article element, to be put into a page."""
    body = "".join(f"{_html(block)}\n" for block in article.blocks)
    return (
        f'<article lang="{article.language}">\n<h1>{escape(article.headline)}</h1>\n'
        f'<p class="standfirst"><strong>{escape(article.standfirst)}</strong></p>\n{body}</article>\n'
    )


def _html(block: Block) -> str:
    writers: dict[type, Callable[[Any], str]] = {
        Heading: lambda one: f"<h2>{escape(one.text)}</h2>",
        Paragraph: lambda one: f"<p>{escape(one.text)}</p>",
        Items: lambda one: "<ul>\n" + "".join(f"<li>{escape(line)}</li>\n" for line in one.lines) + "</ul>",
        Table: lambda one: _table_html(one.sheet),
        Picture: lambda one: f'<figure><img src="{escape(one.file)}" alt="{escape(one.alt)}"></figure>',
    }
    return writers[type(block)](block)


def _table_html(sheet: Sheet) -> str:
    notes = "".join(f"\n<p><small>{escape(note)}</small></p>" for note in sheet.notes)
    return f"{table_html(sheet)}{notes}"


def as_json(article: Article) -> str:
    """The article whole: front matter, and each block with its kind."""
    blocks = [_block(block) for block in article.blocks]
    whole = {"version": 1, **front_matter(article), "blocks": blocks}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _block(block: Block) -> dict[str, Any]:
    kind = type(block).__name__.lower()
    if isinstance(block, Table):
        sheet = block.sheet
        return {"kind": kind, "title": sheet.title, "rows": program_rows(sheet), "notes": list(sheet.notes)}
    return {"kind": kind, **asdict(block)}
