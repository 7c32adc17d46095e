"""A story as it stands in a Word file: a line for each paragraph."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from hustings.claims.block import Block, Kind, block
from hustings.claims.lines import line_starts
from hustings.claims.story import Story
from hustings.claims.word_file.opening import damaged, open_word_file
from hustings.claims.word_file.paragraphs import Paragraph, paragraphs

if TYPE_CHECKING:
    from docx.document import Document

# What Word, LibreOffice and their like call the styles of headings and of quotations that stand apart.
HEADINGS = ("heading", "title", "subtitle")
QUOTATIONS = ("quote", "intense quote", "quotations", "block text")
# A table of contents says again what stands below it.
LEFT_OUT = ("toc ", "table of figures")
# A style may be based on another, and that on a third.
DEEPEST = 10


def read_word_file(raw: bytes, name: str) -> Story:
    """The story in a Word file, which does not say its day: when it was saved is not the day it is of.

    Its text has a line for each paragraph, blank ones too, and those of a cell are one block.
    """
    file = open_word_file(raw, name)
    from docx.oxml.exceptions import XmlchemyError

    # python-docx looks at styles and paragraphs as they are asked for: what is amiss in them shows here.
    try:
        found, kinds = paragraphs(file), _kinds(file.document)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError, XmlchemyError):
        raise damaged(name) from None
    source = "\n".join(one.text for one in found)
    starts = line_starts(source)
    blocks: list[Block | None] = []
    for _, group in groupby(enumerate(found), key=lambda one: one[1].cell or one[0]):
        lines = list(group)
        first, last = lines[0][0], lines[-1][0]
        if kind := _kind(found[first], kinds):
            start, end = starts[first], starts[last] + len(found[last].text)
            blocks.append(_placed(block(kind, source[start:end], range(start, end)), found[first]))
    return Story(starts, tuple(one for one in blocks if one), None, source)


def _kind(paragraph: Paragraph, kinds: dict[str, Kind | None]) -> Kind | None:
    return Kind.CELL if paragraph.cell else kinds.get(paragraph.style or "", Kind.PARAGRAPH)


def _placed(made: Block | None, paragraph: Paragraph) -> Block | None:
    return made._replace(**paragraph.cell._asdict()) if made and paragraph.cell else made


def _kinds(document: Document) -> dict[str, Kind | None]:
    """What a paragraph is by the id of its style; None is left out."""
    return {style.style_id: _kind_of(style) for style in document.styles if style.style_id}


def _kind_of(style: Any) -> Kind | None:
    for _ in range(DEEPEST):
        name = (style.name or "").lower()
        if name.startswith(LEFT_OUT):
            return None
        if name.startswith(HEADINGS):
            return Kind.HEADING
        if name in QUOTATIONS:
            return Kind.QUOTATION
        style = getattr(style, "base_style", None)
        if style is None:
            break
    return Kind.PARAGRAPH
