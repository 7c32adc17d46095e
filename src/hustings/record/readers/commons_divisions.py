"""The list of Commons divisions, a Parquet file of the Commons Votes service's answers, with counts and no names."""

import math
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from hustings.errors import SourceFault
from hustings.record.readers.cells import MEND, Row

WORDS, NUMBER, TRUTH = "text", "whole number", "flag"
# Every column that was published, and what it holds. EVEL counts are decimals there, for pandas has no other nulls.
COLUMNS = {
    "division_id": NUMBER,
    "date": WORDS,
    "publication_updated": WORDS,
    "number": NUMBER,
    "is_deferred": TRUTH,
    "evel_type": WORDS,
    "evel_country": WORDS,
    "title": WORDS,
    "aye_count": NUMBER,
    "no_count": NUMBER,
    "double_majority_aye_count": NUMBER,
    "double_majority_no_count": NUMBER,
    "friendly_description": WORDS,
    "friendly_title": WORDS,
    "remote_voting_start": WORDS,
    "remote_voting_end": WORDS,
    "division_key": WORDS,
    "twfy_link": WORDS,
}
MAY_BE_NULL = {
    "double_majority_aye_count",
    "double_majority_no_count",
    "friendly_description",
    "friendly_title",
    "remote_voting_start",
    "remote_voting_end",
}


def read_division_list(path: Path) -> list[Row]:
    """A row a line of the list, in its order: days and times as datetimes, blank text as null.

    Raises SourceFault naming file, row and column where the file is cut short, lacks a column, has
    an unknown one, has them in another order, or holds a value of another kind.
    """
    table = _table(path)
    _check_columns(path.name, table.schema)
    return [_row(path.name, number, row) for number, row in enumerate(table.to_pylist(), start=1)]


def _table(path: Path) -> pa.Table:
    try:
        return pq.ParquetFile(path).read()
    except pa.ArrowInvalid as error:
        reason = str(error).splitlines()[0]
        raise SourceFault(f"{path.name}: not a whole Parquet file ({reason}); {MEND}") from None


def _check_columns(name: str, schema: pa.Schema) -> None:
    for position, (column, kind) in enumerate(COLUMNS.items()):
        found = schema.names[position] if position < len(schema.names) else ""
        if found != column:
            what = f"column {position + 1} is {found!r} where {column!r} was published"
            raise SourceFault(f"{name}, column {column}: {what}; {MEND}")
        if kind not in _kinds(schema.field(column).type):
            raise SourceFault(f"{name}, column {column}: {schema.field(column).type} values, not {kind}; {MEND}")
    if len(schema.names) > len(COLUMNS):
        raise SourceFault(f"{name}: an unknown column {schema.names[len(COLUMNS)]!r} after the last; {MEND}")


def _kinds(found: pa.DataType) -> set[str]:
    if pa.types.is_string(found) or pa.types.is_large_string(found):
        return {WORDS}
    if pa.types.is_boolean(found):
        return {TRUTH}
    return {NUMBER} if pa.types.is_integer(found) or pa.types.is_floating(found) else set()


def _row(name: str, number: int, published: Row) -> Row:
    row: Row = {}
    for column, value in published.items():
        if _is_null(value) and column not in MAY_BE_NULL:
            raise SourceFault(f"{name}, row {number}, column {column}: nothing where a value was published; {MEND}")
        row[column] = _value(f"{name}, row {number}, column {column}", COLUMNS[column], value)
    moment = str(row["date"])
    try:
        row["date"] = datetime.fromisoformat(moment)
    except ValueError:
        raise SourceFault(f"{name}, row {number}, column date: {moment!r} is no date and time; {MEND}") from None
    return row


def _is_null(value: object) -> bool:
    return value is None or (isinstance(value, float) and math.isnan(value))


def _value(where: str, kind: str, value: object) -> str | int | bool | None:
    if _is_null(value) or value == "":
        return None
    if isinstance(value, float):
        if not value.is_integer():
            raise SourceFault(f"{where}: {value} is not a whole number; {MEND}")
        value = int(value)
    if kind == NUMBER and isinstance(value, int) and value < 0:
        raise SourceFault(f"{where}: {value} is below 0; {MEND}")
    assert isinstance(value, (str, int, bool))  # noqa: S101 the columns' types are checked
    return value
