"""The command that writes articles."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hustings.cli.app import app, opened, say
from hustings.errors import UnusableInput

if TYPE_CHECKING:
    from hustings.publish.articles.article import Article
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
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")] = False,
) -> None:
    """The story of a seat, a borough or a general election in words, with its table, history and sources.

    Example: hustings article "Bethnal Green and Stepney" --election 2024
    """
    from hustings.publish.articles.forms import render_article
    from hustings.publish.whole import whole

    if seat and borough:
        raise UnusableInput("a seat and a borough are two stories: name one of them")
    if language is Language.cy and not seat:
        raise UnusableInput("stories in Welsh are of a seat: name one in Wales")
    text = render_article(_article(opened(), seat, borough, election, language), form.value)
    if out is None:
        say(text)
        return
    with whole([out], force=force) as (unfinished,):
        unfinished.write_text(text, encoding="utf-8")
    typer.echo(f"Wrote {out}.")


def _article(
    record: Record, seat: str | None, borough: str | None, election: str | None, language: Language
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
    write = welsh_article if language is Language.cy else seat_article
    return write(facts_around(record, [contest_id]), contest_id)


LATEST = "select max(year(polling_on)) as year from election where kind = 'general' and basis = 'declared'"
