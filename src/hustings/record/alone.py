"""Being the one process at a place: a lock that goes with the process however it ends, and a folder to work in."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def alone(lock: Path, *, wait: bool = True) -> Iterator[None]:
    """Hold a lock file, which is there only while somebody does.

    Raises BlockingIOError where another process holds it and we do not wait, OSError where it cannot be written.
    """
    file = _held(lock, wait)
    try:
        yield
    finally:
        # Taken away before it is let go: whoever waits for it finds that it is gone, and begins again.
        lock.unlink(missing_ok=True)
        file.close()


def _held(lock: Path, wait: bool) -> IO[str]:
    import fcntl

    while True:
        file = lock.open("w")
        try:
            fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_there(lock, file):
                return file
        except BaseException:
            file.close()
            raise
        file.close()


def _is_there(lock: Path, file: IO[str]) -> bool:
    """Whether the file that is held is the one at that place: a lock on one that was deleted is a lock on nothing."""
    try:
        return os.path.samestat(lock.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False


@contextmanager
def unfinished(folder: Path) -> Iterator[Path]:
    """An empty folder to write in, gone at the end. Whoever asks is alone there, so what stands in its place was left
    by a process that was killed, and goes first.
    """
    if folder.exists():
        shutil.rmtree(folder)
    try:
        # In here, since a signal may come as soon as it is there.
        folder.mkdir()
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
