"""Results at scale: the record's declared results laid side by side, with what they are compared with."""

import sys
from pathlib import Path

import duckdb

import hustings
from benchmarks.report import report

# A tile's number goes inside the ids, so that no two tiles share a contest or a candidacy.
IDS = "contest_id || '~' || tile as contest_id, candidacy_id || '~' || tile as candidacy_id"
FIGURES = "line_id, votes, valid_votes"
TILED = {
    "results": f"select {IDS}, {FIGURES} from tiles, results where basis = 'declared'",
    "baseline": f"""
        select {IDS}, {FIGURES} from tiles, results
        where contest_id in (select baseline_contest_id from baseline where standard)
    """,
    "pairs": """
        select contest_id || '~' || tile as contest_id, baseline_contest_id || '~' || tile as baseline_contest_id, rule
        from tiles, baseline where standard
    """,
}


def write_tiles(folder: Path, rows: int) -> None:
    """Write one tile to `one` and at least so many rows of results to `many`, each as three Parquet files."""
    connection = hustings.open_record().connection
    declared = connection.sql("select count(*) from results where basis = 'declared'").fetchall()[0][0]
    for name, tiles in (("one", 1), ("many", max(1, -(-rows // declared)))):
        (folder / name).mkdir()
        _write(connection, folder / name, tiles)


def _write(connection: duckdb.DuckDBPyConnection, folder: Path, tiles: int) -> None:
    connection.execute("create or replace temp table tiles as select range as tile from range(?)", [tiles])
    for name, sql in TILED.items():
        connection.sql(sql).write_parquet(str(folder / f"{name}.parquet"))


if __name__ == "__main__":
    write_tiles(Path(sys.argv[1]), int(sys.argv[2]))
    report(0, None)
