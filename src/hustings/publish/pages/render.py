"""Rendering: one set of templates, figures as British readers write them, no link to a page that is not there."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hustings.errors import UnusableInput
from hustings.publish import words
from hustings.publish.pages import links
from hustings.publish.pages.page import Page
from hustings.publish.sheet import NUMBERS, SHOWN, Shown

if TYPE_CHECKING:
    from jinja2 import Environment, Template

TEMPLATES = Path(__file__).parent / "templates"
ASSETS = Path(__file__).parent / "assets"


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page of one site shares: its pages, its assets' names, the record's day, and the site's address."""

    paths: Container[str]
    asset: Callable[[str], str]
    record_day: str
    version: str
    address: str = ""


def render_page(page: Page, frame: Frame) -> str:
    """The page as HTML. Raises UnusableInput where Jinja is not installed."""
    given = {"page": page, "frame": frame, "root": page.root, "title": page.title, "description": page.description}
    return template(page.template).render(given | page.figures())


def template(name: str) -> Template:
    """A template of pages, filled as they are; UnusableInput where Jinja is not installed."""
    return _environment().get_template(name)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    try:
        import jinja2
    except ImportError:
        raise UnusableInput("pages need Jinja, which is not installed; pip install 'hustings[site]'") from None
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "count": words.count,
        "percent": words.percent,
        "margin": words.margin,
        "points": words.points,
        "day": words.day,
        "moment": words.moment,
        "ordinal": words.ordinal,
        "shown": shown,
    }
    environment.globals |= {
        "links": links,
        "NUMBERS": NUMBERS,
        "direction": direction,
        "WAYS": WAYS,
        "plural": words.plural,
    }
    return environment


def shown(row: dict[str, Any], column: Shown) -> str:
    """A cell's words."""
    return SHOWN[column.style](row[column.key])


# The class of a cell whose arrow the style sheet draws.
WAYS = {"": "", "▲": " up", "▼": " down"}


def direction(change: float | None) -> str:
    """The arrow that stands before a change, so that its sign is not told by colour alone."""
    if change is None or words.rounded(change, 1) == 0:
        return ""
    return "▲" if change > 0 else "▼"
