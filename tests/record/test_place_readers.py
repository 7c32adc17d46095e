"""Readers of the census, of lookups and of maps take what was published, traps and all, and refuse what is not."""

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from hustings.errors import SourceFault
from hustings.record.readers.open_innovations import (
    AGES,
    BIRTH,
    OLDEST,
    POPULATION,
    SUMS,
    read_country_of_birth,
    read_population,
)
from hustings.record.readers.parquet_file import read_parquet
from hustings.record.readers.shapes import read_hexes, read_outlines
from hustings.record.readers.small_area_census import EVERYBODY, LAYOUTS, read_small_areas
from hustings.record.readers.ward_lookup import COLUMNS, read_ward_lookup

NAN = float("nan")
RELIGION = LAYOUTS["census-religion-england-and-wales"]
ETHNIC = LAYOUTS["census-ethnic-group-scotland"]


def census_file(folder: Path, names: list[str], *rows: tuple[Any, ...]) -> Path:
    path = folder / "census.parquet"
    pq.write_table(
        pa.table({name: list(cells) for name, cells in zip(names, zip(*rows, strict=True), strict=True)}), path
    )
    return path


def england(folder: Path, *rows: tuple[Any, ...]) -> Path:
    return census_file(folder, list(RELIGION.columns), *rows)


def scotland(folder: Path, *rows: tuple[Any, ...]) -> Path:
    return census_file(folder, list(ETHNIC.columns), *rows)


WHOLE = [("E01000001", 5.0, "Hindu", 2.0, 0.4), ("E01000001", 5.0, "Sikh", 3.0, 0.6)]


def test_a_census_file_is_read_with_its_totals(tmp_path: Path) -> None:
    rows = read_small_areas(england(tmp_path, *WHOLE), RELIGION, ["Hindu", "Sikh"]).to_pylist()
    assert rows == [
        {"small_area": "E01000001", "published": "Hindu", "count": 2, "total": 5},
        {"small_area": "E01000001", "published": "Sikh", "count": 3, "total": 5},
    ]


def test_a_stray_column_and_footnotes_are_not_counted_and_a_misnamed_column_is_read(tmp_path: Path) -> None:
    path = scotland(
        tmp_path,
        ("S01006506", "White: Total", 890.0, 0.9),
        ("S01006506", "...27", NAN, NAN),
        ("INFO", "White: Total", NAN, NAN),
        ("(c) Copyright WingArc Australia 2018", "...27", NAN, NAN),
    )
    rows = read_small_areas(path, ETHNIC, ["White: Total"]).to_pylist()
    assert rows == [{"small_area": "S01006506", "published": "White: Total", "count": 890, "total": None}]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [("S01006506", "White: Total", 1.0, 1.0), ("S01006506", "...27", 4.0, NAN)],
            "row 2, column count: 4.0 is counted",
        ),
        ([("S01006506", "White: Total", NAN, NAN)], "None is no whole number"),
        ([("S01006506", "White: Total", 1.5, 1.0)], "1.5 is no whole number"),
        ([("S01006506", "White: Total", -1.0, 1.0)], "-1.0 is no whole number"),
        ([("S01006506", "White: Totl", 1.0, 1.0)], "column religion: 'White: Totl' is an answer not known"),
        ([("S02006506", "White: Total", 1.0, 1.0)], "column dz11_code: 'S02006506' is no small area"),
        ([("S01006506", "White: Total", 1.0, 1.0)] * 2, "'White: Total' stands twice for one small area"),
    ],
)
def test_a_census_file_that_is_not_as_published_is_refused(tmp_path: Path, rows: list[Any], said: str) -> None:
    with pytest.raises(SourceFault) as refused:
        read_small_areas(scotland(tmp_path, *rows), ETHNIC, ["White: Total"])
    assert said.replace("row ", "line ") in str(refused.value)


def test_a_small_area_that_lacks_an_answer_is_refused(tmp_path: Path) -> None:
    path = england(tmp_path, *WHOLE, ("E01000002", 1.0, "Sikh", 1.0, 1.0))
    with pytest.raises(SourceFault, match="E01000002 has 1 answers of 2"):
        read_small_areas(path, RELIGION, ["Hindu", "Sikh"])


def test_parquet_cut_off_reordered_or_retyped_is_refused(tmp_path: Path) -> None:
    path = england(tmp_path, *WHOLE)
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    with pytest.raises(SourceFault, match=r"census\.parquet, line 0: not a whole Parquet file"):
        read_parquet(path, RELIGION.columns)
    names = list(RELIGION.columns)
    turned = census_file(tmp_path, [names[1], names[0], *names[2:]], *((t, a, *rest) for a, t, *rest in WHOLE))
    with pytest.raises(SourceFault, match="column lsoa21_code: column 1 is 'total_residents'"):
        read_parquet(turned, RELIGION.columns)
    text = england(tmp_path, *((a, str(t), *rest) for a, t, *rest in WHOLE))
    with pytest.raises(SourceFault, match="column total_residents: holds string values where real was published"):
        read_parquet(text, RELIGION.columns)


def ward_file(folder: Path, *flags: str, mark: str = "\ufeff") -> Path:
    lines = [",".join(COLUMNS)]
    lines += [
        f"E0500000{number},Bow East,,E14001525,Stratford and Bow,,E09000030,Tower Hamlets,,,,,{flag},{number}"
        for number, flag in enumerate(flags)
    ]
    path = folder / "wards.csv"
    # The mark, encoded, read as Latin-1 and encoded again.
    path.write_bytes("\n".join(lines).replace(lines[0][:3], mark.encode().decode("latin-1"), 1).encode() + b"\n")
    return path


def test_the_mark_encoded_twice_and_the_one_flag_that_is_true(tmp_path: Path) -> None:
    path = ward_file(tmp_path, "", "Yes", "TRUE")
    assert path.read_bytes().startswith(b"\xc3\xaf\xc2\xbb\xc2\xbfWD24CD")
    rows = read_ward_lookup(path)
    assert [row["split"] for row in rows] == [False, True, True]
    assert rows[0]["ward_id"] == "E05000000"
    with pytest.raises(SourceFault, match=r"line 2, column SPLIT_WARD: 'No' is not Yes or blank"):
        read_ward_lookup(ward_file(tmp_path, "No"))


def hex_file(folder: Path, **published: Any) -> Path:
    path = folder / "hexes.json"
    path.write_text(json.dumps(published))
    return path


def test_hexes_of_another_layout_or_in_one_place_are_refused(tmp_path: Path) -> None:
    cells = {"E14000001": {"n": "Bow", "q": -1, "r": 2}}
    [row] = read_hexes(hex_file(tmp_path, layout="odd-r", hexes=cells))
    assert (row["area_id"], row["q"], row["r"]) == ("E14000001", -1, 2)
    for published, said in (
        ({"layout": "even-q", "hexes": cells}, "'even-q' is not odd-r"),
        ({"layout": "odd-r", "hexes": cells | {"E14000002": cells["E14000001"]}}, "stands where E14000001 does"),
        ({"layout": "odd-r", "hexes": {"E14000001": {"q": 1.5, "r": 2}}}, "are not whole numbers"),
    ):
        with pytest.raises(SourceFault, match=said):
            read_hexes(hex_file(tmp_path, **published))
    (tmp_path / "hexes.json").write_text('{"layout": "odd-r",\n "hexes": {')
    with pytest.raises(SourceFault, match="line 2: not whole JSON"):
        read_hexes(tmp_path / "hexes.json")


def outline_file(folder: Path, *points: tuple[float, float]) -> Path:
    geometry = {"type": "Polygon", "coordinates": [points]}
    return hex_file(folder, features=[{"properties": {"PCON24CD": "E14001086"}, "geometry": geometry}])


def test_outlines_in_another_projection_are_refused(tmp_path: Path) -> None:
    [row] = read_outlines(outline_file(tmp_path, (-0.05, 51.5), (-0.04, 51.6), (-0.05, 51.5)), "PCON24CD")
    assert json.loads(str(row["geometry"]))["coordinates"][0][0] == [-0.05, 51.5]
    with pytest.raises(SourceFault, match="is not in the British Isles"):
        read_outlines(outline_file(tmp_path, (534000.0, 182000.0)), "PCON24CD")
    with pytest.raises(SourceFault, match="feature 1 has no code"):
        read_outlines(outline_file(tmp_path, (-0.05, 51.5)), "PCON22CD")


def population_file(folder: Path, over: int = 0, **changed: int) -> Path:
    ages = [10] * len([*AGES, OLDEST])
    sums = {name: sum(ages[first : last + 1]) + (over if last == 90 else 0) for name, (first, last) in SUMS.items()}
    cells = ["S14000021", *ages, *(sums | changed).values()]
    path = folder / "population.csv"
    path.write_text(f"{','.join(POPULATION)}\n{','.join(map(str, cells))}\n")
    return path


def test_ages_must_add_up_but_for_the_over_90s_that_scotland_lacks(tmp_path: Path) -> None:
    assert len(read_population(population_file(tmp_path))) == 91
    # As published: those over 90 stand in the sums alone, and the correction adds them.
    assert read_population(population_file(tmp_path, over=7))[90]["people"] == 10
    for changed in ({"18-64": 471}, {"total": 911}, {"65+": 261}):
        with pytest.raises(SourceFault, match="is not the sum of its ages"):
            read_population(population_file(tmp_path, **changed))


def test_shares_of_birth_must_add_up(tmp_path: Path) -> None:
    path = tmp_path / "birth.csv"
    for shares, refused in (("0.1,0.1,0.8", False), ("0.1,0.1,0.801", False), ("0.1,0.1,0.82", True)):
        path.write_text(
            f"{','.join(BIRTH)}\nE14001086,Bow,E12000007,London,England & Wales,{shares},{shares},{shares}\n"
        )
        if refused:
            with pytest.raises(SourceFault, match=r"line 2: the shares add up to 1\.020"):
                read_country_of_birth(path)
        else:
            assert [row["born_in"] for row in read_country_of_birth(path)][-1] == "United Kingdom"


@pytest.mark.sources
def test_the_age_file_keeps_its_total_among_the_ages(sources: Path) -> None:
    ages = read_parquet(sources / "ons" / "age_gender21_dz11.parquet", LAYOUTS["census-age-scotland"].columns)
    answers = set(ages["age_group"].to_pylist())
    assert EVERYBODY in answers
    assert "15.0" in answers
