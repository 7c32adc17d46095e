"""Connecting to DuckDB, quietly."""

from __future__ import annotations

from pathlib import Path

import duckdb

Setting = str | bool | int | float | list[str]
MEMORY = ":memory:"


def connect(
    place: Path | str = MEMORY, *, read_only: bool = False, config: dict[str, Setting] | None = None
) -> duckdb.DuckDBPyConnection:
    """A connection that draws no progress of its own: after two seconds it would, amid what a command prints."""
    settings = dict(config or {})
    locked = settings.pop("lock_configuration", False)
    connection = duckdb.connect(place, read_only=read_only, config=settings)
    # In a notebook without widgets it draws none, and refuses to be told so.
    if connection.execute("select current_setting('enable_progress_bar')").fetchall() == [(True,)]:
        connection.execute("set enable_progress_bar = false")
    if locked:
        connection.execute("set lock_configuration = true")
    return connection
