"""A story's report held against its labels: what was found, what was missed, and what was found for nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.claims.mutations import Target
from benchmarks.claims.template import Label, Story

FINDINGS = ("wrong", "misleading")
LEFT = ("cannot-tell", "not-in-record")


@dataclass(frozen=True, slots=True)
class Found:
    """A finding: its code, the printed figure, and the label it stands on, if on any."""

    code: str
    text: str
    label: int | None


@dataclass(slots=True)
class Judged:
    """One story: targets with the codes found on them, findings on what is right, and how many figures were decided."""

    hit: list[tuple[Target, tuple[str, ...]]] = field(default_factory=list)
    false: list[Found] = field(default_factory=list)
    figures: int = 0
    decided: int = 0
    raised: str = ""


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of a sign, both counted from 1."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def on(claim: dict[str, Any], text: str, label: Label) -> bool:
    """Whether a claim stands on the figure of a label."""
    start, end = (claim["line"], claim["column"]), (claim["end_line"], claim["end_column"])
    return start < place(text, label.end) and end > place(text, label.start)


def judge(claims: Sequence[dict[str, Any]], story: Story, targets: Sequence[Target]) -> Judged:
    """The claims of a report, each with the label it stands on."""
    judged = Judged(figures=len(story.labels))
    found: list[Found] = []
    decided = set()
    for claim in claims:
        at = next((one for one, label in enumerate(story.labels) if on(claim, story.text, label)), None)
        if claim["verdict"] in FINDINGS:
            found.append(Found(claim["code"], claim["text"], at))
        if at is not None and claim["verdict"] not in LEFT:
            decided.add(at)
    judged.decided = len(decided)
    for target in targets:
        judged.hit.append((target, tuple(one.code for one in found if one.label in target.labels)))
    judged.false = [one for one in found if not any(_expected(one, target) for target in targets)]
    return judged


def _expected(one: Found, target: Target) -> bool:
    return one.label in target.labels or (one.label in target.excused and one.code in target.codes)
