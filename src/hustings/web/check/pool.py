"""Checks beside the pages: one process that is ready soon after the desk is, ended where a story takes too long."""

from __future__ import annotations

import asyncio
import sys
from concurrent.futures import BrokenExecutor
from concurrent.futures import TimeoutError as TookTooLong

from pebble import ProcessExpired

from hustings.claims.report.claim import Report
from hustings.record.open import Record
from hustings.web.api.problem import Problem
from hustings.web.check.taken import Taken
from hustings.web.check.worker import Failed, begin, run
from hustings.web.processes import Kind, Processes

WORKERS = 1
SECONDS = 10.0
MOST_WAITING = 6


class Checks:
    """Checks stories against a record; `close` ends its process."""

    def __init__(self, record: Record) -> None:
        overlay = record.overlay.folder if record.overlay else None
        self._pool = Processes(Kind(WORKERS, begin, (record.folder, overlay)))
        self._asked = 0
        # The process begins with its first story, which is to find it ready.
        self._pool.schedule(run, ("", None), SECONDS)

    async def check(self, taken: Taken) -> Report:
        """The report of a story. Raises Problem where it takes too long, cannot be checked, or too many wait."""
        if self._asked >= WORKERS + MOST_WAITING:
            raise Problem(503, "too many stories wait to be checked", None, "ask again in some seconds")
        self._asked += 1
        try:
            return await asyncio.wrap_future(self._pool.schedule(run, tuple(taken), SECONDS))
        except TookTooLong:
            said = f"checking the story took longer than {SECONDS:g} seconds"
            raise Problem(400, said, "text", "check a part of it at a time") from None
        except ProcessExpired:
            raise Problem(400, "checking the story took all room there was", "text", "check a part of it") from None
        except Failed as failed:
            sys.stderr.write(f"A story could not be checked: {failed}.\n")
            said = "the desk failed to check this story; it has said why, without the story, where it was started"
            raise Problem(500, said, "text", "check a part of it at a time") from None
        except BrokenExecutor:
            raise Problem(503, "the process that checks stories has died", None, "ask again in some seconds") from None
        finally:
            self._asked -= 1

    def close(self) -> None:
        """End the process."""
        self._pool.close()
