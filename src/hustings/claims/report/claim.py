"""Every figure of a checked story as one plain row: version 1 of the wire format, which all other forms are made of."""

from __future__ import annotations

from typing import TypedDict

from hustings.claims.check import Checked
from hustings.claims.finding import Finding
from hustings.claims.mend import mend
from hustings.claims.verdict import CODES, Verdict
from hustings.claims.words import formula, read_as, value

VERSION = 1


class Claim(TypedDict):
    """One figure: where it stands, what was found of it, and why.

    Lines and columns count from 1, the end is the place after the last sign. `text` is the printed figure, `quote`
    its sentence. `code` is blank where there is nothing to say.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    quote: str
    verdict: str
    code: str
    read_as: str
    printed: str
    right: str
    formula: str
    sources: list[str]
    other_readings: list[str]
    mend: str


class Coverage(TypedDict):
    """How many figures were seen, how many of them a verdict was found for, and how many were left."""

    figures: int
    decided: int
    left: int


class Report(TypedDict):
    """A story's file with all its claims."""

    version: int
    file: str
    claims: list[Claim]
    coverage: Coverage


LEFT = (Verdict.CANNOT_TELL, Verdict.NOT_IN_RECORD)


def report(checked: Checked, file: str) -> Report:
    """A checked story as the wire format has it."""
    claims = [_claim(checked, finding) for finding in checked.findings]
    left = sum(claim["verdict"] in LEFT for claim in claims)
    coverage = Coverage(figures=len(claims), decided=len(claims) - left, left=left)
    return Report(version=VERSION, file=file, claims=claims, coverage=coverage)


def _claim(checked: Checked, finding: Finding) -> Claim:
    reading = finding.reading
    block = checked.story.blocks[reading.block]
    start, end = block.places[reading.lexeme.start], block.places[reading.lexeme.end - 1] + 1
    (line, column), (end_line, end_column) = checked.story.place(start), checked.story.place(end)
    right, docket, answer = finding.right, checked.docket, finding.answer
    # What a figure is instead comes before what else it may be.
    others = ([finding.taken] if finding.taken else []) + list(finding.others)
    return Claim(
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        text=reading.lexeme.text,
        quote=block.text[reading.sentence.start : reading.sentence.end],
        verdict=finding.verdict.value,
        code=finding.code,
        read_as=answer.read_as if answer else read_as(right, docket) if right else (reading.told.topic or ""),
        printed=reading.lexeme.text,
        right=answer.right if answer else value(right, max(1, reading.lexeme.decimals)) if right else "",
        formula=answer.formula if answer else formula(right.fact) if right else "",
        sources=_sources(checked, finding),
        other_readings=[
            *(answer.others if answer else ()),
            *(f"{value(one)}: {read_as(one, docket)}" for one in others),
        ],
        mend=mend(finding),
    )


def _sources(checked: Checked, finding: Finding) -> list[str]:
    if answer := finding.answer:
        return [f"{answer.kept} ({checked.sources.get(answer.source_id, answer.source_id)})"] if answer.kept else []
    return [_source(checked, finding.right.fact.scope)] if finding.right else []


def _source(checked: Checked, scope: str) -> str:
    contest = checked.docket.contests.get(scope)
    return (
        f"{scope} ({checked.sources.get(contest.source_id, contest.source_id)})"
        if contest
        else scope.replace("|", ", ")
    )


def says(claim: Claim) -> str:
    """What a finding says, in one sentence without its stop."""
    return CODES[claim["code"]].says if claim["code"] else ""
