"""A page before it is rendered: where it stands, what it says of itself, and what its template is given."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site: its path ends in / (or is blank for the home page), its template, title and figures.

    `same_as` is the path of the page that this one repeats, which search engines are pointed to.
    """

    path: str
    template: str
    title: str
    description: str
    figures: dict[str, Any] = field(default_factory=dict)
    same_as: str | None = None

    @property
    def root(self) -> str:
        """The way from this page up to the site's own folder."""
        return "../" * self.path.count("/")

    @property
    def file(self) -> str:
        """The file it is written to."""
        return f"{self.path}index.html"
