"""Files that are there whole or not at all, and never over another unless that is asked for."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb

from hustings.errors import CannotWrite, UnusableInput

# What each engine raises where a file cannot be written.
FAILURES = (OSError, sqlite3.OperationalError, duckdb.IOException, duckdb.TransactionException)


@contextmanager
def whole(outs: Sequence[Path], *, force: bool = False) -> Iterator[list[Path]]:
    """Give a place to write each file; at the end each is in its own place, and after an error none is.

    Raises UnusableInput where one exists and `force` is not given, or where its folder does not; CannotWrite where
    there is no room or no leave.
    """
    for out in outs:
        _check(out, force=force)
    try:
        folder = Path(tempfile.mkdtemp(prefix=".hustings-", dir=outs[0].parent))
    except OSError as error:
        raise _cannot(outs[0], error) from None
    try:
        unfinished = [folder / out.name for out in outs]
        yield unfinished
        for part, out in zip(unfinished, outs, strict=True):
            part.replace(out)
    except FAILURES as error:
        raise _cannot(outs[0], error) from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _check(out: Path, *, force: bool) -> None:
    if not out.parent.is_dir():
        raise UnusableInput(f"no folder {out.parent} to write {out.name} in; make it, or name another with --out")
    if out.is_dir():
        raise UnusableInput(f"{out} is a folder; name a file in it with --out")
    if out.exists() and not force:
        raise UnusableInput(f"{out} exists; name another file with --out, or put --force to replace it")


def _cannot(out: Path, error: Exception) -> CannotWrite:
    number = error.errno if isinstance(error, OSError) and error.errno else errno.ENOSPC
    reason = os.strerror(number).lower() if isinstance(error, OSError) else str(error).splitlines()[0]
    return CannotWrite(
        f"cannot write {out} ({reason}); name a place with room where you may write; nothing was changed"
    )
