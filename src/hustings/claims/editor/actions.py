"""What an editor offers to do about a finding: put the right words, or leave the line unchecked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from lsprotocol import types

from hustings.claims.editor.diagnostics import SEVERITIES, diagnostic
from hustings.claims.editor.proof import Placed, Proof
from hustings.claims.mended import SAFE

IGNORE = "<!-- hustings: ignore -->"
IGNORE_TITLE = "hustings: ignore this line"
Edits = Callable[[list[types.TextEdit]], types.WorkspaceEdit]
# What must stay last on a line: blanks, the bar that ends a row of a table, the stroke that breaks a line, the signs
# that close a heading, and a tag that goes on below.
LAST = re.compile(r"(?:\s*\||\s*\\|\s+#+|\s*<[^<>]*)?\s*$")


def actions(proof: Proof, part: types.Range, edits: Edits) -> list[types.CodeAction]:
    """Mends for the findings that a part of the text touches, then one for each of their lines."""
    found = [one for one in proof.within(part) if one.claim["verdict"] in SEVERITIES]
    return [*_mends(proof, found, edits), *_ignored(proof, found, edits)]


def _mends(proof: Proof, found: Iterable[Placed], edits: Edits) -> Iterator[types.CodeAction]:
    for one in found:
        if one.claim["mend"] and _stands_as_read(proof, one):
            yield types.CodeAction(
                title=f"hustings: print {one.claim['mend']}",
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[diagnostic(one)],
                is_preferred=one.claim["code"] in SAFE,
                edit=edits([types.TextEdit(one.at, one.claim["mend"])]),
            )


def _stands_as_read(proof: Proof, one: Placed) -> bool:
    """Whether the figure stands on one line of the text without markup, so that it may be replaced."""
    claim = one.claim
    line = proof.lines[claim["line"] - 1]
    return claim["line"] == claim["end_line"] and line[claim["column"] - 1 : claim["end_column"] - 1] == claim["text"]


def _ignored(proof: Proof, found: Iterable[Placed], edits: Edits) -> Iterator[types.CodeAction]:
    for number, on_line in groupby(found, key=lambda one: one.claim["line"] - 1):
        line = proof.lines[number]
        last = LAST.search(line)
        at = types.Position(number, proof.units(line[: last.start() if last else len(line)]))
        yield types.CodeAction(
            title=IGNORE_TITLE,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[diagnostic(one) for one in on_line],
            edit=edits([types.TextEdit(types.Range(at, at), f" {IGNORE}")]),
        )
