"""One request for a page, sent to an address that was checked."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from ipaddress import ip_address
from typing import TYPE_CHECKING, NamedTuple

from hustings import __version__
from hustings.claims.web_page.public import Address, addresses_of, is_public
from hustings.claims.web_page.watch import Watch
from hustings.errors import UnusableInput

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection
    from urllib3.response import BaseHTTPResponse


class Web(NamedTuple):
    """How pages are asked for; tests alone ask of their own machine, or for less.

    `allowed` says which addresses may be asked, `resolved` gives those of a host; `most` bytes are read, packed as well
    as unpacked, in `seconds` for all; `context` is whom to trust, by default whom this system trusts.
    """

    allowed: Callable[[Address], bool] = is_public
    resolved: Callable[[str, int], list[str]] = addresses_of
    most: int = 5_000_000
    seconds: float = 15
    context: ssl.SSLContext | None = None


class Place(NamedTuple):
    """An address of the web in its parts; `shown` is how it is called in what is said of it."""

    shown: str
    secure: bool
    host: str
    port: int
    path: str

    @property
    def whole(self) -> str:
        """The address as one, which what it sends on to may be given from."""
        return f"{'https' if self.secure else 'http'}://{self.named}{self.path}"

    @property
    def named(self) -> str:
        """The host as a request names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == (443 if self.secure else 80) else f"{host}:{self.port}"


def asked(place: Place, web: Web, watch: Watch) -> BaseHTTPResponse:
    """The answer to a request, its body not yet read.

    The connection goes to an address that was checked, so where the name leads a moment later does not matter. No proxy
    is asked, since it would look the name up by itself. Raises what goes wrong on the way.
    """
    connection = _connected(place, _checked(place, web, watch), web, watch)
    headers = {
        "Host": place.named,
        "User-Agent": f"hustings/{__version__}",
        "Accept": "text/html, application/xhtml+xml, text/markdown, text/plain;q=0.9",
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }
    connection.request("GET", place.path, headers=headers, preload_content=False)
    return connection.getresponse()


def _checked(place: Place, web: Web, watch: Watch) -> list[str]:
    """The addresses of the host, each of which may be asked; a name that leads to one that may not is refused."""
    found = list(dict.fromkeys(watch.within(lambda: web.resolved(place.host, place.port))))
    for one in found:
        if not web.allowed(ip_address(one)):
            raise UnusableInput(
                f"{place.shown} leads to {one}, which is not on the public web; save the page and check the file"
            )
    if not found:
        raise OSError("it has no address")
    return found


def _connected(place: Place, addresses: list[str], web: Web, watch: Watch) -> HTTPConnection:
    """A connection to the first address that takes one."""
    from urllib3.exceptions import HTTPError

    for number, address in enumerate(addresses, 1):
        # An address that does not answer leaves time for the others.
        connection = _connection(place, address, web, watch.left() / (len(addresses) - number + 1))
        watch.over(connection)
        try:
            connection.connect()
        except ssl.SSLCertVerificationError:
            raise
        except (HTTPError, OSError):
            if number == len(addresses):
                raise
        else:
            break
    watch.connected()
    return connection


def _connection(place: Place, address: str, web: Web, seconds: float) -> HTTPConnection:
    from urllib3.connection import HTTPConnection, HTTPSConnection

    if not place.secure:
        return HTTPConnection(address, place.port, timeout=seconds)
    context = web.context or ssl.create_default_context()
    # The certificate is held against the name, not against the address that is asked.
    return HTTPSConnection(address, place.port, timeout=seconds, ssl_context=context, server_hostname=place.host)
