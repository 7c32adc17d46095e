"""An article as a value: what it is called, and its blocks in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hustings.publish.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Heading:
    """What the blocks after it are about."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list, a line an item."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its title above."""

    sheet: Sheet


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its file, and what it shows in words."""

    file: str
    alt: str


Block = Heading | Paragraph | Items | Table | Picture


@dataclass(frozen=True, slots=True)
class Article:
    """An article: its front matter, its headline and standfirst, and its blocks.

    `published` is the day it tells of, never the clock's; `language` is en-GB or cy.
    """

    slug: str
    headline: str
    standfirst: str
    published: date
    categories: tuple[str, ...]
    tags: tuple[str, ...]
    blocks: tuple[Block, ...]
    section: str = "Elections"
    authors: tuple[str, ...] = ("Hustings",)
    picture: str = ""
    language: str = "en-GB"


def part(heading: str, *blocks: Block | None) -> tuple[Block, ...]:
    """A heading with what stands under it, or nothing where nothing does."""
    there = [block for block in blocks if block is not None and _said(block)]
    return (Heading(heading), *there) if there else ()


def _said(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return bool(block.text)
    if isinstance(block, Table):
        return bool(block.sheet.rows)
    return not isinstance(block, Items) or bool(block.lines)


def sentences(*said: str) -> Paragraph:
    """A paragraph of those sentences that there are."""
    return Paragraph(" ".join(one for one in said if one))
