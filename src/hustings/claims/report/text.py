"""A checked story for people: findings in the order they stand, and how many figures were seen, decided and left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hustings.claims.report.claim import Claim, Report, says
from hustings.claims.verdict import FINDINGS, Verdict

TOLD = (*FINDINGS, Verdict.NOTE)


def text(report: Report, *, notes: bool = True) -> str:
    """The findings of a report, each with its words, what they were read as, the formula and a mend."""
    wanted = TOLD if notes else FINDINGS
    found = [claim for claim in report["claims"] if claim["verdict"] in wanted]
    return (
        "\n".join([*(line for claim in found for line in (*_lines(report["file"], claim), "")), summary(report)]) + "\n"
    )


def _lines(file: str, claim: Claim) -> Iterator[str]:
    yield f"{file}:{claim['line']}:{claim['column']} {claim['verdict']}[{claim['code']}] {claim['text']}: {says(claim)}"
    yield f"    {_about(claim)}"
    yield f"    read as {claim['read_as']}"
    worked = f" ({claim['formula']})" if claim["formula"] else ""
    yield f"    the record: {claim['right']}{worked}"
    for other in claim["other_readings"][:3]:
        yield f"    also {other}"
    if claim["mend"]:
        yield f"    mend: {claim['mend']}"
    yield f"    source: {'; '.join(claim['sources'])}"


# Of a long sentence as much is shown as fits a line.
WIDE = 110


def _about(claim: Claim) -> str:
    at = max(0, claim["quote"].find(claim["text"]))
    start = max(0, min(at - WIDE // 2, len(claim["quote"]) - WIDE))
    part = claim["quote"][start : start + WIDE]
    return (
        ("\N{HORIZONTAL ELLIPSIS}" if start else "")
        + part
        + ("\N{HORIZONTAL ELLIPSIS}" if start + WIDE < len(claim["quote"]) else "")
    )


NAMES = {
    Verdict.CORRECT: "right",
    Verdict.NOTE: "right with a note",
    Verdict.WRONG: "wrong",
    Verdict.MISLEADING: "misleading",
    Verdict.CANNOT_TELL: "left because the words do not say enough",
    Verdict.NOT_IN_RECORD: "outside the record",
}


def summary(report: Report) -> str:
    """How many figures were seen, decided and left, and what was found of them."""
    counted = Counter(claim["verdict"] for claim in report["claims"])
    found = ", ".join(f"{counted[verdict]} {NAMES[verdict]}" for verdict in NAMES if counted[verdict])
    return f"{report['file']}: {coverage(report)}" + (f": {found}." if found else ".")


def coverage(report: Report) -> str:
    """How many figures were seen, decided and left."""
    told = report["coverage"]
    seen = f"{told['figures']} figure{'' if told['figures'] == 1 else 's'}"
    return f"{seen}, {told['decided']} decided, {told['left']} left"
