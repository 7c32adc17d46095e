"""Putting a built record in its place: only over a record, by one build at a time, or not at all."""

import ctypes
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hustings.errors import CannotWrite
from hustings.record.alone import alone, unfinished
from hustings.record.schema import TABLES

# What other rooms work out of a record and keep in its folder.
WORKED_OUT = ("fact", "told_contest", "told_candidate", "told_name")
# What stands beside a place while it is built, and after a build that was killed until the next.
UNFINISHED, BEFORE = "hustings-unfinished", "hustings-before"


def check_place(out: Path) -> None:
    """Raise CannotWrite where a place holds anything but a record."""
    if out.exists() and not out.is_dir():
        raise CannotWrite(f"{out} is a file; name a folder with --out, new, empty or holding a record")
    if out.is_dir():
        strangers = sorted(path.name for path in out.iterdir() if not _is_table(path))
        if strangers:
            raise CannotWrite(
                f"{out} holds {strangers[0]!r}, which is no record; name a new or an empty folder with --out"
            )


def _is_table(path: Path) -> bool:
    # A table's rows under another licence stand in a file beside: poll.cc-by-sa-4.0.parquet.
    return path.name.partition(".")[0] in (*TABLES, *WORKED_OUT) and path.suffix == ".parquet"


@contextmanager
def put_in_place(out: Path, check: Callable[[Path], None] = check_place, what: str = "the record") -> Iterator[Path]:
    """A temporary folder beside `out` that takes its place at the end, in one step, or leaves no trace.

    `check` refuses a place that may not be taken: it is asked at once, and again before the old goes, so that what
    was put there meanwhile is not lost. Raises CannotWrite where another build is at work on the same place, the
    disk is full or the folder may not be written: what was there stays.
    """
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with alone(_beside(out, "lock"), wait=False), unfinished(_beside(out, UNFINISHED)) as folder:
            _restore(out)
            check(out)
            yield folder
            check(out)
            _swap(folder, out)
    except BlockingIOError:
        raise CannotWrite(f"another build is writing {out}; wait for it, or name another folder (--out)") from None
    except OSError as error:
        raise CannotWrite(
            f"cannot write {what} to {out}: {error.strerror or error}; "
            "name a folder with room that you may write (--out); what was there is untouched"
        ) from None


def _beside(out: Path, part: str) -> Path:
    return out.with_name(f".{out.name}.{part}")


def _restore(out: Path) -> None:
    """Bring back the old where a build was killed between the two renames of `_swap`; or clear away what it left."""
    before = _beside(out, BEFORE)
    if before.exists() and not out.exists():
        before.rename(out)
    shutil.rmtree(before, ignore_errors=True)


def _swap(folder: Path, out: Path) -> None:
    if not out.exists():
        folder.rename(out)
    elif not _exchanged(folder, out):
        before = _beside(out, BEFORE)
        out.rename(before)
        try:
            folder.rename(out)
        except OSError:
            before.rename(out)
            raise
        shutil.rmtree(before, ignore_errors=True)


# Linux's own numbers for "relative to the working folder" and "exchange the two".
AT_FDCWD, RENAME_EXCHANGE = -100, 2


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places in one step, so that nobody finds neither; False where the system cannot."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(AT_FDCWD, bytes(one), AT_FDCWD, bytes(other), RENAME_EXCHANGE) == 0)
