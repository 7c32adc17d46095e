"""The command that serves the desk."""

from __future__ import annotations

import gc
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import IO, Annotated

import typer

from hustings.cli.app import app, opened, say
from hustings.errors import CannotWrite, UnusableInput


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="The address to serve at; 0.0.0.0 for every network of this machine.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to serve at; 0 for any that is free.")] = 8000,
    name: Annotated[
        list[str] | None,
        typer.Option(help="A name that others ask for this machine by; several may be given."),
    ] = None,
    statements: Annotated[
        int, typer.Option(min=1, help="How many statements of SQL one address may ask a minute.")
    ] = 60,
    checks: Annotated[int, typer.Option(min=1, help="How many stories one address may have checked a minute.")] = 40,
    log: Annotated[
        Path | None, typer.Option(help="A file that every request is written to, a line of JSON each.", dir_okay=False)
    ] = None,
) -> None:
    """The desk in a browser: every page of the site, made when it is asked for, until Ctrl-C.

    Example: hustings serve --port 8080
    """
    from hustings.publish.progress import steps
    from hustings.publish.site.contents import DRAWING, GATHERING

    try:
        from hustings.web.desk import Allowed
        from hustings.web.serve import Place, Rules, application, run, take
    except ImportError:
        raise UnusableInput("the desk needs what serves it; pip install 'hustings[web]'") from None

    # It lives for days, and what it throws away must come back.
    gc.enable()
    with closing(take(Place(host, port))) as held:
        with ExitStack() as opening:
            lines = opening.enter_context(_log(log)) if log else None
            rules = Rules((host, *(name or [])), Allowed(statements, checks), lines)
            with steps((GATHERING, DRAWING)) as step:
                desk = opening.enter_context(application(opened(), rules, step))
            address = Place(host, held.getsockname()[1]).address
            say(f"The desk is at {address} (Ctrl-C stops it)\n")
            with suppress(KeyboardInterrupt):
                run(desk, held)
        say("Stopped.\n")


def _log(path: Path) -> IO[str]:
    """The log, to be written on from its end."""
    try:
        return path.expanduser().open("a", encoding="utf-8")
    except OSError as error:
        raise CannotWrite(f"cannot write the log {path} ({error.strerror}); name another file with --log") from None
