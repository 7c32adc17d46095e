"""Processes that do what would keep pages waiting, each ended when its job will not end."""

from __future__ import annotations

import signal
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TookTooLong
from contextlib import suppress
from multiprocessing import get_context
from typing import Any, NamedTuple, TypeVar

from pebble import ProcessPool

MOMENT = 2
# What a process may not do: write a file, or leave what it held in one when it dies.
NO_FILES = {"RLIMIT_FSIZE": 0, "RLIMIT_CORE": 0}
Given = TypeVar("Given")


class Kind(NamedTuple):
    """How many processes there are, and what makes each of them ready, with what it is given."""

    workers: int
    begin: Callable[..., None]
    given: tuple[Any, ...]


class Processes:
    """A few processes of one kind; `close` ends them."""

    def __init__(self, kind: Kind) -> None:
        self._kind = kind
        self._pool = self._begun()

    def _begun(self) -> ProcessPool:
        workers, begin, given = self._kind
        return ProcessPool(max_workers=workers, initializer=begin, initargs=list(given), context=get_context("spawn"))

    def schedule(self, job: Callable[..., Given], given: tuple[Any, ...], seconds: float) -> Future[Given]:
        """A job given to a process, which is ended where it takes longer than that.

        Where all have died, as by the system's want of memory, others begin.
        """
        try:
            future: Future[Given] = self._pool.schedule(job, args=[*given], timeout=seconds)
        except RuntimeError:
            self._pool = self._begun()
            future = self._pool.schedule(job, args=[*given], timeout=seconds)
        return future

    def stop(self) -> None:
        """End them at once, whatever they do."""
        self._pool.stop()  # type: ignore[no-untyped-call]

    def close(self) -> None:
        """End them: a moment for those that are only beginning, and no more for a job that runs."""
        self._pool.close()  # type: ignore[no-untyped-call]
        with suppress(TookTooLong):
            self._pool.join(timeout=MOMENT)
        self.stop()
        self._pool.join()


def bound(most: dict[str, int]) -> None:
    """Bound what the system gives this process, where it knows how, and leave Ctrl-C to the one that began it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        import resource
    except ImportError:
        # Windows has no such bounds.
        return
    for what, limit in most.items():
        with suppress(ValueError, OSError):
            resource.setrlimit(getattr(resource, what), (limit, limit))
