"""The command that follows a place back through its seats."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from hustings.cli.app import Form, FormOption, answer, app, opened


@app.command()
def history(
    name: Annotated[str, typer.Argument(help="A constituency's name, or a part only one has.")],
    form: FormOption = Form.text,
) -> None:
    """A place back through its seats to 1918: winners, shares, majorities, turnout, every change of boundaries marked.

    Example: hustings history "Bethnal Green and Stepney"
    """
    from hustings.publish.reports.history import history_report
    from hustings.publish.reports.history_forms import render_history

    answer(partial(render_history, history_report(opened(), name)), form)
