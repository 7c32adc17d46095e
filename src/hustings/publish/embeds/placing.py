"""How an embedded page is placed: the words to paste, and the same for machines (oEmbed 1.0)."""

from __future__ import annotations

import json
from html import escape

from hustings.publish.pages.page import Page

# The frame before it has told how high it is: a table of about ten candidates. Width is the reader's page's.
HEIGHT = 640
WIDTH = 640
# Stands beside the embedded pages under a name that never changes, since other people's pages ask for it by name.
COMPONENT = "embed/hustings-embed.js"


def snippet(page: Page, address: str) -> str:
    """What to paste into a page: a component that fits its height, and a plain frame where scripts do not run."""
    src, title = escape(f"{address}{page.path}"), escape(page.title)
    frame = (
        f'<iframe src="{src}" title="{title}" width="100%" height="{HEIGHT}" loading="lazy" style="border:0"></iframe>'
    )
    return (
        f'<hustings-embed src="{src}" title="{title}">{frame}</hustings-embed>\n'
        f'<script async src="{escape(address + COMPONENT)}"></script>\n'
    )


def oembed(page: Page, address: str) -> str:
    """The page as an oEmbed answer of type rich, which content systems ask for."""
    frame = snippet(page, address).partition("\n")[0]
    answer = {
        "version": "1.0",
        "type": "rich",
        "provider_name": "Hustings",
        "provider_url": address,
        "title": page.title,
        "html": frame.removesuffix("</hustings-embed>").partition(">")[2],
        "width": WIDTH,
        "height": HEIGHT,
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"
