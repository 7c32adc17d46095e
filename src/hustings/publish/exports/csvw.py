"""Metadata of CSV on the Web: what each file and column holds, keys, licences and sources.

Authority: W3C Recommendation, Metadata Vocabulary for Tabular Data, 17 December 2015.
"""

from __future__ import annotations

import re
from typing import Any

from hustings.publish.exports.about import About
from hustings.publish.exports.fields import ORIGINS, RESULT_FIELDS, SEAT_FIELDS, SOURCE_FIELDS, Field
from hustings.publish.exports.licences import LICENCES
from hustings.record.schema import Column

Found = dict[str, Any]
CONTEXT = ["http://www.w3.org/ns/csvw", {"@language": "en"}]
DATATYPES: dict[str, Found | str] = {
    "text": "string",
    "whole": "integer",
    "real": "double",
    "flag": "boolean",
    "date": {"base": "date", "format": "yyyy-MM-dd"},
    "moment": {"base": "dateTime", "format": "yyyy-MM-ddTHH:mm:ss"},
}


def table_group(said: About, urls: list[str]) -> Found:
    """The description of an export's three files, as one group with the keys that join them."""
    results, seats, sources = urls
    to_source = _foreign("source_id", sources)
    return {
        "@context": CONTEXT,
        "dc:title": said.title,
        "dc:description": " ".join(said.table_notes),
        "dc:license": [_licence(name) for name in said.licences],
        **({"dc:rights": said.share_alike} if said.share_alike else {}),
        "dc:modified": {"@value": said.as_of.isoformat(), "@type": "xsd:date"},
        "dc:source": [f"{row['publisher']}, {row['title']} ({row['licence']})" for row in said.sources],
        "notes": [said.envelope()],
        "dialect": {"delimiter": ",", "encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
        "tables": [
            _table(results, RESULT_FIELDS, "candidacy_id", [_foreign("contest_id", seats), to_source]),
            _table(seats, SEAT_FIELDS, "contest_id", [to_source]),
            _table(sources, SOURCE_FIELDS, "source_id", []),
        ],
    }


def _licence(name: str) -> Found | str:
    return {"@id": LICENCES[name]} if name in LICENCES else name


def _foreign(column: str, url: str) -> Found:
    return {"columnReference": column, "reference": {"resource": url, "columnReference": column}}


def _table(url: str, fields: tuple[Field, ...], key: str, foreign: list[Found]) -> Found:
    schema = {"columns": [_column(field) for field in fields], "primaryKey": key, "foreignKeys": foreign}
    return {"url": url, "tableSchema": schema}


def _column(field: Field) -> Found:
    column = field.column
    described: Found = {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.description,
        "datatype": _datatype(column),
        "required": not column.optional,
        "dc:provenance": ORIGINS[field.origin],
    }
    return described | ({"schema:unitText": column.unit} if column.unit else {})


def _datatype(column: Column) -> Found | str:
    if column.values:
        return {"base": "string", "format": "|".join(map(re.escape, column.values))}
    if column.least is not None:
        return {"base": DATATYPES[column.kind], "minimum": column.least}
    return DATATYPES[column.kind]
