"""The addresses of the swingometer: its page, whose address keeps its state, and the seats of a scenario as a file."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from hustings.publish.pages.render import Frame, render_page
from hustings.publish.prose import starting
from hustings.web.allowance import Allowance
from hustings.web.answer import Telling, sent, typed
from hustings.web.api.problem import Problem
from hustings.web.guards import headers, legible
from hustings.web.swing.asked import Asked, Understood, asked, understood
from hustings.web.swing.page import PATH, seats_csv, swing_page, swung
from hustings.web.swing.scenario import Swingometer
from hustings.web.unreadable import Unreadable

CSV = f"{PATH}seats.csv"


class Swings(NamedTuple):
    """The swingometer, what its pages share with all others, and how often an address may ask."""

    swingometer: Swingometer
    frame: Frame
    allowance: Allowance


def swing_routes(swings: Swings) -> list[Route]:
    """The page and the file."""
    return [Route(f"/{PATH}", partial(_page, swings)), Route(f"/{CSV}", partial(_file, swings))]


async def _page(swings: Swings, request: Request) -> Response:
    status = 200
    try:
        swings.allowance.take(request)
        found = understood(swings.swingometer.grounds, _given(request))
        status = 400 if found.problems else 200
    except Problem as problem:
        status = problem.status
        found = Understood(asked(swings.swingometer.grounds, {}), [f"{starting(problem.detail)}: {problem.mend}."])
    data = await run_in_threadpool(_made, swings, found)
    return sent(request, typed("text/html", data), Telling(PATH, status=status))


async def _file(swings: Swings, request: Request) -> Response:
    try:
        swings.allowance.take(request)
        wanted = asked(swings.swingometer.grounds, _given(request))
    except Problem as problem:
        return problem.response(headers(CSV))
    except Unreadable as unreadable:
        return PlainTextResponse(f"{unreadable}\n", 400, headers=headers(CSV))
    data = await run_in_threadpool(_listed, swings.swingometer, wanted)
    name = f"swing-{wanted.ground.election['polling_on']}-to-{wanted.to.line_id}-from-{wanted.from_.line_id}"
    more = {"content-disposition": f'attachment; filename="{name}-{wanted.points:g}.csv"'}
    return sent(request, typed("text/csv", data.encode()), Telling(CSV, more=more))


def _given(request: Request) -> dict[str, str]:
    return {name: legible(value).strip() for name, value in request.query_params.items()}


def _listed(swingometer: Swingometer, wanted: Asked) -> str:
    return seats_csv(swingometer.record, swung(swingometer, wanted))


def _made(swings: Swings, found: Understood) -> bytes:
    return render_page(swing_page(swings.swingometer, found), swings.frame).encode()
