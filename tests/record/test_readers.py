"""Readers take what was published and refuse what is not, naming file, line and column."""

from datetime import date, datetime
from pathlib import Path

import pytest
from dumps import dump_text, line_of, write_dump

from hustings.errors import SourceFault
from hustings.record.readers.csv_file import read_csv
from hustings.record.readers.declaration_times import HEADER, read_declaration_times
from hustings.record.readers.electoral_commission_2005 import read_general_election_2005
from hustings.record.readers.library_dump import read_library_dump

COLUMNS = {"Seat": "text", "Polled": "date d/m/Y", "Votes": "whole"}


def refusal(path: Path) -> str:
    with pytest.raises(SourceFault) as refused:
        read_library_dump(path)
    return str(refused.value)


def test_a_dump_is_read_with_its_escapes_and_nulls(tmp_path: Path) -> None:
    members = read_library_dump(write_dump(tmp_path, dump_text()))["members"]
    assert members == [
        {"id": 1, "given_name": "Aneurin", "family_name": "Bevan", "mnis_id": "100"},
        {"id": 2, "given_name": "Daisy", "family_name": "O\\Neill\tSmith", "mnis_id": None},
    ]


def test_a_file_that_is_no_dump_is_refused(tmp_path: Path) -> None:
    assert "line 2: not a PostgreSQL dump" in refusal(write_dump(tmp_path, "hello\nworld\n"))
    assert "line 1: the file is empty" in refusal(write_dump(tmp_path, ""))


def test_a_truncated_dump_is_refused(tmp_path: Path) -> None:
    text = dump_text()
    in_a_table = text[: text.index("Bevan")]
    assert "4 columns" in refusal(write_dump(tmp_path, in_a_table))
    between_rows = text[: text.index("2\tDaisy")]
    assert "table 'members' is cut off" in refusal(write_dump(tmp_path, between_rows))
    between_tables = text[: text.index("COPY public.members")]
    assert "the dump ends early" in refusal(write_dump(tmp_path, between_tables))


def test_reordered_columns_are_refused_by_name(tmp_path: Path) -> None:
    text = dump_text().replace("members (id, given_name, family_name", "members (id, family_name, given_name")
    line = line_of(text, "COPY public.members")
    assert f"dump.sql, line {line}, column given_name" in refusal(write_dump(tmp_path, text))


def test_a_short_row_is_refused_with_the_column_it_lacks(tmp_path: Path) -> None:
    text = dump_text(["1\tAneurin\tBevan"])
    line = line_of(text, "1\tAneurin")
    assert f"dump.sql, line {line}, column mnis_id: 3 cells" in refusal(write_dump(tmp_path, text))


def test_a_cell_of_the_wrong_kind_is_refused(tmp_path: Path) -> None:
    text = dump_text(["one\tAneurin\tBevan\t100"])
    line = line_of(text, "one\tAneurin")
    assert f"dump.sql, line {line}, column id: 'one' is not a whole value" in refusal(write_dump(tmp_path, text))


def test_a_reencoded_dump_is_refused(tmp_path: Path) -> None:
    text = dump_text(["1\tSiân\tBerry\t1"])
    path = tmp_path / "dump.sql"
    path.write_bytes(text.encode("latin-1"))
    assert f"line {line_of(text, '1')}, column byte 5: not UTF-8" in refusal(path)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    text = dump_text().replace("COPY public.members ", "COPY public.memberz ")
    assert "the dump has no table 'members'" in refusal(write_dump(tmp_path, text))


def csv_file(folder: Path, *lines: str) -> Path:
    path = folder / "file.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    return path


def test_csv_is_read_as_typed_values(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "Seat,Polled,Votes", '"Ayr, Carrick and Cumnock",04/07/2024,42', "Clacton,13/08/2026,")
    assert list(read_csv(path, COLUMNS)) == [
        {"Seat": "Ayr, Carrick and Cumnock", "Polled": date(2024, 7, 4), "Votes": 42},
        {"Seat": "Clacton", "Polled": date(2026, 8, 13), "Votes": None},
    ]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("Seat,Votes,Polled", "Clacton,1,13/08/2026"), "line 1, column Polled: column 2 is 'Votes'"),
        (("Seat,Polled", "Clacton,13/08/2026"), "line 1, column Votes: column 3 is ''"),
        (("Seat,Polled,Votes,More", "a,b,c,d"), "line 1: an unknown column 'More'"),
        (("Seat,Polled,Votes", "Clacton,13/08/2026"), "line 2: 2 cells where the header has 3"),
        (("Seat,Polled,Votes", "Clacton,13/08/2026,1", "Ash,2026-08-13,1"), "line 3, column Polled: '2026-08-13'"),
        (("Seat,Polled,Votes", "Clacton,13/08/2026,1.5"), "line 2, column Votes: '1.5' is not a whole value"),
        (("Seat,Polled,Votes", '"Clacton,13/08/2026,1'), "not CSV"),
    ],
)
def test_csv_that_is_not_as_published_is_refused(tmp_path: Path, lines: tuple[str, ...], said: str) -> None:
    with pytest.raises(SourceFault) as refused:
        list(read_csv(csv_file(tmp_path, *lines), COLUMNS))
    assert said in str(refused.value)


def test_only_a_row_known_to_be_short_may_be(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "Seat,Polled,Votes", "Clacton,13/08/2026")
    assert next(read_csv(path, COLUMNS, {"Clacton": 2}))["Votes"] is None
    with pytest.raises(SourceFault):
        list(read_csv(path, COLUMNS, {"Ash": 2}))


def test_declaration_times_keep_bare_commas_and_turn_midnight(tmp_path: Path) -> None:
    rows = ["Ayr, Carrick & Cumnock,SNP,5.0,LAB,10.2,04:51,", "Blyth & Ashington,LAB,14.2,LAB,22.7,23:33,"]
    path = csv_file(tmp_path, ",".join(HEADER), *rows)
    assert [(row["constituency"], row["declared_at"]) for row in read_declaration_times(path)] == [
        ("Ayr, Carrick & Cumnock", datetime(2024, 7, 5, 4, 51)),
        ("Blyth & Ashington", datetime(2024, 7, 4, 23, 33)),
    ]


def test_a_declaration_time_that_is_none_is_refused(tmp_path: Path) -> None:
    path = csv_file(tmp_path, ",".join(HEADER), "Ash,SNP,5.0,LAB,10.2,late,")
    with pytest.raises(SourceFault, match="line 2, column Declaration time: 'late' is no time"):
        read_declaration_times(path)


def test_a_workbook_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "results.xls"
    path.write_text("hello")
    with pytest.raises(SourceFault, match=r"results\.xls, line 1: not an \.xls workbook"):
        read_general_election_2005(path)


@pytest.mark.sources
def test_the_2005_workbook_gives_every_candidate(sources: Path) -> None:
    rows = read_general_election_2005(sources / "electoral_commission" / "general-election-2005-results.xls")
    assert len({row["seat"] for row in rows}) == 646
    galloway = next(row for row in rows if str(row["candidate"]).startswith("Galloway, G"))
    assert (galloway["seat"], galloway["party"], galloway["votes"]) == ("Bethnal Green & Bow", "Resp", 15801)
