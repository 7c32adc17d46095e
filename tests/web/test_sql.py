"""Anybody's SQL: what it gives, and two hundred ways to misuse it, each refused while others are served."""

import asyncio
import csv
import io
import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import Any
from urllib.parse import urlencode

import duckdb
import pyarrow.parquet as pq
import pytest
from asking import Answer, ask
from reading import parsed, words_of

import hustings
from hustings.web.allowance import Allowance, asker
from hustings.web.api.problem import Problem
from hustings.web.sql.given import lines_of, table_of
from hustings.web.sql.page import EXAMPLES
from hustings.web.sql.pool import Statements
from hustings.web.store import store_path

pytestmark = pytest.mark.xdist_group("desk")
# A statement may take seven seconds and a new process begin; anything longer is no refusal.
LONGEST = 25


def sql(desk: Any, query: str, form: str = "json", **more: Any) -> Answer:
    return ask(f"{desk.address}api/v1/sql.{form}?{urlencode({'query': query, **more})}")


def test_a_statement_gives_the_same_rows_in_each_form(desk: Any) -> None:
    query = (
        "select area, majority, majority_share_percent, polling_on from api.contests "
        "where election_id = 'parl.2024-07-04' order by majority, area limit 7"
    )
    told = json.loads(sql(desk, query).data)
    assert [one["name"] for one in told["columns"]] == ["area", "majority", "majority_share_percent", "polling_on"]
    assert (len(told["rows"]), told["more"], told["rows"][0]["polling_on"]) == (7, False, "2024-07-04")
    lines = [*csv.DictReader(io.StringIO(sql(desk, query, "csv").data.decode()))]
    assert [{key: str(value) for key, value in row.items()} for row in told["rows"]] == lines
    table = pq.read_table(io.BytesIO(sql(desk, query, "parquet").data)).to_pylist()
    assert [row["majority_share_percent"] for row in table] == [row["majority_share_percent"] for row in told["rows"]]
    page = parsed(ask(f"{desk.address}sql/?{urlencode({'query': query})}").data.decode())
    cells = [[" ".join(cell.itertext()) for cell in row.iter("td")] for row in page.find(".//tbody").iter("tr")]
    assert cells == [[str(value) for value in row.values()] for row in told["rows"]]


def test_more_rows_than_asked_for_are_told_of(desk: Any) -> None:
    answer = sql(desk, "from range(10)", limit=4)
    assert json.loads(answer.data)["more"] is True
    assert len(json.loads(answer.data)["rows"]) == 4
    assert answer.headers["hustings-more"] == "true"
    assert json.loads(sql(desk, "from range(4)", limit=4).data)["more"] is False


ODD = """
    select sum(votes) as total, 1.5::decimal(4, 2) as half, 'nan'::double as no_number, [1, 2] as several,
        {'a': date '2024-07-04'} as held, interval 2 days as time, '\\xAA'::blob as bytes, true as yes, null as none
    from candidacy where contest_id = 'parl.bethnal-green-and-stepney.2024-07-04'
"""


def test_values_of_every_type_are_told_plainly(desk: Any) -> None:
    row = json.loads(sql(desk, ODD).data)["rows"][0]
    assert row["total"] == 46647
    assert (row["half"], row["no_number"], row["several"], row["held"]) == (1.5, "nan", [1, 2], {"a": "2024-07-04"})
    assert (row["bytes"], row["yes"], row["none"]) == ("aa", True, None)
    assert "[1, 2]" in sql(desk, ODD, "csv").data.decode()
    refused = sql(desk, ODD, "parquet")
    assert refused.status == 400
    assert "cast it to varchar" in json.loads(refused.data)["mend"]
    cast = ODD.replace("interval 2 days as time", "(interval 2 days)::varchar as time").replace(
        "null as none", "1 as one"
    )
    assert pq.read_table(io.BytesIO(sql(desk, cast, "parquet").data)).to_pylist()[0]["time"] == "2 days"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one[0])
def test_every_example_gives_rows(desk: Any, example: tuple[str, str]) -> None:
    assert len(json.loads(sql(desk, example[1]).data)["rows"]) > 3


WRITING = """
    create table x (a int)|create temp table x as select 1|create view v as select 1
    create or replace table party (a int)
    create schema s|create sequence q|create type t as enum ('a')|create macro m(a) as a
    create index i on party (party)
    create secret s (type s3)|drop table party|drop schema api cascade|drop view results|alter table party add b int
    insert into party values ('a')|update contest set electorate = 0|delete from candidacy|truncate candidacy
    merge into party using party as p on true when matched then delete|begin|commit|rollback|checkpoint|vacuum|analyze
    force checkpoint|comment on table party is 'x'|set threads = 64|set memory_limit = '64GB'|reset memory_limit
    set enable_external_access = true|set lock_configuration = false|pragma threads = 8|pragma memory_limit = '9GB'
    pragma database_list|pragma enable_profiling|call pragma_version()|call pragma_database_size()|use memory
    attach 'other.duckdb'|attach ':memory:' as m|attach '/etc/passwd' as p|attach 'host=localhost' as pg (type postgres)
    detach desk|install httpfs|load httpfs|load '/tmp/x.duckdb_extension'|install spatial from community
    update extensions|export database '/tmp/out'|import database '/tmp/out'|copy party to '/tmp/party.csv'
    copy party to 'https://example.org/x.csv'|copy (select 1) to '/dev/shm/x'|copy party from '/etc/passwd'
    copy from database desk to m|prepare p as select 1|execute p|deallocate p|explain analyze select 1
    explain copy party to '/tmp/x'|set variable a = 1|set schema = 'api'|set search_path = 'api'|lock table party
    grant all on party to x|kill 1|shutdown|pivot party on register using count(*)|select 1; drop table party
    select 1; select 2|;|--|/* nothing */|select 1 into x|with x as (delete from party returning *) from x
    with x as (insert into party values (1) returning *) select * from x|vacuum full|load json|set timezone = 'UTC'
    set profile_output = '/tmp/x'|set log_query_path = '/tmp/x'|set temp_directory = '/tmp'|set home_directory = '/'
    set allowed_paths = ['/']|set extension_directory = '/tmp'|set custom_user_agent = 'x'|set http_proxy = 'x:1'
"""
READING = """
    from '/etc/passwd'|from 'https://example.org/x.parquet'|from 's3://bucket/x.parquet'|from '../desk.duckdb'
    from 'file:///etc/passwd'|from read_csv('/etc/passwd')|from read_csv_auto('/etc/passwd')
    from read_text('/etc/passwd')|from read_blob('/proc/self/environ')|from read_json('/etc/passwd')
    from read_json_auto('x')|from read_ndjson('x')|from read_parquet('x')|from read_parquet(['/tmp/*.parquet'])
    from parquet_metadata('x')|from parquet_schema('x')|from parquet_scan('x')|from parquet_file_metadata('x')
    from read_csv('https://example.org/x.csv')|from sniff_csv('/etc/passwd')|from glob('/*')|from glob('**')
    from read_duckdb('x')|from sqlite_scan('x', 'y')|from postgres_scan('a', 'b', 'c')|from mysql_query('a', 'b')
    from iceberg_scan('x')|from delta_scan('x')|from st_read('x')|from read_xlsx('x')|from arrow_scan(1, 2, 3)
    from arrow_scan_dumb(1, 2, 3)|from pandas_scan(1)|from python_map_function(1)|from seq_scan('party')
    from duckdb_settings()|from duckdb_databases()|from duckdb_databases|from duckdb_extensions()|from duckdb_secrets()
    from duckdb_memory()|from duckdb_temporary_files()|from duckdb_logs|from duckdb_log_contexts()
    from duckdb_variables()
    from duckdb_external_file_cache()|from duckdb_optimizers()|from pragma_database_list|from pragma_platform()
    from pragma_version()|from pragma_storage_info('party')|from pragma_user_agent()|from pragma_database_size()
    from pragma_metadata_info('desk')|from test_all_types()|from query('select 1')|from query_table('party')
    from query('copy party to ''/tmp/x''')|from json_execute_serialized_sql(json_serialize_sql('select 1'))
    select current_setting('home_directory')|select current_setting('temp_directory')|select getenv('HOME')
    select getenv('PATH')|select read_text('/etc/passwd')|select * from (from read_csv('/etc/passwd'))
    select (select content from read_text('/etc/passwd'))|with x as (from read_text('/etc/passwd')) from x
    select 1 where exists (from glob('/etc/*'))|select unnest((select list(file) from glob('/*')))
    from party where party in (select file from glob('/*'))|select * from party join read_csv('/etc/passwd') on true
    from party union all by name from read_text('/etc/passwd')|from party limit (select count(*) from glob('*'))
    from party order by (select 1 from read_text('x'))|select write_log('x')|select sleep_ms(60000)|select pg_sleep(60)
    select * from duckdb_functions() where exists (from duckdb_settings())|summarize '/etc/passwd'
    describe from read_csv('/etc/passwd')|select * from system.main.duckdb_databases|from main.duckdb_databases()
    select system.main.current_setting('threads')|from which_secret('s3://x', 's3')|select getvariable((from glob('*')))
    select load_aws_credentials()|from http_get('https://example.org')|select http_get('https://example.org')
    from read_csv(getenv('HOME'))|from read_text(['/etc/hostname', '/etc/hosts'])|from load_extension('x')
"""
HEAVY = [
    "select count(*) from candidacy a, candidacy b, candidacy c",
    "select count(*) from api.results a cross join api.results b where a.votes + b.votes > 7",
    "with recursive t as (select 1 as x union all select x + 1 from t) select max(x) from t",
    "with recursive t as (select 1 as x union all select x from t) select count(*) from t",
    "with recursive t(x) as (select 'a' union all select x || x from t) select max(length(x)) from t",
    "select list(x) from range(1000000000) t(x)",
    "select repeat('x', 1000000000)",
    "select repeat(repeat('x', 100000), 100000)",
    "select unnest(range(1000000000))",
    "select sum(x) from range(100000000000) t(x)",
    "select * from range(100000000000) order by random()",
    "select string_agg(x, '') from (select repeat('y', 1000) as x from range(10000000))",
    "select count(distinct hash(a.candidate || b.candidate)) from api.results a, api.results b",
    "select regexp_matches(repeat('a', 100000), '(a+)+$') from range(100000)",
    "select levenshtein(repeat('a', 100000), repeat('b', 100000))",
    "select bit_length(rpad('x', 2000000000, 'y'))",
    "select range(100000000)",
    "select list_transform(range(10000000), lambda x: list_sum(range(x)))",
    "select list_reduce(range(10000000), lambda a, b: a + b)",
    "select * from generate_series(timestamp '0001-01-01', timestamp '9999-01-01', interval 1 microsecond)",
    "select median(x) from (select random() as x from range(1000000000))",
    "select quantile_cont(a.votes + b.votes, 0.5) from candidacy a, candidacy b",
    "select array_agg(a) from api.results a, range(1000)",
    "select " + "+".join("1" * 9000),
    "select " + "(" * 9000 + "1" + ")" * 9000,
    "select " + "case when true then " * 600 + "1" + " else 0 end" * 600,
    "with a0 as (from range(1000)), "
    + ", ".join(f"a{n} as (select * from a{n - 1}, a{n - 1} as b)" for n in range(1, 60))
    + " from a59",
    "select * from " + "(select * from " * 900 + "party" + ")" * 900,
    "select '" + "x" * 25_000 + "'",
]
ATTACKS = [
    one.strip() for part in (WRITING, READING) for line in part.splitlines() for one in line.split("|") if one.strip()
]


def test_there_are_two_hundred_attacks() -> None:
    assert len({*ATTACKS, *HEAVY}) >= 200


@pytest.mark.parametrize("statement", ATTACKS)
def test_what_would_write_or_look_about_is_refused(desk: Any, statement: str) -> None:
    answer = sql(desk, statement)
    assert answer.status == 400, answer.data[:300]
    problem = json.loads(answer.data)
    assert problem["parameter"] == "query"
    assert problem["mend"]
    assert "/root" not in problem["detail"]
    assert "Traceback" not in problem["detail"]


@pytest.mark.parametrize("statement", HEAVY, ids=lambda one: one[:60])
def test_what_would_take_all_room_or_time_is_ended_while_others_are_served(desk: Any, statement: str) -> None:
    waited: list[float] = []
    done = threading.Event()

    def others() -> None:
        while not done.is_set():
            begun = time.perf_counter()
            assert ask(f"{desk.address}api/v1/elections.json?limit=1").status == 200
            waited.append(time.perf_counter() - begun)
            time.sleep(0.05)

    with ThreadPoolExecutor(1) as beside:
        served = beside.submit(others)
        begun = time.perf_counter()
        try:
            answer = sql(desk, statement)
        finally:
            took = time.perf_counter() - begun
            done.set()
        served.result()
    assert took < LONGEST
    assert answer.status == 400 or (answer.status == 200 and len(answer.data) < 1_000_000), answer.data[:300]
    assert max(waited) < 5
    assert json.loads(sql(desk, "select 41 + 1 as x").data)["rows"] == [{"x": 42}]


# Little while it is a column, much once it is written out.
SWELLING = [
    "select " + ",".join(["null"] * 3_900) + " from range(100000)",
    "select list_transform(range(1000), lambda x: null) as several from range(100000)",
    "select x as " + "n" * 19_000 + " from range(100000) t(x)",
    "select {'" + "n" * 19_000 + "': x} as held from range(100000) t(x)",
    "select map([x], [repeat('m', 4000)]) as held from range(100000) t(x)",
]


@pytest.mark.parametrize("statement", SWELLING, ids=lambda one: one[:40])
def test_what_would_swell_when_it_is_written_is_refused(desk: Any, statement: str) -> None:
    answer = sql(desk, statement, limit=100_000)
    assert answer.status == 400
    assert "more than 32 MB" in json.loads(answer.data)["detail"]


def test_nothing_that_was_tried_changed_the_record(desk: Any, record: Any) -> None:
    for table in ("party", "candidacy", "contest"):
        expected = record.query(f"select count(*) as n from {table}")[0]["n"]
        assert json.loads(sql(desk, f"select count(*) as n from {table}").data)["rows"] == [{"n": expected}]


def test_no_view_of_the_engine_tells_where_the_file_is(desk: Any) -> None:
    with duckdb.connect() as engine:
        views = [row[0] for row in engine.execute("select view_name from duckdb_views() where internal").fetchall()]
    assert len(views) > 10
    for view in views:
        answer = sql(desk, f'from "{view}"', limit=1000)
        assert b".duckdb" not in answer.data
        assert b"/root" not in answer.data
        assert b"/home" not in answer.data


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("select cast(if(range > 5000, 'x', '1') as int) from range(10000)", "Conversion Error"),
        ("select date '10000-01-01' as late", "outside the years 1 to 9999"),
        ("select 'infinity'::timestamp as late", "outside the years 1 to 9999"),
        ("select a.votes + b.votes from candidacy a, candidacy b where a.votes * b.votes = -1", "5 seconds"),
    ],
)
def test_what_goes_wrong_on_the_way_is_the_readers_to_mend(desk: Any, statement: str, says: str) -> None:
    answer = sql(desk, statement, limit=10_000)
    assert answer.status == 400
    assert says in json.loads(answer.data)["detail"]
    # The page shows fewer rows, so it may end before what is wrong; it is never the desk's fault.
    assert ask(f"{desk.address}sql/?{urlencode({'query': statement})}").status < 500


@pytest.mark.parametrize(
    "value", ["interval 1 day", "union_value(a := 1)", "[union_value(a := 1)]", "map()", "{}"], ids=str
)
def test_what_parquet_cannot_hold_is_said_and_the_other_forms_have_it(desk: Any, value: str) -> None:
    query = f"select {value} as x"
    refused = sql(desk, query, "parquet")
    assert refused.status == 400, refused.data
    problem = json.loads(refused.data)
    assert (problem["detail"], problem["parameter"]) == ("a column is of a type that Parquet has not", "query")
    assert "JSON or CSV" in problem["mend"]
    for form in ("json", "csv"):
        assert sql(desk, query, form).status == 200


def test_columns_of_one_name_are_all_there(desk: Any) -> None:
    row = json.loads(sql(desk, "select 1 as votes, 2 as votes, 3 as votes_2").data)["rows"][0]
    assert row == {"votes": 1, "votes_3": 2, "votes_2": 3}


def test_processes_that_all_died_are_followed_by_others(desk: Any) -> None:  # noqa: ARG001 it has made the file
    async def asked() -> Any:
        with closing(Statements(store_path(hustings.open_record()))) as statements:
            await statements.run("select 1", 1)
            statements._pool.stop()
            return await statements.run("select 42 as x", 1)

    assert lines_of(table_of(asyncio.run(asked()))) == [[42]]


def test_the_page_says_what_is_wrong(desk: Any) -> None:
    answer = ask(f"{desk.address}sql/?{urlencode({'query': 'drop table party'})}")
    assert answer.status == 400
    assert "a statement of drop is not run" in words_of(parsed(answer.data.decode()))
    # What was written comes back as words, whatever it is.
    page = ask(f"{desk.address}sql/?{urlencode({'query': '</textarea><script>alert(1)</script>'})}").data
    assert b"<script>alert" not in page


class Caller:
    """A request as far as an allowance looks at it."""

    def __init__(self, host: str) -> None:
        self.client = self
        self.host = host


def test_an_address_has_its_share_and_others_theirs() -> None:
    allowance = Allowance(3)
    for _ in range(3):
        allowance.take(Caller("192.0.2.1"))
    with pytest.raises(Problem) as refused:
        allowance.take(Caller("192.0.2.1"))
    assert refused.value.status == 429
    assert 0 < int(refused.value.told["retry-after"]) <= 60
    allowance.take(Caller("192.0.2.2"))


def test_a_network_of_the_newer_addresses_counts_as_one() -> None:
    assert asker(Caller("2001:db8:1:2:3::4")) == asker(Caller("2001:db8:1:2:ffff::1")) == "2001:db8:1:2::/64"
    assert asker(Caller("2001:db8:1:3::1")) != asker(Caller("2001:db8:1:2::1"))
    assert asker(Caller("fe80::1%eth0")) == "fe80::/64"
    assert asker(Caller("192.0.2.1")) == "192.0.2.1"


def test_one_address_has_one_thing_done_at_a_time() -> None:
    allowance = Allowance(100)
    at_once: list[int] = []
    running = 0

    async def one(host: str) -> int:
        nonlocal running
        try:
            async with allowance.turn(Caller(host)):
                running += 1
                at_once.append(running)
                await asyncio.sleep(0.01)
                running -= 1
        except Problem as problem:
            return problem.status
        return 200

    async def all_of(hosts: list[str]) -> list[int]:
        return await asyncio.gather(*map(one, hosts))

    answers = asyncio.run(all_of(["192.0.2.1"] * 6))
    assert (sorted(answers), max(at_once)) == ([200, 200, 200, 200, 429, 429], 1)
    at_once.clear()
    assert asyncio.run(all_of(["192.0.2.1", "192.0.2.2"])) == [200, 200]
    assert max(at_once) == 2
    assert not allowance._turns
