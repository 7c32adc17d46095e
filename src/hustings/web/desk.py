"""The desk as one application: the site's pages, the API beside them, and what watches over both."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import IO, NamedTuple

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route

from hustings.publish.facts import Facts
from hustings.publish.pages.page import Page
from hustings.publish.site.contents import Site
from hustings.record.open import Record
from hustings.web.allowance import Allowance
from hustings.web.api.about import about_page
from hustings.web.api.described import ROOT
from hustings.web.api.giving import Giver
from hustings.web.api.page import rows_page
from hustings.web.api.problem import Problem
from hustings.web.api.read import Store
from hustings.web.api.routes import More, api
from hustings.web.check.page import Shown as Checked
from hustings.web.check.page import check_page
from hustings.web.check.pool import Checks
from hustings.web.check.routes import REPORT, Checking, check_page_route, check_router
from hustings.web.compare.contests import contests
from hustings.web.compare.page import compare_page
from hustings.web.compare.routes import compare_route
from hustings.web.guards import WithoutBlanks, headers
from hustings.web.pages import page_route
from hustings.web.search.routes import ROWS as FOUND
from hustings.web.search.routes import Searched, search_route, search_router
from hustings.web.shelf import PageShelf
from hustings.web.sql.page import Shown, sql_page
from hustings.web.sql.pool import Statements
from hustings.web.sql.routes import ROWS, sql_page_route, sql_router
from hustings.web.swing.asked import understood
from hustings.web.swing.page import swing_page
from hustings.web.swing.routes import Swings, swing_routes
from hustings.web.swing.scenario import Swingometer
from hustings.web.watching import Counts, Watch, fault
from hustings.web.why.page import why_pages

# A slider asks some times a second for as long as it is drawn.
SWINGS_A_MINUTE = 1_200


class Allowed(NamedTuple):
    """How often an address may ask a minute for what takes room and time."""

    statements: int = 60
    checks: int = 40


class Parts(NamedTuple):
    """What the desk is made of: the record, site, files and rows, what runs SQL, swings and checks, the log."""

    record: Record
    site: Site
    shelf: PageShelf
    store: Store
    statements: Statements
    swingometer: Swingometer
    checks: Checks
    allowed: Allowed
    log: IO[str] | None = None


def desk_pages(swingometer: Swingometer, facts: Facts) -> Iterable[Page]:
    """The pages that only a desk has, since something must answer them."""
    yield about_page()
    yield check_page(Checked())
    yield sql_page(Shown(""))
    yield compare_page(contests(swingometer.record, facts), None)
    yield from why_pages(facts)
    yield swing_page(swingometer, understood(swingometer.grounds, {}))


def desk(parts: Parts, hosts: tuple[str, ...]) -> Starlette:
    """The application, which answers to no other host's name."""
    counts = Counts()
    frame, allowance = parts.site.frame, Allowance(parts.allowed.statements)
    giver = Giver(parts.store, parts.record.as_of.isoformat(), partial(rows_page, frame, parts.store))
    searched = Searched(parts.record, frame, parts.record.as_of.isoformat())
    checking = Checking(parts.checks, frame, Allowance(parts.allowed.checks))
    more = (
        More(search_router(searched), "RowsOfSearch", FOUND),
        More(sql_router(parts.statements, allowance), "RowsOfSql", ROWS),
        More(check_router(checking), "Report", REPORT),
    )
    return Starlette(
        routes=[
            Route("/healthz", _healthy),
            Route("/readyz", partial(_ready, parts)),
            Route("/metrics", counts.told),
            Mount(ROOT, WithoutBlanks(api(giver, more))),
            search_route(searched),
            *swing_routes(Swings(parts.swingometer, frame, Allowance(SWINGS_A_MINUTE))),
            compare_route(contests(parts.record, parts.site.facts), frame),
            sql_page_route(frame, parts.statements, allowance),
            check_page_route(checking),
            page_route(parts.site, parts.shelf),
        ],
        middleware=[
            Middleware(Watch, counts=counts, log=parts.log),
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False),
        ],
        exception_handlers={Exception: fault},
    )


async def _healthy(_: Request) -> Response:
    return PlainTextResponse("ok\n", headers=headers("healthz"))


async def _ready(parts: Parts, _: Request) -> Response:
    """Whether rows can be read and statements run, so that requests may be sent here."""
    await run_in_threadpool(parts.store.rows, "select count(*) from api.elections")
    try:
        await parts.statements.run("select 1", 1)
    except Problem as problem:
        return PlainTextResponse(f"{problem.detail}\n", problem.status, headers=headers("readyz"))
    return PlainTextResponse("ready\n", headers=headers("readyz"))
