"""The addresses of checking: the report of a story for programs under the API, and the page to paste one in."""

from __future__ import annotations

import json
from functools import partial
from typing import Annotated, Any, NamedTuple, get_type_hints

from fastapi import APIRouter, Query
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hustings.claims.report.claim import VERSION, Claim, Coverage
from hustings.claims.verdict import CODES, Verdict
from hustings.publish.pages.render import Frame, render_page
from hustings.web.allowance import Allowance
from hustings.web.answer import passed, typed
from hustings.web.api.described import SCHEMAS, refusals
from hustings.web.api.problem import Problem
from hustings.web.check.page import PATH, Shown, check_page
from hustings.web.check.pool import SECONDS, Checks
from hustings.web.check.taken import JSON, LARGEST, TEXTS, Sent, of_form, of_program, taken
from hustings.web.guards import PRIVATE

KINDS: dict[Any, dict[str, Any]] = {
    int: {"type": "integer"},
    str: {"type": "string"},
    list[str]: {"type": "array", "items": {"type": "string"}},
}


def _described(told: type, **more: dict[str, Any]) -> dict[str, Any]:
    """The schema of a part of the wire format, from its own types; `more` is what else holds of a field."""
    fields = {name: KINDS[kind] | more.get(name, {}) for name, kind in get_type_hints(told).items()}
    return {"type": "object", "required": [*fields], "properties": fields, "additionalProperties": False}


CLAIM = _described(
    Claim,
    line={"description": "Lines and columns count from 1; the end is the place after the last sign."},
    verdict={"enum": [verdict.value for verdict in Verdict]},
    code={"enum": ["", *CODES], "description": "Why: `hustings check --explain CODE` says what each means."},
    right={"description": "The record's own figure; blank where there is none."},
    mend={"description": "The words to print instead; blank where that is somebody's judgement."},
)
REPORT = {
    "type": "object",
    "required": ["version", "file", "claims", "coverage"],
    "properties": {
        "version": {"type": "integer", "const": VERSION},
        "file": {"type": "string"},
        "claims": {"type": "array", "items": CLAIM},
        "coverage": _described(Coverage),
    },
}
ABOUT = (
    "The figures of a story held against the record, in the wire format of `hustings check --format json`. The story "
    f"is sent as text (plain, Markdown or HTML) in UTF-8, or as JSON with its day; {LARGEST:,} bytes at the most, "
    f"{SECONDS:g} seconds. It is read, answered and forgotten: nothing of it is written anywhere."
)
Day = Annotated[str | None, Query(description="The day the story is of, where it does not say its own: 2024-07-05.")]


class Checking(NamedTuple):
    """What checks, what its page shares with all others, and how often an address may ask."""

    checks: Checks
    frame: Frame
    allowance: Allowance


def check_router(checking: Checking) -> APIRouter:
    """The report of a story that a program sends."""
    router = APIRouter(tags=["check"])

    async def check(request: Request, date: Day = None) -> Response:
        story = await of_program(request, date)
        async with checking.allowance.turn(request):
            found = await checking.checks.check(story)
        data = json.dumps(found, ensure_ascii=False).encode()
        return passed(request, typed(JSON, data), PRIVATE[1])

    text: dict[str, Any] = {"schema": {"type": "string", "maxLength": LARGEST}}
    body = {"content": dict.fromkeys(TEXTS, text) | {JSON: {"schema": Sent.model_json_schema()}}, "required": True}
    answer = {JSON: {"schema": {"$ref": f"{SCHEMAS}Report"}}}
    router.add_api_route(
        "/check",
        check,
        methods=["POST"],
        summary="The figures of a story, each with what the record has",
        description=ABOUT,
        response_class=Response,
        responses={200: {"description": "Every figure.", "content": answer}, **refusals(400, 413, 415, 429, 500, 503)},
        openapi_extra={"requestBody": body},
    )
    return router


def check_page_route(checking: Checking) -> Route:
    """The page to paste a story in, with what was found of it."""
    return Route(f"/{PATH}", partial(_page, checking), methods=["GET", "POST"])


async def _page(checking: Checking, request: Request) -> Response:
    shown = await _asked(checking, request) if request.method == "POST" else Shown()
    data = await run_in_threadpool(_made, checking.frame, shown)
    problem = shown.problem
    answer = passed(request, typed("text/html", data), PATH, problem.status if problem else 200)
    answer.headers.update(problem.told if problem else {})
    return answer


async def _asked(checking: Checking, request: Request) -> Shown:
    """What the form sent, which is not lost where it cannot be checked, with its report or what is wrong with it."""
    shown = Shown()
    try:
        shown = Shown(*await of_form(request))
        story = taken(shown.text, shown.day)
        if not story.text.strip():
            return shown
        async with checking.allowance.turn(request):
            return shown._replace(report=await checking.checks.check(story))
    except Problem as problem:
        return shown._replace(problem=problem)


def _made(frame: Frame, shown: Shown) -> bytes:
    return render_page(check_page(shown), frame).encode()
