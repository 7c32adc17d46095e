"""What a statement gave, in the forms that rows are given in; its columns are of any type, so each form says how."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from hustings.publish.exports.plain import cell
from hustings.web.api.problem import Problem
from hustings.web.sql.worker import Ran


def as_json(ran: Ran) -> bytes:
    """One object: columns with the engine's types, rows, and whether there were more."""
    table = table_of(ran)
    told = {
        "columns": [{"name": field.name, "type": str(field.type)} for field in table.schema],
        "rows": [dict(zip(table.schema.names, line, strict=True)) for line in lines_of(table)],
        "more": ran.more,
    }
    return json.dumps(told, ensure_ascii=False, allow_nan=False).encode()


def as_csv(ran: Ran) -> bytes:
    """A heading and a line a row; lists and structures as JSON."""
    table, out = table_of(ran), io.StringIO()
    writer = csv.writer(out)
    writer.writerow(table.schema.names)
    writer.writerows([_cell(value) for value in line] for line in lines_of(table))
    return out.getvalue().encode()


def as_parquet(ran: Ran) -> bytes:
    """The rows with the engine's own types. Raises Problem for a type that Parquet has not."""
    out = io.BytesIO()
    try:
        pq.write_table(table_of(ran), out, compression="zstd")
    # A type that it has not at all, or holds only where something is in it, as an empty map.
    except (pa.ArrowNotImplementedError, pa.ArrowInvalid):
        said = "a column is of a type that Parquet has not"
        raise Problem(400, said, "query", "cast it to varchar, or ask for JSON or CSV") from None
    return out.getvalue()


SQL_FORMS = {"json": as_json, "csv": as_csv, "parquet": as_parquet}


def table_of(ran: Ran) -> pa.Table:
    """The rows as an Arrow table."""
    return pa.ipc.open_stream(ran.rows).read_all()


def lines_of(table: pa.Table) -> list[list[Any]]:
    """The rows, every value as JSON may hold it. Raises Problem for a day that no calendar of ours has."""
    try:
        columns = [[plain_value(value) for value in column.to_pylist()] for column in table.columns]
    except (OverflowError, ValueError):
        said = "a day or time lies outside the years 1 to 9999"
        raise Problem(400, said, "query", "cast it to varchar, or ask for Parquet") from None
    return [list(line) for line in zip(*columns, strict=True)]


def plain_value(value: Any) -> Any:
    """A value as JSON may hold it: days and times as ISO 8601, bytes in hexadecimal, what no number is as words."""
    for kinds, plain in PLAIN:
        if isinstance(value, kinds):
            return plain(value)
    return value if value is None or isinstance(value, (bool, int, str)) else str(value)


PLAIN: tuple[tuple[tuple[type, ...], Callable[[Any], Any]], ...] = (
    ((float,), lambda value: value if math.isfinite(value) else str(value)),
    ((Decimal,), lambda value: int(value) if value == value.to_integral_value() else float(value)),
    ((date, time), lambda value: value.isoformat()),
    ((bytes,), lambda value: value.hex()),
    ((dict,), lambda value: {str(key): plain_value(one) for key, one in value.items()}),
    ((list, tuple), lambda value: [plain_value(one) for one in value]),
)


def _cell(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else cell(value)
