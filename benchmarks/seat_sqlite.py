"""The SQLite side of opening and one seat: `python -m benchmarks.seat_sqlite DATABASE TIMES`."""

import sqlite3
import sys
from contextlib import closing

from benchmarks.report import Rows, report_middle

SEAT = """
    select candidacy.candidate,
        case candidacy.standing_as
            when 'independent' then 'Independent' when 'speaker' then 'Speaker'
            when 'other' then 'Other' else party.party end,
        candidacy.votes, 1.0 * candidacy.votes / nullif(contest.valid_votes, 0)
    from area
    join contest on contest.boundary_set_id = area.boundary_set_id and contest.area_id = area.area_id
    join candidacy on candidacy.contest_id = contest.contest_id
    left join party on party.party_id = candidacy.party_id
    where area.area = ? and contest.election_id = ?
    order by candidacy.votes desc
"""


def one_seat(database: str) -> Rows:
    """The candidates of Ilford North in 2024 with their shares, most votes first, from opening."""
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute(SEAT, ("Ilford North", "parl.2024-07-04")).fetchall()
    return [list(row) for row in rows]


if __name__ == "__main__":
    report_middle(lambda: one_seat(sys.argv[1]), int(sys.argv[2]))
