"""The index of names, made from the tables of a record that is written."""

from pathlib import Path

from hustings.record.build.licences import SHARE_ALIKE, write_table
from hustings.record.names_index import Row, index_rows
from hustings.record.open import open_record


def write_names(folder: Path) -> None:
    """Write the table `name` of the record in a folder, in place of one that has no rows yet."""
    record = open_record(folder)
    licences = {row["source_id"]: row["licence"] for row in record.query("from source")}
    alike = {source for source, licence in licences.items() if licence.startswith(SHARE_ALIKE)}
    write_table("name", [_sourced(row, alike) for row in index_rows(record)], licences, folder)


def _sourced(row: Row, alike: set[str]) -> Row:
    """A row with one source: where a part of it may only be shared alike, all of it may."""
    sources = [source for source in row["sources"] if source]
    chosen = next((source for source in sources if source in alike), next(iter(sources), None))
    return {column: value for column, value in row.items() if column != "sources"} | {"source_id": chosen}
