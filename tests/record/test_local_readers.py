"""Readers of local results take each layout as published and refuse what is cut, moved or re-encoded, saying where."""

import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from workbooks import Sheets, write_workbook

from hustings.errors import SourceFault
from hustings.record.readers import leap, library_local, london
from hustings.record.readers.democracy_club import read_democracy_club
from hustings.record.readers.leap import read_leap
from hustings.record.readers.library_local import layouts, read_local_workbook
from hustings.record.readers.library_local_2023 import read_local_2023
from hustings.record.readers.london import read_london_2022, read_london_2026

LIBRARY = "house_of_commons_library"
WORKBOOKS = {
    2021: "local_elections_2021_results-2.xlsx",
    2022: "local-elections-2022.xlsx",
    2024: "LEH-2024-results-HoC-version.xlsx",
    2025: "LEH-2025-results-HoC.xlsx",
}
ADUR = '"Adur","E07000223","Buckingham","E05007562","Kevin Boram","C","520","1"'


def refused(path: Path, read: Callable[..., object], *more: object) -> str:
    with pytest.raises(SourceFault) as refusal:
        read(path, *more)
    return str(refusal.value)


def leap_file(folder: Path, *lines: str) -> Path:
    path = folder / "leap-2016.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of one row is whole."""
    monkeypatch.setattr(leap, "PUBLISHED", {"2014": 1, "2016": 1})


@pytest.mark.usefixtures("one_row")
def test_a_file_without_a_header_gives_its_first_line_as_a_row(tmp_path: Path) -> None:
    row = read_leap(leap_file(tmp_path, ADUR), 2016)[0]
    assert (row["candidate"], row["votes"], row["elected"]) == ("Kevin Boram", 520, True)


@pytest.mark.usefixtures("one_row")
@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Council,Code,Ward,Code,Candidate,Party,Votes,Elected", "line 1, column council code: 'Code'"),
        (
            '"Adur","Buckingham","E07000223","E05007562","Kevin Boram","C","520","1"',
            "'Buckingham' is no council's code",
        ),
        ('"Adur","E07000223","Buckingham","E05007562","Kevin Boram","520","C","1"', "column votes: 'C' is not a count"),
        (ADUR.replace('"1"', '"yes"'), "column elected: 'yes' is neither 1 nor 0"),
        (ADUR.rpartition(",")[0], "line 1: 7 cells where 8 were published"),
        (ADUR + "\n" + ADUR, "2 rows where 1 were published"),
    ],
)
def test_a_leap_file_that_is_not_as_published_is_refused(tmp_path: Path, line: str, said: str) -> None:
    assert said in refused(leap_file(tmp_path, line), read_leap, 2016)


@pytest.mark.usefixtures("one_row")
def test_the_header_of_2014_must_be_there(tmp_path: Path) -> None:
    assert "column Ward" in refused(leap_file(tmp_path, "Adur,Buckingham,Emma Evans,C,678,1"), read_leap, 2014)


def test_a_leap_file_cut_short_is_refused(tmp_path: Path) -> None:
    assert "1 rows where 10880 were published" in refused(leap_file(tmp_path, ADUR), read_leap, 2016)


def test_democracy_clubs_first_line_must_be_the_word_false(tmp_path: Path) -> None:
    path = tmp_path / "results.csv"
    path.write_text("election_id,ballot_paper_id\n")
    assert "line 1: the line is 'election_id,ballot_paper_id' where 'False'" in refused(path, read_democracy_club)
    path.write_text("False\nelection_id,person_id\n")
    assert "line 2, column ballot_paper_id: column 2 is 'person_id'" in refused(path, read_democracy_club)


def test_the_table_of_2023_names_a_column_moved(tmp_path: Path) -> None:
    path = tmp_path / "2023.csv"
    path.write_text("COUNTYNAME,WARDNAME,DISTRICTNAME\n")
    assert "column DISTRICTNAME: column 2 is 'WARDNAME'" in refused(path, read_local_2023)
    path.write_text("COUNTYNAME,DISTRICTNAME,WARDNAME,VACS,TYPE,ELECT,TURNOUT,CON,Grand Total\n")
    assert "1 parties before 'Grand Total' where 144" in refused(path, read_local_2023)


def test_londons_file_of_2022_names_a_column_missing(tmp_path: Path) -> None:
    path = tmp_path / "2022.csv"
    path.write_text("borough_original,ward_original,surname\n")
    assert "line 1, column election_date: column 3 is 'surname'" in refused(path, read_london_2022)


def test_a_database_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "elections.sqlite"
    path.write_text("hello, this is no database, and is long enough to be looked at as one")
    assert "not an SQLite database" in refused(path, read_london_2026)


@pytest.mark.sources
def test_a_database_with_a_column_moved_or_a_row_gone_is_refused(tmp_path: Path, sources: Path) -> None:
    path = tmp_path / "elections.sqlite"
    shutil.copy(sources / "gla" / "elections_2026.sqlite", path)
    path.chmod(0o644)
    with sqlite3.connect(path) as connection:
        connection.execute("delete from geo_lkp where ward = 'Abbey'")
    assert "table geo_lkp" in refused(path, read_london_2026)
    with sqlite3.connect(path) as connection:
        connection.execute("alter table candidates rename column votes to ballots")
    assert "table candidates, line 1, column votes" in refused(path, read_london_2026)


def workbook(folder: Path, year: int, change: Callable[[Sheets], object] = lambda _: None) -> Path:
    """A workbook of that year's layout with one row in each sheet, as `change` alters it."""
    sheets: Sheets = {
        layout["sheet"]: [
            *[["A title"] for _ in range(layout["above"])],
            [header for header, _ in layout["columns"]],
            [CELLS.get(word, "x") for _, word in layout["columns"]],
        ]
        for layout in layouts()[str(year)].values()
    }
    change(sheets)
    return write_workbook(folder / "book.xlsx", sheets)


CELLS = {
    **dict.fromkeys(("votes", "seats", "electorate", "leading_votes", "total_votes", "ballots", "invalid"), 3),
    **dict.fromkeys(("turnout", "valid_turnout"), 40.5),
    **dict.fromkeys(("elected", "leading", "candidates"), 1),
}


@pytest.fixture
def short_books(monkeypatch: pytest.MonkeyPatch) -> None:
    """A workbook of one row a sheet is whole."""
    sheets = dict.fromkeys(("candidates", "wards", "parties"), 1)
    monkeypatch.setattr(library_local, "PUBLISHED", dict.fromkeys(WORKBOOKS, sheets))


@pytest.mark.usefixtures("short_books")
@pytest.mark.parametrize("year", WORKBOOKS)
def test_a_workbook_is_read_in_our_words(tmp_path: Path, year: int) -> None:
    book = read_local_workbook(workbook(tmp_path, year), year)
    assert (book.candidates[0]["votes"], book.candidates[0]["elected"]) == (3, True)
    assert (book.wards[0]["seats"], book.wards[0]["turnout"]) == (3, 40.5)


@pytest.mark.usefixtures("short_books")
def test_a_workbook_with_a_sheet_renamed_is_refused(tmp_path: Path) -> None:
    def rename(sheets: Sheets) -> None:
        sheets["Wards"] = sheets.pop("Wards results")

    said = refused(workbook(tmp_path, 2024, rename), read_local_workbook, 2024)
    assert "there is no sheet 'Wards results' among" in said


@pytest.mark.usefixtures("short_books")
def test_a_workbook_with_a_column_moved_is_refused_by_sheet_row_and_column(tmp_path: Path) -> None:
    def move(sheets: Sheets) -> None:
        for row in sheets["Candidates-results"][1:]:
            del row[10]

    said = refused(workbook(tmp_path, 2021, move), read_local_workbook, 2021)
    assert "book.xlsx, sheet Candidates-results, line 2, column Inumbent: column 11 is 'Votes'" in said


@pytest.mark.usefixtures("short_books")
def test_a_workbook_with_a_cell_of_another_kind_is_refused(tmp_path: Path) -> None:
    def spoil(sheets: Sheets) -> None:
        sheets["Candidates-results"][2][15] = "many"

    said = refused(workbook(tmp_path, 2022, spoil), read_local_workbook, 2022)
    assert "sheet Candidates-results, line 3, column Votes: 'many' is not a count" in said


def test_a_workbook_cut_short_is_refused(tmp_path: Path) -> None:
    assert "1 rows where 10029 were published" in refused(workbook(tmp_path, 2024), read_local_workbook, 2024)


def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_text("hello")
    assert "book.xlsx, line 1: not an .xlsx workbook" in refused(path, read_local_workbook, 2024)


@pytest.mark.sources
@pytest.mark.parametrize("year", WORKBOOKS)
def test_the_librarys_own_count_of_each_partys_candidates(sources: Path, year: int) -> None:
    book = read_local_workbook(sources / LIBRARY / WORKBOOKS[year], year)
    name = "party" if year == 2025 else "label"
    stated: Counter[str] = Counter()
    for row in book.parties:
        stated[str(row[name]).upper()] += int(str(row["candidates"]))
    found = Counter(str(row["label"]).upper() for row in book.candidates)
    # In 2024 the sheets spell & as and, and the key leaves out one party.
    shared = stated.keys() & found.keys()
    assert {key: found[key] for key in shared} == {key: stated[key] for key in shared}
    assert sum(found.values()) - sum(stated.values()) == {2024: 1}.get(year, 0)


@pytest.mark.sources
def test_every_ward_of_2023_adds_up_to_its_total(sources: Path) -> None:
    rows = read_local_2023(sources / LIBRARY / "local_2023_ward_level.csv")
    sums: Counter[tuple[object, object]] = Counter()
    for row in rows:
        sums[row["council"], row["ward"]] += int(str(row["votes"]))
    assert {(row["council"], row["ward"]): row["total"] for row in rows} == dict(sums)
    assert len(sums) == 4_797


@pytest.mark.sources
def test_london_elects_1817(sources: Path) -> None:
    rows = read_london_2022(sources / "gla" / "candidate_level_cleaned_2022.csv")
    assert sum(bool(row["elected"]) for row in rows) == 1_817
    tables = read_london_2026(sources / "gla" / "elections_2026.sqlite")
    assert sum(bool(row["elected"]) for row in tables.candidates) == 1_817
    assert len(tables.candidates) == london.TABLES_2026["candidates"][1] == 8_987
