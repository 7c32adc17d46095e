"""Starting the desk and stopping it: the pages gathered, a port taken, everything closed when it is told to stop."""

from __future__ import annotations

import errno
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import IO, NamedTuple

import uvicorn
from pebble import ProcessPool
from starlette.applications import Starlette

from hustings.errors import UnusableInput
from hustings.publish.site.contents import Choices, Step, put_site
from hustings.record.open import Record
from hustings.web.api.read import Store
from hustings.web.check.pool import Checks
from hustings.web.desk import Allowed, Parts, desk, desk_pages
from hustings.web.guards import LOCAL
from hustings.web.shelf import PageShelf
from hustings.web.sql.pool import Statements
from hustings.web.store import ready_store, store_path
from hustings.web.swing.scenario import Swingometer

# How long answers that have begun may take once the desk is told to stop.
GRACE_SECONDS = 5
# More connections than this are told to come again.
MOST_AT_ONCE = 1_000


class Place(NamedTuple):
    """Where the desk is to be reached."""

    host: str
    port: int

    @property
    def address(self) -> str:
        """As a browser is given it."""
        return f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}/"


def take(place: Place) -> socket.socket:
    """The port, held; UnusableInput where somebody has it, or it may not be had."""
    family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
    held = socket.socket(family, socket.SOCK_STREAM)
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        held.bind((place.host, place.port))
        held.listen()
    except OSError as error:
        held.close()
        elsewhere = isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL
        mend = "--host, such as --host 127.0.0.1" if elsewhere else "--port, such as --port 8080"
        raise UnusableInput(
            f"cannot serve at port {place.port} of {place.host} ({error.strerror}); name another with {mend}"
        ) from None
    return held


class Rules(NamedTuple):
    """Which names browsers may ask for this machine by, how often an address may ask for what is dear, the log."""

    names: tuple[str, ...] = ()
    allowed: Allowed = Allowed()
    log: IO[str] | None = None


@contextmanager
def application(record: Record, rules: Rules, step: Step = lambda _: None) -> Iterator[Starlette]:
    """The desk over a record, while the block lasts."""
    shelf, path, swingometer = PageShelf(), store_path(record), Swingometer(record)
    asked_by = {*LOCAL, socket.gethostname().lower(), *(name.lower() for name in rules.names)}
    with made_beside(record, path) as made:
        site = put_site(record, shelf, Choices(), step, partial(desk_pages, swingometer))
        made()
    with closing(Statements(path)) as statements, closing(Checks(record)) as checks:
        parts = Parts(record, site, shelf, Store(path), statements, swingometer, checks, rules.allowed, rules.log)
        yield desk(parts, tuple(sorted(asked_by)))


@contextmanager
def made_beside(record: Record, path: Path) -> Iterator[Callable[[], None]]:
    """Make the store in a process of its own while the block gathers pages; what is given waits until it is there."""
    overlay = record.overlay.folder if record.overlay else None
    with ProcessPool(max_workers=1, initializer=_deaf, context=get_context("spawn")) as pool:
        making = pool.schedule(ready_store, args=[record.folder, overlay, path])
        try:
            yield making.result
        finally:
            pool.stop()  # type: ignore[no-untyped-call]


def _deaf() -> None:
    """Leave Ctrl-C to the process that was started, which ends this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def run(served: Starlette, held: socket.socket) -> None:
    """Answer at a port that is held until the process is told to stop, then finish what has begun."""
    config = uvicorn.Config(
        served,
        log_level="warning",
        lifespan="off",
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
        limit_concurrency=MOST_AT_ONCE,
        access_log=False,
    )
    uvicorn.Server(config).run(sockets=[held])
