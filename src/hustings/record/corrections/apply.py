"""Corrections applied to compiled tables: fields mended, missing rows added, disputes flagged."""

from collections import defaultdict

from hustings.errors import RecordFault
from hustings.record.readers.cells import Place, Row, Value, parse
from hustings.record.schema import TABLES, Table

BLANK = "(blank)"
NO_ROW = "(no row)"
# Derived figures are never changed: what was printed stays printed, and a correction explains it.
# Nor is there anything to mend where the field is such a figure and no column.
# Links of people are corrected when they are made, after everything else: record/people/link.py.
UNTOUCHED = {"published", "reconciliation", "election", "person_link"}


def apply_corrections(tables: dict[str, list[Row]], corrections: list[Row]) -> None:
    """Mend the tables in place.

    Raises RecordFault where a correction names a row that is not there, or says something was
    published that was not: the publisher mended it, and the correction must go.
    """
    by_table: dict[str, list[Row]] = defaultdict(list)
    for correction in corrections:
        _check(correction)
        if correction["table"] not in UNTOUCHED and correction["field"] in TABLES[str(correction["table"])].names:
            by_table[str(correction["table"])].append(correction)
    for name, filed in by_table.items():
        _mend(TABLES[name], tables[name], filed)


def _check(correction: Row) -> None:
    """RecordFault where a correction names no table, or would mend what is no column."""
    table = str(correction["table"])
    if table not in TABLES:
        raise RecordFault(f"correction {correction['correction_id']} names no table of the record")
    mends = correction["status"] == "corrected" and table not in UNTOUCHED
    if mends and correction["field"] not in TABLES[table].names:
        raise RecordFault(f"correction {correction['correction_id']} would mend {correction['field']!r}, no column")


def key_of(table: Table, row: Row) -> str:
    """The key of a row as corrections write it, its parts joined by |."""
    return "|".join(str(row[part]) for part in table.key)


def as_published(value: Value) -> str:
    """A value as corrections write it."""
    return BLANK if value is None else str(value)


def _mend(table: Table, rows: list[Row], corrections: list[Row]) -> None:
    by_key = {key_of(table, row): row for row in rows}
    for correction in corrections:
        key = str(correction["key"])
        if correction["published"] == NO_ROW:
            if key not in by_key:
                by_key[key] = _empty(table)
                rows.append(by_key[key])
        elif key not in by_key:
            raise RecordFault(f"correction {correction['correction_id']} is about a row that is not there")
        _mend_field(table, by_key[key], correction)


def _empty(table: Table) -> Row:
    return {column.name: False if column.kind == "flag" and not column.optional else None for column in table.columns}


def _mend_field(table: Table, row: Row, correction: Row) -> None:
    field = str(correction["field"])
    printed = as_published(row[field])
    if correction["published"] not in (NO_ROW, printed):
        what = f"says {correction['published']!r} was published but {printed!r} was"
        raise RecordFault(f"correction {correction['correction_id']} {what}")
    if correction["status"] == "disputed" and "disputed" in row:
        row["disputed"] = True
    if correction["status"] == "corrected":
        right = None if correction["right"] == BLANK else str(correction["right"])
        row[field] = parse(right, table.column(field).kind, Place("corrections", 0, field))
