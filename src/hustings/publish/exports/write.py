"""Writing an export: which format, into which files, whole."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from hustings.errors import UnusableInput
from hustings.publish.exports.about import About
from hustings.publish.exports.wanted import Held, Wanted, held
from hustings.publish.whole import whole
from hustings.record.open import Record

# Where each format is written, and by what: an engine is loaded when its format is asked for.
RESULTS = {
    "csv": ("csv_files", "write_csv"),
    "json": ("json_file", "write_json"),
    "parquet": ("parquet_file", "write_parquet"),
    "xlsx": ("workbook", "write_workbook"),
    "nist": ("report_xml", "write_nist"),
    "civics": ("report_xml", "write_civics"),
}
DATABASES = {"sqlite": ("sqlite_file", "write_sqlite"), "duckdb": ("duckdb_file", "write_duckdb")}
# How a file's name ends tells its format; .xml may be either of two.
ENDINGS = {".csv": "csv", ".json": "json", ".parquet": "parquet", ".xlsx": "xlsx"}
DATABASE_ENDINGS = {".sqlite": "sqlite", ".sqlite3": "sqlite", ".db": "sqlite", ".duckdb": "duckdb"}


class Written(NamedTuple):
    """The files that were written and what they say of themselves."""

    outs: list[Path]
    about: About


class Target(NamedTuple):
    """The file to write, whether over one that exists, and who is told how far the writing is."""

    out: Path
    force: bool = False
    seen: Callable[..., None] = lambda *_: None


def export_results(record: Record, wanted: Wanted, form: str | None, target: Target) -> Written:
    """Write the results wanted in a format, or in the one that the file's name ends in.

    Raises UnusableInput, or its kinds, for what the record does not hold and for results that a format has no honest
    place for; CannotWrite where there is no room. Then nothing is written.
    """
    form = form or _told(target.out, ENDINGS, RESULTS)
    outs = [target.out]
    if form == "csv":
        from hustings.publish.exports.csv_files import csv_outs

        outs = csv_outs(target.out)
    write: Callable[[Held, list[Path]], About] = _writer(*RESULTS[form])
    with whole(outs, force=target.force) as unfinished, held(record, wanted, target.seen) as results:
        return Written(outs, write(results, unfinished))


def export_record(record: Record, form: str | None, target: Target) -> None:
    """Write every table of the record to one database file; `seen` is told the name of each as it begins."""
    write = _writer(*DATABASES[form or _told(target.out, DATABASE_ENDINGS, DATABASES)])
    with whole([target.out], force=target.force) as (unfinished,):
        write(record, unfinished, target.seen)


def export_people(record: Record, wanted: Wanted, named: str | None, target: Target) -> int:
    """Write people, everything they stood in, and how it is known, as Popolo-like JSON; how many people."""
    from hustings.publish.exports.popolo import write_people

    with whole([target.out], force=target.force) as (unfinished,):
        return write_people(record, wanted, named, unfinished)


def _told(out: Path, endings: dict[str, str], forms: dict[str, tuple[str, str]]) -> str:
    if out.suffix.lower() not in endings:
        raise UnusableInput(f"the name {out.name} does not tell a format; say which with --as: {', '.join(forms)}")
    return endings[out.suffix.lower()]


def _writer(module: str, name: str) -> Callable[..., About]:
    writer: Callable[..., About] = getattr(import_module(f"hustings.publish.exports.{module}"), name)
    return writer
