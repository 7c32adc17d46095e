"""Files that are there whole or not at all, and never over another unless that is asked for."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import duckdb

from hustings.errors import CannotWrite, UnusableInput
from hustings.record.alone import alone, unfinished

# What each engine raises where a file cannot be written.
FAILURES = (OSError, sqlite3.OperationalError, duckdb.IOException, duckdb.TransactionException)


@contextmanager
def whole(outs: Sequence[Path], *, force: bool = False) -> Iterator[list[Path]]:
    """Give a place to write each file; at the end all are in their own places, or after an error none is.

    The files stand in one folder, and one process at a time writes the first of them. Raises UnusableInput where one
    exists and `force` is not given, or where the folder does not; CannotWrite where there is no room or no leave, and
    then what was there is there still.
    """
    _check(outs, force=force)
    try:
        with alone(_beside(outs[0], "lock")), unfinished(_beside(outs[0], "unfinished")) as folder:
            parts = [folder / out.name for out in outs]
            yield parts
            # Asked again: others may have put something there meanwhile.
            _check(outs, force=force)
            _put(parts, outs, folder)
    except FAILURES as error:
        raise _cannot(outs[0], error) from None


def _check(outs: Sequence[Path], *, force: bool) -> None:
    for out in outs:
        if not out.parent.is_dir():
            raise UnusableInput(f"no folder {out.parent} to write {out.name} in; make it, or name another with --out")
        if out.is_dir():
            raise UnusableInput(f"{out} is a folder; name a file in it with --out")
        if out.exists() and not force:
            raise UnusableInput(f"{out} exists; name another file with --out, or put --force to replace it")


def _beside(out: Path, part: str) -> Path:
    return out.with_name(f".{out.name}.hustings-{part}")


def _put(parts: Sequence[Path], outs: Sequence[Path], folder: Path) -> None:
    """Put each file in its place; where one cannot be, those before it are again what they were."""
    with ExitStack() as undo:
        for number, (part, out) in enumerate(zip(parts, outs, strict=True)):
            before = folder / f"{number}.before"
            if out.exists() and len(outs) > 1:
                shutil.copy2(out, before)
                undo.callback(before.replace, out)
            elif len(outs) > 1:
                undo.callback(out.unlink, missing_ok=True)
            part.replace(out)
        undo.pop_all()


def _cannot(out: Path, error: Exception) -> CannotWrite:
    reason = str(error).partition("\n")[0]
    if isinstance(error, OSError) and error.strerror:
        reason = error.strerror.lower()
    return CannotWrite(
        f"cannot write {out} ({reason}); name a place with room where you may write; nothing was changed"
    )
