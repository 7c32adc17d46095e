"""Commands about councils and mayors."""

from functools import partial
from typing import Annotated

import typer

from hustings.cli.app import Form, FormOption, answer, app, opened


@app.command()
def mayor(
    council: Annotated[str, typer.Argument(help="The council whose mayor it is: a name, an id or a GSS code.")],
    form: FormOption = Form.text,
) -> None:
    """The elections of a mayor: first preferences, transfers, final totals, and what is unknown.

    Example: hustings mayor "Tower Hamlets"
    """
    from hustings.publish.dossier import render_dossier
    from hustings.publish.reports.mayor import mayor_report
    from hustings.publish.reports.mayor_forms import mayor_dossier

    answer(partial(render_dossier, mayor_dossier(mayor_report(opened(), council))), form)


@app.command()
def council(
    name: Annotated[str, typer.Argument(help="A council: its name, a part only one has, an id or a GSS code.")],
    year: Annotated[
        int | None, typer.Option("--year", "-y", help="The year of an election; the latest unless given.")
    ] = None,
    form: FormOption = Form.text,
) -> None:
    """A council's election by ward and party, and who held the council each year.

    Example: hustings council "Tower Hamlets" --year 2022
    """
    from hustings.publish.dossier import render_dossier
    from hustings.publish.reports.council import council_report
    from hustings.publish.reports.council_forms import council_dossier

    answer(partial(render_dossier, council_dossier(council_report(opened(), name, year))), form)
