"""The addresses of the swingometer: its page, whose address keeps its state, and the seats of a scenario as a file."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from hustings.publish.pages.render import Frame, render_page
from hustings.web.answer import Telling, sent, typed
from hustings.web.guards import headers
from hustings.web.swing.asked import Asked, asked
from hustings.web.swing.page import PATH, seats_csv, swing_page, swung
from hustings.web.swing.scenario import Swingometer
from hustings.web.unreadable import Unreadable

CSV = f"{PATH}seats.csv"


class Swings(NamedTuple):
    """The swingometer, and what its pages share with all others."""

    swingometer: Swingometer
    frame: Frame


def swing_routes(swings: Swings) -> list[Route]:
    """The page and the file."""
    return [Route(f"/{PATH}", partial(_page, swings)), Route(f"/{CSV}", partial(_file, swings))]


async def _page(swings: Swings, request: Request) -> Response:
    given = dict(request.query_params)
    try:
        wanted, problem = asked(swings.swingometer.grounds, given), ""
    except Unreadable as unreadable:
        wanted, problem = asked(swings.swingometer.grounds, {}), str(unreadable)
    data = await run_in_threadpool(_made, swings, wanted, problem)
    return sent(request, typed("text/html", data), Telling(PATH, status=400 if problem else 200))


async def _file(swings: Swings, request: Request) -> Response:
    try:
        wanted = asked(swings.swingometer.grounds, dict(request.query_params))
    except Unreadable as unreadable:
        return PlainTextResponse(f"{unreadable}\n", 400, headers=headers(CSV))
    data = await run_in_threadpool(_listed, swings.swingometer, wanted)
    return sent(request, typed("text/csv", data.encode()), Telling(CSV))


def _listed(swingometer: Swingometer, wanted: Asked) -> str:
    return seats_csv(swingometer.record, swung(swingometer, wanted))


def _made(swings: Swings, wanted: Asked, problem: str) -> bytes:
    return render_page(swing_page(swings.swingometer, wanted, problem), swings.frame).encode()
