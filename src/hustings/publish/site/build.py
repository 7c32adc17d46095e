"""Building the site: gather, render, write, and put the whole in place; nothing where nothing has changed."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

import hustings
from hustings.publish.site.contents import Choices, Step, put_site
from hustings.publish.site.folder import is_current, site_folder
from hustings.record.open import Record


class Built(NamedTuple):
    """What a build did: pages in the site, files written and kept; all kept where nothing had changed."""

    pages: int
    written: int
    kept: int


def build_site(record: Record, out: Path, choices: Choices, step: Step = lambda _: None) -> Built | None:
    """Write the site into a folder, which changes only if all went well; None where it is current already.

    Raises CannotWrite where `out` holds anything but a site of ours, UnknownName for a borough that is none.
    """
    out = out.expanduser().resolve()
    made_from = _made_from(record, choices)
    if is_current(out, made_from):
        return None
    with site_folder(out, made_from) as folder:
        pages = put_site(record, folder, choices, step)
    return Built(len(pages), folder.written, folder.kept)


def _made_from(record: Record, choices: Choices) -> str:
    """A digest of everything a site is made from: the record's files, this package's code, and the choices."""
    package = Path(hustings.__file__).parent
    code = sorted(path for path in package.rglob("*") if path.suffix in CODE)
    added = [path for files in record.overlay.files().values() for path in files] if record.overlay else []
    digest = hashlib.sha256(repr((hustings.__version__, choices)).encode())
    for path in [*sorted(record.folder.glob("*.parquet")), *added, *code]:
        digest.update(path.name.encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


# What pages are made by; the record's own files are looked at beside.
CODE = (".py", ".html", ".css", ".js", ".svg", ".toml", ".csv")
