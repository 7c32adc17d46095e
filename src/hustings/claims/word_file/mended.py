"""A Word file with its safe mends: each is put where all of the figure has one formatting, which it keeps."""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple

from hustings.claims.mended import safe_mends
from hustings.claims.report.claim import Claim, Report
from hustings.claims.word_file.opening import open_word_file
from hustings.claims.word_file.paragraphs import Paragraph, paragraphs


class MendedFile(NamedTuple):
    """The file with its mends, each claim that was mended, and each that was left for a person to mend."""

    raw: bytes
    mends: tuple[Claim, ...]
    left: tuple[Claim, ...]


def mended_word_file(report: Report, raw: bytes) -> MendedFile:
    """A Word file with what may be mended safely mended; a figure of several formattings or in a note is left."""
    file = open_word_file(raw, report["file"])
    # Notes cannot be saved again, and stand after all else.
    found = paragraphs(file._replace(notes=()))
    mends: list[Claim] = []
    left: list[Claim] = []
    for claim in sorted(safe_mends(report), key=lambda one: (one["line"], -one["column"])):
        inside = claim["line"] <= len(found)
        (mends if inside and _put(found[claim["line"] - 1], claim) else left).append(claim)
    saved = BytesIO()
    file.document.save(saved)
    return MendedFile(saved.getvalue(), *(tuple(sorted(some, key=_place)) for some in (mends, left)))


def _place(claim: Claim) -> tuple[int, int]:
    return claim["line"], claim["column"]


def _put(paragraph: Paragraph, claim: Claim) -> bool:
    """Whether the mend could be put; the last of a paragraph is put first, so that the places of others stay."""
    start, end = claim["column"] - 1, claim["end_column"] - 1
    for at, element in paragraph.runs:
        text = element.text or ""
        if at <= start and end <= at + len(text) and text[start - at : end - at] == claim["text"]:
            element.text = text[: start - at] + claim["mend"] + text[end - at :]
            return True
    return False
