"""The command line: one short function a command, each a thin door to the same functions Python has."""

from __future__ import annotations

import gc
import io
import os
import signal
import sys

import typer

# A module of commands joins them to the application when it is imported.
from hustings.cli import (
    added,
    article,
    build,
    chart,
    check,
    councils,
    divisions,
    embed,
    export,
    history,
    maps,
    parliament,
    people,
    place,
    record,
    serve,
)
from hustings.cli.app import app
from hustings.errors import HustingsError, UnusableInput

__all__ = [
    "added",
    "app",
    "article",
    "build",
    "chart",
    "check",
    "councils",
    "divisions",
    "embed",
    "export",
    "history",
    "main",
    "maps",
    "parliament",
    "people",
    "place",
    "record",
    "serve",
]


# What shells call a process that Ctrl-C ended; one that was told to terminate ends the same way.
INTERRUPTED = 130


def main() -> None:
    """Run the command line: 0 done, 1 the answer is no, 2 wrong use said in one sentence, 3 a defect of ours.

    Ctrl-C or SIGTERM ends it with 130, everything unfinished cleared away.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A minus sign must never become a question mark, whatever the terminal's own letters.
        sys.stdout.reconfigure(encoding="utf-8")
    # A command lives for a second or two and then gives everything back at once, so looking for
    # garbage while engines load is wasted: a seventh of the time of `hustings seat`.
    gc.disable()
    # Whoever stops a build as systems stop programs leaves as little behind as one who presses Ctrl-C.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        _refuse_blanks(sys.argv[1:])
        app()
    except HustingsError as error:
        typer.echo(f"hustings: {error}", err=True)
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except Exception as error:
        if isinstance(error, RuntimeError) and "interrupted" in str(error).lower():
            # DuckDB's own word for Ctrl-C during a query.
            sys.exit(INTERRUPTED)
        if "HUSTINGS_TRACEBACK" in os.environ:
            raise
        what = f"{type(error).__name__}: {error}"
        typer.echo(f"hustings: a defect in Hustings, not in what you typed ({what}); please report it, with", err=True)
        typer.echo("what HUSTINGS_TRACEBACK=1 makes the same command print", err=True)
        sys.exit(3)


def _refuse_blanks(given: list[str]) -> None:
    """UnusableInput where a word of the command is blank: what a script's unset variable leaves, and never meant."""
    for before, word in zip(["", *given], given, strict=False):
        option, equals, value = word.partition("=")
        if equals and option.startswith("--") and not value.strip():
            raise UnusableInput(f"{option} is empty; give it a value, or leave it out")
        if not word.strip():
            what = f"the word after {before} is empty" if before.startswith("-") else "one of the words given is empty"
            raise UnusableInput(f"{what}; give it a value, or leave it out")
