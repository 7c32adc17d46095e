"""Documents checked one after another on one thread, the newest text of each alone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import count
from typing import NamedTuple

from hustings.claims.check import Checker
from hustings.claims.editor.proof import Proof, proof
from hustings.claims.report.claim import report
from hustings.record.open import Record


class Draft(NamedTuple):
    """The text of a document, its number, the day it is of where it does not say, and how its columns are counted."""

    text: str
    version: int | None
    dated: date | None
    units: Callable[[str], int]


class Checks:
    """What checks documents: the record is opened once, on the thread that asks it, and stays open."""

    def __init__(self, opened: Callable[[], Record]) -> None:
        self._opened = opened
        self._checker: Checker | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="hustings-check")
        self._numbers = count(1)
        self._newest: dict[str, int] = {}

    async def ready(self) -> None:
        """Open the record, so that the first document need not wait for it."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._made_ready)

    async def check(self, uri: str, draft: Callable[[], Draft], wait: float = 0.0) -> Proof | None:
        """A document checked as it stands some seconds on; None where it was asked for again, or forgotten, since."""
        number = self._newest[uri] = next(self._numbers)
        await asyncio.sleep(wait)
        if self._newest.get(uri) != number:
            return None
        found = await asyncio.get_running_loop().run_in_executor(self._thread, self._checked, uri, number, draft())
        return found if self._newest.get(uri) == number else None

    def forget(self, uri: str) -> None:
        """Leave out what was asked of a document, even where it is being checked."""
        self._newest.pop(uri, None)

    def _made_ready(self) -> Checker:
        if self._checker is None:
            self._checker = Checker(self._opened())
        return self._checker

    def _checked(self, uri: str, number: int, draft: Draft) -> Proof | None:
        # It may have waited for others, and have been changed meanwhile.
        if self._newest.get(uri) != number:
            return None
        told = report(self._made_ready().check(draft.text, draft.dated), uri)
        return proof(draft.text, told, draft.units)._replace(version=draft.version)
