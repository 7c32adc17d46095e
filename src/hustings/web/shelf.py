"""The files of the site before a server: each made when somebody first asks for it, and kept while there is room."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import threading
from dataclasses import dataclass, field
from typing import NamedTuple

from cachetools import LRUCache

from hustings.publish.site.shelf import Content, made
from hustings.web.guards import hashes_of

# What is kept of what was made: a seat page is some 40 kB, and 10 kB packed.
MOST_KEPT = 96_000_000
LEVEL = 6
# Packing what is smaller costs more than it saves.
LEAST_PACKED = 500
TEXTS = ("text/", "image/svg+xml", "application/json", "application/atom+xml", "application/xml")
TYPES = {".atom": "application/atom+xml", ".md": "text/markdown", ".js": "text/javascript", ".webmanifest": "text/json"}


class Answer(NamedTuple):
    """A file as it is sent: its bytes, packed too where that is worth it, its type, digests of it and of its styles."""

    data: bytes
    packed: bytes | None
    media_type: str
    etag: str
    style_hashes: str

    @property
    def size(self) -> int:
        """How much room it takes."""
        return len(self.data) + len(self.packed or b"")


@dataclass(slots=True)
class PageShelf:
    """What `put_site` fills: `read` makes a file, or gives what was made of it before; threads may ask at once."""

    content: dict[str, Content] = field(default_factory=dict)
    kept: LRUCache[str, Answer] = field(default_factory=lambda: LRUCache(MOST_KEPT, lambda answer: answer.size))
    lock: threading.Lock = field(default_factory=threading.Lock)
    # One is made at a time: they are made of Python, so two at once take as long, and their figures twice the room.
    making: threading.Lock = field(default_factory=threading.Lock)

    def add(self, path: str, content: Content) -> None:
        """Take a file of the site."""
        if path in self.content:
            raise ValueError(f"{path} would be there twice")
        self.content[path] = content

    def add_once(self, path: str, content: bytes) -> None:
        """Take a file that is named by its content, unless the same was taken already."""
        self.content.setdefault(path, content)

    def at_hand(self, path: str) -> Answer | None:
        """The file if it was made already."""
        with self.lock:
            return self.kept.get(path)

    def read(self, path: str) -> Answer | None:
        """The file; None where there is none of that path."""
        if path not in self.content:
            return None
        with self.making:
            answer = self.at_hand(path)
            if answer is None:
                answer = answered(path, made(self.content[path]))
                with self.lock:
                    if answer.size <= self.kept.maxsize:
                        self.kept[path] = answer
        return answer


def answered(path: str, data: bytes) -> Answer:
    """A file's bytes as they are sent."""
    suffix = path[path.rfind(".") :] if "." in path else ""
    media_type = TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    text = media_type.startswith(TEXTS) or media_type == "text/javascript"
    packed = gzip.compress(data, LEVEL, mtime=0) if text and len(data) >= LEAST_PACKED else None
    digest = hashlib.sha256(data).hexdigest()[:20]
    styles = hashes_of(data) if media_type == "text/html" else ""
    return Answer(data, packed, f"{media_type}; charset=utf-8" if text else media_type, f'"{digest}"', styles)
