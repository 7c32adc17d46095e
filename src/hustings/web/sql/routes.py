"""The addresses of SQL: rows for programs under the API, and a page to write a statement in."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hustings.publish.pages.render import Frame, render_page
from hustings.web.allowance import Allowance
from hustings.web.answer import Telling, sent, typed
from hustings.web.api.described import SCHEMAS, refusals
from hustings.web.api.forms import MEDIA_TYPES, form_of
from hustings.web.api.giving import VARY
from hustings.web.api.problem import Problem
from hustings.web.guards import legible
from hustings.web.sql.allowed import LONGEST
from hustings.web.sql.given import SQL_FORMS
from hustings.web.sql.page import PATH, Shown, sql_page
from hustings.web.sql.pool import Statements

MOST_ROWS, MOST_SHOWN = 100_000, 500
Statement = Annotated[str, Query(description="One statement that selects.", min_length=1, max_length=LONGEST)]
Most = Annotated[
    int, Query(description="How many rows at the most; `more` says whether there were others.", ge=1, le=MOST_ROWS)
]
ROWS = {
    "type": "object",
    "required": ["columns", "rows", "more"],
    "properties": {
        "columns": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["name", "type"],
                "properties": {"name": {"type": "string"}, "type": {"type": "string"}},
            },
        },
        "rows": {"type": "array", "items": {"type": "object"}},
        "more": {"type": "boolean", "description": "There were more rows than the limit."},
    },
}
EXAMPLE = (
    "select area, winner, majority from api.contests where election_id = 'parl.2024-07-04' order by majority limit 5"
)


def sql_router(statements: Statements, allowance: Allowance) -> APIRouter:
    """The rows of a statement, by Accept or by the end of the address."""
    router = APIRouter(tags=["sql"])

    async def by_accept(request: Request, query: Statement, limit: Most = 1_000) -> Response:
        form = form_of(request.headers.get("accept"))
        return await give(request, query, limit, "json" if form == "html" else form)

    async def by_ending(
        request: Request, form: Literal["json", "csv", "parquet"], query: Statement, limit: Most = 1_000
    ) -> Response:
        return await give(request, query, limit, form)

    async def give(request: Request, query: str, limit: int, form: str) -> Response:
        async with allowance.turn(request):
            ran = await statements.run(query, limit)
        data = await run_in_threadpool(SQL_FORMS[form], ran)
        more = {"hustings-more": "true" if ran.more else "false", "vary": VARY}
        return sent(request, typed(MEDIA_TYPES[form], data), Telling(request.url.path[1:], more=more))

    said: dict[str, Any] = {
        "responses": _answers(),
        "response_class": Response,
        "description": "DuckDB's SQL over every table of the record, and over what the API gives as api.contests, "
        f"api.results and so on. For example: {EXAMPLE}",
    }
    for path, endpoint in (("/sql", by_accept), ("/sql.{form}", by_ending)):
        router.add_api_route(path, endpoint, summary="The rows of a statement of SQL", **said)
        router.add_api_route(path, endpoint, methods=["HEAD"], include_in_schema=False)
    return router


def _answers() -> dict[int | str, dict[str, Any]]:
    forms: dict[str, Any] = {MEDIA_TYPES[form]: {} for form in SQL_FORMS}
    rows = {"application/json": {"schema": {"$ref": f"{SCHEMAS}RowsOfSql"}}}
    return {
        200: {"description": "The rows.", "content": forms | rows},
        304: {"description": "As before."},
        **refusals(400, 406, 429, 503),
    }


def sql_page_route(frame: Frame, statements: Statements, allowance: Allowance) -> Route:
    """The page to write a statement in, with its rows."""
    return Route(f"/{PATH}", partial(_page, frame, statements, allowance))


async def _page(frame: Frame, statements: Statements, allowance: Allowance, request: Request) -> Response:
    query, status = legible(request.query_params.get("query", "")).strip(), 200
    shown = Shown(query)
    if query:
        try:
            async with allowance.turn(request):
                shown = Shown(query, await statements.run(query, MOST_SHOWN))
            data = await run_in_threadpool(_made, frame, shown)
        except Problem as problem:
            shown, status = Shown(query, problem=problem), problem.status
            data = await run_in_threadpool(_made, frame, shown)
    else:
        data = await run_in_threadpool(_made, frame, shown)
    return sent(request, typed("text/html", data), Telling(PATH, status=status))


def _made(frame: Frame, shown: Shown) -> bytes:
    return render_page(sql_page(shown), frame).encode()
