"""An answer as it is sent: packed for browsers that unpack, and nothing where they have the same already."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass, field
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from hustings.web.guards import NEVER_KEPT, hashes_of, headers

LEVEL = 6
# Packing what is smaller costs more than it saves.
LEAST_PACKED = 500
TEXTS = ("text/", "image/svg+xml", "application/json", "application/atom+xml", "application/xml")
TYPES = {".atom": "application/atom+xml", ".md": "text/markdown", ".js": "text/javascript"}
# What never changes under its name, and what a browser asks again whether it changed.
FOR_EVER, ASK_AGAIN = "public, max-age=31536000, immutable", "no-cache"


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


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told with an answer: its path, whose headers it has, how long it may be kept, and what else."""

    path: str
    kept: str = ASK_AGAIN
    status: int = 200
    more: dict[str, str] = field(default_factory=dict)


def answered(path: str, data: bytes) -> Answer:
    """A file's bytes as they are sent, of the type that its name tells."""
    suffix = path[path.rfind(".") :] if "." in path else ""
    media_type = TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    return typed(media_type, data)


def typed(media_type: str, data: bytes, etag: str | None = None) -> Answer:
    """Bytes of a media type as they are sent; an etag that is not given is a digest of them."""
    text = media_type.startswith(TEXTS) or media_type == "text/javascript"
    packed = gzip.compress(data, LEVEL, mtime=0) if text and len(data) >= LEAST_PACKED else None
    styles = hashes_of(data) if media_type == "text/html" else ""
    told = etag or etag_of(data)
    return Answer(data, packed, f"{media_type}; charset=utf-8" if text else media_type, told, styles)


def etag_of(data: bytes) -> str:
    """The mark of some bytes: weak, since they may be sent packed or not."""
    return f'W/"{hashlib.sha256(data).hexdigest()[:20]}"'


def has_it(request: Request, etag: str) -> bool:
    """Whether a browser says that it has what this mark stands for."""
    held = {one.strip() for one in request.headers.get("if-none-match", "").split(",")}
    return etag in held


def sent(request: Request, answer: Answer, telling: Telling) -> Response:
    """The answer as this browser takes it."""
    told = headers(telling.path, answer.style_hashes) | {
        "etag": answer.etag,
        "cache-control": telling.kept,
        "vary": "accept-encoding",
        **telling.more,
    }
    if telling.status == 200 and has_it(request, answer.etag):
        return Response(status_code=304, headers=told)
    return _as_taken(request, answer, told, telling.status)


def passed(request: Request, answer: Answer, path: str, status: int = 200) -> Response:
    """The answer as this browser takes it, with no mark of what is in it: for what nobody is to keep."""
    told = headers(path, answer.style_hashes) | {"cache-control": NEVER_KEPT, "vary": "accept-encoding"}
    return _as_taken(request, answer, told, status)


def _as_taken(request: Request, answer: Answer, told: dict[str, str], status: int) -> Response:
    if answer.packed is not None and "gzip" in request.headers.get("accept-encoding", ""):
        packed = told | {"content-encoding": "gzip"}
        return Response(answer.packed, status, packed, media_type=answer.media_type)
    return Response(answer.data, status, told, media_type=answer.media_type)
