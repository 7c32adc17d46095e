"""Rows as a page: the same values as in the other forms, sorted and filtered by links and a form without script."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlencode

from hustings.publish import words
from hustings.publish.exports.fields import UNITS, Field
from hustings.publish.exports.plain import cell
from hustings.publish.pages import links
from hustings.publish.pages.page import Page
from hustings.publish.pages.render import Frame, render_page
from hustings.web.api.asked import HAS, HIGHEST, LEAST, ORDERED, Asked
from hustings.web.api.giving import Given
from hustings.web.api.query import Query
from hustings.web.api.read import Part, Store
from hustings.web.guards import legible

NUMBERS = ("whole", "real")
FLAGS = ("true", "false")
FORMS = {"csv": "CSV", "json": "JSON", "parquet": "Parquet"}
Row = dict[str, Any]


class Heading(NamedTuple):
    """The head of a column: its words, the address that sorts by it, and how the rows are sorted by it now."""

    name: str
    words: str
    address: str
    sorted: str | None
    number: bool


class Cell(NamedTuple):
    """A value: as a program has it, in words, and the page it leads to."""

    value: str
    words: str
    path: str | None
    number: bool


class Input(NamedTuple):
    """A filter in the form: the parameter, its label, what it holds now, and what may be chosen."""

    name: str
    label: str
    value: str
    kind: str
    choices: tuple[str, ...] = ()


def rows_page(frame: Frame, store: Store, given: Given, part: Part) -> bytes:
    """The page of some rows of a resource."""
    resource = given.query.resource
    page = Page(
        path=given.path[1:],
        template="rows.html",
        title=f"{resource.name.capitalize()} in the record",
        description=f"Every row is {resource.row}.",
        figures=partial(_figures, store, given, part),
    )
    return render_page(page, frame).encode()


def _figures(store: Store, given: Given, part: Part) -> dict[str, Any]:
    query = given.query
    names = [field.name for field in query.fields]
    rows = [dict(zip(names, line, strict=True)) for batch in part.batches for line in _lines(batch)]
    inputs = [one for field in query.resource.shown for one in _inputs(field, given)]
    known = {one.name for one in inputs} | {"cursor"}
    return {
        "resource": query.resource,
        "headings": [_heading(field, given) for field in query.fields],
        "rows": [[_cell(field, row) for field in query.fields] for row in rows],
        "total": _total(store, query),
        "next": given.next(part),
        "single": query.single,
        "inputs": [] if query.single else inputs,
        "filters": [(name, value) for name, value in _asked(given) if name not in Asked.model_fields],
        "kept": [(name, value) for name, value in _asked(given) if name not in known],
        "other_forms": [(said, _other(given, form)) for form, said in FORMS.items()],
        "whole": [] if query.single else [(said, _other(given, form, limit="all")) for form, said in FORMS.items()],
        "every_field": f"{given.path}?{_with(given.asked, fields=','.join(query.resource.names))}",
        "notes": _notes(query),
    }


def _asked(given: Given) -> list[tuple[str, str]]:
    """The parameters that were asked, as a page may repeat them."""
    return [(name, legible(value)) for name, value in parse_qsl(given.asked)]


def _lines(batch: Any) -> Iterator[tuple[Any, ...]]:
    return zip(*(column.to_pylist() for column in batch.columns), strict=True)


def _total(store: Store, query: Query) -> int:
    """How many rows there are of what is asked, whichever of them are shown."""
    where = f" where {' and '.join(query.conditions)}" if query.conditions else ""
    total: int = store.rows(f"select count(*) from {query.table}{where}", query.values)[0][0]
    return total


def _heading(field: Field, given: Given) -> Heading:
    by = next((by for by in given.query.order[:1] if by.name == field.name), None)
    number = field.column.kind in NUMBERS
    # Numbers first by the largest, words first from a.
    falling = (not by.falling) if by else number
    address = f"{given.path}?{_with(given.asked, sort=('-' if falling else '') + field.name)}"
    now = None if by is None else "descending" if by.falling else "ascending"
    return Heading(field.name, _label(field), address, now, number)


def _label(field: Field) -> str:
    """A field's name in words: its unit apart."""
    unit = next((f"_{style}" for style in UNITS if field.name.endswith(f"_{style}")), "")
    said = field.name.removesuffix(unit).replace("_", " ")
    return f"{said}, {unit[1:]}" if unit else said


def _cell(field: Field, row: Row) -> Cell:
    value, number = row[field.name], field.column.kind in NUMBERS
    if value is None:
        return Cell("", words.NONE, None, number)
    told = cell(value)
    if field.column.kind == "whole" and field.column.unit:
        return Cell(told, words.count(value), None, number)
    if field.column.kind == "real":
        return Cell(told, told.replace("-", words.MINUS), None, number)
    said = {"date": words.day, "moment": words.moment}.get(field.column.kind, lambda _: told)(value)
    return Cell(told, said, _leads(field.name, row), number)


def _leads(name: str, row: Row) -> str | None:
    """The page of what a cell names, where the row has the key of it."""
    contest, person, party = row.get("contest_id"), row.get("person_id"), row.get("party_id")
    if name == "area" and contest and links.POLL.match(contest):
        return links.contest(contest)
    if name in ("candidate", "person") and person:
        return links.person(person, row[name])
    return links.party(party) if name == "party" and party else None


def _inputs(field: Field, given: Given) -> Iterator[Input]:
    """What a reader may filter a field by."""
    column, now, label = field.column, dict(_asked(given)), _label(field)
    if column.values or column.kind == "flag":
        choices = column.values or FLAGS
        yield Input(field.name, label, now.get(field.name, ""), "select", choices)
    elif column.kind in ORDERED:
        kind = {"date": "date", "moment": "datetime-local"}.get(column.kind, "number")
        yield Input(field.name + LEAST, f"{label}, at least", now.get(field.name + LEAST, ""), kind)
        yield Input(field.name + HIGHEST, f"{label}, at most", now.get(field.name + HIGHEST, ""), kind)
    else:
        yield Input(field.name + HAS, f"{label} has", now.get(field.name + HAS, ""), "text")


def _other(given: Given, form: str, **changed: str) -> str:
    stem = given.path.removesuffix(".html")
    asked = _with(given.asked, **changed)
    return f"{stem}.{form}" + (f"?{asked}" if asked else "")


def _with(asked: str, **changed: str) -> str:
    """A query string with some parameters changed, from the first row."""
    others = [(name, value) for name, value in parse_qsl(asked) if name not in (*changed, "cursor")]
    return urlencode([*others, *changed.items()])


# What must be said where rows may be estimates, or are measured from one.
NOTIONAL = "A row of basis notional is a published estimate of what a result would have been on other boundaries."
MOVED = "A change is measured from the general election before; baseline_rule says on which boundaries."


def _notes(query: Query) -> list[str]:
    measured = {"change_points", "held", "outcome"} & {field.name for field in query.fields}
    return [*([NOTIONAL] if "basis" in query.resource.names else []), *([MOVED] if measured else [])]
