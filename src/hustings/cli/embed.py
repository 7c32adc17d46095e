"""The command that makes pages ready to be embedded."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hustings.cli.app import app, say


@app.command()
def embed(
    page: Annotated[Path, typer.Argument(help="A page of a chart, a map or a report, as --out page.html writes it.")],
    address: Annotated[str, typer.Option(help="The folder it will stand in: https://example.org/charts/.")],
) -> None:
    """The words to paste for a page in other people's pages; its oEmbed answer and the component stand beside it.

    Example: hustings embed ilford-north.html --address https://example.org/charts/
    """
    from hustings.publish.embeds.made_ready import made_ready
    from hustings.publish.site.address import site_address

    say(made_ready(page, site_address(address)))
