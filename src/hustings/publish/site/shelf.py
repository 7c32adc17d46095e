"""Where the files of a site are put: into a folder, or before a server that makes each when it is asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Protocol

# A file's content, or what makes it: a folder makes it at once, a server when somebody wants it.
Content = str | bytes | Callable[[], str | bytes]
DIGITS = 10


class Shelf(Protocol):
    """What takes the files of a site, each once."""

    def add(self, path: str, content: Content) -> None:
        """Take a file of the site."""

    def add_once(self, path: str, content: bytes) -> None:
        """Take a file that is named by its content, unless the same was taken already."""


def made(content: Content) -> bytes:
    """The bytes of a file."""
    data = content() if callable(content) else content
    return data.encode() if isinstance(data, str) else data


def named_by_content(name: str, data: bytes) -> str:
    """A file's name with a digest of its content, so that browsers may keep it for ever."""
    stem, dot, suffix = name.rpartition(".")
    return f"assets/{stem}.{hashlib.sha256(data).hexdigest()[:DIGITS]}{dot}{suffix}"
