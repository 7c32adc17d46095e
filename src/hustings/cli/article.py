"""The command that writes articles."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hustings.cli.app import app, opened, say
from hustings.errors import UnusableInput

if TYPE_CHECKING:
    from hustings.publish.articles.article import Article, Picture
    from hustings.record.open import Record


class Written(StrEnum):
    """How an article is written."""

    md = "md"
    html = "html"
    json = "json"


class Language(StrEnum):
    """The languages of articles."""

    en = "en"
    cy = "cy"


@app.command()
def article(
    seat: Annotated[
        str | None, typer.Argument(help="A constituency's name; none for a borough or an election.")
    ] = None,
    election: Annotated[
        str | None, typer.Option("--election", "-e", help="A year or a date; the latest unless given.")
    ] = None,
    borough: Annotated[
        str | None, typer.Option(help="A round-up of this borough's or council's constituencies.")
    ] = None,
    language: Annotated[
        Language, typer.Option("--language", "-l", help="cy for Welsh, of seats in Wales.")
    ] = Language.en,
    form: Annotated[
        Written, typer.Option("--format", "-f", help="Markdown with front matter, HTML, or JSON.")
    ] = Written.md,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="A file to write it to, instead of printing.")] = None,
    charts: Annotated[
        bool, typer.Option("--charts", help="Draw the result and the history beside the file of a seat's story.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")] = False,
) -> None:
    """The story of a seat, a borough or a general election in words, with its table, history and sources.

    Example: hustings article "Bethnal Green and Stepney" --election 2024
    """
    from hustings.publish.articles.forms import render_article
    from hustings.publish.articles.pictures import drawn_beside

    _refuse_mixtures(seat, borough, language)
    if charts and not (seat and out and language is Language.en):
        raise UnusableInput("charts stand beside the story of a seat in English: name the seat, and a file with -o")
    record = opened()
    drawn = drawn_beside(record, out, seat, election) if charts and out and seat else {}
    story = _article(record, seat, borough, election, language, tuple(drawn))
    text = render_article(story, form.value)
    if out is None:
        say(text)
        return
    _write({out: text.encode(), **{out.parent / one.file: svg for one, svg in drawn.items()}}, force=force)


def _write(files: dict[Path, bytes], *, force: bool) -> None:
    """The story and its pictures, all of them or none."""
    from hustings.publish.whole import whole

    with whole([*files], force=force) as unfinished:
        for place, content in zip(unfinished, files.values(), strict=True):
            place.write_bytes(content)
    typer.echo(f"Wrote {', '.join(map(str, files))}.")


def _refuse_mixtures(seat: str | None, borough: str | None, language: Language) -> None:
    """UnusableInput where what was asked for is two stories, or none that is written."""
    if seat and borough:
        raise UnusableInput("a seat and a borough are two stories: name one of them")
    if language is Language.cy and not seat:
        raise UnusableInput("stories in Welsh are of a seat: name one in Wales")


def _article(
    record: Record,
    seat: str | None,
    borough: str | None,
    election: str | None,
    language: Language,
    pictures: tuple[Picture, ...],
) -> Article:
    from hustings.publish.articles.borough import borough_article
    from hustings.publish.articles.election import election_article
    from hustings.publish.articles.scope import facts_around
    from hustings.publish.articles.seat import seat_article
    from hustings.publish.articles.welsh import welsh_article
    from hustings.record.seats import find_contest

    if seat is None:
        year = election or str(record.query(LATEST)[0]["year"])
        return borough_article(record, borough, year) if borough else election_article(record, year)
    contest_id = str(find_contest(record, seat, election)["contest_id"])
    facts = facts_around(record, [contest_id])
    return welsh_article(facts, contest_id) if language is Language.cy else seat_article(facts, contest_id, pictures)


LATEST = "select max(year(polling_on)) as year from election where kind = 'general' and basis = 'declared'"
