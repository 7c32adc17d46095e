"""Building the site: gather, render, write, and put the whole in place; nothing where nothing has changed."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from hustings.publish.site.contents import Choices, Step, put_site
from hustings.publish.site.folder import is_current, site_folder
from hustings.publish.site.made_from import made_from
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
    digest = made_from(record, choices)
    if is_current(out, digest):
        return None
    with site_folder(out, digest) as folder:
        site = put_site(record, folder, choices, step)
    return Built(len(site.pages), folder.written, folder.kept)
