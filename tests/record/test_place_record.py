"""The census of places in the record, held against what was published of them, and places found by name."""

import json
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from hustings.errors import AmbiguousName, RecordFault, UnknownName
from hustings.measures.census import harmonised
from hustings.record.build.licences import _parts_of_arrow
from hustings.record.build.parquet import write_parquet
from hustings.record.localities import find_locality, namesakes
from hustings.record.open import Record
from hustings.record.schema import TABLES

CENSUS = "select * from census where kind = ? and area_id = ? and topic = ? and category = ?"


def census(record: Record, kind: str, area: str, topic: str, category: str) -> dict[str, Any]:
    return record.query(CENSUS, [kind, area, topic, category])[0]


def test_tower_hamlets_is_the_most_muslim_local_authority(record: Record) -> None:
    # ONS, Religion by local authority, Census 2021: 123,912 of 310,306, 39.9%; small areas are perturbed.
    found = census(record, "local authority", "E09000030", "religion", "Muslim")
    assert abs(found["count"] - 123_912) <= 20
    assert abs(found["base"] - 310_306) <= 20
    assert round(found["share"], 3) == 0.399
    assert (found["rank"], found["method"], found["estimated"], found["split_base"]) == (1, "exact", False, 0)
    second = record.query(
        "select area_id from census where kind = 'local authority' and category = 'Muslim' and rank = 2 order by share"
    )
    assert {row["area_id"] for row in second} >= {"E06000008"}, "Blackburn with Darwen"


def test_the_nations_have_the_shares_that_were_published(record: Record) -> None:
    # ONS, Census 2021; National Records of Scotland, Scotland's Census 2022.
    published = {
        "England and Wales": {"No religion": 37.2, "Christian": 46.2, "Muslim": 6.5},
        "Scotland": {"No religion": 51.1, "Church of Scotland": 20.4, "Roman Catholic": 13.3, "Muslim": 2.2},
    }
    rows = record.query(
        "select scope, category, sum(count) / sum(base) as share, sum(base)::bigint as base from census "
        "where kind = 'local authority' and topic = 'religion' group by all"
    )
    ours = {(row["scope"], row["category"]): row for row in rows}
    for scope, shares in published.items():
        for category, share in shares.items():
            assert round(100 * ours[scope, category]["share"], 1) == share
    assert abs(ours["England and Wales", "Muslim"]["base"] - 59_597_540) < 500
    assert abs(ours["Scotland", "Muslim"]["base"] - 5_439_842) < 500


def test_constituencies_agree_with_a_list_drawn_from_output_areas(record: Record) -> None:
    # Robert Waller, "20 constituencies with highest proportion of Sikh residents, new boundaries", vote-2012.proboards
    # .com, 21 July 2023: from best fits of output areas, so it may differ by a small area or two.
    listed = {
        "Ealing Southall": 18.7,
        "Hayes and Harlington": 15.8,
        "Wolverhampton West": 14.4,
        "West Bromwich": 13.9,
        "Smethwick": 13.3,
        "Feltham and Heston": 11.8,
        "Wolverhampton South East": 11.6,
        "Slough": 11.4,
        "Birmingham Perry Barr": 9.5,
        "Ilford South": 8.0,
        "Gravesham": 8.0,
        "Tipton and Wednesbury": 7.7,
        "Wolverhampton North East": 7.5,
        "Brentford and Isleworth": 6.9,
        "Leicester East": 6.8,
        "Coventry East": 5.5,
        "Derby South": 5.4,
        "Beaconsfield": 5.4,
        "Coventry South": 5.4,
    }
    rows = record.query(
        "select area, share, rank from census join (select distinct area_id, area from area semi join lookup "
        "using (boundary_set_id, area_id)) using (area_id) "
        "where kind = 'constituency' and category = 'Sikh' and rank <= 25"
    )
    ours = {row["area"]: row for row in rows}
    for area, share in listed.items():
        assert abs(100 * ours[area]["share"] - share) < 0.25, area
    assert [ours[area]["rank"] for area in list(listed)[:8]] == [1, 2, 3, 4, 5, 6, 7, 8]


def test_every_total_and_stray_is_kept_out_of_the_answers(record: Record) -> None:
    categories = {row["category"] for row in record.query("select distinct category from census")}
    assert not categories & {"...15", "...27", "All people", "15.0", "Other White"}
    assert {"15", "White: Other White"} <= categories
    subtotals = record.query("select category from census_category where subtotal order by 1")
    assert [row["category"] for row in subtotals] == [
        "African: Total",
        "Asian, Asian Scottish or Asian British: Total",
        "Caribbean or Black: Total",
        "Other ethnic groups: Total",
        "White: Total",
    ]
    groups = {row["topic"] for row in record.query("select topic from census where scope = 'Scotland' group by all")}
    assert groups == {"religion", "ethnic group", "tenure", "age"}


def test_small_areas_stay_in_their_authority_whatever_their_ward(record: Record) -> None:
    # E01027305 of West Northamptonshire is fitted to a ward of Cherwell. ONS, Census 2021: 425,725 and 160,982.
    for area, people in (("E06000062", 425_725), ("E07000177", 160_982)):
        assert abs(census(record, "local authority", area, "religion", "Muslim")["base"] - people) < 60


def test_northern_ireland_has_no_census_here(record: Record) -> None:
    assert not record.query("select 1 from census where area_id[1] = 'N'")
    assert record.query("select count(*) as n from population where area_id[1] = 'N' and age = 0")[0]["n"] == 18


def test_wider_answers_join_both_censuses(record: Record) -> None:
    table = record.table("census")
    wider = record.rows(harmonised(table.filter(table.kind == "local authority"), record.table("census_category")))
    christians = {row["area_id"]: row for row in wider if row["harmonised"] == "Christian"}
    glasgow = christians["S12000049"]
    parts = [census(record, "local authority", "S12000049", "religion", one)["count"] for one in CHURCHES]
    assert (glasgow["count"], glasgow["answers"]) == (sum(parts), 3)
    assert christians["E09000030"]["answers"] == 1
    whole = {(row["area_id"], row["topic"]): 0.0 for row in wider}
    for row in wider:
        whole[row["area_id"], row["topic"]] += row["share"]
    assert all(abs(share - 1) < 0.005 for share in whole.values()), "no answer is left out, none is counted twice"


CHURCHES = ("Church of Scotland", "Roman Catholic", "Other Christian")


def test_hexagons_and_outlines_are_those_of_each_boundary_set(record: Record) -> None:
    for table in ("hex", "outline"):
        rows = record.query(f"select boundary_set_id as id, count(*) as n from {table} group by 1")
        assert {row["id"]: row["n"] for row in rows} == {
            "england-2010": 533,
            "wales-2010": 40,
            "scotland-2005": 59,
            "northern-ireland-2010": 18,
            "england-2024": 543,
            "wales-2024": 32,
            "scotland-2024": 57,
            "northern-ireland-2024": 18,
        }
    crowded = record.query(
        "select count(*) as n from hex group by if(ends_with(boundary_set_id, '2024'), 2024, 2010), q, r having n > 1"
    )
    assert not crowded
    geometry = record.query("select geometry from outline where area_id = 'E14001086'")[0]["geometry"]
    assert json.loads(geometry)["type"] == "Polygon"


@pytest.mark.sources
def test_the_over_90s_of_scotland_are_mended_to_the_published_totals(record: Record, sources: Path) -> None:
    published = duckdb.execute(
        "select PCON24CD, total from read_csv(?)", [str(sources / "open_innovations" / "population_2022.csv")]
    ).fetchall()
    ours = record.query("select area_id, sum(people)::int as people from population group by all")
    assert {row["area_id"]: row["people"] for row in ours} == dict(published)


def test_a_share_of_spending_is_of_one_candidacy(record: Record) -> None:
    assert record.query("select count(*) as n from spending")[0]["n"] == 4515
    row = record.query(
        "select spent, spending_limit from spending where candidacy_id = ?",
        ["parl.aberafan-maesteg.2024-07-04:abigail-mainon"],
    )
    assert row == [{"spent": 2166.69, "spending_limit": 20076.80}]


def test_places_are_found_by_name_code_and_what_they_are_in(record: Record) -> None:
    assert find_locality(record, "tower hamlets").kind == "local authority"
    assert namesakes(record, find_locality(record, "Tower Hamlets")) == ("Tower Hamlets, Dover",)
    assert find_locality(record, "Tower Hamlets, Dover").kind == "ward"
    assert find_locality(record, "Cambridge, constituency").area_id == "E14001149"
    assert find_locality(record, "Cambridge, local authority").area_id == "E07000008"
    assert find_locality(record, "Cambridge", ("local authority",)).area_id == "E07000008"
    assert find_locality(record, "e14001086").name == "Bethnal Green and Stepney"
    assert find_locality(record, "Bristol", ("local authority",)).name == "Bristol, City of"
    assert find_locality(record, "Kingston upon Hull, City of").area_id == "E06000010"


def test_a_choice_that_is_offered_can_be_typed(record: Record) -> None:
    # Bow is a part of a constituency's name and of two wards': none is meant before another.
    for named in ("Cambridge", "Newcastle", "Bow"):
        with pytest.raises(AmbiguousName) as asked:
            find_locality(record, named)
        assert len(asked.value.suggestions) > 1
        for choice in asked.value.suggestions:
            find_locality(record, choice)


def test_no_two_wards_of_one_authority_share_a_name(record: Record) -> None:
    # So a ward's name and its authority's are enough to ask for it.
    assert not record.query("select 1 from lookup group by ward, local_authority_id having count(distinct ward_id) > 1")


def test_names_that_are_none_say_what_is_near_or_what_they_are(record: Record) -> None:
    for named, kinds, said in (
        ("Tower Hamlet", ("local authority",), "did you mean Tower Hamlets?"),
        ("Bethnal Green and Stepney", ("local authority",), "it is a constituency in London"),
        ("x y z", ("ward",), "its GSS code"),
        ("", ("ward",), "its GSS code"),
    ):
        with pytest.raises(UnknownName, match=said.replace("?", r"\?")):
            find_locality(record, named, kinds)


def test_an_arrow_table_is_held_to_the_schema_and_parted_by_licence(tmp_path: Path) -> None:
    table = TABLES["deprivation"]
    row = {"boundary_set_id": "england-2024", "area_id": "E1", "score": 1.0, "rank": 1, "decile": 1}
    row |= {"high": 0.5, "medium": 0.25, "low": 0.25, "source_id": "ours"}
    arrow = pa.Table.from_pylist([row | {"area_id": "E2", "source_id": "theirs"}, row])
    read = pq.read_table(write_parquet(table, arrow, tmp_path / "d.parquet", "a licence"))
    assert read["area_id"].to_pylist() == ["E1", "E2"], "sorted by key"
    assert read.schema.field("rank").type == pa.int32()
    assert read.schema.metadata[b"licence"] == b"a licence"
    for wrong in (arrow.drop(["score"]), arrow.append_column("more", pa.array([1, 2]))):
        with pytest.raises(RecordFault, match="wrong columns"):
            write_parquet(table, wrong, tmp_path / "d.parquet", "")
    nulls = pa.Table.from_pylist([row | {"score": None}, row])
    with pytest.raises(RecordFault, match="column score of deprivation is null in 1 rows"):
        write_parquet(table, nulls, tmp_path / "d.parquet", "")
    halves = pa.Table.from_pylist([row | {"rank": 1.5}])
    with pytest.raises(RecordFault, match="wrong type"):
        write_parquet(table, halves, tmp_path / "d.parquet", "")
    licences = {"ours": "Open Government Licence v3.0", "theirs": "CC BY-SA 4.0"}
    parts = {part: (named, rows.num_rows) for part, named, rows in _parts_of_arrow(arrow, licences)}  # type: ignore[arg-type]
    assert parts == {"": ("Open Government Licence v3.0", 1), ".cc-by-sa-4.0": ("CC BY-SA 4.0", 1)}
