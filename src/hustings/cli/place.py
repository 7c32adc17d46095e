"""Commands of places: a local authority's constituencies, and the census of any place."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from hustings.cli.app import Form, FormOption, answer, app, opened


@app.command()
def borough(
    name: Annotated[str, typer.Argument(help="A local authority's name, or a part only one has.")],
    form: FormOption = Form.text,
) -> None:
    """A local authority's constituencies: the people they share, and their results side by side.

    Example: hustings borough "Tower Hamlets"
    """
    from hustings.publish.dossier import render_dossier
    from hustings.publish.reports.borough import borough_report
    from hustings.publish.reports.borough_forms import borough_dossier

    answer(partial(render_dossier, borough_dossier(borough_report(opened(), name))), form)


@app.command()
def place(
    name: Annotated[str, typer.Argument(help="A constituency, ward or local authority; after a comma, where it is.")],
    topic: Annotated[str | None, typer.Option(help="One topic: religion, ethnic group, tenure, and so on.")] = None,
    form: FormOption = Form.text,
) -> None:
    """The census of a place: counts, shares, ranks, and what is estimated.

    Example: hustings place "Bethnal Green and Stepney" --topic religion
    """
    from hustings.publish.dossier import render_dossier
    from hustings.publish.reports.place import place_report
    from hustings.publish.reports.place_forms import place_dossier

    answer(partial(render_dossier, place_dossier(place_report(opened(), name, topic))), form)
