"""The blocks of HTML: what is read of a page, its furniture left out, each sign with its place in the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from hustings.claims.block import Block, Kind, block
from hustings.claims.html_furniture import HOLDERS, OUTSIDE_A_STORY, PASSED_OVER, is_called_furniture, is_furniture
from hustings.claims.html_marks import Mark, Markup, attributes, html_marks
from hustings.claims.html_table import Grid

HEADINGS, CELLS, STORIES = ("h1", "h2", "h3", "h4", "h5", "h6"), ("td", "th"), ("article", "main")
# Elements whose ends are waited for: what is passed over, and what tells where a block stands.
HELD = {*PASSED_OVER, *OUTSIDE_A_STORY, *HOLDERS, *STORIES, "html", "body"}
# What begins a run of words of its own.
BREAKS = {
    *(*HEADINGS, *CELLS, *STORIES, *HOLDERS, *OUTSIDE_A_STORY, "html", "body", "blockquote", "p", "li", "tr", "dt"),
    *("dd", "figcaption", "caption", "summary", "pre", "hr", "address", "form"),
}
# What may stand in a page's head, which need not be closed: anything else ends it.
IN_HEAD = {"meta", "link", "title", "base", "script", "style", "noscript", "template"}
# A longer paragraph in a cell is text that a table but lays out.
LONGEST_CELL = 60


class Where(NamedTuple):
    """Where a block stands: in the how manieth outermost <article>, 0 for none; whether in <main>; whether as <h1>."""

    article: int
    main: bool
    headline: bool


class Reader:
    """Collects the blocks of HTML as its marks are read.

    Elements need not be closed, nor closed in order: one ends with that about it. Where `by_name`, what is called as
    furniture is is passed over too.
    """

    def __init__(self, *, by_name: bool) -> None:
        self.by_name = by_name
        self.blocks: list[Block] = []
        self.where: list[Where] = []
        self.signs: list[str] = []
        self.places: list[int] = []
        self.tag, self.quoted, self.articles = "", 0, 0
        self.grid = Grid()
        # The elements that are open, how many of each, and how many of them are about what is passed over.
        self.held: list[str] = []
        self.open: Counter[str] = Counter()
        self.passing: int | None = None

    def read(self, mark: Mark) -> None:
        """Go on by one mark."""
        if mark.markup is Markup.OPENED:
            self.opened(mark)
        elif mark.markup is Markup.CLOSED:
            self.closed(mark.said)
        elif self.passing is None and mark.markup is Markup.WORDS:
            self.signs += mark.said
            self.places += range(mark.start, mark.start + len(mark.said))
        else:
            self.put(mark.said, mark.start)

    def opened(self, mark: Mark) -> None:
        """Begin an element."""
        tag = mark.said
        if self.held and self.held[-1] == "head" and tag not in IN_HEAD:
            self.ended("head")
        if tag == "br":
            self.put(" ", mark.start)
        if self.passing is None:
            self.begun(tag, attributes(mark.rest) if tag in BREAKS or tag in HELD else {})
        if tag in HELD:
            self.held.append(tag)
            self.open[tag] += 1

    def begun(self, tag: str, told: Mapping[str, str]) -> None:
        """What is read, and as what, from here on."""
        if tag in BREAKS or tag in HELD:
            self.flush()
        in_story = any(self.open[one] for one in STORIES)
        if is_furniture(tag, in_story=in_story) or (self.by_name and is_called_furniture(tag, told)):
            self.passing = len(self.held)
        elif tag in BREAKS:
            self.tag = tag
            self.grid.begin(tag, told)
            self.quoted += tag == "blockquote"
            self.articles += tag == "article" and not self.open["article"]

    def closed(self, tag: str) -> None:
        """End an element."""
        was_passing = self.passing is not None
        if not was_passing and tag in BREAKS:
            self.flush()
        self.ended(tag)
        if not was_passing and tag in BREAKS:
            self.tag = ""
            self.grid.end(tag)
            self.quoted = max(0, self.quoted - (tag == "blockquote"))

    def ended(self, tag: str) -> None:
        """Let go of an element and of those in it; one that was never begun has no end."""
        while tag in HELD and self.open[tag]:
            one = self.held.pop()
            self.open[one] -= 1
            if len(self.held) == self.passing:
                self.passing = None
            if one == tag:
                return

    def put(self, signs: str, place: int) -> None:
        """Signs that do not stand in the file as they are read."""
        if self.passing is None:
            self.signs += signs
            self.places += [place] * len(signs)

    def flush(self) -> None:
        """End the run of words."""
        if self.signs and (made := block(Kind.PARAGRAPH, "".join(self.signs), self.places)):
            kind = self.kind_of(made)
            made = made._replace(kind=kind)
            self.blocks.append(made._replace(**self.grid.place._asdict()) if kind is Kind.CELL else made)
            article = self.articles if self.open["article"] else 0
            self.where.append(Where(article, bool(self.open["main"]), self.tag == "h1"))
        self.signs, self.places = [], []

    def kind_of(self, made: Block) -> Kind:
        """What a run of words is."""
        if self.grid.in_cell and (self.tag in CELLS or len(made.text) <= LONGEST_CELL):
            return Kind.CELL
        if self.tag in HEADINGS:
            return Kind.HEADING
        return Kind.QUOTATION if self.quoted else Kind.PARAGRAPH


def read_html(text: str, *, by_name: bool = False) -> Reader:
    """What HTML says, each sign with its place in the text."""
    reader = Reader(by_name=by_name)
    for mark in html_marks(text):
        reader.read(mark)
    reader.flush()
    return reader


def html_blocks(text: str) -> list[Block]:
    """The blocks of HTML amid a file of another form."""
    return read_html(text).blocks
