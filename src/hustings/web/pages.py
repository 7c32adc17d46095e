"""The site before a reader who asks page by page: the same pages as the site of files, each made when it is wanted."""

from __future__ import annotations

from functools import partial

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from hustings.publish.pages.page import Page
from hustings.publish.pages.render import render_page
from hustings.publish.site.contents import Site
from hustings.record.names import nearest
from hustings.web.guards import headers
from hustings.web.shelf import Answer, PageShelf, answered

# What never changes under its name, and what a browser asks again whether it changed.
FOR_EVER, ASK_AGAIN = "public, max-age=31536000, immutable", "no-cache"
MOST_NEAR = 5
LONGEST_NAME = 80


def desk(site: Site, shelf: PageShelf, hosts: tuple[str, ...]) -> Starlette:
    """The application: every file of the site, health for whoever watches it, and no other host's name."""
    return Starlette(
        routes=[
            Route("/healthz", _healthy),
            Route("/{path:path}", partial(_file, site, shelf)),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)],
    )


async def _healthy(_: Request) -> Response:
    return PlainTextResponse("ok\n", headers=headers("healthz"))


async def _file(site: Site, shelf: PageShelf, request: Request) -> Response:
    path = request.path_params["path"]
    file = f"{path}index.html" if path.endswith("/") or not path else path
    answer = shelf.at_hand(file) or await run_in_threadpool(shelf.read, file)
    if answer is not None:
        return _answer(request, file, answer)
    if f"{path}/index.html" in shelf.content:
        return RedirectResponse(f"/{path}/", status_code=308, headers=headers(path))
    missing = await run_in_threadpool(_missing, site, path)
    return _answer(request, "missing/", missing, status=404)


def _answer(request: Request, path: str, answer: Answer, status: int = 200) -> Response:
    """A file as this browser takes it: packed if it can unpack, and nothing where it has the same already."""
    told = headers(path, answer.style_hashes) | {
        "etag": answer.etag,
        "cache-control": FOR_EVER if path.startswith("assets/") else ASK_AGAIN,
        "vary": "accept-encoding",
    }
    held = {one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")}
    if status == 200 and answer.etag in held:
        return Response(status_code=304, headers=told)
    if answer.packed is not None and "gzip" in request.headers.get("accept-encoding", ""):
        return Response(answer.packed, status, told | {"content-encoding": "gzip"}, media_type=answer.media_type)
    return Response(answer.data, status, told, media_type=answer.media_type)


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
