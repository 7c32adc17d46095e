"""The process that runs statements: the record open for reading alone, no file, no network, bounded room and time."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import NamedTuple

import duckdb
import pyarrow as pa

from hustings.record.engine import Setting, connect
from hustings.web.processes import NO_FILES, bound
from hustings.web.sql.allowed import Refused, check, first_line

ROOM = 512
# Arrow's own room, what results take, and the libraries, beside what the engine may take.
MOST_ADDRESSES = 4_000_000_000
SECONDS = 5.0
MOST_BYTES = 32_000_000
# What a value weighs at the least.
EACH = 8
BATCH = 1_000
CONFIG: dict[str, Setting] = {
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "python_enable_replacements": False,
    "memory_limit": f"{ROOM}MB",
    "threads": 1,
    "async_threads": 1,
    "temp_directory": "",
    "max_temp_directory_size": "0KB",
    "lock_configuration": True,
}


# How a process ends that had no room left.
WORN = 75


class Ran(NamedTuple):
    """What a statement gave: its rows as an Arrow stream, and whether there were more."""

    rows: bytes
    more: bool


_open: list[duckdb.DuckDBPyConnection] = []


def begin(path: Path) -> None:
    """Make this process one that runs statements over the file of that path."""
    bound({"RLIMIT_AS": MOST_ADDRESSES, **NO_FILES})
    _open.append(connect(path, read_only=True, config=CONFIG))


def run(statement: str, most: int) -> Ran:
    """The rows of a statement, so many at the most. Raises Refused; ends this process as WORN where its room is gone.

    What the system's allocator has taken for one statement it does not give back whole, so that a process which
    went on would refuse the modest statements after it.
    """
    connection = _open[0].cursor()
    clock = threading.Timer(SECONDS, connection.interrupt)
    clock.start()
    try:
        check(connection, statement)
        return _rows(connection, statement, most)
    except (duckdb.Error, MemoryError, OSError, pa.ArrowException) as error:
        if _wants_room(error):
            os._exit(WORN)
        raise _refusal(error) from None
    finally:
        clock.cancel()
        connection.close()


def _wants_room(error: Exception) -> bool:
    return isinstance(error, (duckdb.OutOfMemoryException, MemoryError)) or "Out of Memory" in first_line(error)


def _refusal(error: Exception) -> Refused:
    """Why a statement ended; once its rows flow, the engine's errors come as those of a stream, told by their words."""
    said = first_line(error)
    if isinstance(error, duckdb.InterruptException) or "INTERRUPT" in said:
        return Refused(f"it took longer than {SECONDS:g} seconds", "ask for less: filter first, join on keys")
    return Refused(said or "it could not be run", "mend the statement")


def _rows(connection: duckdb.DuckDBPyConnection, statement: str, most: int) -> Ran:
    relation = connection.sql(statement)
    if relation is None:
        raise Refused("it gives no rows", "begin with select, with or from")
    reader = relation.to_arrow_reader(BATCH)
    schema = pa.schema(
        [field.with_name(name) for field, name in zip(reader.schema, _names(reader.schema), strict=True)]
    )
    out, left, size, more = pa.BufferOutputStream(), most, 0, False
    with pa.ipc.new_stream(out, schema) as stream:
        for batch in reader:
            size += weight(batch)
            if size > MOST_BYTES:
                raise Refused(f"its rows take more than {MOST_BYTES // 1_000_000} MB", "ask for fewer rows or columns")
            stream.write_batch(pa.RecordBatch.from_arrays(batch.slice(0, left).columns, schema=schema))
            if more := batch.num_rows > left:
                break
            left -= batch.num_rows
    return Ran(out.getvalue().to_pybytes(), more)


def weight(batch: pa.RecordBatch) -> int:
    """What rows weigh once they are written out: a value at least as much as a number, names with every row."""
    names = sum(len(name) for name in batch.schema.names)
    written: int = sum(map(_weight, batch.columns)) + batch.num_rows * names
    return max(int(batch.nbytes), written)


def _weight(values: pa.Array) -> int:
    """What a column weighs, values within values too: of unknown ones Arrow itself keeps nothing."""
    own = EACH * len(values)
    if pa.types.is_struct(values.type):
        named = sum(len(field.name) for field in values.type) * len(values)
        return own + named + sum(map(_weight, values.flatten()))
    if pa.types.is_map(values.type):
        return own + _weight(values.keys) + _weight(values.items)
    if pa.types.is_list(values.type) or pa.types.is_large_list(values.type) or pa.types.is_fixed_size_list(values.type):
        return own + _weight(values.flatten())
    return own


def _names(schema: pa.Schema) -> list[str]:
    """The columns' names, each once: a second `votes` is votes_2, or the next number that no column has."""
    taken, last = set(schema.names), dict.fromkeys(schema.names, 0)
    names = []
    for name in schema.names:
        last[name] += 1
        own = name if last[name] == 1 else f"{name}_{last[name]}"
        while last[name] > 1 and own in taken:
            last[name] += 1
            own = f"{name}_{last[name]}"
        taken.add(own)
        names.append(own)
    return names
