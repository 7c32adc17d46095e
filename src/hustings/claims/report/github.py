"""Findings as GitHub Actions shows them beside the lines of a pull request: one workflow command each."""

from __future__ import annotations

from collections.abc import Iterator

from hustings.claims.report.claim import VERSION, Claim, Coverage, Report, says
from hustings.claims.report.sentence import sentence
from hustings.claims.report.text import TOLD, summary
from hustings.claims.verdict import Verdict

COMMANDS: dict[str, str] = {Verdict.WRONG: "error", Verdict.MISLEADING: "warning", Verdict.NOTE: "notice"}
# A per cent sign first, or the escapes would be escaped.
IN_MESSAGES = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
IN_PROPERTIES = (*IN_MESSAGES, (":", "%3A"), (",", "%2C"))


def github(reports: list[Report]) -> str:
    """A command a finding, and a line of how many figures were seen, decided and left in all stories.

    GitHub shows ten errors, ten warnings and ten notices of a step, and the others in its log only.
    """
    lines = [_command(told["file"], claim) for told in reports for claim in told["claims"] if claim["verdict"] in TOLD]
    return "\n".join([*lines, summary(_all(reports))]) + "\n"


def _command(file: str, claim: Claim) -> str:
    told = ",".join(f"{name}={_escaped(value, IN_PROPERTIES)}" for name, value in _properties(file, claim))
    return f"::{COMMANDS[claim['verdict']]} {told}::{_escaped(sentence(claim), IN_MESSAGES)}"


def _properties(file: str, claim: Claim) -> Iterator[tuple[str, str]]:
    yield "file", file
    yield "line", str(claim["line"])
    yield "endLine", str(claim["end_line"])
    # GitHub takes columns of one line only, and warns of others.
    if claim["line"] == claim["end_line"]:
        yield "col", str(claim["column"])
        yield "endColumn", str(claim["end_column"])
    yield "title", f"{claim['verdict']}: {says(claim)}"


def _escaped(text: str, escapes: tuple[tuple[str, str], ...]) -> str:
    for sign, written in escapes:
        text = text.replace(sign, written)
    return text


def _all(reports: list[Report]) -> Report:
    """All reports as one, which is named by their number: a file's name in a plain line could be read as a command."""
    return Report(
        version=VERSION,
        file=f"{len(reports)} {'story' if len(reports) == 1 else 'stories'}",
        claims=[claim for told in reports for claim in told["claims"]],
        coverage=Coverage(
            figures=sum(told["coverage"]["figures"] for told in reports),
            decided=sum(told["coverage"]["decided"] for told in reports),
            left=sum(told["coverage"]["left"] for told in reports),
        ),
    )
