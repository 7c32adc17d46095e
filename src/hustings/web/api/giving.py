"""Giving rows: the same ones in the form asked for, small answers kept, large ones flowing."""

from __future__ import annotations

import asyncio
import hashlib
import json
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlencode

from anyio import CapacityLimiter, to_thread
from cachetools import LRUCache
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

import hustings
from hustings.web.answer import ASK_AGAIN, Answer, Telling, has_it, sent, typed
from hustings.web.api.asked import asked_model
from hustings.web.api.described import ROOT
from hustings.web.api.forms import FORMS, MEDIA_TYPES, Told, form_of
from hustings.web.api.problem import Problem
from hustings.web.api.query import Query, query_of
from hustings.web.api.read import AT_ONCE, Part, Store
from hustings.web.api.resources import Resource
from hustings.web.guards import headers

MOST_KEPT = 32_000_000
MADE_BY = f"hustings {hustings.__version__}"
# Each large answer holds a cursor of the engine for as long as its reader takes it.
MOST_FLOWING = 8
MOST_MAKING = 4
PATIENCE = 30.0
# A page of more rows than this no browser is glad of.
MOST_ON_A_PAGE = 1_000
VARY = "accept, accept-encoding"
FLOWING = {"cache-control": ASK_AGAIN, "vary": VARY}


@dataclass(frozen=True, slots=True)
class Given:
    """A query of rows, the form they are to be in, and the address they were asked at."""

    query: Query
    form: str
    path: str
    asked: str

    @property
    def whole(self) -> bool:
        """Whether they are few enough to be made at once."""
        return self.query.limit is not None and self.query.limit <= AT_ONCE

    def next(self, part: Part) -> str | None:
        """The address of the rows that follow."""
        if part.next is None:
            return None
        others = [(name, value) for name, value in parse_qsl(self.asked) if name != "cursor"]
        return f"{self.path}?{urlencode([*others, ('cursor', part.next)])}"


Paged = Callable[[Given, Part], bytes]


class Flow(StreamingResponse):
    """An answer that is sent as it is read, and makes room for another when it ends or its reader goes."""

    def __init__(
        self, parts: Iterable[bytes], told: dict[str, str], media_type: str, room: threading.Semaphore
    ) -> None:
        super().__init__(parts, 200, told, media_type)
        self.room = room

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it."""

        async def patiently(message: Message) -> None:
            async with asyncio.timeout(PATIENCE):
                await send(message)

        try:
            # A reader that takes nothing for so long has gone, whatever its connection says.
            with suppress(TimeoutError, ClientDisconnect):
                await super().__call__(scope, receive, patiently)
        finally:
            self.room.release()


class Ready:
    """Answers what was answered before without reading its parameters again, which takes longer than all else."""

    def __init__(self, app: ASGIApp, giver: Giver) -> None:
        self.app = app
        self.giver = giver

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        answer = self.giver.ready(scope) if scope["type"] == "http" and scope["method"] in ("GET", "HEAD") else None
        if answer is None:
            await self.app(scope, receive, send)
            return
        telling = Telling(scope["path"][1:], more={"vary": VARY})
        await sent(Request(scope), answer, telling)(scope, receive, send)


def form_at(scope: Scope) -> str | None:
    """The form that an address ends in, or else that Accept asks for; None where none of it is to be had."""
    ending = scope["path"].rpartition(".")[2]
    if ending in (*FORMS, "html"):
        return str(ending)
    accept = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"accept"), None)
    try:
        return form_of(accept)
    except Problem:
        return None


@dataclass(slots=True)
class Giver:
    """What gives rows of the store: as data, or as a page where a browser asks; threads may ask at once."""

    store: Store
    record_to: str
    page: Paged
    kept: LRUCache[str, Answer] = field(default_factory=lambda: LRUCache(MOST_KEPT, lambda answer: answer.size))
    lock: threading.Lock = field(default_factory=threading.Lock)
    # Rows are made by few at once: with forty, the engine's threads kept some waiting longer than their readers did.
    making: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(MOST_MAKING))
    flowing: threading.Semaphore = field(default_factory=lambda: threading.BoundedSemaphore(MOST_FLOWING))

    async def give(self, request: Request, given: Given) -> Response:
        """The rows. Raises Problem where the query is of no row's name, or too long for a page."""
        etag = self._etag(given)
        if given.form == "html" and (given.query.limit is None or given.query.limit > MOST_ON_A_PAGE):
            mend = f"ask for at most {MOST_ON_A_PAGE}, or for the rows as CSV, JSON or Parquet, which have no cap"
            raise Problem(400, f"a page has at most {MOST_ON_A_PAGE:,} rows", "limit", mend)
        if has_it(request, etag):
            return Response(status_code=304, headers=headers(given.path[1:]) | FLOWING | {"etag": etag})
        if not given.whole:
            return await self._flowing(request, given, etag)
        with self.lock:
            answer = self.kept.get(etag)
        if answer is None:
            answer = await to_thread.run_sync(self._made, given, etag, limiter=self.making)
            with self.lock:
                self.kept[etag] = answer
        return sent(request, answer, Telling(given.path[1:], more={"vary": VARY}))

    def ready(self, scope: Scope) -> Answer | None:
        """What was answered to the same address before, if it is kept still."""
        form = form_at(scope)
        if form is None:
            return None
        told = self._told(form, scope["path"], scope["query_string"].decode("latin-1"))
        with self.lock:
            return self.kept.get(told)

    def example(self, resource: Resource) -> dict[str, Any]:
        """An answer as JSON has it: of the first row."""
        query = query_of(resource, asked_model(resource)(limit=1))
        given = Given(query, "json", f"{ROOT}/{resource.name}.json", "limit=1")
        answer: dict[str, Any] = json.loads(b"".join(self._parts(given, self.store.part(query))))
        return answer

    def _etag(self, given: Given) -> str:
        """The record does not change while it is served, so what is asked of it tells the answer."""
        return self._told(given.form, given.path, given.asked)

    def _told(self, form: str, path: str, asked: str) -> str:
        told = "\n".join((self.store.path.name, form, path, asked))
        return f'W/"{hashlib.sha256(told.encode()).hexdigest()[:20]}"'

    def _made(self, given: Given, etag: str) -> Answer:
        part = self.store.part(given.query)
        if given.form == "html":
            return typed(MEDIA_TYPES["html"], self.page(given, part), etag)
        return typed(MEDIA_TYPES[given.form], b"".join(self._parts(given, part)), etag)

    async def _flowing(self, request: Request, given: Given, etag: str) -> Response:
        """Many rows, sent as they are read. Raises Problem where as many answers flow as there is room for."""
        told = headers(given.path[1:]) | FLOWING | {"etag": etag}
        media_type = MEDIA_TYPES[given.form] + ("" if given.form == "parquet" else "; charset=utf-8")
        if request.method == "HEAD":
            response = Response(headers=told, media_type=media_type)
            # How long it would be is known when it is made.
            del response.headers["content-length"]
            return response
        if not self.flowing.acquire(blocking=False):
            raise Problem(503, "too many large answers are being sent", "limit", "ask again in a minute, or for less")
        try:
            part = await run_in_threadpool(self.store.part, given.query)
        except BaseException:
            self.flowing.release()
            raise
        return Flow(self._parts(given, part), told, media_type, self.flowing)

    def _parts(self, given: Given, part: Part) -> Iterable[bytes]:
        query = given.query
        told = Told(query.resource.name, query.fields, self.record_to, MADE_BY, given.next(part))
        return FORMS[given.form](part.batches, told)
