"""What a site is made from, as one digest: another digest, and the site must be made again."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

import hustings
from hustings.record.open import DATA, Record

if TYPE_CHECKING:
    from hustings.publish.site.contents import Choices

PACKAGE = Path(hustings.__file__).parent
CHARTS = PACKAGE / "publish" / "charts"
# Libraries that have a hand in the bytes: those that count, those that draw, those that write.
COUNTING = ("duckdb", "ibis-framework", "sqlglot")
DRAWING = ("altair", "narwhals", "vl-convert-python")
WRITING = ("jinja2", "markupsafe")


def made_from(record: Record, choices: Choices, package: Path = PACKAGE) -> str:
    """A digest of the record with what was added, the choices, this package's files, and whatever runs them.

    What the system alone knows, such as the fonts it draws with, is not in it.
    """
    tables = _told(record.folder, record.folder.glob("*.parquet"))
    overlay = record.overlay
    added = [one for files in overlay.files().values() for one in _told(overlay.folder, files)] if overlay else []
    ran_by = _versions(*COUNTING, *DRAWING, *WRITING)
    return _digest(hustings.__version__, choices, ran_by, tables, added, _told(package, _files(package)))


def drawn_by(code: Path = CHARTS) -> str:
    """A digest of what draws charts, so that pictures kept from another version are not taken for this one's."""
    return _digest(_versions(*DRAWING), _told(code, _files(code)))


def _files(package: Path) -> Iterable[Path]:
    """The files of code, but what Python makes of them, and but the packaged record: another may be shown."""
    return (
        path
        for path in package.rglob("*")
        if path.is_file() and path.suffix != ".pyc" and not path.is_relative_to(DATA)
    )


def _told(folder: Path, files: Iterable[Path]) -> list[tuple[str, str]]:
    """Where in a folder each file stands, and the digest of its bytes."""
    return sorted(
        (path.relative_to(folder).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()) for path in files
    )


def _versions(*names: str) -> list[str | None]:
    """The versions of Python and of libraries; None for one that is not installed, as whoever needs it will say."""
    return [platform.python_version(), *map(_version, names)]


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()
