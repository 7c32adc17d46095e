"""Local results that are published elsewhere, from the record as it is shipped."""

import contextlib
import csv
import sqlite3
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from hustings.record.open import Record

SEATS = """
    select count(*) filter (elected)::int as seats from results
    where kind = 'local' and council_id = ? and year(polling_on) = ? and coalesce(party_id, '') = ?
"""
HELD = """
    select count(distinct contest_id)::int as contests, count(*)::int as candidacies, sum(votes)::int as votes
    from results where kind = 'local' and year(polling_on) = ?
"""
# Columns of the file of 2023 that are no party.
NO_PARTY = {"COUNTYNAME", "DISTRICTNAME", "WARDNAME", "VACS", "TYPE", "ELECT", "TURNOUT"}


@pytest.mark.parametrize(
    ("year", "party", "seats"),
    [
        # Tower Hamlets Council; in 2014 with the three seats polled on 3 July.
        (2014, "labour", 22),
        (2014, "tower-hamlets-first", 18),
        (2014, "conservative", 5),
        (2018, "labour", 42),
        (2018, "conservative", 2),
        (2018, "peoples-alliance-of-tower-hamlets", 1),
        (2022, "aspire", 24),
        (2022, "labour", 19),
        (2022, "conservative", 1),
        (2022, "green-party", 1),
    ],
)
def test_seats_of_tower_hamlets(record: Record, year: int, party: str, seats: int) -> None:
    assert record.query(SEATS, ["tower-hamlets", year, party])[0]["seats"] == seats


@pytest.mark.parametrize(("year", "seats"), [(2014, 1851), (2018, 1833), (2022, 1817), (2026, 1817)])
def test_seats_of_london(record: Record, year: int, seats: int) -> None:
    # London Datastore: councillors of the 32 boroughs.
    found = record.query(
        "select count(*) filter (elected)::int as seats from results"
        " where kind = 'local' and region = 'London' and year(polling_on) = ?",
        [year],
    )
    assert found[0]["seats"] == seats


def test_2025_elected_1641(record: Record) -> None:
    # Commons Library, local elections 2025: 1,641 seats in 23 councils.
    found = record.query(
        "select count(*) filter (elected)::int as seats, count(distinct council_id)::int as councils"
        " from results where kind = 'local' and year(polling_on) = 2025"
    )
    assert found == [{"seats": 1641, "councils": 23}]


LEAP = {2014: "2014-results", 2016: "2016-05-05", 2017: "2017-05-04", 2018: "2018-05-03", 2019: "2019-05-02"}
WORKBOOKS = {
    2021: ("local_elections_2021_results-2.xlsx", "Candidates-results"),
    2022: ("local-elections-2022.xlsx", "Candidates-results"),
    2024: ("LEH-2024-results-HoC-version.xlsx", "Candidates results"),
    2025: ("LEH-2025-results-HoC.xlsx", "Candidates result"),
}


def candidates_held(record: Record, year: int) -> int:
    return int(record.query(HELD, [year])[0]["candidacies"])


@pytest.mark.sources
@pytest.mark.parametrize("year", LEAP)
def test_every_candidate_of_the_archive_is_held(record: Record, sources: Path, year: int) -> None:
    with (sources / "leap" / f"leap-{LEAP[year]}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1 if year == 2014 else 0 :]
    ward, candidate = (0, 2) if year == 2014 else (2, 4)
    # A row without a candidate says that a mayor was elected; the 151 of 2014 without a ward are filed.
    assert candidates_held(record, year) == sum(row[ward] != "NULL" and row[candidate] != "NULL" for row in rows)


@pytest.mark.sources
@pytest.mark.parametrize("year", WORKBOOKS)
def test_every_candidate_of_the_librarys_workbooks_is_held(record: Record, sources: Path, year: int) -> None:
    file, sheet = WORKBOOKS[year]
    book = CalamineWorkbook.from_path(sources / "house_of_commons_library" / file)
    # A title and a heading stand above the candidates.
    rows = book.get_sheet_by_name(sheet).to_python()[2:]
    assert candidates_held(record, year) == sum(any(cell != "" for cell in row) for row in rows)


@pytest.mark.sources
def test_every_candidate_of_london_2026_is_held(record: Record, sources: Path) -> None:
    with contextlib.closing(sqlite3.connect(sources / "gla" / "elections_2026.sqlite")) as connection:
        (published,) = connection.execute("select count(*) from candidates").fetchone()
    assert candidates_held(record, 2026) == published


@pytest.mark.sources
def test_every_ward_of_2023_and_every_party_with_votes_in_it_is_held(record: Record, sources: Path) -> None:
    path = sources / "house_of_commons_library" / "local_2023_ward_level.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    parties = [name for name in rows[0] if name.isupper() and name not in NO_PARTY]
    held = record.query(HELD, [2023])[0]
    assert held["contests"] == len(rows)
    assert held["votes"] == sum(int(row[name]) for row in rows for name in parties if row[name].strip())


def test_results_are_chosen_by_kind_year_council_and_party(record: Record) -> None:
    aspire = record.results(kind="local", election="2022", council="Tower Hamlets", party="Aspire").to_pandas()
    assert (len(aspire), int(aspire.elected.sum())) == (44, 24)
    assert set(aspire.voting_system) == {"FPTP", "block"}


def test_local_parties_do_not_change_what_a_name_of_the_commons_means(record: Record) -> None:
    from hustings.record.select import party_id

    for named, meant in (
        ("Labour", "labour"),
        ("LD", "liberal-democrat"),
        ("tories", "conservative"),
        ("UKIP", "uk-independence-party"),
        ("SNP", "scottish-national-party"),
        ("Plaid Cymru", "plaid-cymru"),
        ("Ashfield Independents", "ashfield-independents"),
        ("Respect", "respect-party"),
        ("TUSC", "trade-unionist-and-socialist-coalition"),
    ):
        assert party_id(record, named) == meant
