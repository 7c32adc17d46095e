"""The command that draws maps."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hustings.cli.app import app, opened
from hustings.errors import UnusableInput

WIDTH = 640


class Kind(StrEnum):
    """How seats are drawn."""

    hex = "hex"
    outline = "outline"


class Mode(StrEnum):
    """Which page a map is drawn for."""

    reader = "reader"
    light = "light"
    dark = "dark"


@app.command("map")
def draw_map(
    election: Annotated[str, typer.Argument(help="A general election since 2010, such as 2024, or its id.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The file: .svg, .png, .csv or .html.")],
    by: Annotated[
        str, typer.Option(help="winner, gain, turnout, ballot-turnout, majority, swing, share or change.")
    ] = "winner",
    party: Annotated[str | None, typer.Option(help="The party whose share or change is shown.")] = None,
    kind: Annotated[Kind, typer.Option(help="A hexagon for each seat, or its outline.")] = Kind.hex,
    seat: Annotated[str | None, typer.Option(help="A seat to point at.")] = None,
    borough: Annotated[str | None, typer.Option(help="A borough or council whose seats to point at.")] = None,
    region: Annotated[str | None, typer.Option(help="A region or nation to point at.")] = None,
    crop: Annotated[bool, typer.Option("--crop", help="Show only the borough or region.")] = False,
    width: Annotated[int, typer.Option(min=280, max=2400, help="Pixels across; 360 suits a telephone.")] = WIDTH,
    mode: Annotated[Mode, typer.Option(help="Light, dark, or what the reader prefers.")] = Mode.reader,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that exists.")] = False,
) -> None:
    """A map of a general election: who won, any figure, a party's change, or what changed hands.

    Example: hustings map 2024 --by change --party Labour --borough "Tower Hamlets" -o map.svg
    """
    from hustings.publish import maps
    from hustings.publish.maps.files import save
    from hustings.publish.maps.map import Paper

    if out.suffix.lower() == ".html" and (width != WIDTH or mode is not Mode.reader):
        raise UnusableInput("a page has its map for every width, in light and in dark: leave --width and --mode out")
    drawn = maps.outlines if kind is Kind.outline else maps.hexes
    shown = drawn(opened(), election, by, party, maps.Focus(seat, borough, region, crop))
    save(shown, out, Paper(width, None if mode is Mode.reader else mode.value), force=force)
    typer.echo(f"Wrote {out}: {shown.title}.")
