"""The whole record as one DuckDB file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb

from hustings.publish.exports.database import (
    RESULTS_VIEW,
    Line,
    about_lines,
    every_table,
    indexes,
    ordered,
    quoted,
    results_view,
)
from hustings.record.engine import connect
from hustings.record.open import Record
from hustings.record.schema import Column, Table

TYPES = {
    "text": "varchar",
    "whole": "integer",
    "real": "double",
    "flag": "boolean",
    "date": "date",
    "moment": "timestamp_s",
}


def write_duckdb(record: Record, out: Path, step: Callable[[str], None]) -> None:
    """Write every table with its keys, indexes and comments, and the view results; `step` is told each table."""
    described = about_lines(record)
    with connect(out) as file:
        # One thread writes the rows in the order of the key, whatever the machine.
        file.execute("set threads = 1")
        for table in every_table():
            step(table.name)
            file.execute(f"create table {table.name} ({_columns(table)})")
            if table.name in described:
                _insert(file, table, described[table.name])
            else:
                rows = record.connection.cursor().sql(ordered(table)).to_arrow_table()
                file.register("incoming", rows)
                file.execute(f"insert into {table.name} from incoming")
                file.unregister("incoming")
            commented(file, table, table.name)
        for index in indexes():
            file.execute(f"create index {index.name} on {index.table} ({quoted(*index.columns)})")
        file.execute(results_view())
        file.execute(f"comment on view results is {_text('A row is ' + RESULTS_VIEW.row)}")
        file.execute("checkpoint")


def _insert(file: duckdb.DuckDBPyConnection, table: Table, lines: list[Line]) -> None:
    file.executemany(f"insert into {table.name} values ({', '.join('?' * len(table.columns))})", lines)


def _columns(table: Table) -> str:
    """Columns and key; a key of which a part may be null is unique, since DuckDB asks primary keys to be known."""
    optional = any(table.column(part).optional for part in table.key)
    key = f"{'unique' if optional else 'primary key'} ({quoted(*table.key)})"
    return ", ".join([*map(declared, table.columns), key])


def declared(column: Column) -> str:
    """A column as SQL declares it."""
    return f"{quoted(column.name)} {TYPES[column.kind]}" + ("" if column.optional else " not null")


def commented(file: duckdb.DuckDBPyConnection, table: Table, name: str) -> None:
    """Say of a table of that name in a file what a row is, and of its columns what they hold."""
    file.execute(f"comment on table {name} is {_text('A row is ' + table.row)}")
    for column in table.columns:
        unit = f" Unit: {column.unit}." if column.unit else ""
        refers = f" Refers to {column.refers}." if column.refers else ""
        said = _text(column.description + unit + refers)
        file.execute(f"comment on column {name}.{quoted(column.name)} is {said}")


def _text(words: str) -> str:
    """Words as SQL: a comment takes no bound value."""
    return "'" + words.replace("'", "''") + "'"
