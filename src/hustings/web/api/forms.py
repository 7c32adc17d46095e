"""The forms that rows are given in: JSON, CSV (RFC 4180) and Parquet, each flowing batch by batch."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import mimeparse
import pyarrow as pa
import pyarrow.parquet as pq

from hustings.publish.exports.fields import Field
from hustings.publish.exports.parquet_file import arrow_schema
from hustings.publish.exports.plain import bare, cell
from hustings.web.api.problem import Problem

Batches = Iterable[pa.RecordBatch]


@dataclass(frozen=True, slots=True)
class Told:
    """What is said with the rows: of which resource, under which fields, of which record, and where to go on."""

    resource: str
    fields: Sequence[Field]
    record_to: str
    made_by: str
    next: str | None

    def head(self) -> dict[str, Any]:
        """What stands before the rows."""
        return {"resource": self.resource, "record_to": self.record_to, "made_by": self.made_by}


def as_json(batches: Batches, told: Told) -> Iterator[bytes]:
    """One object: what the rows are, `rows`, an object a line, and `next`, the address of those that follow."""
    names = [field.name for field in told.fields]
    yield _text(told.head())[:-1].encode() + b', "rows": ['
    between = "\n"
    for batch in batches:
        lines = zip(*(column.to_pylist() for column in batch.columns), strict=True)
        yield "".join(
            f"{between if place == 0 else ',' + chr(10)}{_text(dict(zip(names, line, strict=True)))}"
            for place, line in enumerate(lines)
        ).encode()
        between = ",\n"
    yield f'\n], "next": {_text(told.next)}}}\n'.encode()


def as_csv(batches: Batches, told: Told) -> Iterator[bytes]:
    """A heading and a line a row; what is unknown is blank."""
    yield _lines([[field.name for field in told.fields]])
    for batch in batches:
        columns = zip(*(column.to_pylist() for column in batch.columns), strict=True)
        yield _lines([cell(value) for value in line] for line in columns)


def as_parquet(batches: Batches, told: Told) -> Iterator[bytes]:
    """A typed file whose metadata say what it is and what each column holds."""
    said = json.dumps(told.head() | {"next": told.next}, ensure_ascii=False)
    schema = arrow_schema(told.fields, {"hustings": said})
    sink = _Sink()
    with pq.ParquetWriter(sink, schema, compression="zstd") as writer:
        for batch in batches:
            columns = [column.cast(field.type) for column, field in zip(batch.columns, schema, strict=True)]
            writer.write_table(pa.table(columns, schema=schema))
            yield sink.taken()
    yield sink.taken()


class _Sink(io.RawIOBase):
    """Where a writer writes what is sent on at once."""

    def __init__(self) -> None:
        self.waiting: list[bytes] = []
        self.written = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.waiting.append(bytes(data))
        self.written += len(self.waiting[-1])
        return len(self.waiting[-1])

    def tell(self) -> int:
        return self.written

    def taken(self) -> bytes:
        data, self.waiting = b"".join(self.waiting), []
        return data


def _lines(lines: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(lines)
    return out.getvalue().encode()


def _text(value: Any) -> str:
    return json.dumps(value, default=bare, ensure_ascii=False, allow_nan=False)


FORMS: dict[str, Callable[[Batches, Told], Iterator[bytes]]] = {
    "json": as_json,
    "csv": as_csv,
    "parquet": as_parquet,
}
MEDIA_TYPES = {
    "html": "text/html",
    "parquet": "application/vnd.apache.parquet",
    "csv": "text/csv",
    # The last is given to whoever takes anything.
    "json": "application/json",
}


def form_of(accept: str | None) -> str:
    """The form that an Accept header asks for; JSON where it asks for none. Raises Problem where we have none of it."""
    if not accept:
        return "json"
    try:
        best = mimeparse.best_match([*MEDIA_TYPES.values()], accept)
    except mimeparse.MimeTypeParseException:
        best = ""
    for form, media_type in MEDIA_TYPES.items():
        if media_type == best:
            return form
    raise Problem(
        406,
        f"rows are not to be had as {accept[:80]!r}",
        "accept",
        "ask for application/json, text/csv, application/vnd.apache.parquet or text/html, or end the address in "
        ".json, .csv, .parquet or .html",
    )
