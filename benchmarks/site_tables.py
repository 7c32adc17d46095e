"""The result tables of 650 seats as one SQLite table, indexed by seat: `python -m benchmarks.site_tables DATABASE`."""

import sqlite3
import sys
from contextlib import closing

import hustings
from benchmarks.report import report

ROWS = """
    select contest_id, area, candidate, party, votes, votes / valid_votes as share
    from results where election_id = 'parl.2024-07-04' order by contest_id, votes desc
"""


def main(database: str) -> None:
    """Write the rows with an index on the seat, as whoever serves them would."""
    rows = [tuple(row.values()) for row in hustings.open_record().query(ROWS)]
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("create table seats (contest_id, area, candidate, party, votes integer, share real)")
        connection.executemany("insert into seats values (?, ?, ?, ?, ?, ?)", rows)
        connection.execute("create index seats_contest on seats (contest_id)")
        connection.execute("analyze")
    report(0, len(rows))


if __name__ == "__main__":
    main(sys.argv[1])
