"""Commands of what the House decided: divisions."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import Annotated

import typer

from hustings.cli.app import Form, FormOption, answer, app, opened, show


class Vote(StrEnum):
    """Which members are printed."""

    aye = "aye"
    no = "no"
    teller = "teller"
    none = "none"
    rebel = "rebel"


@app.command()
def division(
    wanted: Annotated[str, typer.Argument(help="A day, a number in the Commons Votes service, or words of the title.")],
    number: Annotated[int | None, typer.Option("--number", "-n", help="The number in the session.")] = None,
    vote: Annotated[Vote | None, typer.Option(help="Print the members who voted so.")] = None,
    party: Annotated[str | None, typer.Option(help="Print the members of a party.")] = None,
    member: Annotated[str | None, typer.Option(help="Print members by a part of their name or seat.")] = None,
    form: FormOption = Form.text,
) -> None:
    """A Commons division: counts, parties, rebels, absentees, and what then happened to each member.

    Example: hustings division 2023-11-15 --vote aye
    """
    from hustings.publish.reports.division import division_report
    from hustings.publish.reports.division_forms import Members, divisions_sheet, render_division
    from hustings.record.divisions import find_divisions, the_one

    record = opened()
    found = find_divisions(record, wanted, number)
    one = the_one(found)
    if one is None:
        show(divisions_sheet(found, wanted), form)
    else:
        others = find_divisions(record, str(one["divided_on"]))
        chosen = Members(vote and vote.value, party, member)
        answer(partial(render_division, division_report(record, one, others), chosen), form)
