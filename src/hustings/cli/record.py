"""Commands of the record itself: build, audit, sources."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from hustings.cli.app import Form, FormOption, answer, opened, record_app, show
from hustings.errors import UnusableInput

FACTS = "Working out facts"


@record_app.command()
def build(
    sources: Annotated[Path, typer.Option(help="The folder that holds the published files.")],
    out: Annotated[Path | None, typer.Option(help="Where to put the record; the package's own unless given.")] = None,
    changed: Annotated[bool, typer.Option("--changed", help="Allow sources that are not the ones pinned.")] = False,
) -> None:
    """Compile the record from published files: all or nothing, and only if its audit passes.

    Example: hustings record build --sources published --out my-record
    """
    from hustings.claims.catalogue.build import write_catalogue
    from hustings.measures.agreement import every_check
    from hustings.publish.progress import steps
    from hustings.record.open import DATA, open_record

    try:
        from hustings.record.build.run import STEPS, build_record
    except ImportError as error:
        raise UnusableInput(f"a build needs {error.name}; install it with pip install 'hustings[build]'") from None

    with steps((*STEPS, FACTS)) as step:
        folder = build_record(sources, out or DATA, every_check(), step, changed=changed)
        step(FACTS)
        write_catalogue(open_record(folder), folder)
    size = sum(file.stat().st_size for file in folder.iterdir())
    typer.echo(f"Built {folder}: {size / 1e6:.1f} MB, every check passed.")


@record_app.command()
def audit(form: FormOption = Form.text) -> None:
    """Check the record against every rule it states; exit code 1 where a fault is not filed.

    Example: hustings record audit
    """
    from hustings.measures.agreement import every_check
    from hustings.publish.reports.record import audit_sheet
    from hustings.record.audit import audit_record

    record = opened(with_added=False)
    checked = audit_record(record, every_check())
    show(audit_sheet(record, checked), form)
    if any(check.unfiled for check in checked):
        raise typer.Exit(1)


@record_app.command()
def sources(form: FormOption = Form.text) -> None:
    """The published files behind the record, with licence and SHA-256.

    Example: hustings record sources --format csv
    """
    from hustings.publish.reports.record import sources_sheet

    show(sources_sheet(opened()), form)


@record_app.command()
def coverage(form: FormOption = Form.text) -> None:
    """What the record holds and what it lacks: years, councils, figures.

    Example: hustings record coverage --format md
    """
    from hustings.publish.reports.coverage import coverage_sheets
    from hustings.publish.sheet import render_all

    answer(partial(render_all, coverage_sheets(opened(with_added=False))), form)
