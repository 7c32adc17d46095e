"""Checks the stories of every case on two processes."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

from benchmarks.claims.cases import Case
from benchmarks.claims.judged import Judged, judge
from benchmarks.claims.mutations import Target
from benchmarks.claims.template import Story

PROCESSES = 2
AT_ONCE = 20
_state: dict[str, Any] = {}


def checked(cases: Sequence[Case]) -> Iterator[tuple[Case, Judged, Judged]]:
    """Each case with what was found in its true story and in its twin."""
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn"), initializer=_open) as pool:
        for case, (true, twin) in zip(cases, pool.map(_both, cases, chunksize=AT_ONCE), strict=True):
            yield case, true, twin


def _open() -> None:
    from hustings import open_record
    from hustings.claims.check import Checker

    _state["checker"] = Checker(open_record())


def _both(case: Case) -> tuple[Judged, Judged]:
    return _judged(case.true, ()), _judged(case.twin, case.error.targets)


def _judged(story: Story, targets: Sequence[Target]) -> Judged:
    from hustings.claims.report.claim import report

    try:
        claims = report(_state["checker"].check(story.text), "story")["claims"]
    except Exception as error:  # noqa: BLE001 - whatever a checker raises is counted, and the run goes on
        claims, raised = [], traceback.format_exception_only(error)[-1].strip()
    else:
        raised = ""
    judged = judge(claims, story, targets)
    judged.raised = raised
    return judged
