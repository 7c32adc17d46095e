"""Commands of what is a user's own: adding files to the record, listing and removing what was added."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hustings.cli.app import Form, FormOption, overlay_place, record_app, show

if TYPE_CHECKING:
    from hustings.record.overlay.add import Added, Place

add_app = typer.Typer(help="Add files of your own to the record you see.", no_args_is_help=True, rich_markup_mode=None)
record_app.add_typer(add_app, name="add")

FileArgument = Annotated[Path, typer.Argument(help="The file to add.")]
SourceOption = Annotated[str | None, typer.Option("--source", help="Where the figures are from, in words.")]
OverlayOption = Annotated[
    Path | None, typer.Option("--overlay", help="The folder of your additions; your own data folder unless given.")
]


@add_app.command("results")
def add_results(
    file: FileArgument,
    election: Annotated[str, typer.Option("--election", "-e", help="As Democracy Club writes it: parl.2029-05-03.")],
    source: SourceOption = None,
    overlay: OverlayOption = None,
) -> None:
    """Add your own results from a CSV file: all of it, or none and every fault by line.

    Example: hustings record add results bow.csv --election local.tower-hamlets.2027-05-06
    """
    from hustings.record.overlay.add import add_results

    _say_added(add_results(file, election, _place(overlay), source))


@add_app.command("division")
def add_division(file: FileArgument, source: SourceOption = None, overlay: OverlayOption = None) -> None:
    """Add how each member voted in a division, from a file of the Commons Votes API.

    Example: hustings record add division 1873.json
    """
    from hustings.record.overlay.add_division import add_division

    _say_added(add_division(file, _place(overlay), source))


@record_app.command()
def added(overlay: OverlayOption = None, form: FormOption = Form.text) -> None:
    """What you added to the record, and where it is kept.

    Example: hustings record added
    """
    from hustings.publish.reports.added import added_sheet
    from hustings.record.overlay.folder import read_overlay

    show(added_sheet(read_overlay(overlay or overlay_place())), form)


@record_app.command()
def remove(
    name: Annotated[str, typer.Argument(help="The addition, as `hustings record added` names it.")],
    overlay: OverlayOption = None,
) -> None:
    """Take away something you added; the record in the package is never touched.

    Example: hustings record remove bow
    """
    from hustings.record.overlay.folder import remove

    folder = overlay or overlay_place()
    remove(folder, name)
    typer.echo(f"Removed {name} from {folder}.")


def _place(overlay: Path | None) -> Place:
    from hustings.record.overlay.add import Place

    return Place((overlay or overlay_place()).expanduser())


def _say_added(added: Added) -> None:
    for sentence in (f"Added {added.slip.name}: {added.slip.about}.", *added.notes):
        typer.echo(sentence)
    typer.echo(f"Every command now shows it; `hustings record remove {added.slip.name}` takes it away.")
