"""A SQLite copy of the record, normalised and indexed: `python -m benchmarks.sqlite_copy DATABASE`."""

import sqlite3
import sys
from contextlib import closing

import hustings
from benchmarks.report import report
from hustings.record.open import Record
from hustings.record.schema import TABLES

COPIED = ("area", "party", "contest", "candidacy")
INDEXES = {"area": "area", "contest": "boundary_set_id, area_id, election_id", "candidacy": "contest_id"}
TYPES = {"whole": "integer", "flag": "integer", "real": "real"}


def copy_record(database: str) -> None:
    """Write the record's areas, parties, contests and candidacies, with keys and the indexes queries need."""
    record = hustings.open_record()
    with closing(sqlite3.connect(database)) as connection, connection:
        for name in COPIED:
            _copy(record, connection, name)
            if name in INDEXES:
                connection.execute(f"create index {name}_found on {name} ({INDEXES[name]})")
        connection.execute("analyze")


def _copy(record: Record, connection: sqlite3.Connection, name: str) -> None:
    table = TABLES[name]
    columns = ", ".join(f"{column.name} {TYPES.get(column.kind, 'text')}" for column in table.columns)
    connection.execute(f"create table {name} ({columns}, primary key ({', '.join(table.key)})) without rowid")
    blanks = ", ".join("?" * len(table.columns))
    # SQLite has no dates: they are kept as text.
    casts = ", ".join(f"{c.name}::text" if c.kind in ("date", "moment") else c.name for c in table.columns)
    rows = record.connection.execute(f"select {casts} from {name}").fetchall()
    connection.executemany(f"insert into {name} values ({blanks})", rows)


if __name__ == "__main__":
    copy_record(sys.argv[1])
    report(0, None)
