"""The addresses of search: rows for programs under the API, and the page of what was found."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Annotated, Any, Literal, NamedTuple
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hustings.publish.exports.parquet_file import arrow_schema, arrow_table
from hustings.publish.pages import links
from hustings.publish.pages.about import search_page
from hustings.publish.pages.render import Frame, render_page
from hustings.record.find import KINDS
from hustings.record.open import Record
from hustings.web.answer import Telling, sent, typed
from hustings.web.api.asked import LIMIT, LONGEST, MOST
from hustings.web.api.described import SCHEMAS, refusals, row_schema
from hustings.web.api.forms import FORMS, MEDIA_TYPES, Told, form_of
from hustings.web.api.giving import MADE_BY, VARY
from hustings.web.guards import legible
from hustings.web.search.found import FIELDS, Row, found_rows

MOST_SHOWN = 50
Wanted = Annotated[str, Query(description="Any part of a name, misspelt or not.", min_length=1, max_length=LONGEST)]
Kind = Annotated[Literal[KINDS] | None, Query(description="Only these.")]  # type: ignore[valid-type]
Limit = Annotated[
    Annotated[int, Query(ge=1, le=MOST)] | Literal["all"], Query(description="How many, or all; there is no cap.")
]
Cursor = Annotated[int, Query(description="Where to go on: as the answer before gave it in `next`.", ge=0, le=MOST)]


class Searched(NamedTuple):
    """Where names are looked for, and the pages there are."""

    record: Record
    frame: Frame
    record_to: str


def search_router(searched: Searched) -> APIRouter:
    """What answers to a text, by Accept or by the end of the address."""
    router = APIRouter(tags=["search"])

    async def by_accept(
        request: Request, q: Wanted, kind: Kind = None, limit: Limit = LIMIT, cursor: Cursor = 0
    ) -> Response:
        form = form_of(request.headers.get("accept"))
        return await give(request, "json" if form == "html" else form, q, kind, (cursor, limit))

    async def by_ending(
        request: Request,
        form: Literal["json", "csv", "parquet"],
        q: Wanted,
        kind: Kind = None,
        limit: Limit = LIMIT,
        cursor: Cursor = 0,
    ) -> Response:
        return await give(request, form, q, kind, (cursor, limit))

    async def give(request: Request, form: str, q: str, kind: str | None, part: tuple[int, int | str]) -> Response:
        rows = await run_in_threadpool(found_rows, searched.record, q, kind, searched.frame.paths)
        first, limit = part
        last = len(rows) if limit == "all" else min(first + int(limit), len(rows))
        asked = urlencode({"q": q, **({"kind": kind} if kind else {}), "limit": limit, "cursor": last})
        told = Told("search", FIELDS, searched.record_to, MADE_BY, None)
        if last < len(rows):
            told = replace(told, next=f"{request.url.path}?{asked}")
        data = await run_in_threadpool(_written, form, rows[first:last], told)
        return sent(request, typed(MEDIA_TYPES[form], data), Telling(request.url.path[1:], more={"vary": VARY}))

    told: dict[str, Any] = {"responses": _answers(), "response_class": Response}
    for path, endpoint in (("/search", by_accept), ("/search.{form}", by_ending)):
        router.add_api_route(path, endpoint, summary="Seats, councils, parties, wards and people by name", **told)
        router.add_api_route(path, endpoint, methods=["HEAD"], include_in_schema=False)
    return router


ROWS = row_schema("search", "something that has a name", FIELDS)


def _written(form: str, rows: list[Row], told: Told) -> bytes:
    lines = [tuple(row.values()) for row in rows]
    return b"".join(FORMS[form](arrow_table(lines, arrow_schema(FIELDS, {})).to_batches(), told))


def _answers() -> dict[int | str, dict[str, Any]]:
    content: dict[str, Any] = {MEDIA_TYPES[form]: {} for form in FORMS}
    content["application/json"] = {"schema": {"$ref": f"{SCHEMAS}RowsOfSearch"}}
    given: dict[int | str, dict[str, Any]] = {
        200: {"description": "What answers, best first.", "content": content},
        304: {"description": "It is as before."},
    }
    return given | refusals(400, 406)


def search_route(searched: Searched) -> Route:
    """The page of what was found, which needs no script."""
    return Route(f"/{links.SEARCH}", partial(_page, searched))


async def _page(searched: Searched, request: Request) -> Response:
    wanted = legible(request.query_params.get("q", "")).strip()[:LONGEST]
    data = await run_in_threadpool(_made, searched, wanted)
    return sent(request, typed("text/html", data), Telling(links.SEARCH))


def _made(searched: Searched, wanted: str) -> bytes:
    rows = found_rows(searched.record, wanted, None, searched.frame.paths) if wanted else []
    hits = [(row["name"], row["about"], row["page"][1:]) for row in rows if row["page"]]
    # A seat of several boundaries is one page.
    distinct = [*{path: (name, about, path) for name, about, path in reversed(hits)}.values()][::-1]
    return render_page(search_page(wanted, distinct[:MOST_SHOWN]), searched.frame).encode()
