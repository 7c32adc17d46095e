"""A page before it is rendered: where it stands, what it says of itself, and what its template is given."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from hustings.publish.sheet import Sheet

Figures = Callable[[], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site: its path ends in / (or is blank for the home page), its template, title and figures.

    The figures are made when the page is rendered, so that a site of thousands needs no room for all at once;
    where the title is found in making them, it is among them, with the description.
    `same_as` is the path of the page that this one repeats, which search engines are pointed to.
    """

    path: str
    template: str
    title: str = ""
    description: str = ""
    figures: Figures = dict
    same_as: str | None = None
    language: str = "en-GB"

    @property
    def root(self) -> str:
        """The way from this page up to the site's own folder."""
        return "../" * self.path.count("/")

    @property
    def file(self) -> str:
        """The file it is written to."""
        return f"{self.path}index.html"


class Picture(NamedTuple):
    """A picture: its file in light, in dark where that is another, and what it shows in words."""

    light: str
    dark: str | None
    title: str
    alt: str


def of_sheets(sheets: Sequence[Sheet], words: str = "") -> Figures:
    """What the template of tables is given: the tables, and a sentence above them."""
    return lambda: {"sheets": sheets, "words": words}


def of_links(words: str, groups: Sequence[tuple[str, list[dict[str, Any]]]]) -> Figures:
    """What the template of lists is given: a sentence, and rows of `path` and `area` under headings."""
    return lambda: {"words": words, "groups": groups}
