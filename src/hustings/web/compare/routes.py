"""The address of the comparison, which keeps the two contests."""

from __future__ import annotations

from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hustings.publish.pages.render import Frame, render_page
from hustings.web.answer import Telling, sent, typed
from hustings.web.compare.asked import asked
from hustings.web.compare.contests import Contests
from hustings.web.compare.page import PATH, compare_page
from hustings.web.guards import legible
from hustings.web.unreadable import Unreadable


def compare_route(contests: Contests, frame: Frame) -> Route:
    """The page, with the two contests that its address asks for."""
    return Route(f"/{PATH}", partial(_page, contests, frame))


async def _page(contests: Contests, frame: Frame, request: Request) -> Response:
    given = {name: legible(value) for name, value in request.query_params.items()}
    data, status = await run_in_threadpool(_made, contests, frame, given)
    return sent(request, typed("text/html", data), Telling(PATH, status=status))


def _made(contests: Contests, frame: Frame, given: dict[str, str]) -> tuple[bytes, int]:
    try:
        page, status = compare_page(contests, asked(contests, given)), 200
    except Unreadable as unreadable:
        page, status = compare_page(contests, None, str(unreadable), given), 400
    return render_page(page, frame).encode(), status
