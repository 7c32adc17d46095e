"""Commands of the House of Commons: seats, elections, by-elections, parties, and names found."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import Annotated

import typer

from hustings.cli.app import Form, FormOption, answer, app, opened, show


class Order(StrEnum):
    """What an election is shown by."""

    party = "party"
    majority = "majority"
    share = "share"
    turnout = "turnout"
    declaration = "declaration"
    region = "region"


@app.command()
def seat(
    name: Annotated[str, typer.Argument(help="A constituency's name, or a part only one has.")],
    election: Annotated[
        str | None, typer.Option("--election", "-e", help="A year or a date; the latest unless given.")
    ] = None,
    form: FormOption = Form.text,
) -> None:
    """The full story of a seat: result, change, swing, turnout, what came before, and sources.

    Example: hustings seat "Bethnal Green and Stepney" --election 2024
    """
    from hustings.publish.reports.seat import seat_report
    from hustings.publish.reports.seat_forms import render_seat

    answer(partial(render_seat, seat_report(opened(), name, election)), form)


@app.command()
def election(
    year: Annotated[str, typer.Argument(help="The year of a general election, such as 2024.")],
    by: Annotated[Order, typer.Option(help="Parties, regions, or seats ranked.")] = Order.party,
    country: Annotated[
        str | None, typer.Option(help="England, Scotland, Wales, Northern Ireland, Great Britain.")
    ] = None,
    region: Annotated[str | None, typer.Option(help="A region of England, such as London.")] = None,
    reverse: Annotated[bool, typer.Option("--reverse", "-r", help="Lowest or latest first.")] = False,
    form: FormOption = Form.text,
) -> None:
    """A general election by party, by region, or its seats ranked by a measure.

    Example: hustings election 2024 --by turnout --region London
    """
    from hustings.publish.reports.election import View, election_sheet

    show(election_sheet(opened(), year, View(by.value, country, region, reverse)), form)


@app.command("by-elections")
def by_elections(
    parliament: Annotated[int | None, typer.Option(help="Number of a Parliament; the latest unless given.")] = None,
    form: FormOption = Form.text,
) -> None:
    """The by-elections of a Parliament with hold or gain, majority and turnout.

    Example: hustings by-elections --parliament 58
    """
    from hustings.publish.reports.by_elections import by_elections_sheet

    show(by_elections_sheet(opened(), parliament), form)


@app.command()
def party(
    name: Annotated[str, typer.Argument(help="A party's name, or an abbreviation only one has.")],
    form: FormOption = Form.text,
) -> None:
    """A party at each general election, and its registrations.

    Example: hustings party "Plaid Cymru"
    """
    from hustings.publish.reports.party import party_sheet

    show(party_sheet(opened(), name), form)


@app.command()
def find(
    text: Annotated[str, typer.Argument(help="Any part of a name, misspelt if need be.")],
    limit: Annotated[int, typer.Option(min=1, help="How many to show.")] = 20,
    form: FormOption = Form.text,
) -> None:
    """Seats, councils, parties, wards and people by any part of a name; exit code 1 where nothing is found.

    Example: hustings find "bethnal gren"
    """
    from hustings.publish.reports.found import found_sheet

    sheet = found_sheet(opened(), text, limit)
    show(sheet, form)
    if not sheet.rows:
        raise typer.Exit(1)
