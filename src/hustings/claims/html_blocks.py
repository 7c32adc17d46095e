"""The blocks of HTML: what is read of a page, navigation and script left out, each sign with its place in the file."""

from __future__ import annotations

from collections.abc import Sequence
from html import unescape
from html.parser import HTMLParser

from hustings.claims.block import Block, Kind, block

KINDS = {
    "h1": Kind.HEADING,
    "h2": Kind.HEADING,
    "h3": Kind.HEADING,
    "h4": Kind.HEADING,
    "h5": Kind.HEADING,
    "h6": Kind.HEADING,
    "blockquote": Kind.QUOTATION,
    "td": Kind.CELL,
    "th": Kind.CELL,
}
# What begins a run of words of its own.
BREAKS = {
    *KINDS,
    "p",
    "li",
    "div",
    "figcaption",
    "caption",
    "tr",
    "table",
    "section",
    "article",
    "ul",
    "ol",
    "dt",
    "dd",
}
PASSED_OVER = {"script", "style", "nav", "header", "footer", "aside", "form", "noscript", "template", "svg", "head"}


class Reader(HTMLParser):
    """Collects the blocks of a part of a file, whose lines begin at `starts`; the first line of the part is `first`.

    Elements need not be closed, nor closed in order: what is passed over ends with the element that began it.
    """

    def __init__(self, starts: Sequence[int], first: int) -> None:
        super().__init__(convert_charrefs=False)
        self.starts, self.first = starts, first
        self.blocks: list[Block] = []
        self.signs: list[str] = []
        self.places: list[int] = []
        self.kind, self.quoted, self.passing = Kind.PARAGRAPH, 0, ""
        self.table, self.row, self.column = 0, -1, -1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Begin an element."""
        if self.passing:
            return
        if tag in PASSED_OVER:
            self.flush()
            self.passing = tag
        elif tag == "br":
            self.put(" ")
        elif tag in BREAKS:
            self.flush()
            self.opened(tag)

    def opened(self, tag: str) -> None:
        """What a run of words is from here on."""
        if tag == "table":
            self.table, self.row = self.table + 1, -1
        elif tag == "tr":
            self.row, self.column = self.row + 1, -1
        elif tag in ("td", "th"):
            self.column += 1
        self.quoted += tag == "blockquote"
        self.kind = KINDS.get(tag, Kind.QUOTATION if self.quoted else Kind.PARAGRAPH)

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        if self.passing:
            self.passing = "" if tag == self.passing else self.passing
        elif tag in BREAKS:
            self.flush()
            self.quoted = max(0, self.quoted - (tag == "blockquote"))
            self.kind = Kind.QUOTATION if self.quoted else Kind.PARAGRAPH

    def handle_data(self, data: str) -> None:
        """Words as they stand."""
        if not self.passing:
            at = self.reached()
            self.signs += data
            self.places += range(at, at + len(data))

    def handle_entityref(self, name: str) -> None:
        """A sign by its name."""
        self.put(unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        """A sign by its number."""
        self.put(unescape(f"&#{name};"))

    def put(self, signs: str) -> None:
        """Signs that do not stand in the file as they are read."""
        if not self.passing:
            self.signs += signs
            self.places += [self.reached()] * len(signs)

    def reached(self) -> int:
        """The place that was reached."""
        line, column = self.getpos()
        return self.starts[self.first + line - 1] + column

    def flush(self) -> None:
        """End the run of words."""
        if made := block(self.kind, "".join(self.signs), self.places):
            cell = self.kind == Kind.CELL
            self.blocks.append(made._replace(table=self.table, row=self.row, column=self.column) if cell else made)
        self.signs, self.places = [], []


def html_blocks(text: str, starts: Sequence[int], first: int = 0) -> list[Block]:
    """The blocks of HTML that begins on line `first` of a file whose lines begin at `starts`."""
    reader = Reader(starts, first)
    reader.feed(text)
    reader.close()
    reader.flush()
    return reader.blocks
