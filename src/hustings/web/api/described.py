"""The API in its own words: the schema of every answer and an example of each, for the OpenAPI document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from hustings.publish.exports.fields import ORIGINS, Field
from hustings.web.api.forms import MEDIA_TYPES
from hustings.web.api.problem import MEDIA_TYPE
from hustings.web.api.resources import RESOURCES, Resource

ROOT = "/api/v1"
SCHEMAS = "#/components/schemas/"
JSON_TYPES = {"text": "string", "whole": "integer", "real": "number", "flag": "boolean", "date": "string"}
FORMATS = {"date": "date"}
PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What is wrong, in a sentence."},
        "parameter": {"type": "string", "description": "The parameter it is about."},
        "mend": {"type": "string", "description": "How to mend it."},
    },
}
REFUSALS = {
    400: "A parameter that cannot be read; the problem names it and says how to mend it.",
    404: "There is no such row, or no row has the name asked for; the problem names the nearest.",
    406: "The rows are not to be had in the form that Accept asks for.",
    413: "More is sent than is read.",
    415: "What is sent is of a kind that is not read.",
    500: "A fault of the desk.",
    503: "Too much is asked at this moment.",
    429: "More requests of one address than are answered.",
}


def value_schema(field: Field) -> dict[str, Any]:
    """What a field holds: its type, null where it may be unknown, its unit and where it comes from."""
    column = field.column
    kind = JSON_TYPES.get(column.kind, "string")
    unit = f" Unit: {column.unit}." if column.unit else ""
    said: dict[str, Any] = {
        "type": [kind, "null"] if column.optional else kind,
        "description": f"{column.description}{unit} {ORIGINS[field.origin]}",
    }
    if column.values:
        said["enum"] = [*column.values, *([None] if column.optional else [])]
    if column.kind in FORMATS:
        said["format"] = FORMATS[column.kind]
    return said


def row_schema(name: str, row: str, fields: Sequence[Field]) -> dict[str, Any]:
    """What an answer of rows holds."""
    return {
        "type": "object",
        "required": ["resource", "record_to", "made_by", "rows", "next"],
        "properties": {
            "resource": {"type": "string", "const": name},
            "record_to": {"type": "string", "format": "date", "description": "The latest day any source speaks of."},
            "made_by": {"type": "string"},
            "rows": {
                "type": "array",
                "description": f"A row is {row}.",
                "items": {
                    "type": "object",
                    "properties": {field.name: value_schema(field) for field in fields},
                    "additionalProperties": False,
                },
            },
            "next": {"type": ["string", "null"], "description": "The address of the rows that follow; null: none do."},
        },
    }


def answers(resource: Resource) -> dict[int | str, dict[str, Any]]:
    """Every answer of a resource: rows in each form, what has not changed, and refusals."""
    rows = {"schema": {"$ref": f"{SCHEMAS}{_named(resource)}"}}
    content: dict[str, Any] = {media_type: {} for media_type in MEDIA_TYPES.values()} | {"application/json": rows}
    return {
        200: {"description": f"Rows, each {resource.row}.", "content": content},
        304: {"description": "The rows are those of the If-None-Match."},
        **refusals(400, 404, 406, 503),
    }


def refusals(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What is said where a request cannot be answered."""
    problem = {"content": {MEDIA_TYPE: {"schema": {"$ref": f"{SCHEMAS}Problem"}}}}
    return {status: {"description": REFUSALS[status], **problem} for status in statuses}


def documented(app: FastAPI, examples: dict[str, dict[str, Any]], schemas: dict[str, Any]) -> dict[str, Any]:
    """The OpenAPI document of the API, with an answer of each resource as its example, and `schemas` besides."""
    document = get_openapi(
        title=app.title,
        version=app.version,
        description=app.description,
        routes=app.routes,
        license_info=app.license_info,
        servers=[{"url": ROOT}],
    )
    known = document["components"]["schemas"]
    known |= schemas | {"Problem": PROBLEM}
    for name, example in examples.items():
        resource = RESOURCES[name]
        known[_named(resource)] = row_schema(name, resource.row, resource.fields) | {"examples": [example]}
    for path in document["paths"].values():
        for operation in path.values():
            # What FastAPI says of itself: our refusals are problems, of status 400.
            operation["responses"].pop("422", None)
    for unused in ("HTTPValidationError", "ValidationError"):
        known.pop(unused, None)
    return document


def _named(resource: Resource) -> str:
    return f"RowsOf{resource.name.capitalize()}"
