"""Commands of people and of what people said they would do: a person across elections, and polls."""

from __future__ import annotations

from typing import Annotated

import typer

from hustings.cli.app import Form, FormOption, app, opened, show


@app.command()
def person(
    name: Annotated[str, typer.Argument(help="A name, a part of one, or the id of a person.")],
    place: Annotated[str | None, typer.Option("--in", help="A seat, ward, council or region they stood in.")] = None,
    form: FormOption = Form.text,
) -> None:
    """One person across elections and labels: votes, share, place, and how each link is known.

    Example: hustings person "Ajmal Masroor"
    """
    from hustings.publish.reports.person import person_sheet

    show(person_sheet(opened(), name, place), form)


@app.command()
def polls(
    pollster: Annotated[str | None, typer.Option(help="A pollster's name, or a part only one has.")] = None,
    year: Annotated[int | None, typer.Option(help="The year fieldwork ended.")] = None,
    limit: Annotated[int, typer.Option(min=0, help="How many to show, the latest first; 0 for all.")] = 20,
    form: FormOption = Form.text,
) -> None:
    """Polls of voting intention 1970-2024, the latest first, with every party's share.

    Example: hustings polls --pollster YouGov --year 2024
    """
    from hustings.publish.reports.polls import polls_sheet

    show(polls_sheet(opened(), pollster, year, limit), form)
