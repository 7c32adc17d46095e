"""Which statements are run: one, that reads the record, and calls nothing that tells of the machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import duckdb

LONGEST = 20_000
# What may stand after `from` besides the record's tables: what makes rows of its arguments, and what describes tables.
TABLE_FUNCTIONS = {
    "range",
    "generate_series",
    "unnest",
    "repeat",
    "repeat_row",
    "duckdb_tables",
    "duckdb_columns",
    "duckdb_views",
    "duckdb_schemas",
    "duckdb_functions",
    "duckdb_types",
    "duckdb_keywords",
    "regexp_split_to_table",
    "json_each",
    "json_tree",
}
# What tells of settings, files or other statements, or does nothing but take time.
NEVER = {
    "current_setting",
    "getenv",
    "write_log",
    "sleep_ms",
    "pg_sleep",
    "query",
    "query_table",
    "json_execute_serialized_sql",
    "duckdb_databases",
    "duckdb_settings",
    "duckdb_secrets",
    "duckdb_extensions",
    "duckdb_logs",
    "pg_settings",
    "pragma_database_list",
    "pragma_database_size",
}


class Refused(Exception):
    """A statement that is not run, or did not end well: why, and how to mend it."""

    def __init__(self, why: str, mend: str) -> None:
        super().__init__(why, mend)
        self.why, self.mend = why, mend


def check(connection: duckdb.DuckDBPyConnection, statement: str) -> None:
    """Raise Refused unless the text is one statement that reads, and calls only what is open to all."""
    if len(statement) > LONGEST:
        raise Refused(f"the statement has {len(statement):,} characters", f"{LONGEST:,} is the most")
    try:
        found = connection.extract_statements(statement)
    except duckdb.Error as error:
        raise Refused(first_line(error), "mend the statement") from None
    if len(found) != 1:
        raise Refused(f"there are {len(found)} statements", "give one; a select may have others within it")
    if (kind := _kind(found[0])) != "select":
        raise Refused(
            f"a statement of {kind} is not run", "the record can only be read: begin with select, with or from"
        )
    for name in sorted(_called(_parsed(connection, statement))):
        if name in NEVER:
            raise Refused(
                f"{name} is not open to all", "it tells of the machine, or runs another statement; leave it out"
            )


def _kind(statement: duckdb.Statement) -> str:
    """What sort of statement it is."""
    try:
        return statement.type.name.lower().replace("_", " ")
    except ValueError:
        # The engine has kinds that its Python module has no names for.
        return "another kind"


def _parsed(connection: duckdb.DuckDBPyConnection, statement: str) -> Any:
    """The statement as a tree."""
    # All of the result is taken, or the connection would be busy with it.
    told = connection.execute("select json_serialize_sql(?)", [statement]).fetchall()[0][0]
    try:
        tree = json.loads(told)
    except RecursionError:
        raise Refused("statements stand within statements too deeply", "give it fewer levels") from None
    if tree.get("error"):
        said = str(tree.get("error_message", "it cannot be read"))
        raise Refused(said.splitlines()[0], "give a statement that selects")
    return tree


def _called(tree: Any) -> Iterator[str]:
    """The names of functions and of what is read, wherever they stand. Raises Refused for rows of what is not open."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            waiting += node.values()
            if node.get("type") == "TABLE_FUNCTION":
                name = str(node["function"].get("function_name", "")).lower()
                if name not in TABLE_FUNCTIONS:
                    raise Refused(f"rows cannot be read from {name}", "read the tables of the record")
            for key in ("function_name", "table_name"):
                if isinstance(node.get(key), str):
                    yield node[key].lower()


def first_line(error: Exception) -> str:
    """What the engine says, in a line."""
    return " ".join(str(error).split("\n\n")[0].split())[:500]
