"""The command that checks the figures of stories against the record."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from hustings.cli.app import app, opened, say
from hustings.errors import CannotWrite, UnusableInput

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


STDIN, STDIN_NAME = "-", "standard input"
# What a folder is searched for.
STORIES = (".md", ".markdown", ".txt", ".html", ".htm")


@app.command()
def check(
    stories: Annotated[
        list[str] | None, typer.Argument(help="Stories: files, folders of them, or - for standard input.")
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
        if stories or fix or form is not CheckForm.text:
            raise UnusableInput("--lsp checks what an editor has open; leave out stories, --format and --fix")
        _serve_editor(date)
    named = [(name, source) for given in stories or () for name, source in _read(given)]
    if not named:
        raise UnusableInput("name a story to check: a file, a folder of them, or - for standard input")
    from hustings.claims.check import Checker
    from hustings.claims.report.claim import report
    from hustings.claims.verdict import FINDINGS

    checker = Checker(opened())
    told = [report(checker.check(source, date.date() if date else None), name) for name, source in named]
    sources = [source for _, source in named]
    say(_written(form)(told, sources))
    if fix:
        for one, source in zip(told, sources, strict=True):
            _fix(one, source)
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


def _read(given: str) -> Iterator[tuple[str, str]]:
    """The stories that a name means, each with its text."""
    if given == STDIN:
        yield STDIN_NAME, _text(sys.stdin.buffer.read(), STDIN_NAME)
        return
    place = Path(given)
    files = (
        sorted(one for one in place.rglob("*") if one.suffix.lower() in STORIES and one.is_file())
        if place.is_dir()
        else [place]
    )
    if not files:
        raise UnusableInput(f"no story in the folder {given}; it is searched for {', '.join(STORIES)}")
    for file in files:
        try:
            yield str(file), _text(file.read_bytes(), str(file))
        except OSError as error:
            raise UnusableInput(
                f"cannot read {file} ({error.strerror}); name a file that you may read, or - for standard input"
            ) from None


def _text(raw: bytes, name: str) -> str:
    from hustings.claims.story import even_lines

    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return even_lines(raw.decode("utf-16", errors="replace"))
    if b"\0" in raw:
        raise UnusableInput(f"{name} is no text; give the story as text, Markdown or HTML, in UTF-8")
    # A mark of the order of bytes is no part of a story; what is not UTF-8 is most likely of an older Windows.
    try:
        return even_lines(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return even_lines(raw.decode("cp1252", errors="replace"))


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
        CheckForm.claimreview: lambda told, _: claimreview(told, datetime.now(UTC).date()),
    }
    return forms[form]


def _json(told: list[Report]) -> str:
    """One story as an object, several as a list of them."""
    return json.dumps(told[0] if len(told) == 1 else told, ensure_ascii=False, indent=1) + "\n"


def _only(told: list[Report]) -> Report:
    if len(told) > 1:
        raise UnusableInput(f"a page is of one story, and {len(told)} were named; name one, or another --format")
    return told[0]


def _fix(report: Report, source: str) -> None:
    """Write the mended copy of a story beside it, which must not be there yet; say each mend."""
    from hustings.claims.mended import mended

    if report["file"] == STDIN_NAME:
        raise UnusableInput("standard input has no place for a mended copy; name a file to --fix")
    found = mended(report, source)
    file = Path(report["file"])
    copy = file.with_name(f"{file.stem}.mended{file.suffix}")
    if not found.mends:
        typer.echo(f"{file}: nothing that can be mended safely.", err=True)
        return
    try:
        with copy.open("x", encoding="utf-8", newline="") as writing:
            writing.write(found.text)
    except FileExistsError:
        raise CannotWrite(f"{copy} is there already and is left as it is; move it to have another") from None
    except OSError as error:
        raise CannotWrite(f"cannot write {copy} ({error.strerror}); what was there is untouched") from None
    for one in found.mends:
        typer.echo(f"{copy}:{one['line']}:{one['column']} {one['text']} is now {one['mend']} [{one['code']}]", err=True)
