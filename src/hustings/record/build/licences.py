"""Which licence each row is under, and a file of their own for rows that may only be shared alike."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from hustings.record.build.parquet import Rows, write_parquet
from hustings.record.identity import slug
from hustings.record.readers.cells import Row, Value
from hustings.record.schema import TABLES

Compiled = Mapping[str, Rows]
# Whoever passes such rows on must do so under the same licence, so they are never mixed with the rest.
SHARE_ALIKE = "CC BY-SA"
OURS = "Worked out or chosen by Hustings; see table source for the licences of what it rests on"


def write_tables(tables: Compiled, folder: Path) -> None:
    """Every table as Parquet files in a folder: `poll.parquet`, and `poll.cc-by-sa-4.0.parquet` where that is due."""
    sources = tables["source"]
    listed = sources.to_pylist() if isinstance(sources, pa.Table) else sources
    licences = {row["source_id"]: str(row["licence"]) for row in listed}
    for name in TABLES:
        write_table(name, tables[name], licences, folder)


def write_table(name: str, rows: Rows, licences: Mapping[Value, str], folder: Path) -> None:
    """One table as Parquet files in a folder; `licences` are those of the sources by id."""
    by_licence = _parts_of_arrow if isinstance(rows, pa.Table) else _parts_of_rows
    for part, licence, some in by_licence(rows, licences):
        write_parquet(TABLES[name], some, folder / f"{name}{part}.parquet", licence)


def _parts_of_rows(rows: list[Row], licences: Mapping[Value, str]) -> Iterator[tuple[str, str, list[Row]]]:
    """Each part of a table's rows: how its file's name goes on, the licences of its rows, the rows."""
    parts: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        parts[_part(licences.get(row.get("source_id"), ""))].append(row)
    for part in sorted(parts) or [""]:
        named = {licences.get(row.get("source_id"), OURS) for row in parts[part]}
        yield part, "; ".join(sorted(named)) or OURS, parts[part]


def _parts_of_arrow(rows: pa.Table, licences: Mapping[Value, str]) -> Iterator[tuple[str, str, pa.Table]]:
    """The same of a table too large for dictionaries, every row of which has a source."""
    parts: dict[str, list[str]] = defaultdict(list)
    for source in pc.unique(rows["source_id"]).to_pylist():
        parts[_part(licences[source])].append(source)
    for part, sources in sorted(parts.items()):
        named = sorted({licences[source] for source in sources})
        yield part, "; ".join(named), rows.filter(pc.is_in(rows["source_id"], pa.array(sources)))


def _part(licence: str) -> str:
    return f".{slug(licence.replace('.', 'dot')).replace('dot', '.')}" if licence.startswith(SHARE_ALIKE) else ""
