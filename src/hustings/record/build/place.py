"""Putting a built record in its place: only over a record, by one build at a time, or not at all."""

import ctypes
import fcntl
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hustings.errors import CannotWrite
from hustings.record.schema import TABLES


def check_place(out: Path) -> Path:
    """The folder itself, links followed; CannotWrite where it holds anything but a record."""
    out = out.expanduser().resolve()
    if out.exists() and not out.is_dir():
        raise CannotWrite(f"{out} is a file; name a folder with --out, new, empty or holding a record")
    if out.is_dir():
        strangers = sorted(path.name for path in out.iterdir() if not _is_table(path))
        if strangers:
            raise CannotWrite(
                f"{out} holds {strangers[0]!r}, which is no record; name a new or an empty folder with --out"
            )
    return out


def _is_table(path: Path) -> bool:
    # A table's rows under another licence stand in a file beside: poll.cc-by-sa-4.0.parquet.
    return path.name.partition(".")[0] in TABLES and path.suffix == ".parquet"


@contextmanager
def put_in_place(out: Path, what: str = "the record") -> Iterator[Path]:
    """A temporary folder beside `out` that takes its place at the end, in one step, or leaves no trace.

    Raises CannotWrite where another build is at work on the same place, the disk is full or the
    folder may not be written: what was there stays.
    """
    folder = None
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with _alone(out):
            folder = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
            yield folder
            folder.chmod(0o755)
            _swap(folder, out)
    except OSError as error:
        raise CannotWrite(
            f"cannot write {what} to {out}: {error.strerror or error}; "
            "name a folder with room that you may write (--out); what was there is untouched"
        ) from None
    finally:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Hold the place for one build; the lock goes with the process, however it ends."""
    lock = out.with_name(f".{out.name}.lock")
    with lock.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CannotWrite(f"another build is writing {out}; wait for it, or name another folder (--out)") from None
        try:
            yield
        finally:
            lock.unlink(missing_ok=True)


def _swap(folder: Path, out: Path) -> None:
    if not out.exists():
        folder.rename(out)
    elif not _exchanged(folder, out):
        before = folder.with_name(folder.name + "-before")
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
