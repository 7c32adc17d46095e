"""Opening the record: Parquet files as views of one DuckDB connection, read through Ibis."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

import duckdb

from hustings.errors import UnusableInput
from hustings.record.engine import connect
from hustings.record.overlay.folder import Overlay, read_overlay
from hustings.record.overlay.united import united
from hustings.record.schema import TABLES, Column
from hustings.record.select import Choice, select_results
from hustings.record.shape import RESULTS, RESULTS_SQL

if TYPE_CHECKING:
    import ibis
    import ibis.expr.types as ir

DATA = Path(__file__).parent / "data"
Files = dict[str, list[Path]]
IBIS_TYPES = {
    "text": "string",
    "whole": "int32",
    "real": "float64",
    "flag": "boolean",
    "date": "date",
    "moment": "timestamp(0)",
}
PATTERN = re.compile(r"([*?\[])")
Found = dict[str, Any]


class Record:
    """The open record: `table(name)` and `results(...)` are Ibis tables, `rows(expression)` plain rows.

    `rows` and `query` may be called from several threads; an Ibis table's own `execute` and
    `to_pandas` use one connection, so from one thread at a time.
    """

    def __init__(self, folder: Path, overlay: Overlay | None = None) -> None:
        self.folder = folder.resolve()
        self.overlay = overlay
        self.connection = connect()
        self._copies = count(1)
        self._threads = threading.local()
        added = overlay.files() if overlay else {}
        views = {name: f"(from {_parquet(files)})" for name, files in table_files(self.folder).items()}
        views |= {name: united(name, views[name], _parquet(files)) for name, files in added.items()}
        # All at once: one by one, half the time of opening goes on answers that nobody reads.
        views["results"] = RESULTS_SQL
        self.connection.execute("; ".join(f"create view {name} as {rows}" for name, rows in views.items()))

    @cached_property
    def backend(self) -> ibis.BaseBackend:
        """The connection as an Ibis backend."""
        import ibis  # takes longer to import than the record to open, and who asks by SQL needs none of it

        return ibis.duckdb.from_connection(self.connection)

    def table(self, name: str) -> ir.Table:
        """A table of the record; UnusableInput where there is none of that name."""
        if name not in TABLES:
            raise UnusableInput(f"no table called {name!r} in the record; there are {', '.join(TABLES)}")
        return self._bound(name, TABLES[name].columns)

    def results(self, election: str | int | None = None, **chosen: Unpack[Choice]) -> ir.Table:
        """Results, a row a candidacy: all, or those of an election, area, party, basis, kind or council.

        `election` is a year, a date, or an election id (`parl.2019-12-12.notional`); a year or date
        means the House of Commons unless `kind` is `local` or `mayor`, and what was declared unless
        `basis` says otherwise. `area` is a name or GSS code, `party` a name, abbreviation or party id,
        `council` a council's name. Raises UnusableInput where nothing answers to one of them.
        """
        return select_results(self, self._bound("results", RESULTS), election, chosen)

    def baselines(self, rule: str | None = None) -> ir.Table:
        """Which contest is compared with which: the standard pairs, or those of one rule (`same-name`)."""
        pairs = self.table("baseline")
        return pairs.filter(pairs.standard) if rule is None else pairs.filter(pairs.rule == rule)

    @contextmanager
    def results_of(self, contests: list[str]) -> Iterator[ir.Table]:
        """Results of some contests, copied out while the block lasts so that many measures read them quickly."""
        name = f"results_{next(self._copies)}"
        self.query(f"create table {name} as from results where contest_id in (select unnest(?))", [contests])
        try:
            yield self._bound(name, RESULTS)
        finally:
            self.query(f"drop table {name}")

    def rows(self, expression: ir.Table) -> list[Found]:
        """The rows of an Ibis expression over the record's own tables, as dictionaries, without pandas or Arrow."""
        return self.query(str(self.backend.compile(expression)))

    def query(self, sql: str, values: Iterable[object] = ()) -> list[Found]:
        """The rows of a SQL query, `?` bound to the values, as dictionaries; threads may ask at once."""
        try:
            answer = self._cursor().execute(sql, list(values))
            names = [column[0] for column in answer.description or ()]
            return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
        except (duckdb.IOException, duckdb.InvalidInputException) as error:
            reason = str(error).splitlines()[0]
            raise UnusableInput(
                f"the record in {self.folder} can no longer be read ({reason}); build it afresh"
            ) from None

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        """The cursor of the thread that asks: a connection answers one query at a time, and one is slow to make."""
        if not hasattr(self._threads, "cursor"):
            self._threads.cursor = self.connection.cursor()
        cursor: duckdb.DuckDBPyConnection = self._threads.cursor
        return cursor

    @cached_property
    def as_of(self) -> date:
        """The latest day that any source speaks of: the record's date."""
        latest: date = self.query("select max(as_of) as latest from source")[0]["latest"]
        return latest

    def _bound(self, name: str, columns: tuple[Column, ...]) -> ir.Table:
        import ibis
        import ibis.expr.operations as ops

        # The schema is known, so the database need not be asked to describe each view.
        schema = ibis.schema({column.name: IBIS_TYPES[column.kind] for column in columns})
        return ops.DatabaseTable(name, schema=schema, source=self.backend, namespace=ops.Namespace()).to_expr()


def _parquet(files: list[Path]) -> str:
    """The rows of files, as SQL; a view's definition takes no bound values, so a path is quoted by hand, and the
    signs of a pattern in it are made letters.
    """
    paths = ", ".join("'" + PATTERN.sub(r"[\1]", str(file)).replace("'", "''") + "'" for file in files)
    return f"read_parquet([{paths}], hive_partitioning = false)"


def table_files(folder: Path) -> Files:
    """The Parquet files of each table in a folder: a table has one for each class of licence among its rows."""
    files: Files = {name: [] for name in TABLES}
    for path in sorted(folder.glob("*.parquet")):
        if (name := path.name.partition(".")[0]) in files:
            files[name].append(path)
    return files


def open_record(folder: Path | str = DATA, overlay: Path | str | None = None) -> Record:
    """Open the record in the package, or one built elsewhere, with what a user added in a folder `overlay`.

    An addition that is not whole is left out, and `record.overlay.broken` says so. Raises UnusableInput
    where there is no record.
    """
    folder = Path(folder)
    missing = [name for name, files in table_files(folder).items() if not files]
    if missing:
        raise UnusableInput(
            f"{folder} holds no record ({missing[0]}.parquet is missing); "
            "build one with `hustings record build --sources FOLDER --out FOLDER`"
        )
    try:
        return Record(folder, read_overlay(Path(overlay).resolve()) if overlay else None)
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        raise UnusableInput(f"{folder} holds a record that cannot be read ({reason}); build it afresh") from None
