"""Commands that write the record, or a part of it, to files for other tools."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hustings.cli.app import app, opened

if TYPE_CHECKING:
    from hustings.publish.exports.wanted import Wanted

export_app = typer.Typer(
    help="Write results, people or the whole record to files.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(export_app, name="export")


class ResultsFormat(StrEnum):
    """What results are written as."""

    csv = "csv"
    json = "json"
    parquet = "parquet"
    xlsx = "xlsx"
    nist = "nist"
    civics = "civics"


class Database(StrEnum):
    """What the whole record is written as."""

    sqlite = "sqlite"
    duckdb = "duckdb"


OutOption = Annotated[Path, typer.Option("--out", "-o", help="The file to write.")]
ForceOption = Annotated[bool, typer.Option("--force", help="Replace files that exist.")]
ElectionOption = Annotated[
    str | None, typer.Option("--election", "-e", help="A year, a date or an election id; all unless given.")
]
AreaOption = Annotated[str | None, typer.Option("--area", help="A constituency or ward: its name or GSS code.")]
CouncilOption = Annotated[str | None, typer.Option("--council", help="A council: its local and mayoral elections.")]
KindOption = Annotated[str | None, typer.Option("--kind", help="general, by-election, local or mayor.")]


@export_app.command("results")
def export_results(
    out: OutOption,
    form: Annotated[
        ResultsFormat | None, typer.Option("--as", help="The format; told by the name of the file unless given.")
    ] = None,
    election: ElectionOption = None,
    area: AreaOption = None,
    council: CouncilOption = None,
    kind: KindOption = None,
    basis: Annotated[
        str | None, typer.Option("--basis", help="declared, notional or provisional; all unless given.")
    ] = None,
    force: ForceOption = False,
) -> None:
    """Results with shares, changes, majorities and turnouts beside the votes, as a table, a workbook or XML.

    Example: hustings export results --election 2024 --as csv --out results-2024.csv
    """
    from hustings.publish.exports.write import Target, export_results
    from hustings.publish.progress import rows
    from hustings.publish.words import plural

    wanted = _wanted(election, area, council, kind, basis)
    with rows() as seen:
        written = export_results(opened(), wanted, form and form.value, Target(out.expanduser(), force, seen))
    said = written.about
    typer.echo(f"Wrote {', '.join(map(str, written.outs))}: {said.title}.")
    held = f"{plural(said.contests, 'contest')}, {plural(said.rows, 'row')} of results"
    typer.echo(f"{held}. Licences: {'; '.join(said.licences)}.")
    for sentence in (*filter(None, (said.share_alike,)), *said.notes):
        typer.echo(sentence)


@export_app.command("record")
def export_record(
    out: OutOption,
    form: Annotated[
        Database | None, typer.Option("--as", help="The format; told by the name of the file unless given.")
    ] = None,
    force: ForceOption = False,
) -> None:
    """The whole record as one database file: every table, its keys, what its columns mean, and its sources.

    Example: hustings export record --as sqlite --out hustings.sqlite
    """
    from hustings.publish.exports.database import NAMES
    from hustings.publish.exports.write import Target, export_record
    from hustings.publish.progress import steps

    record = opened()
    with steps(NAMES) as step:
        export_record(record, form and form.value, Target(out.expanduser(), force, step))
    size = out.expanduser().stat().st_size
    typer.echo(f"Wrote {out}: {len(NAMES)} tables and the view results, {size / 1e6:.0f} MB.")
    typer.echo("Some rows are under share-alike licences; its table about_table counts them.")


@export_app.command("people")
def export_people(
    out: OutOption,
    person: Annotated[str | None, typer.Option("--person", help="A name or an id; all who bear it.")] = None,
    election: ElectionOption = None,
    area: AreaOption = None,
    council: CouncilOption = None,
    kind: KindOption = None,
    force: ForceOption = False,
) -> None:
    """People and everything they stood in, each link with how it is known, as Popolo-like JSON.

    Example: hustings export people --election 2024 --area "Ilford North" --out ilford-north.json
    """
    from hustings.publish.exports.write import Target, export_people
    from hustings.publish.words import plural

    wanted = _wanted(election, area, council, kind, None)
    people = export_people(opened(), wanted, person, Target(out.expanduser(), force))
    typer.echo(f"Wrote {out}: {plural(people, 'person', 'people')} with everything they stood in.")


def _wanted(election: str | None, area: str | None, council: str | None, kind: str | None, basis: str | None) -> Wanted:
    from hustings.publish.exports.wanted import Wanted

    return Wanted(election, area, council, kind, basis)
