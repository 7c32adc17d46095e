"""Python's parser of HTML, made to take what any page may hold."""

from __future__ import annotations

from html.parser import HTMLParser

# Each comment that is never closed is looked through to the end of the page: no page that is meant to be read has more.
MOST_UNCLOSED = 1000


class PageParser(HTMLParser):
    """Reads a declaration of any name as browsers do, as a comment; Python's own refuses those it does not know."""

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: ARG002
        """The place after a declaration such as <![if !IE]>, -1 where it is not closed."""
        end = self.rawdata.find(">", i)
        return end + 1 if end >= 0 else -1


def closed(text: str) -> str:
    """A page without the many comments, or the many elements, at its end that are opened and never closed."""
    for opened, ended in (("<!--", "-->"), ("<", ">")):
        last = text.rfind(ended) + 1
        if text.count(opened, last) > MOST_UNCLOSED:
            text = text[: text.index(opened, last)]
    return text
