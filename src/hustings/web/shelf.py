"""The files of the site before a server: each made when somebody first asks for it, and kept while there is room."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from cachetools import LRUCache

from hustings.publish.site.shelf import Content, made
from hustings.web.answer import Answer, answered

# What is kept of what was made: a seat page is some 40 kB, and 10 kB packed.
MOST_KEPT = 96_000_000


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
