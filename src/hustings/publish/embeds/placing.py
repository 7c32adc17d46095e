"""How a page of ours is placed in somebody else's: the words to paste, and the same for machines (oEmbed 1.0)."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import NamedTuple

# The frame before it has told how high it is: a table of about ten candidates. Width is the reader's page's.
HEIGHT = 640
WIDTH = 640
# Other people's pages ask for it by name, so the name never changes.
COMPONENT = Path(__file__).parent / "hustings-embed.js"


class Placed(NamedTuple):
    """A page at its address: its title, where it is, and the address of the folder that holds the component."""

    title: str
    address: str
    folder: str


def snippet(page: Placed) -> str:
    """What to paste into a page: a component that fits its height, and a plain frame where scripts do not run."""
    src, title = escape(page.address), escape(page.title)
    return (
        f'<hustings-embed src="{src}" title="{title}">{_frame(page)}</hustings-embed>\n'
        f'<script async src="{escape(page.folder + COMPONENT.name)}"></script>\n'
    )


def _frame(page: Placed) -> str:
    return (
        f'<iframe src="{escape(page.address)}" title="{escape(page.title)}" width="100%" height="{HEIGHT}" '
        'loading="lazy" style="border:0"></iframe>'
    )


def oembed(page: Placed, provider: str) -> str:
    """The page as an oEmbed answer of type rich, which content systems ask for; `provider` is the site's address."""
    answer = {
        "version": "1.0",
        "type": "rich",
        "provider_name": "Hustings",
        "provider_url": provider,
        "title": page.title,
        "html": _frame(page),
        "width": WIDTH,
        "height": HEIGHT,
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"
