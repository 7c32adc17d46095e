"""Every council that a published file names is found, each under one id, and a misspelt one is suggested."""

import csv
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from hustings.errors import AmbiguousName, UnknownName
from hustings.record.councils import Councils, read_councils
from hustings.record.schema.local import COUNCIL_TYPES

PUBLISHED = Path(__file__).parents[3] / "shared" / "data"
COUNCILS = read_councils()
# Counties without a council, printed beside the names of councils.
NO_COUNCIL = {"Merseyside", "South Yorkshire", "Greater Manchester", "NA", ""}
Named = tuple[str, str | None, date]


def rows_of(name: str, encoding: str = "utf-8-sig") -> Iterator[list[str]]:
    with (PUBLISHED / name).open(encoding=encoding, newline="") as file:
        yield from csv.reader(file)


def sheet_of(name: str, sheet: str, skip: int) -> list[list[object]]:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(PUBLISHED / "house_of_commons_library" / name)
    return book.get_sheet_by_name(sheet).to_python()[skip:]


def leap() -> Iterator[Named]:
    yield from ((row[1], None, date(2014, 5, 22)) for row in islice(rows_of("leap/leap-2014-results.csv"), 1, None))
    for day in ("2016-05-05", "2017-05-04", "2018-05-03", "2019-05-02"):
        yield from ((row[0], row[1], date.fromisoformat(day)) for row in rows_of(f"leap/leap-{day}.csv"))


def library() -> Iterator[Named]:
    for rows, columns, day in (
        (sheet_of("local_elections_2021_results-2.xlsx", "Candidates-results", 2), ((3, 2), (1, 0)), date(2021, 5, 6)),
        (sheet_of("local-elections-2022.xlsx", "Candidates-results", 2), ((5, 4), (3, 2)), date(2022, 5, 5)),
        (sheet_of("LEH-2024-results-HoC-version.xlsx", "Candidates results", 2), ((3, 2),), date(2024, 5, 2)),
        (sheet_of("LEH-2025-results-HoC.xlsx", "Candidates result", 2), ((3, None), (4, None)), date(2025, 5, 1)),
    ):
        for row in rows:
            for name, code in columns:
                yield str(row[name]), None if code is None else str(row[code]), day
    for row in islice(rows_of("house_of_commons_library/local_2023_ward_level.csv"), 1, None):
        yield row[1], None, date(2023, 5, 4)


def others() -> Iterator[Named]:
    for row in islice(rows_of("open_council_data/history2016-2025.csv"), 1, None):
        yield row[2], None, date(int(row[3]), 12, 1)
    for year in (2022, 2025):
        for row in islice(rows_of(f"open_council_data/opencouncildata_councillors_{year}.csv"), 1, None):
            yield row[0], None, date(year, 12, 1)
    for row in islice(rows_of("democracy_club/democracyclub-results-2018-05-03.csv"), 2, None):
        kind, organisation = row[0].split(".")[:2]
        if kind != "parl":
            yield organisation, None, date(2018, 5, 3)
    for row in islice(rows_of("gla/candidate_level_cleaned_2022.csv"), 1, None):
        yield from ((row[0], None, date(2022, 5, 5)), (row[9], row[11], date(2022, 5, 5)))
    with sqlite3.connect(f"file:{PUBLISHED / 'gla' / 'elections_2026.sqlite'}?mode=ro", uri=True) as gla:
        for name, code in gla.execute("select LAD22NM, LAD22CD from geo_lkp"):
            yield name, code, date(2026, 5, 7)


@pytest.mark.sources
@pytest.mark.parametrize("publisher", [leap, library, others], ids=lambda publisher: publisher.__name__)
def test_every_published_name_is_a_council_and_agrees_with_its_code(publisher: object) -> None:
    named = {one for one in publisher() if one[0] not in NO_COUNCIL and one[0] is not None}
    assert len(named) > 100
    for name, code, on in named:
        found = COUNCILS.by_name(name, on)
        if code and re.fullmatch(r"[EWSN]\d{8}", code):
            assert COUNCILS.codes[code] == found, (name, code)
        assert COUNCILS.identify(name, code, on) == found


@pytest.mark.sources
def test_the_office_for_national_statistics_knows_each_code_by_that_name() -> None:
    files = (
        ("ward24_pcon24_lad24_lookup_ONS.csv", 6, date(2024, 5, 2)),
        ("ward24_pcon24_lad24_lookup_ONS.csv", 9, date(2024, 5, 2)),
        ("lookup_ward19_pcon19_lad19.csv", 4, date(2019, 5, 2)),
    )
    known = {
        (row[code], row[code + 1], on)
        for file, code, on in files
        for row in rows_of(f"ons/{file}")
        if row[code][1:].isdigit()
    }
    assert len(known) > 700
    for code, name, on in known:
        assert COUNCILS.codes[code] == COUNCILS.by_name(name, on), (name, code)


def test_the_list_keeps_its_own_rules() -> None:
    rows = list(COUNCILS.rows.values())
    assert len(rows) == 429
    assert {row["council_type"] for row in rows} == set(COUNCIL_TYPES)
    assert set(COUNCILS.codes.values()) == set(COUNCILS.rows)
    assert all(COUNCILS.codes[str(row["gss"])] == row["council_id"] for row in rows)
    assert all(row["authority"] for row in rows)
    assert len({row["council"] for row in rows}) == len(rows)
    shared = {slug for slug, n in Counter(row["slug"] for row in rows).items() if n > 1}
    assert shared == {"dorset", "buckinghamshire"}


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("London borough", 32),
        ("metropolitan district", 36),
        ("Scottish council", 32),
        ("Welsh council", 22),
        ("Northern Irish district", 11),
        ("county", 25),
    ],
)
def test_there_are_as_many_of_each_kind_as_the_law_made(kind: str, number: int) -> None:
    assert sum(row["council_type"] == kind for row in COUNCILS.rows.values()) == number


def test_a_name_that_two_councils_had_means_the_one_of_the_day() -> None:
    assert COUNCILS.by_name("Dorset", date(2017, 5, 4)) == "dorset-county"
    assert COUNCILS.by_name("Dorset", date(2019, 5, 2)) == "dorset"
    assert COUNCILS.by_name("Dorset") == "dorset"
    assert COUNCILS.slug("dorset-county") == COUNCILS.slug("dorset") == "dorset"
    assert COUNCILS.codes["E10000009"] == "dorset-county"


@pytest.mark.parametrize(
    ("asked", "council"),
    [
        ("tower hamlets", "tower-hamlets"),
        ("London Borough of Tower Hamlets", "tower-hamlets"),
        ("Tower Hamlets London Borough Council", "tower-hamlets"),
        ("E09000030", "tower-hamlets"),
        ("tower-hamlets", "tower-hamlets"),
        ("Hull", "kingston-upon-hull"),
        ("Bristol City Council", "bristol"),
        ("Durham County Council", "county-durham"),
        ("Barking & Dagenham", "barking-and-dagenham"),
        ("Western Isles", "eilean-siar"),
        ("Wrekin", "telford-and-wrekin"),
        ("Purbeck", "purbeck"),
    ],
)
def test_people_find_a_council_by_what_they_call_it(asked: str, council: str) -> None:
    assert COUNCILS.find(asked) == council


def test_a_misspelt_council_is_suggested_and_a_shared_word_is_asked_about() -> None:
    with pytest.raises(UnknownName, match="did you mean Tower Hamlets"):
        COUNCILS.find("Tower Hamlet")
    with pytest.raises(AmbiguousName, match="may be"):
        COUNCILS.find("Ayrshire")
    with pytest.raises(UnknownName, match="give a council's name"):
        COUNCILS.find("zzzzqq")


def test_nothing_is_found_in_an_empty_list() -> None:
    with pytest.raises(UnknownName):
        Councils([]).find("Tower Hamlets")
