"""The command line: one short function a command, each a thin door to the same functions Python has."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import hustings
from hustings.errors import CannotWrite, HustingsError, UnusableInput

if TYPE_CHECKING:
    from hustings.publish.sheet import Sheet
    from hustings.record.open import Record

app = typer.Typer(
    help="An election desk for UK elections: results, changes, turnout and where each figure comes from.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
record_app = typer.Typer(help="Build, audit and cite the record.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(record_app, name="record")


class Form(StrEnum):
    """How output is written."""

    text = "text"
    md = "md"
    csv = "csv"
    json = "json"


class Order(StrEnum):
    """What an election is shown by."""

    party = "party"
    majority = "majority"
    share = "share"
    turnout = "turnout"
    declaration = "declaration"
    region = "region"


FormOption = Annotated[Form, typer.Option("--format", "-f", help="How to write it.")]


def main() -> None:
    """Run the command line: 0 done, 1 the answer is no, 2 wrong use said in one sentence, 3 a defect of ours."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A minus sign must never become a question mark, whatever the terminal's own letters.
        sys.stdout.reconfigure(encoding="utf-8")
    # A command lives for a second or two and then gives everything back at once, so looking for
    # garbage while engines load is wasted: a seventh of the time of `hustings seat`.
    gc.disable()
    try:
        app()
    except HustingsError as error:
        typer.echo(f"hustings: {error}", err=True)
        sys.exit(2)
    except Exception as error:
        if "HUSTINGS_TRACEBACK" in os.environ:
            raise
        what = f"{type(error).__name__}: {error}"
        typer.echo(f"hustings: a defect in Hustings, not in what you typed ({what}); please report it, with", err=True)
        typer.echo("what HUSTINGS_TRACEBACK=1 makes the same command print", err=True)
        sys.exit(3)


def _say(text: str) -> None:
    """Print text; a reader of a pipe that has seen enough, such as head, is no error."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # Nothing more can be flushed to that pipe, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise CannotWrite(f"cannot write the output ({error.strerror}); write it where there is room") from None


def _open() -> Record:
    from hustings.record.open import open_record

    return open_record()


def _print(sheet: Sheet, form: Form) -> None:
    from hustings.publish.sheet import render

    _say(render(sheet, form.value))


def _version(wanted: bool) -> None:
    if wanted:
        from hustings.publish.words import day

        typer.echo(f"hustings {hustings.__version__}, record to {day(_open().as_of)}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version and the record's date."),
    ] = False,
) -> None:
    pass


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

    _say(render_seat(seat_report(_open(), name, election), form.value))


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

    _print(election_sheet(_open(), year, View(by.value, country, region, reverse)), form)


@app.command("by-elections")
def by_elections(
    parliament: Annotated[int | None, typer.Option(help="Number of a Parliament; the latest unless given.")] = None,
    form: FormOption = Form.text,
) -> None:
    """The by-elections of a Parliament with hold or gain, majority and turnout.

    Example: hustings by-elections --parliament 58
    """
    from hustings.publish.reports.by_elections import by_elections_sheet

    _print(by_elections_sheet(_open(), parliament), form)


@app.command()
def party(
    name: Annotated[str, typer.Argument(help="A party's name, or an abbreviation only one has.")],
    form: FormOption = Form.text,
) -> None:
    """A party at each general election, and its registrations.

    Example: hustings party "Plaid Cymru"
    """
    from hustings.publish.reports.party import party_sheet

    _print(party_sheet(_open(), name), form)


@app.command()
def find(
    text: Annotated[str, typer.Argument(help="Any part of a name, misspelt if need be.")],
    limit: Annotated[int, typer.Option(min=1, help="How many to show.")] = 20,
    form: FormOption = Form.text,
) -> None:
    """Seats, people and parties by any part of a name; exit code 1 where nothing is found.

    Example: hustings find "bethnal gren"
    """
    from hustings.publish.reports.found import found_sheet

    sheet = found_sheet(_open(), text, limit)
    _print(sheet, form)
    if not sheet.rows:
        raise typer.Exit(1)


@record_app.command()
def build(
    sources: Annotated[Path, typer.Option(help="The folder that holds the published files.")],
    out: Annotated[Path | None, typer.Option(help="Where to put the record; the package's own unless given.")] = None,
    changed: Annotated[bool, typer.Option("--changed", help="Allow sources that are not the ones pinned.")] = False,
) -> None:
    """Compile the record from published files: all or nothing, and only if its audit passes.

    Example: hustings record build --sources published --out my-record
    """
    from hustings.measures.agreement import every_check
    from hustings.record.open import DATA

    try:
        from hustings.record.build.run import build_record
    except ImportError as error:
        raise UnusableInput(f"a build needs {error.name}; install it with pip install 'hustings[build]'") from None

    with _steps() as step:
        folder = build_record(sources, out or DATA, every_check(), step, changed=changed)
    size = sum(file.stat().st_size for file in folder.iterdir())
    typer.echo(f"Built {folder}: {size / 1e6:.1f} MB, every check passed.")


def _steps() -> AbstractContextManager[Callable[[str], None]]:
    """A progress bar that names each step on a terminal, and nothing in a pipe."""
    from hustings.publish.progress import steps

    return steps(("Reading sources", "Compiling tables", "Writing Parquet", "Auditing"))


@record_app.command()
def audit(form: FormOption = Form.text) -> None:
    """Check the record against every rule it states; exit code 1 where a fault is not filed.

    Example: hustings record audit
    """
    from hustings.measures.agreement import every_check
    from hustings.publish.reports.record import audit_sheet
    from hustings.record.audit import audit_record

    record = _open()
    checked = audit_record(record, every_check())
    _print(audit_sheet(record, checked), form)
    if any(check.unfiled for check in checked):
        raise typer.Exit(1)


@record_app.command()
def sources(form: FormOption = Form.text) -> None:
    """The published files behind the record, with licence and SHA-256.

    Example: hustings record sources --format csv
    """
    from hustings.publish.reports.record import sources_sheet

    _print(sources_sheet(_open()), form)
