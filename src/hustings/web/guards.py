"""What every answer says to a browser: what the page may load, that its type is meant, who may put it in a frame."""

from __future__ import annotations

import base64
import hashlib
import re
from urllib.parse import parse_qsl, urlencode

from starlette.types import ASGIApp, Receive, Scope, Send

STYLE = re.compile(rb"<style>(.*?)</style>", re.DOTALL)
# Addresses and names that a browser on this machine asks for.
LOCAL = ("127.0.0.1", "localhost", "::1", "[::1]")
# Where a reader sends words of their own: no cache keeps the answer, no log what stands in the address.
PRIVATE = ("check", "api/v1/check")
NEVER_KEPT = "no-store"


def headers(path: str, style_hashes: str = "") -> dict[str, str]:
    """The headers of an answer: no script or style but our own files, no other host, a frame for embeds alone."""
    embedded = path.startswith(("embed/", "assets/"))
    read_by_others = embedded or path.startswith("api/")
    framed_by = "*" if embedded else "'none'"
    policy = (
        "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; "
        f"base-uri 'self'; style-src 'self'{style_hashes}; frame-ancestors {framed_by}"
    )
    return {
        "content-security-policy": policy,
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "cross-origin-resource-policy": "cross-origin" if read_by_others else "same-origin",
        **({"cache-control": NEVER_KEPT} if private(path) else {}),
    }


def private(path: str) -> bool:
    """Whether what is asked there, and answered, is nobody's but the reader's."""
    return path.strip("/") in PRIVATE


def hashes_of(html: bytes) -> str:
    """The digests of the styles that a page carries in itself, as its policy names them: a drawn map has one."""
    found = dict.fromkeys(base64.b64encode(hashlib.sha256(style).digest()).decode() for style in STYLE.findall(html))
    return "".join(f" 'sha256-{digest}'" for digest in found)


def legible(asked: str) -> str:
    """What was asked as a page may repeat it: without what no page may hold."""
    return "".join(sign for sign in asked if sign.isprintable() or sign in "\n\t")


class WithoutBlanks:
    """Passes requests on without the parameters that a form left blank."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        asked: bytes = scope.get("query_string", b"")
        if b"=&" in asked or asked.endswith(b"="):
            scope = {**scope, "query_string": urlencode(parse_qsl(asked.decode("latin-1"))).encode()}
        await self.app(scope, receive, send)
