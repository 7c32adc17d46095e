"""The command that checks the figures of stories against the record."""

from __future__ import annotations

import sys
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hustings.cli.app import app, opened, say
from hustings.errors import UnusableInput


class CheckForm(StrEnum):
    """How findings are written."""

    text = "text"
    json = "json"


STDIN = "-"


@app.command()
def check(
    stories: Annotated[list[str], typer.Argument(help="Stories to check: files, or - for standard input.")],
    form: Annotated[CheckForm, typer.Option("--format", "-f", help="How to write it.")] = CheckForm.text,
    date: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day of a story that does not say.")
    ] = None,
) -> None:
    """Check the figures of a story against the record; exit code 1 where one is wrong or misleads.

    Example: hustings check story.md
    """
    from hustings.claims.check import Checker
    from hustings.claims.report.claim import report
    from hustings.claims.report.text import text
    from hustings.claims.verdict import FINDINGS

    checker = Checker(opened())
    found = False
    for name in stories:
        told = report(
            checker.check(_read(name), date.date() if date else None), "standard input" if name == STDIN else name
        )
        found |= any(claim["verdict"] in FINDINGS for claim in told["claims"])
        if form is CheckForm.json:
            import json

            say(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
        else:
            say(text(told))
    if found:
        raise typer.Exit(1)


def _read(name: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
    except OSError as error:
        raise UnusableInput(
            f"cannot read {name} ({error.strerror}); name a file that you may read, or - for standard input"
        ) from None
    return raw.decode("utf-8", errors="replace")
