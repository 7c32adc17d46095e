"""The application that commands join, and what every command does: open the record, write a sheet, say a text."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import hustings
from hustings.errors import CannotWrite

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
    html = "html"


FormOption = Annotated[Form, typer.Option("--format", "-f", help="How to write it.")]


def say(text: str) -> None:
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


def overlay_place() -> Path:
    """The folder of the user's additions: HUSTINGS_OVERLAY, else their own data folder on this system."""
    if given := os.environ.get("HUSTINGS_OVERLAY"):
        return Path(given).expanduser()
    from platformdirs import user_data_path

    return user_data_path("hustings", appauthor=False) / "added"


def opened(*, with_added: bool = True) -> Record:
    """The record in the package with what the user added; an addition that is not whole is said and left out."""
    from hustings.record.open import open_record

    record = open_record(overlay=overlay_place() if with_added else None)
    for sentence in record.overlay.broken if record.overlay else ():
        typer.echo(f"hustings: {sentence}", err=True)
    return record


def show(sheet: Sheet, form: Form) -> None:
    """Print a sheet as the format asked for."""
    from hustings.publish.sheet import render

    answer(partial(render, sheet), form)


def answer(written: Callable[[str], str], form: Form) -> None:
    """Print a report as the format asked for; the page of it is made of its Markdown."""
    if form is Form.html:
        from hustings.publish.embeds.alone import of_markdown

        say(of_markdown(written(Form.md.value)))
    else:
        say(written(form.value))


def _version(wanted: bool) -> None:
    if wanted:
        from hustings.publish.words import day

        typer.echo(f"hustings {hustings.__version__}, record to {day(opened(with_added=False).as_of)}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version and the record's date."),
    ] = False,
) -> None:
    pass
