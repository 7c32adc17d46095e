"""Checks made from the schema: keys, references, nulls, closed sets of values, smallest numbers."""

from collections.abc import Callable

from hustings.record.audit.check import Check, Finding, as_faults
from hustings.record.open import Record
from hustings.record.schema import TABLES, Column, Table


def structure_checks() -> list[Check]:
    """What the schema says of every table, as four checks."""
    return [
        Check("keys", "each key stands once in its table", _keys),
        Check("references", "each row that a row names is there", _references),
        Check("unknowns", "a column is null only where it may be unknown", _unknowns),
        Check("values", "each value is one the schema allows", _values),
    ]


def _key(table: Table) -> str:
    return "concat_ws('|', " + ", ".join(f'"{part}"' for part in table.key) + ")"


def _look(record: Record, queries: list[str]) -> Finding:
    """Every query gives faults; the rows looked at are those of all tables."""
    rows = sum(record.query(f"select count(*) as n from {name}")[0]["n"] for name in TABLES)
    faults = [fault for query in queries for fault in as_faults(record.query(query))]
    return Finding(rows, faults)


def _fault(table: Table, field: str, published: str, right: str, where: str) -> str:
    return (
        f"select '{table.name}' as \"table\", {_key(table)} as key, '{field}' as field, "
        f"cast({published} as varchar) as published, '{right}' as \"right\" from {table.name} where {where}"
    )


def _keys(record: Record) -> Finding:
    return _look(
        record,
        [
            f"select '{table.name}' as \"table\", {_key(table)} as key, 'key' as field, "
            f"count(*)::varchar || ' rows' as published, '1 row' as \"right\" "
            f"from {table.name} group by all having count(*) > 1"
            for table in TABLES.values()
        ],
    )


def _references(record: Record) -> Finding:
    queries = []
    for table in TABLES.values():
        single = [
            ((column.name,), column.refers, TABLES[column.refers].key) for column in table.columns if column.refers
        ]
        for here, there, keys in [*single, *table.refers]:
            pairs = " and ".join(f'other."{key}" = {table.name}."{own}"' for own, key in zip(here, keys, strict=True))
            given = " and ".join(f'"{own}" is not null' for own in here)
            where = f"{given} and not exists (from {there} as other where {pairs})"
            queries.append(_fault(table, here[-1], f'"{here[-1]}"', f"a row of {there}", where))
    return _look(record, queries)


def _unknowns(record: Record) -> Finding:
    return _each_column(record, lambda column: None if column.optional else "{} is null", "a value")


def _values(record: Record) -> Finding:
    def broken(column: Column) -> str | None:
        if column.values:
            return "{} not in (" + ", ".join(_quoted(value) for value in column.values) + ")"
        return None if column.least is None else f"{{}} < {column.least}"

    return _each_column(record, broken, "a value the schema allows")


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _each_column(record: Record, broken: Callable[[Column], str | None], right: str) -> Finding:
    queries = []
    for table in TABLES.values():
        for column in table.columns:
            where = broken(column)
            if where:
                name = f'"{column.name}"'
                queries.append(_fault(table, column.name, name, right, where.format(name)))
    return _look(record, queries)
