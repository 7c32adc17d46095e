"""The processes that run statements: few, each ended when its statement will not end, and none waited for too long."""

from __future__ import annotations

import asyncio
from concurrent.futures import TimeoutError as TookTooLong
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from hustings.web.api.problem import Problem
from hustings.web.sql.allowed import Refused
from hustings.web.sql.worker import SECONDS, Ran, begin, run

WORKERS = 2
# A statement is asked to stop after SECONDS; what does not hear that is ended.
ENDED_AFTER = SECONDS + 2
MOST_WAITING = 6
MOMENT = 2


class Statements:
    """Runs statements over a store; `close` ends its processes."""

    def __init__(self, path: Path) -> None:
        self._pool = ProcessPool(max_workers=WORKERS, initializer=begin, initargs=[path], context=get_context("spawn"))
        self._asked = 0

    async def run(self, statement: str, most: int) -> Ran:
        """The rows of a statement. Raises Problem where it is refused, breaks a limit, or too many wait."""
        if self._asked >= WORKERS + MOST_WAITING:
            raise Problem(503, "too many statements wait to be run", None, "ask again in some seconds")
        self._asked += 1
        try:
            future = self._pool.schedule(run, args=[statement, most], timeout=ENDED_AFTER)
            ran: Ran = await asyncio.wrap_future(future)
            return ran
        except Refused as refused:
            raise Problem(400, refused.why, "query", refused.mend) from None
        except TookTooLong:
            said = f"it took longer than {ENDED_AFTER:g} seconds"
            raise Problem(400, said, "query", "ask for less: filter first, join on keys") from None
        except ProcessExpired:
            raise Problem(400, "it broke the limits of room", "query", "ask for less") from None
        finally:
            self._asked -= 1

    def close(self) -> None:
        """End the processes: a moment for those that are only beginning, and no more for a statement that runs."""
        self._pool.close()  # type: ignore[no-untyped-call]
        with suppress(TookTooLong):
            self._pool.join(timeout=MOMENT)
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()
