"""The story of a page: its article where it has one, else its main part, else all that is no furniture."""

from __future__ import annotations

from collections import Counter
from itertools import compress

from hustings.claims.block import Block
from hustings.claims.html_blocks import Reader, read_html

# An article of so many signs is a story, and what leads to others is not, however much of that a page has.
STORY = 800


def story_blocks(text: str) -> list[Block]:
    """The blocks of the story in a page.

    What is called as furniture is is left out, unless nothing else is there.
    """
    reader = read_html(text, by_name=True)
    return _story(reader if reader.blocks else read_html(text))


def _story(reader: Reader) -> list[Block]:
    """The longest article, with the headline above it, where it is a story; else <main>, else the whole page."""
    in_main = any(where.main for where in reader.where)
    scope = [where.main or not in_main for where in reader.where]
    lengths: Counter[int] = Counter()
    for one, where, inside in zip(reader.blocks, reader.where, scope, strict=True):
        lengths[where.article] += len(one.text) * inside
    whole = lengths.total()
    longest = max((article for article in lengths if article), key=lambda article: lengths[article], default=0)
    # Many short articles are a live blog's entries, or lead to other stories: none is the story alone.
    most = lengths[longest] * 2 >= whole - lengths[0]
    if longest and most and (lengths[longest] >= STORY or lengths[longest] * 2 >= whole):
        scope = [
            inside and (where.article == longest or (where.headline and not where.article))
            for inside, where in zip(scope, reader.where, strict=True)
        ]
    return list(compress(reader.blocks, scope))
