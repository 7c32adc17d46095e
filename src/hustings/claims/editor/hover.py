"""What an editor shows of a figure that is pointed at, right ones too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsprotocol import types

from hustings.claims.editor.proof import Placed
from hustings.claims.report.claim import Claim, says
from hustings.claims.report.text import NAMES
from hustings.claims.verdict import CODES, Verdict

# What Markdown would take for its own.
SIGNS = re.compile(r"([\\`*_\[\]<~&])")


def hover(one: Placed, kind: types.MarkupKind) -> types.Hover:
    """What a figure was read as, what the record has, the sum, the sources and other readings."""
    written = _markdown(one.claim) if kind == types.MarkupKind.Markdown else _plain(one.claim)
    return types.Hover(types.MarkupContent(kind, written), one.at)


def _markdown(claim: Claim) -> str:
    code = f" `{claim['code']}`" if claim["code"] else ""
    head = f"**{_escaped(claim['text'])}: {_verdict(claim)}**{code}"
    rows = "\n".join(f"- {name}: {_escaped(told)}" for name, told in _told(claim))
    return "\n\n".join(part for part in (head, rows, _explained(claim)) if part)


def _plain(claim: Claim) -> str:
    head = f"{claim['text']}: {_verdict(claim)}"
    return "\n".join(part for part in (head, *(f"{name}: {told}" for name, told in _told(claim))) if part)


def _told(claim: Claim) -> Iterator[tuple[str, str]]:
    if claim["read_as"]:
        yield "read as", claim["read_as"]
    if claim["right"]:
        yield "the record", claim["right"] + (f" ({claim['formula']})" if claim["formula"] else "")
    for other in claim["other_readings"]:
        yield "also", other
    if claim["mend"]:
        yield "mend", claim["mend"]
    for source in claim["sources"]:
        yield "source", source


def _verdict(claim: Claim) -> str:
    """A finding in its own words, else what was found of the figure."""
    return says(claim) or NAMES[Verdict(claim["verdict"])]


def _explained(claim: Claim) -> str:
    return _escaped(CODES[claim["code"]].explained) if claim["code"] else ""


def _escaped(text: str) -> str:
    return SIGNS.sub(r"\\\1", " ".join(text.split()))
