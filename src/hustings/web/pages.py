"""The site before a reader who asks page by page: the same pages as the site of files, each made when it is wanted."""

from __future__ import annotations

from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from hustings.publish.pages.page import Page
from hustings.publish.pages.render import render_page
from hustings.publish.site.contents import Site
from hustings.record.names import nearest
from hustings.web.answer import ASK_AGAIN, FOR_EVER, Answer, Telling, answered, sent
from hustings.web.guards import headers
from hustings.web.shelf import PageShelf

MOST_NEAR = 5
LONGEST_NAME = 80


def page_route(site: Site, shelf: PageShelf) -> Route:
    """Every file of the site, and a page that says so where there is none."""
    return Route("/{path:path}", partial(_file, site, shelf))


async def _file(site: Site, shelf: PageShelf, request: Request) -> Response:
    path = request.path_params["path"]
    file = f"{path}index.html" if path.endswith("/") or not path else path
    answer = shelf.at_hand(file) or await run_in_threadpool(shelf.read, file)
    if answer is not None:
        return sent(request, answer, Telling(path, FOR_EVER if path.startswith("assets/") else ASK_AGAIN))
    if f"{path}/index.html" in shelf.content:
        return RedirectResponse(f"/{path}/", status_code=308, headers=headers(path))
    missing = await run_in_threadpool(_missing, site, path)
    return sent(request, missing, Telling("missing/", status=404))


def _missing(site: Site, path: str) -> Answer:
    """The page that says there is none, with those of the nearest names in the same folder."""
    folder, _, wanted = path.strip("/").partition("/")
    own = {one.path: one for one in site.pages if one.path.startswith(f"{folder}/") and one.path.count("/") == 2}
    names = {one.removeprefix(f"{folder}/").strip("/"): one for one in own}
    name = wanted.partition("/")[0][:LONGEST_NAME].replace("-", " ")
    near = [own[names[one]] for one in nearest(name, [*names], MOST_NEAR)]
    page = Page(
        # As deep as what was asked for, so that its links lead up as far.
        path=path,
        template="missing.html",
        title="No page here",
        description="The desk has no page at this address.",
        figures=lambda: {"near": [{"path": one.path, "name": one.title} for one in near]},
    )
    return answered("missing/index.html", render_page(page, site.frame).encode())
