"""The folder of additions: each a folder of Parquet tables with a slip that says what it is and proves it whole."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from hustings.errors import CannotWrite, UnknownName
from hustings.record.alone import alone
from hustings.record.names import nearest
from hustings.record.schema import TABLES

# How the source table names the publisher of what a user added.
PUBLISHER = "Added by you"
SLIP = "addition.json"
LOCK = ".lock"
# What is written before it is whole; the name of an addition never begins so.
UNFINISHED = ".adding-"
NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
# Raised where the meaning of an addition's tables changes and the schema's digest does not show it.
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Slip:
    """What an addition is: its name, the file it was read from, and the digest of each of its tables."""

    name: str
    kind: str
    file: str
    sha256: str
    about: str
    added_at: str
    schema: str
    tables: dict[str, str]


class Overlay(NamedTuple):
    """A folder of additions as found: those that are whole, and a sentence for each that is not."""

    folder: Path
    additions: list[Slip]
    broken: list[str]

    def files(self) -> dict[str, list[Path]]:
        """The Parquet files of each table that some addition has rows of."""
        files: dict[str, list[Path]] = {}
        for slip in self.additions:
            for table in slip.tables:
                files.setdefault(table, []).append(self.folder / slip.name / f"{table}.parquet")
        return files


def read_overlay(folder: Path) -> Overlay:
    """Every addition in a folder, in order of name; a folder that is not there has none.

    An addition is whole where its slip can be read, its tables are to the byte those it was written
    with, and they have the columns that this version of the record has.
    """
    try:
        names = sorted(path.name for path in folder.iterdir() if _is_addition(path))
    except FileNotFoundError:
        return Overlay(folder, [], [])
    except OSError as error:
        what = f"the additions in {folder} are left out, for it cannot be read ({error.strerror})"
        return Overlay(folder, [], [f"{what}; name another folder with HUSTINGS_OVERLAY"])
    slips, broken = [], []
    for name in names:
        try:
            slips.append(_slip(folder / name))
        except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            broken.append(
                f"the addition {name!r} is left out, for it is not whole ({reason}); remove it with "
                f"`hustings record remove {name}`, then add its file again"
            )
    return Overlay(folder, slips, broken)


def _slip(folder: Path) -> Slip:
    """The slip of an addition that is whole; ValueError, KeyError, TypeError or OSError where it is not."""
    try:
        slip = Slip(**json.loads((folder / SLIP).read_text(encoding="utf-8")))
        datetime.fromisoformat(slip.added_at)
    except (ValueError, TypeError, RecursionError):
        raise ValueError(f"its {SLIP} cannot be read") from None
    texts = (slip.name, slip.kind, slip.file, slip.sha256, slip.about, slip.schema)
    if not all(isinstance(one, str) for one in texts) or not isinstance(slip.tables, dict):
        raise ValueError(f"its {SLIP} cannot be read")
    if slip.name != folder.name or not set(slip.tables) <= set(TABLES):
        raise ValueError(f"its {SLIP} is of another addition or another record")
    if slip.schema != schema_digest(slip.tables):
        raise ValueError("it was added by another version of Hustings")
    for table, digest in slip.tables.items():
        if file_digest(folder / f"{table}.parquet") != digest:
            raise ValueError(f"its {table}.parquet has changed")
    return slip


def schema_digest(tables: Any) -> str:
    """A digest of the columns of some tables: additions of another version of the record do not unite with this."""
    said = [(name, [(column.name, column.kind) for column in TABLES[name].columns]) for name in sorted(tables)]
    return hashlib.sha256(json.dumps([FORMAT, said]).encode()).hexdigest()


def file_digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Wanted(NamedTuple):
    """What an addition is to be called, what it is, and the file it was read from with its SHA-256."""

    name: str
    kind: str
    file: str
    sha256: str
    about: str


@contextmanager
def adding(folder: Path) -> Iterator[Callable[[Wanted, Callable[[Path], list[str]]], Slip]]:
    """Hold the folder alone, and give the function that puts one addition in it.

    That function takes what is wanted and a writer, which writes tables to a folder and gives their
    names; the addition is there at the end, whole, or not at all. Additions are one at a time, so
    that what a check found absent is absent still. Raises CannotWrite.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with alone(folder / LOCK):
            _clear(folder)
            yield lambda wanted, write: _put(folder, wanted, write)
    except OSError as error:
        raise CannotWrite(
            f"cannot write to {folder}: {error.strerror or error}; name a folder with room that you may write "
            "(--overlay); what was there is untouched"
        ) from None


def _put(folder: Path, wanted: Wanted, write: Callable[[Path], list[str]]) -> Slip:
    unfinished = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=folder))
    try:
        tables = write(unfinished)
        slip = Slip(
            name=_free(folder, wanted.name),
            kind=wanted.kind,
            file=wanted.file,
            sha256=wanted.sha256,
            about=wanted.about,
            added_at=datetime.now().astimezone().isoformat(timespec="seconds"),
            schema=schema_digest(tables),
            tables={table: file_digest(unfinished / f"{table}.parquet") for table in tables},
        )
        (unfinished / SLIP).write_text(json.dumps(asdict(slip), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        unfinished.chmod(0o755)
        unfinished.rename(folder / slip.name)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return slip


def _free(folder: Path, name: str) -> str:
    """The name, or with -2, -3 after it where it is taken."""
    taken = {path.name for path in folder.iterdir()}
    return next(one for one in (name, *(f"{name}-{n}" for n in range(2, len(taken) + 3))) if one not in taken)


def free_name(folder: Path, name: str) -> str:
    """What an addition of that name will be called; to be asked while the folder is held."""
    return _free(folder, name)


def _clear(folder: Path) -> None:
    """Sweep away what a process that was killed had half written: whoever holds the lock is alone."""
    for path in folder.glob(f"{UNFINISHED}*"):
        shutil.rmtree(path, ignore_errors=True)


def remove(folder: Path, name: str) -> None:
    """Take an addition away, whole or broken; UnknownName with the names there are."""
    names = sorted(path.name for path in folder.iterdir() if _is_addition(path)) if folder.is_dir() else []
    if name not in names:
        near = nearest(name, names)
        mend = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(names) or 'none'}"
        raise UnknownName(f"no addition called {name!r} in {folder}; {mend}", near)
    try:
        with alone(folder / LOCK):
            # Renamed first, so that it is gone at once and never half there.
            gone = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=folder))
            (folder / name).rename(gone / name)
            _clear(folder)
    except OSError as error:
        raise CannotWrite(f"cannot remove {folder / name}: {error.strerror}; see that you may write there") from None


def _is_addition(path: Path) -> bool:
    """Whether a folder is one of ours, whole or broken: nobody else's is named, read or removed."""
    return NAME.fullmatch(path.name) is not None and (path / SLIP).is_file()
