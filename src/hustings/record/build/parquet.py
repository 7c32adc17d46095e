"""Tables written as Parquet: one file a table, typed by the schema, the same bytes from the same rows."""

from pathlib import Path
from typing import TypeAlias

import pyarrow as pa
import pyarrow.parquet as pq

from hustings.errors import RecordFault
from hustings.record.readers.cells import Row
from hustings.record.schema import Column, Table

# A table's rows as dictionaries, or, where there are hundreds of thousands, as one Arrow table.
Rows: TypeAlias = list[Row] | pa.Table
ARROW = {
    "text": pa.string(),
    "whole": pa.int32(),
    "real": pa.float64(),
    "flag": pa.bool_(),
    "date": pa.date32(),
    "moment": pa.timestamp("s"),
}


def write_parquet(table: Table, rows: Rows, path: Path, licence: str) -> Path:
    """Write rows of a table, sorted by its key, with descriptions, units and licence in the file.

    Raises RecordFault where a row lacks a column, has an unknown one, or holds a value of another type.
    """
    schema = pa.schema([_field(column) for column in table.columns], {"row": table.row, "licence": licence})
    try:
        arrow = _typed(table, rows, schema) if isinstance(rows, pa.Table) else _from_rows(table, rows, schema)
    except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
        raise RecordFault(f"table {table.name} holds a value of the wrong type: {error}") from None
    pq.write_table(arrow, path, compression="zstd", compression_level=22)
    return path


def _from_rows(table: Table, rows: list[Row], schema: pa.Schema) -> pa.Table:
    ordered = sorted(rows, key=lambda row: [_sortable(row.get(part)) for part in table.key])
    for row in ordered:
        if row.keys() != set(table.names):
            wrong = sorted(row.keys() ^ set(table.names))
            raise RecordFault(f"a row of {table.name} has the wrong columns {wrong}: {row}")
    return pa.Table.from_pylist(ordered, schema)


def _typed(table: Table, rows: pa.Table, schema: pa.Schema) -> pa.Table:
    """The Arrow table in the schema's columns and types; a null where none may be is a RecordFault."""
    if set(rows.column_names) != set(table.names):
        wrong = sorted(set(rows.column_names) ^ set(table.names))
        raise RecordFault(f"table {table.name} has the wrong columns {wrong}")
    for column in table.columns:
        if not column.optional and rows[column.name].null_count:
            raise RecordFault(f"column {column.name} of {table.name} is null in {rows[column.name].null_count} rows")
    ordered = rows.select(table.names).sort_by([(part, "ascending") for part in table.key])
    return ordered.cast(schema)


def _sortable(value: object) -> tuple[bool, str]:
    # Numbers sort as text padded to one width; nulls last.
    return value is None, str(value).rjust(12) if isinstance(value, int) else str(value)


def _field(column: Column) -> pa.Field:
    about = {"description": column.description} | ({"unit": column.unit} if column.unit else {})
    return pa.field(column.name, ARROW[column.kind], nullable=column.optional, metadata=about)
