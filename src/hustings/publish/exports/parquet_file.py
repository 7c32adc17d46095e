"""Parquet: the results typed, with what they are, their notes, licences and sources in the file's own metadata."""

from __future__ import annotations

import json
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
    schema = pa.schema([_field(field) for field in RESULT_FIELDS], {"hustings": envelope})
    with pq.ParquetWriter(outs[0], schema, compression="zstd", compression_level=9) as writer:
        waiting: list[Line] = []
        for batch in result_batches(held):
            waiting += batch
            if len(waiting) >= ROW_GROUP:
                writer.write_table(_table(waiting, schema))
                waiting = []
        writer.write_table(_table(waiting, schema))
    return said


ROW_GROUP = 50_000


def _table(lines: list[Line], schema: pa.Schema) -> pa.Table:
    columns = zip(*lines, strict=True) if lines else ([] for _ in schema)
    arrays = [pa.array(values, field.type) for values, field in zip(columns, schema, strict=True)]
    return pa.table(arrays, schema=schema)


def _field(field: Field) -> pa.Field:
    column = field.column
    said = {"description": column.description, "unit": column.unit, "origin": field.origin}
    return pa.field(column.name, ARROW[column.kind], nullable=column.optional, metadata=said)
