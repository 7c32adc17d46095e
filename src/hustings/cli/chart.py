"""The command that draws charts."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from hustings.cli.app import Form, FormOption, answer, app, opened
from hustings.errors import UnusableInput

WIDTH = 720


class Kind(StrEnum):
    """What is drawn."""

    result = "result"
    arrows = "arrows"
    history = "history"
    swing = "swing"
    turnout = "turnout"
    majority = "majority"
    scatter = "scatter"
    seats = "seats"
    waterfall = "waterfall"
    flow = "flow"


@app.command()
def chart(
    kind: Annotated[Kind, typer.Argument(help="What to draw.")],
    name: Annotated[
        str | None,
        typer.Argument(help="A seat; of a waterfall a party, of seats a country or region, of a flow an election."),
    ] = None,
    election: Annotated[
        str | None, typer.Option("--election", "-e", help="A year or a date; the latest unless given.")
    ] = None,
    party: Annotated[str | None, typer.Option(help="The party a swing is to.")] = None,
    measure: Annotated[
        str | None, typer.Option(help="What is up in a scatter: turnout, majority, Labour change, Muslim.")
    ] = None,
    against: Annotated[str | None, typer.Option(help="The party a swing is from; what is across in a scatter.")] = None,
    within: Annotated[str | None, typer.Option(help="The country or region whose seats a swing is in.")] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="A file ending in .svg, .png, .json (Vega-Lite), .csv or .html.")
    ] = None,
    width: Annotated[int, typer.Option(min=320, max=2000, help="Pixels across; 375 for a telephone.")] = WIDTH,
    dark: Annotated[bool, typer.Option("--dark", help="For a dark page.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that exists.")] = False,
    form: FormOption = Form.text,
) -> None:
    """A chart with its finding, source and alternative text; without --out, the words and the table behind it.

    Example: hustings chart result "Ilford North" --out ilford-north.svg
    """
    from hustings.publish.charts import Canvas, save
    from hustings.publish.charts.kinds import Asked
    from hustings.publish.charts.kinds import chart as made
    from hustings.publish.sheet import render

    if out and out.suffix.lower() == ".html" and (dark or width != WIDTH):
        raise UnusableInput("a page has its chart for every width, in light and in dark: leave --width and --dark out")
    drawn = made(opened(), kind.value, Asked(name, election, party, against, measure, within))
    if out is None:
        answer(partial(render, drawn.told()), form)
        return
    save(drawn, out, Canvas(width, "dark" if dark else "light"), force=force)
    typer.echo(f"Wrote {out}: {drawn.title}.")
