"""The whole record as a database: what tables it has, in which order, and what each says of itself."""

from __future__ import annotations

from typing import Any, NamedTuple

from hustings import __version__
from hustings.publish import words
from hustings.publish.reports.added import added_note
from hustings.record.build.licences import SHARE_ALIKE
from hustings.record.open import Record
from hustings.record.schema import TABLES, Column, Table
from hustings.record.schema.column import flag, text, whole
from hustings.record.shape import RESULTS, RESULTS_SQL

ABOUT_RECORD = Table(
    "about_record",
    "a fact about this file",
    (text("key", "Which."), text("value", "What it is.")),
    ("key",),
)
ABOUT_TABLE = Table(
    "about_table",
    "a table of this file",
    (
        text("table", "Its name."),
        text("row", "What a row of it is."),
        text("key", "The columns no two rows share."),
        whole("rows", "How many rows it has.", unit="rows"),
        text("licences", "The licences of the sources its rows were read from.", optional=True),
        whole("share_alike", "How many of its rows may only be shared under the same licence.", unit="rows"),
    ),
    ("table",),
)
ABOUT_COLUMN = Table(
    "about_column",
    "a column of a table of this file, or of the view results",
    (
        text("table", "Its table, or results."),
        text("column", "Its name."),
        text("kind", "What it holds.", values=("text", "whole", "real", "flag", "date", "moment")),
        text("unit", "The unit of a number.", optional=True),
        flag("optional", "Null where unknown, never 0 or blank."),
        text("refers", "The table whose key it holds.", optional=True),
        text("description", "What it says."),
    ),
    ("table", "column"),
)
ABOUT = (ABOUT_RECORD, ABOUT_TABLE, ABOUT_COLUMN)
# The shape of results, as a view over the tables that it is made of.
RESULTS_VIEW = Table("results", "a candidacy with its contest, whatever the basis", RESULTS, ("candidacy_id",))
NAMES: tuple[str, ...] = (*TABLES, *(table.name for table in ABOUT))

Line = tuple[Any, ...]


class Index(NamedTuple):
    """An index on columns that hold another table's key."""

    name: str
    table: str
    columns: tuple[str, ...]


def every_table() -> tuple[Table, ...]:
    """The record's tables, and those that describe them."""
    return (*TABLES.values(), *ABOUT)


def quoted(*names: str) -> str:
    """Names as SQL: some are words of the language."""
    return ", ".join(f'"{name}"' for name in names)


def ordered(table: Table) -> str:
    """The query of a table's rows in the order of its key."""
    return f"select {quoted(*table.names)} from {table.name} order by {quoted(*table.key)}"


def indexes() -> list[Index]:
    """An index for each way that one table names the rows of another, but not for sources: few, on every row."""
    found = []
    for table in TABLES.values():
        keys: list[tuple[str, ...]] = [(one.name,) for one in table.columns if one.refers and one.refers != "source"]
        keys += [columns for columns, _, _ in table.refers]
        # The key's own index begins with its first columns.
        wanted = [key for key in keys if key != table.key[: len(key)]]
        found += [Index(f"{table.name}_by_{'_and_'.join(key)}", table.name, key) for key in wanted]
    return found


def about_lines(record: Record) -> dict[str, list[Line]]:
    """The rows of the tables that describe the others."""
    tables = [_table_line(record, table) for table in TABLES.values()]
    described = [(table, column) for table in (RESULTS_VIEW, *TABLES.values()) for column in table.columns]
    alike = sum(line[5] for line in tables)
    facts = {
        "made by": f"hustings {__version__}",
        "record to": record.as_of.isoformat(),
        "licences": "Each row is under the licence of its source (source_id, table source); about_table counts them.",
        "share alike": f"{words.count(alike)} rows may only be passed on under the same CC BY-SA licence: those whose "
        f"source in table source has a licence that begins with {SHARE_ALIKE}.",
        "added by you": " ".join(added_note(record)) or "Nothing: every row is the record's own.",
        "bases": "A row of basis notional is a published estimate, no declared result. A person joined by how = linked "
        "in person_link is an estimate of Hustings, with its probability.",
    }
    return {
        "about_record": sorted(facts.items()),
        "about_table": sorted(tables),
        "about_column": sorted(_column_line(table, column) for table, column in described),
    }


def _table_line(record: Record, table: Table) -> Line:
    rows = record.query(f"select count(*) as n from {table.name}")[0]["n"]
    licences: list[dict[str, Any]] = []
    if any(column.refers == "source" and column.name == "source_id" for column in table.columns):
        licences = record.query(
            f"select licence, count(*) as n from {table.name} join source using (source_id) group by all order by all"
        )
    alike = sum(row["n"] for row in licences if row["licence"].startswith(SHARE_ALIKE))
    named = "; ".join(row["licence"] for row in licences) or None
    return table.name, table.row, ", ".join(table.key), rows, named, alike


def _column_line(table: Table, column: Column) -> Line:
    unit, refers = column.unit or None, column.refers or None
    return table.name, column.name, column.kind, unit, column.optional, refers, column.description


def results_view() -> str:
    """The view of results, as both databases take it."""
    return f"create view results as {RESULTS_SQL}"
