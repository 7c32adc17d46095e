"""JSON: one object that says what it is, its licences, notes, columns and sources, then contests and results."""

from __future__ import annotations

from pathlib import Path

from hustings.publish.exports.about import About, about
from hustings.publish.exports.fields import ORIGINS, RESULT_FIELDS, SEAT_FIELDS, Field
from hustings.publish.exports.plain import write_document
from hustings.publish.exports.rows import result_lines, seat_rows
from hustings.publish.exports.wanted import Held, Row


def write_json(held: Held, outs: list[Path]) -> About:
    """Write the results held as one JSON file."""
    said = about(held)
    head = said.envelope() | {
        "origins": ORIGINS,
        "columns": {"seats": _columns(SEAT_FIELDS), "rows": _columns(RESULT_FIELDS)},
    }
    names = [field.name for field in RESULT_FIELDS]
    rows = (dict(zip(names, line, strict=True)) for line in result_lines(held))
    write_document(outs[0], head, {"sources": said.sources, "seats": seat_rows(held), "rows": rows})
    return said


def _columns(fields: tuple[Field, ...]) -> list[Row]:
    return [
        {
            "name": field.name,
            "type": field.column.kind,
            "unit": field.column.unit or None,
            "origin": field.origin,
            "description": field.column.description,
        }
        for field in fields
    ]
