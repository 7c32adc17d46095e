"""The command that serves the desk."""

from __future__ import annotations

import gc
import sys
from contextlib import closing, suppress
from typing import Annotated

import typer

from hustings.cli.app import app, opened
from hustings.errors import UnusableInput


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="The address to serve at; 0.0.0.0 for every network of this machine.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option(help="The port to serve at; 0 for any that is free.")] = 8000,
    name: Annotated[
        list[str] | None,
        typer.Option(help="A name that others ask for this machine by; several may be given."),
    ] = None,
) -> None:
    """The desk in a browser: every page of the site, made when it is asked for, until Ctrl-C.

    Example: hustings serve --port 8080
    """
    from hustings.publish.progress import steps
    from hustings.publish.site.contents import DRAWING, GATHERING

    try:
        from hustings.web.serve import Place, application, run, take
    except ImportError:
        raise UnusableInput("the desk needs what serves it; pip install 'hustings[web,site,charts]'") from None

    # It lives for days, and what it throws away must come back.
    gc.enable()
    with closing(take(Place(host, port))) as held:
        with steps((GATHERING, DRAWING)) as step:
            desk = application(opened(), [host, *(name or [])], step)
        address = Place(host, held.getsockname()[1]).address
        typer.echo(f"The desk is at {address} (Ctrl-C stops it)")
        # Whoever waits for the address behind a pipe has it now.
        sys.stdout.flush()
        with suppress(KeyboardInterrupt):
            run(desk, held)
        typer.echo("Stopped.")
