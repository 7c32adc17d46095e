"""How councils are made up each year: the files, and the tables made of them."""

from pathlib import Path

import pytest

from hustings.errors import SourceFault
from hustings.record.open import Record
from hustings.record.readers import open_council_data
from hustings.record.readers.open_council_data import COUNCILLORS, HISTORY, read_council_history, read_councillors

HEADER = ",".join(HISTORY)
LINE = "1,255,Tower Hamlets,2018,45,2,42,0,0,0,0,0,0,1,Lab"


def written(folder: Path, *lines: str) -> Path:
    path = folder / "councils.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_history_is_read_as_whole_numbers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_council_data, "PUBLISHED_HISTORY", 1)
    (row,) = read_council_history(written(tmp_path, HEADER, LINE))
    assert (row["authority"], row["total"], row["lab"], row["majority"]) == ("Tower Hamlets", 45, 42, "Lab")


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ((HEADER.replace("con,lab", "lab,con"), LINE), "column con: column 6 is 'lab' where 'con' was published"),
        ((HEADER, LINE.replace(",45,", ",forty-five,")), "column total: 'forty-five' is not a whole value"),
        ((HEADER, LINE), "1 rows where 3,881 were published"),
        ((HEADER, LINE[:-4]), "14 cells where the header has 15"),
    ],
)
def test_a_history_that_was_not_published_is_refused(tmp_path: Path, lines: tuple[str, ...], fault: str) -> None:
    with pytest.raises(SourceFault, match=fault):
        read_council_history(written(tmp_path, *lines))


def test_a_blank_among_the_counts_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_council_data, "PUBLISHED_HISTORY", 1)
    with pytest.raises(SourceFault, match="a cell is blank"):
        read_council_history(written(tmp_path, HEADER, LINE.replace(",42,", ",,")))


def test_a_list_of_councillors_cut_short_or_reencoded_is_refused(tmp_path: Path) -> None:
    header = ",".join(COUNCILLORS)
    path = written(tmp_path, header, "Ceredigion,Aberaeron,Siân Ann,2027-05-06,Labour Party,PP53")
    with pytest.raises(SourceFault, match="1 rows where 19,312 were published"):
        read_councillors(path, 2022)
    path.write_bytes(path.read_text(encoding="utf-8").encode("latin-1"))
    with pytest.raises(SourceFault, match="not UTF-8"):
        read_councillors(path, 2022)


def test_the_parties_of_a_council_add_up_to_its_councillors(record: Record) -> None:
    wrong = record.query("""
        select council_id, year from council_composition join council_control using (council_id, year)
        group by all having sum(council_composition.councillors) != any_value(council_control.councillors)
    """)
    assert wrong == []
    years = record.query(
        "select year, count(*) as n, sum(councillors) as seats from council_control group by 1 order by 1"
    )
    assert {row["year"]: (row["n"], row["seats"]) for row in years} == {
        2016: (407, 20369), 2017: (407, 20349), 2018: (407, 20250), 2019: (397, 19787), 2020: (392, 19551),
        2021: (387, 19481), 2022: (371, 18850), 2023: (371, 18766), 2024: (371, 18740), 2025: (371, 18645),
    }  # fmt: skip


def test_each_list_has_as_many_councillors_as_the_history_of_its_year(record: Record) -> None:
    rows = record.query("""
        select council_id, year, council_control.councillors as stated, listed.n
        from (select council_id, year, count(*) as n from councillor group by all) as listed
        join council_control using (council_id, year)
    """)
    assert len(rows) == 371 + 371
    assert all(row["stated"] == row["n"] for row in rows)


def test_tower_hamlets_as_published(record: Record) -> None:
    rows = record.query("""
        select year, party_label, council_composition.councillors as n, control
        from council_composition join council_control using (council_id, year)
        where council_id = 'tower-hamlets' and council_composition.councillors > 0
    """)
    made_up = {(row["year"], row["party_label"]): row["n"] for row in rows}
    assert (made_up[2018, "Labour"], made_up[2018, "Conservative"], made_up[2018, "Other"]) == (42, 2, 1)
    assert (made_up[2022, "Labour"], made_up[2022, "Other"]) == (19, 24)
    assert {row["control"] for row in rows if row["year"] == 2025} == {"Aspire Mayor"}


def test_share_alike_rows_stand_in_files_of_their_own(record: Record) -> None:
    for name in ("council_composition", "council_control", "councillor"):
        assert [path.name for path in record.folder.glob(f"{name}*.parquet")] == [f"{name}.cc-by-sa-4.0.parquet"]
    assert [path.name for path in record.folder.glob("council.parquet")] == ["council.parquet"]
