"""Findings as an editor underlines them."""

from __future__ import annotations

from lsprotocol import types

from hustings.claims.editor.proof import Placed, Proof
from hustings.claims.report.sentence import sentence
from hustings.claims.verdict import Verdict

SOURCE = "hustings"
SEVERITIES: dict[str, types.DiagnosticSeverity] = {
    Verdict.WRONG: types.DiagnosticSeverity.Error,
    Verdict.MISLEADING: types.DiagnosticSeverity.Warning,
    Verdict.NOTE: types.DiagnosticSeverity.Information,
}


def diagnostics(proof: Proof) -> list[types.Diagnostic]:
    """A diagnostic for each finding and note; what was found right, or left, is not underlined."""
    return [diagnostic(one) for one in proof.figures if one.claim["verdict"] in SEVERITIES]


def diagnostic(one: Placed) -> types.Diagnostic:
    """A finding as every other form has it: its code, its sentence, its place."""
    return types.Diagnostic(
        range=one.at,
        message=sentence(one.claim),
        severity=SEVERITIES[one.claim["verdict"]],
        code=one.claim["code"],
        source=SOURCE,
    )
