"""Reading a page as a browser does: its text, its tables, its links."""

import re
from typing import Any

import html5lib

NAMESPACE = "{http://www.w3.org/1999/xhtml}"


def parsed(html: str) -> Any:
    """The tree of a page; an error where it is not as the standard has it."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)


def words_of(element: Any) -> str:
    """The words of an element, spaces made one; svg drawings left out."""
    parts: list[str] = []

    def gather(node: Any) -> None:
        if node.tag in ("svg", "{http://www.w3.org/2000/svg}svg", "script", "style"):
            return
        parts.append(node.text or "")
        for child in node:
            gather(child)
            parts.append(" " if child.tag in ("td", "th", "li", "p", "dd", "dt", "h1", "h2", "h3") else "")
            parts.append(child.tail or "")

    gather(element)
    return re.sub(r"\s+", " ", "".join(parts)).strip()


def table_of(page: Any, class_name: str) -> list[list[str]]:
    """The body rows of the table of that class, as words."""
    table = next(one for one in page.iter("table") if class_name in (one.get("class") or ""))
    return [[words_of(cell) for cell in row] for row in table.find("tbody")]


def links_of(page: Any) -> set[str]:
    """Every address that a page asks for or points to."""
    return {
        value
        for node in page.iter()
        for key in ("href", "src")
        if isinstance(node.tag, str) and (value := node.get(key))
    }
