"""The processes that run statements: few, each ended when its statement will not end, and none waited for too long."""

from __future__ import annotations

import asyncio
from concurrent.futures import BrokenExecutor
from concurrent.futures import TimeoutError as TookTooLong
from pathlib import Path

from pebble import ProcessExpired

from hustings.web.api.problem import Problem
from hustings.web.processes import Kind, Processes
from hustings.web.sql.allowed import Refused
from hustings.web.sql.worker import ROOM, SECONDS, WORN, Ran, begin, run

WORKERS = 2
# A statement is asked to stop after SECONDS; what does not hear that is ended.
ENDED_AFTER = SECONDS + 2
MOST_WAITING = 6


class Statements:
    """Runs statements over a store; `close` ends its processes."""

    def __init__(self, path: Path) -> None:
        self._pool = Processes(Kind(WORKERS, begin, (path,)))
        self._asked = 0

    async def run(self, statement: str, most: int) -> Ran:
        """The rows of a statement. Raises Problem where it is refused, breaks a limit, or too many wait."""
        if self._asked >= WORKERS + MOST_WAITING:
            raise Problem(503, "too many statements wait to be run", None, "ask again in some seconds")
        self._asked += 1
        try:
            return await asyncio.wrap_future(self._pool.schedule(run, (statement, most), ENDED_AFTER))
        except Refused as refused:
            raise Problem(400, refused.why, "query", refused.mend) from None
        except TookTooLong:
            said = f"it took longer than {ENDED_AFTER:g} seconds"
            raise Problem(400, said, "query", "ask for less: filter first, join on keys") from None
        except ProcessExpired as expired:
            said = f"it took more than {ROOM} MB" if expired.exitcode == WORN else "it ended the process that ran it"
            raise Problem(400, said, "query", "ask for less: filter first, join on keys") from None
        except BrokenExecutor:
            raise Problem(
                503, "the processes that run statements have died", None, "ask again in some seconds"
            ) from None
        finally:
            self._asked -= 1

    def close(self) -> None:
        """End the processes: a moment for those that are only beginning, and no more for a statement that runs."""
        self._pool.close()
