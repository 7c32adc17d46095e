"""Starting the desk and stopping it: the pages gathered, a port taken, everything closed when it is told to stop."""

from __future__ import annotations

import socket
from collections.abc import Iterable
from typing import NamedTuple

import uvicorn
from starlette.applications import Starlette

from hustings.errors import UnusableInput
from hustings.publish.site.contents import Choices, Step, put_site
from hustings.record.open import Record
from hustings.web.guards import LOCAL
from hustings.web.pages import desk
from hustings.web.shelf import PageShelf

# How long answers that have begun may take once the desk is told to stop.
GRACE_SECONDS = 5


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
    except (OSError, OverflowError) as error:
        held.close()
        why = getattr(error, "strerror", None) or str(error)
        raise UnusableInput(
            f"cannot serve at port {place.port} of {place.host} ({why}); name another with --port, such as --port 8080"
        ) from None
    return held


def application(record: Record, names: Iterable[str], step: Step = lambda _: None) -> Starlette:
    """The desk over a record, for browsers that ask for this machine, or for a host of one of these names."""
    shelf = PageShelf()
    asked_by = {*LOCAL, socket.gethostname().lower(), *(name.lower() for name in names)}
    return desk(put_site(record, shelf, Choices(), step), shelf, tuple(sorted(asked_by)))


def run(served: Starlette, held: socket.socket) -> None:
    """Answer at a port that is held until the process is told to stop, then finish what has begun."""
    config = uvicorn.Config(
        served,
        log_level="warning",
        lifespan="off",
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    uvicorn.Server(config).run(sockets=[held])
