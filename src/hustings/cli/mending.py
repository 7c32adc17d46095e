"""The mended copy of a story, beside it and never over it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from hustings.cli.stories import MENDED, WORD_FILE, Given
from hustings.errors import CannotWrite, UnusableInput

if TYPE_CHECKING:
    from hustings.claims.report.claim import Claim, Report


def fix(report: Report, given: Given) -> None:
    """Write the mended copy of a story beside it, which must not be there yet; say each mend, and what was left."""
    file = place_of(given)
    raw, mends, left = _mended(report, given, word_file=file.suffix.lower() == WORD_FILE)
    copy = file.with_name(f"{file.stem}{MENDED}{file.suffix}")
    if mends:
        _write(copy, raw)
    else:
        typer.echo(f"{file}: nothing that can be mended safely.", err=True)
    for one in mends:
        typer.echo(f"{copy}:{one['line']}:{one['column']} {one['text']} is now {one['mend']} [{one['code']}]", err=True)
    for one in left:
        typer.echo(
            f"{file}:{one['line']}:{one['column']} {one['text']} is left, for it is in a note or has more than one "
            f"formatting; write {one['mend']} by hand [{one['code']}]",
            err=True,
        )


def place_of(given: Given) -> Path:
    """The file of a story, which a mended copy may stand beside; UnusableInput where it has none."""
    if given.file is None:
        raise UnusableInput(f"{given.name} has no place for a mended copy; name a file to --fix")
    return given.file


def _mended(report: Report, given: Given, *, word_file: bool) -> tuple[bytes, Sequence[Claim], Sequence[Claim]]:
    """What the copy holds, what was mended and what was left."""
    if word_file:
        from hustings.claims.word_file.mended import mended_word_file

        return mended_word_file(report, given.raw)
    from hustings.claims.mended import mended

    found = mended(report, given.story.source)
    return found.text.encode(), found.mends, ()


def _write(copy: Path, raw: bytes) -> None:
    try:
        with copy.open("xb") as writing:
            writing.write(raw)
    except FileExistsError:
        raise CannotWrite(f"{copy} is there already and is left as it is; move it to have another") from None
    except OSError as error:
        raise CannotWrite(f"cannot write {copy} ({error.strerror}); what was there is untouched") from None
