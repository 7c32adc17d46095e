"""The addresses of the API: every resource, one row of it, and what is said where a request cannot be read."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Annotated, Any, Literal, NamedTuple

from fastapi import APIRouter, FastAPI, Path, Query
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response

import hustings
from hustings.web.api.asked import LONGEST, Names, asked_model
from hustings.web.api.described import answers, documented
from hustings.web.api.forms import FORMS, form_of
from hustings.web.api.giving import Given, Giver, Ready
from hustings.web.api.problem import Problem, near_names
from hustings.web.api.query import one_of, query_of
from hustings.web.api.resources import RESOURCES, Resource
from hustings.web.guards import headers
from hustings.web.watching import fault

Form = Literal["json", "csv", "parquet", "html"]
Endpoint = Callable[..., Awaitable[Response]]
ABOUT = """The record of UK elections with the measures of each row: what was declared, and what it is compared with.

Shares are percent of valid votes, changes are percentage points; `basis` says how a result came to be known and
`baseline_rule` what its change is measured from. Rows come as JSON, CSV or Parquet, by the end of the address or by
Accept, and as a page for whoever asks for HTML. A filter is a field's name: `party_id=labour`; `.min` and `.max` bound
numbers and days, `.has` finds a part of a text, `.known` what is unknown. A parameter left blank is one left out.
"""


class AskedOne(BaseModel):
    """What one row may be asked."""

    model_config = ConfigDict(extra="forbid")

    fields: Annotated[Names | None, Query(description="The fields wanted, parted by commas.")] = None


class More(NamedTuple):
    """What else the API has: addresses, and the schema that their answers name."""

    router: APIRouter
    named: str
    schema: dict[str, Any]


def api(giver: Giver, more: Sequence[More]) -> FastAPI:
    """The API over a store, with its OpenAPI document at openapi.json."""
    app = FastAPI(
        title="Hustings",
        version=hustings.__version__,
        description=ABOUT,
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
        license_info={"name": "Each row under the licence of its source", "identifier": "OGL-UK-3.0"},
        exception_handlers={
            Problem: _problem,
            RequestValidationError: _unreadable,
            HTTPException: _refused,
            Exception: fault,
        },
    )
    app.add_middleware(Ready, giver=giver)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD", "POST"],
        allow_headers=["content-type"],
        expose_headers=["ETag", "Link", "Retry-After"],
    )
    for resource in RESOURCES.values():
        _add(app, giver, resource)
    for one in more:
        app.include_router(one.router)
    examples = {name: giver.example(resource) for name, resource in RESOURCES.items()}
    document = documented(app, examples, {one.named: one.schema for one in more})
    app.openapi = lambda: document  # type: ignore[method-assign]
    return app


def _add(app: FastAPI, giver: Giver, resource: Resource) -> None:
    """The three addresses of a resource: by Accept, by the end of the address, and one row by its key."""
    name, key = resource.name, " and ".join(resource.key)
    ways = (
        (f"/{name}", _by_accept(giver, resource), f"Rows of {name}, in the form that Accept asks for"),
        (f"/{name}.{{form}}", _by_ending(giver, resource), f"Rows of {name} as JSON, CSV, Parquet or a page"),
        (f"/{name}/{{key:path}}", _one(giver, resource), f"One row of {name}, by its {key}"),
    )
    for path, endpoint, summary in ways:
        told: dict[str, Any] = {"summary": summary, "responses": answers(resource), "tags": [name]}
        app.add_api_route(path, endpoint, response_class=Response, **told)
        app.add_api_route(path, endpoint, methods=["HEAD"], include_in_schema=False)


def _by_accept(giver: Giver, resource: Resource) -> Endpoint:
    async def rows(request: Request, asked: Any) -> Response:
        form = form_of(request.headers.get("accept"))
        return await giver.give(request, _given(request, query_of(resource, asked, brief=form == "html"), form))

    rows.__annotations__ = {"request": Request, "asked": Annotated[asked_model(resource), Query()], "return": Response}
    return _named(rows, f"{resource.name}_by_accept")


def _by_ending(giver: Giver, resource: Resource) -> Endpoint:
    async def rows(request: Request, form: Any, asked: Any) -> Response:
        return await giver.give(request, _given(request, query_of(resource, asked, brief=form == "html"), form))

    rows.__annotations__ = {
        "request": Request,
        "form": Annotated[Form, Path(description="The form of the rows.")],
        "asked": Annotated[asked_model(resource), Query()],
        "return": Response,
    }
    return _named(rows, resource.name)


def _one(giver: Giver, resource: Resource) -> Endpoint:
    told = f"The {' / '.join(resource.key)} of the row; after it .csv, .parquet or .html for another form than JSON."

    async def row(request: Request, key: Any, asked: Any) -> Response:
        stem, dot, ending = key.rpartition(".")
        form = ending if dot and ending in (*FORMS, "html") else form_of(request.headers.get("accept"))
        query = one_of(resource, stem if form == ending else key, asked.fields)
        return await giver.give(request, _given(request, query, form))

    row.__annotations__ = {
        "request": Request,
        "key": Annotated[str, Path(description=told, max_length=LONGEST)],
        "asked": Annotated[AskedOne, Query()],
        "return": Response,
    }
    return _named(row, f"one_of_{resource.name}")


def _named(endpoint: Endpoint, name: str) -> Endpoint:
    """Named apart, since the OpenAPI document takes its operations' ids from that."""
    endpoint.__name__ = name
    return endpoint


def _given(request: Request, query: Any, form: str) -> Given:
    return Given(query, form, request.scope["path"], request.scope["query_string"].decode("latin-1"))


async def _problem(request: Request, problem: Exception) -> Response:
    if not isinstance(problem, Problem):
        raise problem
    return problem.response(headers(request.url.path[1:]))


async def _unreadable(request: Request, error: Exception) -> Response:
    """A parameter that is unknown, or not of its type."""
    if not isinstance(error, RequestValidationError):
        raise error
    first = error.errors()[0]
    where, *names = first["loc"]
    parameter = str(names[0]) if names else str(where)
    if first["type"] == "extra_forbidden":
        known = _parameters(request)
        mend = near_names(parameter, known, f"there are {', '.join(known[:5])} and the fields of the resource")
        return await _problem(request, Problem(400, f"there is no parameter {parameter!r}", parameter, mend))
    given = str(first.get("input"))[:80]
    said = f"{parameter} cannot be {given!r}: {first['msg'][:1].lower()}{first['msg'][1:]}"
    return await _problem(request, Problem(400, said, parameter, "give one that the OpenAPI document describes"))


def _parameters(request: Request) -> list[str]:
    """The parameters of the address asked."""
    model = request.scope["route"].dependant.query_params[0].field_info.annotation
    return [field.alias or name for name, field in getattr(model, "model_fields", {}).items()]


async def _refused(request: Request, error: Exception) -> Response:
    """An address or a method that there is not."""
    if not isinstance(error, HTTPException):
        raise error
    told = headers(request.url.path[1:]) | dict(error.headers or {})
    if error.status_code == 404:
        asked = request.url.path.removeprefix(request.scope.get("root_path", "")).strip("/")
        mend = near_names(asked, [*RESOURCES], f"there are {', '.join(RESOURCES)}")
        return Problem(404, f"the API has nothing at /{asked[:80]}", None, mend).response(told)
    return Problem(
        error.status_code,
        str(error.detail),
        None,
        "the API is read with GET or HEAD; a story to be checked is sent with POST",
    ).response(told)
