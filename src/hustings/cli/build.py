"""The command that writes the whole site."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Annotated

import typer

from hustings.cli.app import app, opened
from hustings.publish import words


@app.command()
def build(
    out: Annotated[Path, typer.Option(help="The folder for the site: new, empty, or a site built before.")],
    borough: Annotated[
        str | None, typer.Option(help="Only the constituencies of this borough or council, now and before.")
    ] = None,
    address: Annotated[
        str, typer.Option(help="Where the site will stand, for feeds and the sitemap: https://example.org/results/.")
    ] = "",
) -> None:
    """The whole site as files that any web host serves: seats, elections, people, parties, feeds, data.

    Example: hustings build --out site --borough "Tower Hamlets"
    """
    from hustings.publish.progress import steps
    from hustings.publish.site.address import site_address
    from hustings.publish.site.build import build_site
    from hustings.publish.site.contents import STEPS, Choices

    # Unlike other commands this one runs for minutes, and what it threw away would come to a gigabyte.
    gc.enable()
    choices = Choices(borough, site_address(address))
    with steps(STEPS) as step:
        built = build_site(opened(), out, choices, step)
    if built is None:
        typer.echo(f"{out} is current: nothing has changed since it was built.")
        return
    pages, files = words.plural(built.pages, "page"), words.plural(built.written, "file")
    typer.echo(f"Built {out}: {pages}; {files} written, {words.count(built.kept)} unchanged.")
    if not address:
        typer.echo("No sitemap and no full addresses in its feeds: give --address to have them.")
