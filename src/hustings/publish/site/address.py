"""The address that a site will stand at: what feeds, sitemap and embeds begin their links with."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from hustings.errors import UnusableInput

# The signs that an address is written in (RFC 3986), but those that begin a query or a fragment, and the one after a
# user's name.
SIGNS = re.compile(r"[A-Za-z0-9._~:/\[\]!$&'()*+,;=%-]*")


def site_address(given: str) -> str:
    """The address with a slash at its end, so that paths may follow; empty where none is given.

    Raises UnusableInput where it is no address that pages can stand at.
    """
    if not given:
        return ""
    if fault := _fault(given):
        raise UnusableInput(f"--address {given!r} {fault}; give one such as https://example.org/results/")
    return given if given.endswith("/") else f"{given}/"


def _fault(given: str) -> str | None:
    """What is wrong with an address, if anything."""
    if not given.lower().startswith(("http://", "https://")):
        return "does not begin with https:// or http://"
    if "?" in given or "#" in given:
        return "has a query or a fragment, after which no path can follow"
    if not SIGNS.fullmatch(given):
        return "holds a sign that no address may hold as it stands, such as a space, @ or a letter with an accent"
    try:
        place = urlsplit(given)
        whole = bool(place.hostname) and place.port != 0
    except ValueError:
        whole = False
    return None if whole else "has no host, or one that cannot be read"
