"""What watches over the desk: how long a request may take and how large it may be, a log of requests, and counts."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from datetime import UTC, datetime
from typing import IO, Any

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hustings.web.api.problem import Problem
from hustings.web.guards import headers, private

# An answer begins within this, or is refused; one that has begun may flow for as long as its reader takes it.
MOST_SECONDS = 30.0
# A statement of SQL at its longest, each of its characters written as three.
LONGEST_ADDRESS = 62_000
LARGEST_BODY = 16_000
# The first part of an address, as counts tell requests apart; any other is a page.
KINDS = ("api", "sql", "check", "assets", "embed", "search", "metrics", "healthz", "readyz")


class Counts:
    """What a desk counts of itself since it was started."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter("hustings_requests", "Requests answered.", ("kind", "status"), registry=self._registry)
        self._seconds = Histogram(
            "hustings_request_seconds",
            "From a request to the end of its answer.",
            ("kind",),
            buckets=(0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 30.0),
            registry=self._registry,
        )

    def add(self, path: str, status: int, seconds: float) -> None:
        """Count one request."""
        first = path.strip("/").partition("/")[0]
        kind = first if first in KINDS else "page"
        self._requests.labels(kind, str(status)).inc()
        self._seconds.labels(kind).observe(seconds)

    async def told(self, _: Request) -> Response:
        """All counts, as Prometheus reads them."""
        return Response(generate_latest(self._registry), headers=headers("metrics"), media_type=CONTENT_TYPE_LATEST)


class Watch:
    """Lets requests through to the desk, within limits; counts each, and writes it to the log where there is one."""

    def __init__(
        self, app: ASGIApp, counts: Counts, log: IO[str] | None = None, most_seconds: float = MOST_SECONDS
    ) -> None:
        self.app, self.counts, self.log, self.most_seconds = app, counts, log, most_seconds
        self._writing = threading.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun, told = time.perf_counter(), {"status": 500, "bytes": 0}

        async def noted(message: Message) -> None:
            if message["type"] == "http.response.start":
                told["status"] = message["status"]
                clock.reschedule(None)
            told["bytes"] += len(message.get("body", b""))
            await send(message)

        try:
            async with asyncio.timeout(self.most_seconds) as clock:
                refused = _too_large(scope)
                await (refused or self.app)(scope, receive, noted)
        except TimeoutError:
            if clock.when() is None:
                # It was no fault of ours: the answer had begun.
                raise
            told["status"] = 503
            late = _refusal(scope, 503, f"the answer took longer than {self.most_seconds:g} seconds")
            await late(scope, receive, send)
        finally:
            seconds = time.perf_counter() - begun
            self.counts.add(scope["path"], told["status"], seconds)
            if self.log is not None:
                self._write(scope, told | {"seconds": round(seconds, 4)})

    def _write(self, scope: Scope, told: dict[str, Any]) -> None:
        """A line of JSON to the log."""
        named = dict(scope["headers"])
        line = {
            "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "address": scope["client"][0] if scope.get("client") else None,
            "method": scope["method"],
            "path": scope["path"],
            "query": "" if private(scope["path"]) else scope["query_string"].decode("latin-1"),
            **told,
            "agent": named.get(b"user-agent", b"").decode("latin-1"),
        }
        with self._writing:
            print(json.dumps(line, ensure_ascii=False), file=self.log, flush=True)


def _too_large(scope: Scope) -> ASGIApp | None:
    """What refuses a request that is larger than any reader's."""
    if len(scope.get("raw_path", b"")) + len(scope["query_string"]) > LONGEST_ADDRESS:
        return _refusal(scope, 414, f"the address has more than {LONGEST_ADDRESS:,} characters")
    # A story is sent as a body, and whoever reads it says how large it may be.
    if private(scope["path"]):
        return None
    length = dict(scope["headers"]).get(b"content-length", b"0")
    if not length.isdigit() or int(length) > LARGEST_BODY:
        return _refusal(scope, 413, "the desk is asked with addresses, not with what follows them")
    return None


def _refusal(scope: Scope, status: int, detail: str) -> Response:
    if scope["path"].startswith("/api/"):
        return Problem(status, detail, None, "ask for less").response(headers(scope["path"][1:]))
    return PlainTextResponse(f"{detail[:1].upper()}{detail[1:]}.\n", status, headers=headers(scope["path"][1:]))


async def fault(request: Request, _: Exception) -> Response:
    """What is said where the desk itself fails; what went wrong is said where it was started."""
    return _refusal(request.scope, 500, "the desk could not answer this; it has said why where it was started")
