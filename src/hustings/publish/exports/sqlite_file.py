"""The whole record as one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from hustings.publish.exports.database import Line, about_lines, every_table, indexes, ordered, quoted, results_view
from hustings.publish.exports.plain import bare
from hustings.record.open import Record
from hustings.record.schema import Column, Table

TYPES = {"text": "text", "whole": "integer", "real": "real", "flag": "integer", "date": "text", "moment": "text"}
BATCH = 10_000
# Whoever is killed leaves a file in no place of its own, so nothing need survive a crash.
FAST = ("pragma journal_mode = off", "pragma synchronous = off", "pragma page_size = 4096")


def write_sqlite(record: Record, out: Path, step: Callable[[str], None]) -> None:
    """Write every table with its keys, indexes and descriptions, and the view results; `step` is told each table."""
    described = about_lines(record)
    with closing(sqlite3.connect(out, isolation_level=None)) as file:
        for pragma in FAST:
            file.execute(pragma)
        for table in every_table():
            step(table.name)
            file.execute(_created(table))
            file.execute("begin")
            lines = described[table.name] if table.name in described else _lines(record, table)
            file.executemany(_inserted(table), lines)
            file.execute("commit")
        for index in indexes():
            file.execute(f"create index {index.name} on {index.table} ({quoted(*index.columns)})")
        file.execute(results_view())
        file.execute("analyze")
        file.execute("vacuum")


def _created(table: Table) -> str:
    """The table as SQL; SQLite keeps the words of it, so its comments are read by whoever asks for the schema."""
    lines = [_declared(column) for column in table.columns]
    keys = [f"primary key ({quoted(*table.key)})"]
    keys += [
        f"foreign key ({quoted(*here)}) references {there} ({quoted(*columns)})"
        for here, there, columns in table.refers
    ]
    body = "".join(f"  {sql}, -- {said}\n" for sql, said in lines) + ",\n".join(f"  {key}" for key in keys)
    return f"create table {table.name} ( -- a row is {table.row}\n{body}\n)"


def _declared(column: Column) -> tuple[str, str]:
    unit = f" Unit: {column.unit}." if column.unit else ""
    null = "" if column.optional else " not null"
    refers = f" references {column.refers}" if column.refers else ""
    only = f" check ({quoted(column.name)} in (0, 1))" if column.kind == "flag" else ""
    return f"{quoted(column.name)} {TYPES[column.kind]}{null}{refers}{only}", column.description + unit


def _inserted(table: Table) -> str:
    return f"insert into {table.name} values ({', '.join('?' * len(table.columns))})"


def _lines(record: Record, table: Table) -> Iterator[Line]:
    cursor = record.connection.cursor().execute(ordered(table))
    # SQLite has no days or times: they are text, as ISO 8601.
    days = [column.kind in ("date", "moment") for column in table.columns]
    while batch := cursor.fetchmany(BATCH):
        yield from (tuple(map(_stored, line, days)) for line in batch) if any(days) else batch


def _stored(value: Any, day: bool) -> Any:
    return bare(value) if day else value
