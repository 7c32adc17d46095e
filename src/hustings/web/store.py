"""The record as one database file that cannot be written: what the API and the page of SQL read."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

import duckdb
from platformdirs import user_cache_path

from hustings.errors import CannotWrite
from hustings.publish.exports.database import ordered, quoted, results_view
from hustings.publish.exports.duckdb_file import commented, declared
from hustings.publish.exports.wanted import Held, Wanted, held
from hustings.publish.site.contents import Choices
from hustings.publish.site.made_from import made_from
from hustings.record.engine import connect
from hustings.record.open import Record, open_record
from hustings.record.schema import TABLES, Table
from hustings.web.api.resources import RESOURCES, Resource

# The schema of what the API gives: api.results has the shares and changes, results the shape of results alone.
SCHEMA = "api"
DIGEST = 32
# Seconds in thirty days.
LET_GO_AFTER = 30 * 24 * 3600
UNFINISHED_AFTER = 3600


def store_path(record: Record) -> Path:
    """Where the file of this very record, as this very code reads it, is kept."""
    name = f"{made_from(record, Choices())[:DIGEST]}.duckdb"
    return user_cache_path("hustings", appauthor=False) / "desk" / name


def ready_store(folder: Path, overlay: Path | None, path: Path) -> None:
    """See to it that the file is there: made whole beside its place and moved there; old ones are let go.

    Raises CannotWrite where there is no room for it.
    """
    if path.exists():
        os.utime(path)
        return
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.unfinished")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(open_record(folder, overlay), unfinished)
        unfinished.replace(path)
        _let_go(path)
    except (OSError, duckdb.IOException) as error:
        reason = str(error).splitlines()[0]
        raise CannotWrite(f"the desk's database could not be written to {path.parent} ({reason})") from None
    finally:
        for left in path.parent.glob(f"{unfinished.name}*"):
            left.unlink(missing_ok=True)


def _let_go(own: Path) -> None:
    """Remove what other versions have not used for long, and what a start that was stopped left half written."""
    for other in own.parent.glob("*.duckdb*"):
        # A desk of another version may be open over its own, and begins processes over it again.
        patience = LET_GO_AFTER if other.suffix == ".duckdb" else UNFINISHED_AFTER
        with suppress(OSError):
            if other != own and time.time() - other.stat().st_mtime > patience:
                other.unlink()


def _write(record: Record, out: Path) -> None:
    """Every table of the record with what its columns mean, the view results, and a table a resource."""
    with connect(out) as file, held(record, Wanted()) as everything:
        for table in TABLES.values():
            rows = record.connection.cursor().sql(ordered(table)).to_arrow_table()
            file.register("incoming", rows)
            file.execute(f"create table {table.name} as from incoming")
            file.unregister("incoming")
            commented(file, table, table.name)
        file.execute(results_view())
        file.execute(f"create schema {SCHEMA}")
        for resource in RESOURCES.values():
            _insert(file, resource, everything)
        file.execute("checkpoint")


def _insert(file: duckdb.DuckDBPyConnection, resource: Resource, everything: Held) -> None:
    """A resource's rows, found by their key."""
    name = f"{SCHEMA}.{resource.name}"
    described = Table(resource.name, resource.row, tuple(field.column for field in resource.fields), resource.key)
    file.execute(f"create table {name} ({', '.join(map(declared, described.columns))})")
    file.register("incoming", resource.rows(everything))
    file.execute(f"insert into {name} from incoming")
    file.unregister("incoming")
    file.execute(f"create unique index {resource.name}_by_key on {name} ({quoted(*resource.key)})")
    if "contest_id" in resource.names and resource.key != ("contest_id",):
        file.execute(f"create index {resource.name}_by_contest on {name} (contest_id)")
    commented(file, described, name)
