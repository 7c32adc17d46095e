"""Opening the record and asking it for results."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import hustings
from hustings.errors import AmbiguousName, NoSuchElection, UnknownName, UnusableInput
from hustings.publish.reports.seat import seat_report
from hustings.record.engine import connect
from hustings.record.open import DATA, Record, open_record
from hustings.record.schema import TABLES
from hustings.record.select import party_id
from hustings.record.shape import RESULTS

LARGEST_MB = 30


def test_the_record_is_small_enough_to_ship() -> None:
    assert sum(file.stat().st_size for file in DATA.glob("*.parquet")) < LARGEST_MB * 1e6


def test_every_table_has_the_columns_it_was_declared_with(record: Record) -> None:
    for name, table in TABLES.items():
        described = record.query(f"describe {name}")
        assert tuple(column["column_name"] for column in described) == table.names
        assert record.table(name).columns == table.names


def test_results_have_the_one_shape(record: Record) -> None:
    names = tuple(column.name for column in RESULTS)
    assert record.results().columns == names
    assert tuple(column["column_name"] for column in record.query("describe results")) == names
    assert len(record.rows(record.results())) == record.query("select count(*) as n from candidacy")[0]["n"]


def test_results_are_chosen_by_election_area_party_and_basis(record: Record) -> None:
    seat = record.rows(record.results(election=2024, area="Ilford North"))
    assert {row["area_id"] for row in seat} == {"E14001300"}
    assert {row["basis"] for row in seat} == {"declared"}
    notional = record.rows(record.results(election=2019, basis="notional", party="Lab"))
    assert sum(row["votes"] for row in notional) == 10_269_051
    assert {row["election_id"] for row in notional} == {"parl.2019-12-12.notional"}
    by_date = record.rows(record.results(election="2024-02-29"))
    assert {row["area"] for row in by_date} == {"Rochdale"}
    by_code = record.rows(record.results(area="E14001300"))
    assert {row["area"] for row in by_code} == {"Ilford North"}


@pytest.mark.parametrize(
    ("choice", "error", "said"),
    [
        ({"election": 1832}, NoSuchElection, "no declared election for '1832'"),
        ({"election": "2024-07"}, NoSuchElection, "no declared election"),
        ({"area": "Ilfrod North"}, UnknownName, "did you mean Ilford North"),
        ({"party": "Labor"}, UnknownName, "Labour"),
        ({"party": "Green"}, AmbiguousName, "Green Party"),
        ({"basis": "guessed"}, UnusableInput, "no basis called 'guessed'"),
    ],
)
def test_a_choice_nothing_answers_to_is_refused(
    record: Record, choice: dict[str, str], error: type[Exception], said: str
) -> None:
    with pytest.raises(error) as refused:
        record.results(**choice)  # type: ignore[arg-type]
    assert said in str(refused.value)


def test_an_unknown_table_is_refused(record: Record) -> None:
    with pytest.raises(UnusableInput, match="no table called 'ballots'"):
        record.table("ballots")


def test_a_folder_without_a_record_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="holds no record"):
        hustings.open_record(tmp_path)


def test_a_spoilt_record_is_refused(tmp_path: Path) -> None:
    for file in DATA.glob("*.parquet"):
        (tmp_path / file.name).write_bytes(b"spoilt")
    with pytest.raises(UnusableInput, match="cannot be read"):
        hustings.open_record(tmp_path)


def test_the_public_names_are_there() -> None:
    assert {name for name in hustings.__all__ if getattr(hustings, name)} == set(hustings.__all__)
    with pytest.raises(AttributeError):
        _ = hustings.nothing


def test_a_basis_is_never_overruled_by_an_election(record: Record) -> None:
    assert record.rows(record.results(election="parl.2019-12-12.notional", basis="declared")) == []


def test_a_folder_with_the_signs_of_a_pattern_opens_itself_alone(record: Record, tmp_path: Path) -> None:
    for name in ("re?c", "re*c", "year=2024"):
        shutil.copytree(DATA, tmp_path / name)
    for name in ("re?c", "year=2024"):
        copy = hustings.open_record(tmp_path / name)
        assert copy.query("select count(*) as n from area") == record.query("select count(*) as n from area")
        assert [column["column_name"] for column in copy.query("describe area")] == list(TABLES["area"].names)


def test_a_record_taken_away_is_said(tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "record")
    record = hustings.open_record(tmp_path / "record")
    shutil.rmtree(tmp_path / "record")
    with pytest.raises(UnusableInput, match="can no longer be read"):
        record.query("select * from area")


def test_threads_may_ask_one_record_and_leave_nothing_behind(record: Record) -> None:
    # A story that another test checked keeps its tables in the memory of this record.
    before = record.query("select count(*) as n from duckdb_tables()")
    with ThreadPoolExecutor(4) as threads:
        reports = list(threads.map(lambda _: seat_report(record, "Ilford North", "2024"), range(8)))
    assert {report.contest["majority"] for report in reports} == {528}
    assert record.query("select count(*) as n from duckdb_tables()") == before


def test_the_public_names_are_offered() -> None:
    assert dir(hustings) == hustings.__all__


@pytest.mark.parametrize(
    ("named", "party"),
    [("Tory", "conservative"), ("Lib Dems", "liberal-democrat"), ("Plaid", "plaid-cymru"), ("RUK", "reform-uk")],
)
def test_a_party_answers_to_what_it_is_called(record: Record, named: str, party: str) -> None:
    assert party_id(record, named) == party


def test_the_engine_draws_no_progress_amid_what_is_printed() -> None:
    for connection in (open_record().connection, connect(), connect().cursor()):
        assert connection.execute("select current_setting('enable_progress_bar')").fetchall() == [(False,)]
