"""The whole record as one SQLite or DuckDB file: every row, its keys, what each column means, and whose it is."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

import hustings
from hustings.publish.exports.database import NAMES, indexes
from hustings.publish.exports.write import Target, export_record
from hustings.record.open import DATA, Record, table_files
from hustings.record.schema import TABLES
from hustings.record.shape import RESULTS

# One worker writes each file once.
pytestmark = pytest.mark.xdist_group("export-databases")
# The tables that every result leans on are kept whole; of the others a part shows as much as all.
WHOLE = ("area", "boundary_set", "council", "election", "parliament", "party", "person", "source")
KEPT = (
    "contest_id in ('parl.ilford-north.2024-07-04', 'mayor.tower-hamlets.2014-05-22') or contest_id like '%.1945-07-05'"
)
PART = 500
Query = Callable[[str], list[tuple[Any, ...]]]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """A record with some rows of every table."""
    folder = tmp_path_factory.mktemp("record")
    for name, files in table_files(DATA).items():
        part = "" if name in WHOLE else f"limit {PART}"
        if name in ("contest", "candidacy", "count_round"):
            part = f"where {KEPT}"
        for file in files:
            duckdb.execute(f"copy (from read_parquet('{file}') {part}) to '{folder / file.name}' (format parquet)")
    return hustings.open_record(folder)


@pytest.fixture(scope="module", params=["sqlite", "duckdb"])
def database(
    request: pytest.FixtureRequest, small: Record, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Query]:
    """A query on the small record as a database of either kind."""
    out = tmp_path_factory.mktemp("database") / f"hustings.{request.param}"
    export_record(small, None, Target(out))
    if request.param == "sqlite":
        with closing(sqlite3.connect(out)) as file:
            yield lambda sql: file.execute(sql).fetchall()
    else:
        with duckdb.connect(out, read_only=True) as file:
            yield lambda sql: file.execute(sql).fetchall()


def plain(value: Any) -> Any:
    """A value as either database gives it: SQLite has no days, and no truth but 1."""
    if isinstance(value, datetime):
        return value.isoformat()
    return value.isoformat() if isinstance(value, date) else int(value) if isinstance(value, bool) else value


@pytest.mark.parametrize("name", TABLES)
def test_every_row_is_there(name: str, small: Record, database: Query) -> None:
    columns = ", ".join(f'"{column}"' for column in TABLES[name].names)
    key = ", ".join(f'"{column}"' for column in TABLES[name].key)
    sql = f"select {columns} from {name} order by {key}"
    mine = [tuple(map(plain, row)) for row in database(f"{sql} nulls last")]
    assert mine == [tuple(map(plain, row.values())) for row in small.query(f"{sql} nulls last")]
    assert mine


def test_results_are_a_view_of_the_shape_of_results(small: Record, database: Query) -> None:
    columns = ", ".join(column.name for column in RESULTS)
    sql = f"select {columns} from results order by candidacy_id"
    assert [tuple(map(plain, row)) for row in database(sql)] == [
        tuple(map(plain, row.values())) for row in small.query(sql)
    ]
    ((votes, party),) = database("select votes, party from results where candidate = 'Wes Streeting'")
    assert (votes, party) == (15647, "Labour")


def test_every_column_says_what_it_is(database: Query) -> None:
    said = {
        (table, column): text
        for table, column, text in database('select "table", "column", description from about_column')
    }
    assert said[("contest", "electorate")] == "People entitled to vote."
    assert said[("results", "votes")] == TABLES["candidacy"].column("votes").description
    assert all(said.get((name, column.name)) for name, table in TABLES.items() for column in table.columns)


def test_whose_rows_are_whose_is_counted(small: Record, database: Query) -> None:
    alike = {name: (rows, some) for name, rows, some in database('select "table", rows, share_alike from about_table')}
    assert alike["poll"] == (PART, PART)
    assert alike["contest"][1] == 0
    assert set(alike) == set(TABLES)
    assert small.query("select count(*) as n from source")[0]["n"] == database("select count(*) from source")[0][0]


def test_sqlite_keeps_the_descriptions_keys_and_indexes(small: Record, tmp_path: Path) -> None:
    export_record(small, "sqlite", Target(tmp_path / "a.db"))
    with closing(sqlite3.connect(tmp_path / "a.db")) as file:
        schema = dict(file.execute("select name, sql from sqlite_master where type in ('table', 'index') and sql > ''"))
        assert "-- People entitled to vote. Unit: electors." in schema["contest"]
        assert 'primary key ("contest_id")' in schema["contest"]
        assert 'foreign key ("boundary_set_id", "area_id") references area' in schema["contest"]
        assert {index.name for index in indexes()} <= set(schema)
        plan = file.execute("explain query plan select * from candidacy where contest_id = 'x'").fetchall()
        assert "candidacy_by_contest_id" in str(plan)
    # The same record gives the same bytes.
    export_record(small, "sqlite", Target(tmp_path / "b.db"))
    assert (tmp_path / "a.db").read_bytes() == (tmp_path / "b.db").read_bytes()


def test_duckdb_keeps_the_descriptions_and_keys(small: Record, tmp_path: Path) -> None:
    seen: list[str] = []
    export_record(small, "duckdb", Target(tmp_path / "a.duckdb", seen=seen.append))
    assert tuple(seen) == NAMES
    with duckdb.connect(tmp_path / "a.duckdb", read_only=True) as file:
        sql = "select comment from duckdb_columns() where table_name = 'contest' and column_name = 'electorate'"
        assert file.execute(sql).fetchall() == [("People entitled to vote. Unit: electors.",)]
        keyed = "select table_name from duckdb_constraints() where constraint_type in ('PRIMARY KEY', 'UNIQUE')"
        assert {row[0] for row in file.execute(keyed).fetchall()} == set(NAMES)
