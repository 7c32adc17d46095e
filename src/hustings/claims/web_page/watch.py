"""The time that asking for a page may take in all, names and redirects and unpacking with it."""

from __future__ import annotations

import queue
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection


class Watch:
    """Runs out after some seconds, and then shuts the connection it was given.

    A socket's own time is begun again by each sign that arrives: one who sends a sign a second would be heard for ever.
    """

    def __init__(self, seconds: float) -> None:
        self.end = time.monotonic() + seconds
        self.timer = threading.Timer(seconds, self._shut)
        self.timer.daemon = True
        self.connection: HTTPConnection | None = None
        self.socket: socket.socket | None = None

    def __enter__(self) -> Self:
        self.timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.timer.cancel()
        self.over(None)

    def is_over(self) -> bool:
        """Whether no time is left."""
        return time.monotonic() >= self.end

    def left(self) -> float:
        """The seconds that are left; TimeoutError where none is."""
        if self.is_over():
            raise TimeoutError
        return max(0.001, self.end - time.monotonic())

    def over(self, connection: HTTPConnection | None) -> None:
        """Watch that connection, and close the one before it."""
        if self.connection:
            self.connection.close()
        self.connection, self.socket = connection, None

    def connected(self) -> None:
        """The connection is made: its socket is kept, since an answer takes it away from the connection."""
        if self.connection and (made := self.connection.sock):
            self.socket = made
            made.settimeout(self.left())

    def within(self, ask: Callable[[], list[str]]) -> list[str]:
        """What a function gives that can only be waited for, as looking up a name; TimeoutError where it is slow."""
        told: queue.SimpleQueue[list[str] | OSError] = queue.SimpleQueue()

        def answer() -> None:
            try:
                told.put(ask())
            except OSError as error:
                told.put(error)

        threading.Thread(target=answer, daemon=True).start()
        try:
            found = told.get(timeout=self.left())
        except queue.Empty:
            raise TimeoutError from None
        if isinstance(found, OSError):
            raise found
        return found

    def _shut(self) -> None:
        for one in (self.socket, self.connection and self.connection.sock):
            with suppress(OSError):
                if one:
                    one.shutdown(socket.SHUT_RDWR)
