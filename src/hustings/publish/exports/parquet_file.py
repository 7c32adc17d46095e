"""Parquet: the results typed, with what they are, their notes, licences and sources in the file's own metadata."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from hustings.publish.exports.about import About, about
from hustings.publish.exports.fields import RESULT_FIELDS, Field
from hustings.publish.exports.plain import bare
from hustings.publish.exports.rows import Line, result_batches
from hustings.publish.exports.wanted import Held
from hustings.record.build.parquet import ARROW


def write_parquet(held: Held, outs: list[Path]) -> About:
    """Write the results held as one Parquet file; its key `hustings` is JSON of what JSON's envelope says."""
    said = about(held)
    envelope = json.dumps(said.envelope() | {"sources": said.sources}, default=bare, ensure_ascii=False)
    schema = arrow_schema(RESULT_FIELDS, {"hustings": envelope})
    with pq.ParquetWriter(outs[0], schema, compression="zstd", compression_level=9) as writer:
        waiting: list[Line] = []
        for batch in result_batches(held):
            waiting += batch
            if len(waiting) >= ROW_GROUP:
                writer.write_table(arrow_table(waiting, schema))
                waiting = []
        writer.write_table(arrow_table(waiting, schema))
    return said


ROW_GROUP = 50_000


def arrow_schema(fields: Sequence[Field], metadata: dict[str, str]) -> pa.Schema:
    """The columns of an export as Arrow has them, each with its description, unit and origin."""
    return pa.schema([_field(field) for field in fields], metadata)


def arrow_table(lines: Sequence[Line], schema: pa.Schema) -> pa.Table:
    """Lines of an export, typed."""
    columns = zip(*lines, strict=True) if lines else ([] for _ in schema)
    arrays = [pa.array(values, field.type) for values, field in zip(columns, schema, strict=True)]
    return pa.table(arrays, schema=schema)


def _field(field: Field) -> pa.Field:
    column = field.column
    said = {"description": column.description, "unit": column.unit, "origin": field.origin}
    return pa.field(column.name, ARROW[column.kind], nullable=column.optional, metadata=said)
