"""From what is asked of a resource to SQL: values are always bound, names are only those of its fields."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import TypeAdapter, ValidationError

from hustings.publish.exports.database import quoted
from hustings.publish.exports.fields import Field
from hustings.publish.exports.plain import bare
from hustings.web.api.asked import HAS, HIGHEST, KNOWN, LEAST, TYPES, Asked
from hustings.web.api.problem import Problem, near_names
from hustings.web.api.resources import Resource
from hustings.web.store import SCHEMA

Values = list[Any]


@dataclass(frozen=True, slots=True)
class By:
    """A field to sort by, and whether the largest stands first."""

    name: str
    falling: bool

    @property
    def sql(self) -> str:
        """The term of the order; what is unknown stands last."""
        return f"{quoted(self.name)} {'desc' if self.falling else 'asc'} nulls last"


@dataclass(frozen=True, slots=True)
class Query:
    """The rows asked for: fields to show, terms of the order down to the key, conditions and their values.

    `limit` is None for all rows; `after` are the values of the order of the row to go on from; `named` are the texts
    that fields are to be equal to; `single`, the row of a key is asked for.
    """

    resource: Resource
    fields: tuple[Field, ...]
    order: tuple[By, ...]
    conditions: tuple[str, ...]
    values: tuple[Any, ...]
    limit: int | None
    after: tuple[Any, ...] | None
    named: dict[str, list[str]]
    single: bool = False

    @property
    def table(self) -> str:
        """Where the rows are."""
        return f"{SCHEMA}.{self.resource.name}"

    @property
    def digest(self) -> str:
        """What a cursor must have been made for: this order and these conditions."""
        told = repr((self.resource.name, self.order, self.conditions, self.values))
        return hashlib.sha256(told.encode()).hexdigest()[:12]

    def sql(self, most: int | None, skipped: int = 0) -> tuple[str, Values]:
        """The query of so many rows, the fields shown before those of the order, and its values."""
        conditions, values = [*self.conditions], [*self.values]
        if self.after is not None:
            condition, more = _beyond(self.order, self.after)
            conditions.append(condition)
            values += more
        shown = quoted(*(field.name for field in self.fields))
        sorted_by = ", ".join(f"{quoted(by.name)} as order_{place}" for place, by in enumerate(self.order))
        where = f" where {' and '.join(conditions)}" if conditions else ""
        order = ", ".join(by.sql for by in self.order)
        part = ("" if most is None else f" limit {most}") + (f" offset {skipped}" if skipped else "")
        return f"select {shown}, {sorted_by} from {self.table}{where} order by {order}{part}", values

    def cursor(self, edge: Sequence[Any]) -> str:
        """The cursor that goes on after a row, told by its values of the order."""
        told = json.dumps([self.digest, *map(bare, edge)], ensure_ascii=False).encode()
        return base64.urlsafe_b64encode(told).decode().rstrip("=")


def query_of(resource: Resource, asked: Asked, *, brief: bool = False) -> Query:
    """The query that is asked for, `brief` where a page is. Raises Problem, naming the parameter and the mend."""
    order = _order(resource, asked.sort)
    conditions, values = _conditions(resource, asked)
    limit = None if asked.limit == "all" else asked.limit
    shown = resource.shown if brief and asked.fields is None else _shown(resource, asked.fields)
    query = Query(resource, shown, order, conditions, values, limit, None, _named(resource, asked))
    return query if asked.cursor is None else _gone_on(query, asked.cursor)


def one_of(resource: Resource, key: str, fields: str | None) -> Query:
    """The query of the row of a key, its parts parted by /. Raises Problem where the key has other parts."""
    parts = tuple(key.split("/", len(resource.key) - 1))
    if len(parts) != len(resource.key):
        mend = f"the key of {resource.name} is {' / '.join(resource.key)}"
        raise Problem(404, f"{key[:80]!r} is no whole key of {resource.name}", "key", mend)
    conditions = tuple(f"{quoted(name)} = ?" for name in resource.key)
    named = {name: [part] for name, part in zip(resource.key, parts, strict=True)}
    return Query(
        resource, _shown(resource, fields), _order(resource, None), conditions, parts, 1, None, named, single=True
    )


def _shown(resource: Resource, named: str | None) -> tuple[Field, ...]:
    if named is None:
        return resource.fields
    names = dict.fromkeys(name.strip() for name in named.split(","))
    return tuple(_field(resource, name, "fields") for name in names)


def _order(resource: Resource, named: str | None) -> tuple[By, ...]:
    """The terms asked for, then the key, so that every row has its own place."""
    terms = [term.strip() for term in named.split(",")] if named is not None else resource.order
    order: dict[str, By] = {}
    for term in (*terms, *resource.key):
        name = _field(resource, term.removeprefix("-"), "sort").name
        order.setdefault(name, By(name, term.startswith("-")))
    return tuple(order.values())


def _field(resource: Resource, name: str, parameter: str) -> Field:
    try:
        return resource.field(name)
    except KeyError:
        mend = near_names(name, resource.names, f"its fields are {', '.join(resource.names)}")
        raise Problem(400, f"{resource.name} have no field {name!r}", parameter, mend) from None


def _conditions(resource: Resource, asked: Asked) -> tuple[tuple[str, ...], tuple[Any, ...]]:
    conditions: list[str] = []
    values: Values = []
    if resource.since and (day := getattr(asked, "since", None)):
        conditions.append(f"{quoted(resource.since)} >= ?")
        values.append(day)
    for field in resource.fields:
        name = quoted(field.name)
        ways = {
            KNOWN: f"({name} is not null) = ?",
            LEAST: f"{name} >= ?",
            HIGHEST: f"{name} <= ?",
            HAS: f"contains(lower({name}), lower(?))",
        }
        if (any_of := getattr(asked, f"{field.name}_is")) is not None:
            conditions.append(f"{name} in ({', '.join('?' * len(any_of))})" if any_of else "false")
            values += any_of
        for suffix, condition in ways.items():
            if (value := getattr(asked, f"{field.name}_{suffix[1:]}", None)) is not None:
                conditions.append(condition)
                values.append(value)
    return tuple(conditions), tuple(values)


def _named(resource: Resource, asked: Asked) -> dict[str, list[str]]:
    """The texts that fields are to be equal to, where any text may be asked."""
    texts = (one.name for one in resource.fields if one.column.kind == "text" and not one.column.values)
    return {name: wanted for name in texts if (wanted := getattr(asked, f"{name}_is"))}


def _beyond(order: tuple[By, ...], edge: tuple[Any, ...]) -> tuple[str, Values]:
    """The condition of the rows after one, in an order where what is unknown stands last."""
    ways: list[str] = []
    values: Values = []
    for place, (by, value) in enumerate(zip(order, edge, strict=True)):
        if value is None:
            # Nothing stands after what is unknown but what is unknown too.
            continue
        same = [f"{quoted(one.name)} is not distinct from ?" for one in order[:place]]
        name, beyond = quoted(by.name), "<" if by.falling else ">"
        ways.append(" and ".join([*same, f"({name} {beyond} ? or {name} is null)"]))
        values += [*edge[:place], value]
    return f"({' or '.join(ways)})", values


def _gone_on(query: Query, cursor: str) -> Query:
    """The query after the row that a cursor tells of. Raises Problem for one that is none, or of another query."""
    wrong = Problem(
        400,
        "the cursor is not one that this query gave",
        "cursor",
        "follow the address in `next` as it stands, or leave the cursor out to begin again",
    )
    try:
        told = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        digest, *edge = told
        typed = tuple(_typed(query, by, value) for by, value in zip(query.order, edge, strict=True))
    except (binascii.Error, UnicodeError, ValueError, TypeError, ValidationError, RecursionError):
        raise wrong from None
    if digest != query.digest:
        raise wrong
    return replace(query, after=typed)


def _typed(query: Query, by: By, value: Any) -> Any:
    """A value of a cursor as its field holds it; the last of the order, the key, are always known."""
    if value is None and by.name not in query.resource.key:
        return None
    kind = query.resource.field(by.name).column.kind
    adapter: TypeAdapter[Any] = TypeAdapter(str if kind == "text" else TYPES[kind])
    return adapter.validate_python(value)
