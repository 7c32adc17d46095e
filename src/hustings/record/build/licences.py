"""Which licence each row is under, and a file of their own for rows that may only be shared alike."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from hustings.record.build.parquet import write_parquet
from hustings.record.build.places import Tables
from hustings.record.identity import slug
from hustings.record.readers.cells import Row, Value
from hustings.record.schema import TABLES

# Whoever passes such rows on must do so under the same licence, so they are never mixed with the rest.
SHARE_ALIKE = "CC BY-SA"
OURS = "Worked out by Hustings from the tables beside it; see table source for theirs"


def write_tables(tables: Tables, folder: Path) -> None:
    """Every table as Parquet files in a folder: `poll.parquet`, and `poll.cc-by-sa-4.0.parquet` where that is due."""
    licences = {row["source_id"]: str(row["licence"]) for row in tables["source"]}
    for name, table in TABLES.items():
        for part, licence, rows in _by_licence(tables[name], licences):
            write_parquet(table, rows, folder / f"{name}{part}.parquet", licence)


def _by_licence(rows: list[Row], licences: dict[Value, str]) -> Iterator[tuple[str, str, list[Row]]]:
    """Each part of a table's rows: how its file's name goes on, the licences of its rows, the rows."""
    parts: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        parts[_part(licences.get(row.get("source_id"), ""))].append(row)
    for part in sorted(parts) or [""]:
        named = {licences.get(row.get("source_id"), OURS) for row in parts[part]}
        yield part, "; ".join(sorted(named)) or OURS, parts[part]


def _part(licence: str) -> str:
    return f".{slug(licence.replace('.', 'dot')).replace('dot', '.')}" if licence.startswith(SHARE_ALIKE) else ""
