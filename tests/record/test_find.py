"""Finding by name: every kind of thing, in the order a reader means them, and what a user added with the rest."""

from pathlib import Path

import pytest

from hustings.record.find import find
from hustings.record.names_index import index_rows
from hustings.record.open import Record, open_record
from hustings.record.overlay.add import Place, add_results
from hustings.record.overlay.folder import remove

ELECTION = "local.tower-hamlets.2030-05-02"
LINES = """ballot_paper_id,person_name,party_name,ballots_cast,is_winner
local.tower-hamlets.stepney-green.2030-05-02,Zebedee Quillfeather,Bow Sunflower Party,900,True
local.tower-hamlets.stepney-green.2030-05-02,Ben Example,Aspire,800,False
"""


def test_the_index_is_what_its_rule_gives(record: Record) -> None:
    def keyed(rows: list[dict[str, object]]) -> set[tuple[object, ...]]:
        return {tuple(row[column] for column in columns) for row in rows}

    columns = ("kind", "key", "plain", "name", "about", "older", "whole", "place")
    assert keyed(record.query("from name")) == keyed(index_rows(record))


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("tower hamlets", "council", "Tower Hamlets"),
        ("BCP", "council", "Bournemouth, Christchurch and Poole"),
        ("Western Isles", "seat", "Western Isles"),
        ("Comhairle nan Eilean Siar", "council", "Na h-Eileanan Siar"),
        ("hull", "council", "Kingston upon Hull"),
        ("weavers", "ward", "Weavers"),
        ("bow", "seat", "Stratford and Bow"),
        ("stepney", "seat", "Stepney"),
        ("bethnal gren", "seat", "Bethnal Green and Stepney"),
        ("Aspire", "party", "Aspire"),
    ],
)
def test_councils_and_wards_are_found_beside_seats(record: Record, text: str, kind: str, name: str) -> None:
    first = find(record, text)[0]
    assert (first.kind, first.name) == (kind, name)


def test_a_ward_comes_after_what_is_larger_unless_it_is_named(record: Record) -> None:
    kinds = [one.kind for one in find(record, "barking") if one.score < 100]
    assert kinds.index("ward") > max(place for place, kind in enumerate(kinds) if kind in ("council", "party"))
    abbeys = find(record, "Abbey")
    assert abbeys[0].kind == "ward"
    assert len({one.key for one in abbeys}) == len(abbeys)


def test_what_is_gone_is_found_after_what_is_there(record: Record) -> None:
    councils = [one for one in find(record, "Somerset") if one.kind == "council"]
    assert [one.name for one in councils] == [
        "Somerset",
        "Bath and North East Somerset",
        "North Somerset",
        "Somerset West and Taunton",
        "South Somerset",
        "West Somerset",
    ]
    assert councils[-2].about == (
        "non-metropolitan district, South West, England, councillors elected 2019; abolished 2023"
    )


def test_what_a_user_added_is_found_with_the_rest_and_goes_with_it(record: Record, tmp_path: Path) -> None:
    file, folder = tmp_path / "mine.csv", tmp_path / "overlay"
    file.write_text(LINES)
    before = find(record, "Stepney Green")
    add_results(file, ELECTION, Place(folder))
    with_mine = open_record(overlay=folder)
    assert [(one.kind, one.about) for one in find(with_mine, "Zebedee Quillfether")] == [
        ("person", "Bow Sunflower Party, Stepney Green 2030")
    ]
    assert [one.kind for one in find(with_mine, "Bow Sunflower")] == ["party"]
    ward = next(one for one in find(with_mine, "Stepney Green") if one.kind == "ward")
    assert ward.about.endswith("2026, 2030")
    assert [one.key for one in find(with_mine, "Stepney Green")] == [one.key for one in before]
    remove(folder, "mine")
    assert find(open_record(overlay=folder), "Zebedee Quillfeather") == []
