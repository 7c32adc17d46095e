"""A page of the web, asked for once and read within bounds."""

from __future__ import annotations

import re
import ssl
from http.client import HTTPException
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin

from hustings.claims.decoded import decoded
from hustings.claims.web_page.asking import Place, Web, asked
from hustings.claims.web_page.charset import charset_of
from hustings.claims.web_page.watch import Watch
from hustings.errors import UnusableInput

if TYPE_CHECKING:
    from urllib3.response import BaseHTTPResponse

HTML = ("text/html", "application/xhtml+xml")
READ = (*HTML, "text/plain", "text/markdown")
PACKED = ("", "identity", "gzip", "x-gzip", "deflate")
SENT_ON, MOST_SENT_ON = (301, 302, 303, 307, 308), 5
STATUSES = {
    401: "asks for a password",
    402: "is for subscribers",
    403: "may not be read by programs",
    404: "is not there",
    410: "is there no more",
    429: "has been asked for too often",
}
SCHEME, UNSHOWN = re.compile(r"https?://", re.IGNORECASE), re.compile(r"[^ -~]")
# A long address is known by its beginning.
WIDE, PIECE = 200, 65_536
NEEDS = "a page of the web is asked for with what is not installed; pip install 'hustings[check]'"
SAVE = "save the page and check the file"


class Page(NamedTuple):
    """What was read: whether it is HTML, and its text."""

    html: bool
    text: str


def fetched(address: str, web: Web | None = None) -> Page:
    """The page at an address, after five redirects at most; UnusableInput where it cannot be had. No retries."""
    try:
        from urllib3.exceptions import HTTPError
    except ImportError:
        raise UnusableInput(NEEDS) from None
    web = web or Web()
    place = _place(address)
    with Watch(web.seconds) as watch:
        for _ in range(MOST_SENT_ON + 1):
            try:
                answer = asked(place, web, watch)
                if answer.status not in SENT_ON or not answer.headers.get("Location"):
                    raw = _body(answer, place, web, watch)
                    break
            except (HTTPError, HTTPException, OSError) as error:
                raise UnusableInput(_why(place, error, watch, web)) from None
            place = _place(urljoin(place.whole, answer.headers["Location"]), place)
        else:
            raise UnusableInput(f"{_shown(address)} is sent on more than {MOST_SENT_ON} times; {SAVE}")
    said = answer.headers.get("Content-Type", "")
    return Page(_kind(said) in HTML, decoded(raw, place.shown, charset_of(said, raw)))


def _place(address: str, before: Place | None = None) -> Place:
    """An address in its parts; UnusableInput where it is none that is asked, `before` the one that led to it."""
    from urllib3.exceptions import LocationParseError
    from urllib3.util import parse_url

    led = f"{before.shown} sends on: " if before else ""
    shown = led + _shown(address)
    if not SCHEME.match(address):
        raise UnusableInput(f"{shown} is no address of the web; give one that begins with https:// or http://")
    try:
        found = parse_url(address)
    except LocationParseError:
        found = None
    if found is None or not found.host:
        raise UnusableInput(f"{shown} is not written as an address is; give it as a browser shows it")
    if found.auth is not None:
        raise UnusableInput(f"{led}an address at {found.host} holds a name or a password; give it without")
    secure = found.scheme == "https"
    port = found.port if found.port is not None else 443 if secure else 80
    return Place(shown, secure, found.host.strip("[]"), port, found.request_uri)


def _shown(address: str) -> str:
    """An address as it may be printed: on one line, without a password, its beginning where it is long."""
    plain = UNSHOWN.sub("?", re.sub(r"(?<=//)[^/?#]*@", "", address))
    return plain if len(plain) <= WIDE else f"{plain[:WIDE]}\N{HORIZONTAL ELLIPSIS}"


def _kind(said: str) -> str:
    return said.partition(";")[0].strip().lower()


def _body(answer: BaseHTTPResponse, place: Place, web: Web, watch: Watch) -> bytes:
    """The whole body, unpacked; UnusableInput where it is none that can be read, before it is read if that is known."""
    if answer.status != 200:
        what = STATUSES.get(answer.status, "cannot be had")
        raise UnusableInput(f"{place.shown} {what} (status {answer.status}); {SAVE}")
    kind = _kind(answer.headers.get("Content-Type", ""))
    if kind not in READ:
        what = UNSHOWN.sub("?", kind) or "of no kind that is said"
        raise UnusableInput(f"{place.shown} is {what}; only HTML, plain text and Markdown are read from the web")
    packed = answer.headers.get("Content-Encoding", "").strip().lower()
    if packed not in PACKED:
        raise UnusableInput(f"{place.shown} is packed as nobody asked for ({UNSHOWN.sub('?', packed)}); {SAVE}")
    parts: list[bytes] = []
    # How long it is said to be is believed where that is too long already.
    length, unpacked = answer.length_remaining or 0, 0
    while length <= web.most and (part := answer.read1(PIECE, decode_content=True)):
        watch.left()
        parts.append(part)
        unpacked += len(part)
        length = max(answer.tell(), unpacked)
    if length > web.most:
        raise UnusableInput(f"{place.shown} is longer than {web.most / 1_000_000:g} MB, which no story is; {SAVE}")
    # A connection that was shut in the middle looks like one that ended.
    watch.left()
    return b"".join(parts)


def _why(place: Place, error: Exception, watch: Watch, web: Web) -> str:
    """Why there is no page, in one sentence."""
    from urllib3.exceptions import NewConnectionError
    from urllib3.exceptions import TimeoutError as TooSlow

    # A connection that was refused is one that took too long by its kind.
    too_slow = isinstance(error, TimeoutError | TooSlow) and not isinstance(error, NewConnectionError)
    if too_slow or watch.is_over():
        return f"{place.shown} was not read within {web.seconds:g} seconds; {SAVE}"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"{place.shown} cannot prove that it is {place.host} ({error.verify_message}); {SAVE}"
    return f"{place.shown} cannot be reached ({_reason(error)}); see that the address is right"


def _reason(error: Exception) -> str:
    """What the system says went wrong, where it does."""
    told: BaseException | None = error
    while told:
        if isinstance(told, OSError) and told.strerror:
            return told.strerror
        told = told.__cause__
    return str(error) if type(error) is OSError else "the answer broke off, or was none"
