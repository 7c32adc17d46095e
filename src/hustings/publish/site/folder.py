"""The folder a site is written to: what has not changed keeps its file, and the whole takes its place in one step."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hustings.errors import CannotWrite
from hustings.publish.site.shelf import Content, made
from hustings.record.build.place import put_in_place

# What tells that a folder is a site of ours, and what it was made from.
MANIFEST = ".hustings-site.json"


@dataclass(slots=True)
class SiteFolder:
    """A site being written: `add` each file once. Counts what is new and what stayed as it was."""

    new: Path
    old: Path
    digests: dict[str, str] = field(default_factory=dict)
    written: int = 0
    kept: int = 0

    def add(self, path: str, content: Content) -> None:
        """Write a file of the site; one that has the same bytes as before stays the very same file."""
        data = made(content)
        target, before = self.new / path, self.old / path
        if path in self.digests:
            raise ValueError(f"{path} would be written twice")
        target.parent.mkdir(parents=True, exist_ok=True)
        self.digests[path] = hashlib.sha256(data).hexdigest()
        if before.is_file() and before.stat().st_size == len(data) and before.read_bytes() == data:
            _keep(before, target)
            self.kept += 1
        else:
            target.write_bytes(data)
            self.written += 1

    def add_once(self, path: str, content: bytes) -> None:
        """Write a file that is named by its content, unless the same was written already."""
        if path not in self.digests:
            self.add(path, content)


def _keep(before: Path, target: Path) -> None:
    try:
        os.link(before, target)
    except OSError:
        # A file system without links: the file is copied with its day.
        shutil.copy2(before, target)


def is_current(out: Path, made_from: str) -> bool:
    """Whether the folder holds a whole site, to the byte, that was made from the same record, code and choices."""
    manifest = _manifest(out)
    if manifest is None or manifest["made_from"] != made_from:
        return False
    return all(_digest(out / path) == digest for path, digest in manifest["files"].items())


def _digest(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def _manifest(out: Path) -> dict[str, Any] | None:
    """What a folder says it was made from and holds; None where it is no site of ours."""
    try:
        found = json.loads((out / MANIFEST).read_text())
    except (OSError, ValueError):
        return None
    whole = isinstance(found, dict) and isinstance(found.get("files"), dict) and "made_from" in found
    return found if whole else None


@contextmanager
def site_folder(out: Path, made_from: str) -> Iterator[SiteFolder]:
    """A site to fill, which takes the place of `out` at the end in one step, or leaves it as it was.

    Raises CannotWrite where `out` holds anything but a site of ours, or cannot be written.
    """
    with put_in_place(out, _check, "the site") as new:
        folder = SiteFolder(new, out)
        yield folder
        manifest = {"made_from": made_from, "files": folder.digests}
        (new / MANIFEST).write_text(json.dumps(manifest, indent=0) + "\n")


def _check(out: Path) -> None:
    """Raise CannotWrite unless a site may take this place, and nothing that is not ours would go with the old one."""
    if out.exists() and not out.is_dir():
        raise CannotWrite(f"{out} is a file; name a folder with --out, new, empty or holding a site")
    if not out.is_dir():
        return
    if Path.cwd().is_relative_to(out):
        raise CannotWrite(f"{out} is the folder you are in, which a new site would take from under you; go up from it")
    manifest = _manifest(out)
    ours = {MANIFEST, *manifest["files"]} if manifest else set()
    files = (path.relative_to(out).as_posix() for path in out.rglob("*") if not path.is_dir() or path.is_symlink())
    stranger = next((path for path in sorted(files) if path not in ours), None)
    if stranger:
        raise CannotWrite(
            f"{out} holds {stranger}, which is no part of a site of ours and would be lost; move it away, or name a "
            "new or an empty folder with --out"
        )
