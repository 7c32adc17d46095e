"""The command that checks the figures of stories against the record."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from hustings.cli.app import app, opened, say
from hustings.errors import UnusableInput

if TYPE_CHECKING:
    from hustings.claims.report.claim import Report


class CheckForm(StrEnum):
    """How findings are written."""

    text = "text"
    json = "json"
    sarif = "sarif"
    github = "github"
    html = "html"
    claimreview = "claimreview"


@app.command()
def check(
    stories: Annotated[
        list[str] | None, typer.Argument(help="Stories: files, folders of them, or - for standard input.")
    ] = None,
    url: Annotated[
        list[str] | None, typer.Option("--url", help="A story on the web, by its address; may be given again.")
    ] = None,
    form: Annotated[CheckForm, typer.Option("--format", "-f", help="How to write it.")] = CheckForm.text,
    date: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day of a story that does not say its own.")
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="Write a mended copy beside each story, with safe mends only.")
    ] = False,
    explain: Annotated[str | None, typer.Option(help="Say what a code of a finding means, and no more.")] = None,
    lsp: Annotated[
        bool, typer.Option("--lsp", help="Serve an editor over standard input and output: findings as you write.")
    ] = False,
) -> None:
    """Check the figures of a story against the record; exit code 1 where one is wrong or misleads.

    Example: hustings check story.md
    """
    if explain is not None:
        say(_explained(explain))
        return
    if lsp:
        if stories or url or fix or form is not CheckForm.text:
            raise UnusableInput("--lsp checks what an editor has open; leave out stories, --format and --fix")
        _serve_editor(date)
    from hustings.cli.stories import stories_of, story_at

    named = [story for given in stories or () for story in stories_of(given)]
    named += [story_at(address) for address in url or ()]
    if not named:
        raise UnusableInput("name a story to check: a file, a folder of them, - for standard input, or --url ADDRESS")
    from hustings.claims.check import Checker
    from hustings.claims.report.claim import report
    from hustings.claims.verdict import FINDINGS
    from hustings.cli import mending

    for one in named if fix else ():
        mending.place_of(one)
    checker = Checker(opened())
    told = [report(checker.check(one.story, date.date() if date else None), one.name) for one in named]
    say(_written(form)(told, [one.story.source for one in named]))
    for made, one in zip(told, named, strict=True) if fix else ():
        mending.fix(made, one)
    if any(claim["verdict"] in FINDINGS for one in told for claim in one["claims"]):
        raise typer.Exit(1)


def _serve_editor(dated: datetime | None) -> NoReturn:
    try:
        from hustings.claims.editor.server import serve_editor
    except ImportError:
        raise UnusableInput(
            "an editor is served by pygls, which is not installed; pip install 'hustings[editor]'"
        ) from None
    if sys.stdin.isatty():
        typer.echo("hustings: an editor starts this and speaks to it; Ctrl-C stops it", err=True)
    # It lives for days, and what it throws away must come back.
    gc.enable()
    serve_editor(opened, dated.date() if dated else None)


def _explained(code: str) -> str:
    from hustings.claims.verdict import CODES

    if code not in CODES:
        raise UnusableInput(f"no finding has the code {code!r}; there are {', '.join(CODES)}")
    one = CODES[code]
    return f"{one.name} ({one.verdict}): {one.says}\n\n{one.explained}\n"


def _written(form: CheckForm) -> Callable[[list[Report], list[str]], str]:
    """How the reports of some stories are written in a form."""
    from hustings.claims.report.claimreview import claimreview
    from hustings.claims.report.github import github
    from hustings.claims.report.marked import marked
    from hustings.claims.report.sarif import sarif
    from hustings.claims.report.text import text

    forms: dict[CheckForm, Callable[[list[Report], list[str]], str]] = {
        CheckForm.text: lambda told, _: "\n".join(text(one) for one in told),
        CheckForm.json: lambda told, _: _json(told),
        CheckForm.sarif: lambda told, _: sarif(told),
        CheckForm.github: lambda told, _: github(told),
        CheckForm.html: lambda told, sources: marked(_only(told), sources[0]),
        CheckForm.claimreview: lambda told, _: claimreview(told, datetime.now(UTC).date(), _addresses(told)),
    }
    return forms[form]


def _addresses(told: list[Report]) -> dict[str, str]:
    """The web addresses of the stories by what they are called, of those that were given by it."""
    return {one["file"]: one["file"] for one in told if "://" in one["file"]}


def _json(told: list[Report]) -> str:
    """One story as an object, several as a list of them."""
    return json.dumps(told[0] if len(told) == 1 else told, ensure_ascii=False, indent=1) + "\n"


def _only(told: list[Report]) -> Report:
    if len(told) > 1:
        raise UnusableInput(f"a page is of one story, and {len(told)} were named; name one, or another --format")
    return told[0]
