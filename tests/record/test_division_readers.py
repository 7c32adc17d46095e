"""Readers of divisions take what Parliament published and refuse what is not, naming the place."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from hustings.errors import SourceFault
from hustings.record.readers.commons_divisions import COLUMNS, read_division_list
from hustings.record.readers.commons_votes_api import read_commons_vote
from hustings.record.readers.commons_votes_csv import DERIVED, read_named_votes

HEADER = "member_id,name,party,constituency,gss_2010_boundaries,vote"
DIVISION = {
    "division_id": 30,
    "date": "2016-03-23T19:26:00",
    "publication_updated": "2016-03-23T19:49:36.597",
    "number": 232,
    "is_deferred": False,
    "evel_type": "",
    "evel_country": "",
    "title": "s5 European Communities (Amendment) Act 1993",
    "aye_count": 241,
    "no_count": 180,
    "double_majority_aye_count": float("nan"),
    "double_majority_no_count": float("nan"),
    "friendly_description": None,
    "friendly_title": None,
    "remote_voting_start": None,
    "remote_voting_end": None,
    "division_key": "pw-2016-03-23-232-commons",
    "twfy_link": "https://www.theyworkforyou.com/divisions/pw-2016-03-23-232-commons",
}
TYPES = {bool: pa.bool_(), int: pa.int64(), float: pa.float64(), str: pa.string(), type(None): pa.string()}


def division_list(folder: Path, **changed: Any) -> Path:
    """A list of one division, as published but for what is changed."""
    row = DIVISION | changed
    table = pa.table({name: pa.array([value], TYPES[type(value)]) for name, value in row.items()})
    pq.write_table(table, folder / "divisions.parquet")
    return folder / "divisions.parquet"


def refusal(read: Callable[[Path], object], path: Path) -> str:
    with pytest.raises(SourceFault) as refused:
        read(path)
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_a_list_of_divisions_is_read(tmp_path: Path) -> None:
    row = read_division_list(division_list(tmp_path))[0]
    assert (row["division_id"], row["aye_count"], row["no_count"]) == (30, 241, 180)
    assert row["evel_type"] is None
    assert row["double_majority_aye_count"] is None


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"aye_count": "241"}, "column aye_count: string values, not whole number"),
        ({"aye_count": 241.5}, "row 1, column aye_count: 241.5 is not a whole number"),
        ({"no_count": -1}, "row 1, column no_count: -1 is below 0"),
        ({"number": float("nan")}, "row 1, column number: nothing where a value was published"),
        ({"is_deferred": 0}, "column is_deferred: int64 values, not flag"),
        ({"date": "23 March 2016"}, "row 1, column date: '23 March 2016' is no date and time"),
        ({"result": "Aye"}, "an unknown column 'result' after the last"),
    ],
)
def test_a_list_that_is_not_as_published_is_refused(tmp_path: Path, changed: dict[str, Any], said: str) -> None:
    assert said in refusal(read_division_list, division_list(tmp_path, **changed))


def test_a_list_with_moved_or_missing_columns_is_refused(tmp_path: Path) -> None:
    path = division_list(tmp_path)
    table = pq.read_table(path)
    moved = ["date", "division_id", *list(COLUMNS)[2:]]
    pq.write_table(table.select(moved), path)
    assert "column 1 is 'date' where 'division_id' was published" in refusal(read_division_list, path)
    pq.write_table(table.drop_columns(["twfy_link"]), path)
    assert "column 18 is '' where 'twfy_link' was published" in refusal(read_division_list, path)


def test_a_list_cut_short_is_refused(tmp_path: Path) -> None:
    path = division_list(tmp_path)
    path.write_bytes(path.read_bytes()[:-40])
    assert "not a whole Parquet file" in refusal(read_division_list, path)


def votes_file(folder: Path, *lines: str) -> Path:
    path = folder / "votes.csv"
    path.write_text("\n".join((HEADER, *lines)) + "\n", encoding="utf-8")
    return path


KHAN = '4671,Afzal Khan,Lab,"Manchester, Gorton",E14000808,aye'


def test_votes_by_name_are_read(tmp_path: Path) -> None:
    absent = f",Adam Holloway,Conservative,Gravesham,E14000715,{DERIVED}"
    rows = read_named_votes(votes_file(tmp_path, KHAN, absent))
    assert [(row["member_id"], row["vote"]) for row in rows] == [("4671", "aye"), (None, DERIVED)]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (KHAN, "line 3, column member_id: '4671' is on line 2 already"),
        ('4672,A Twin,Lab,"Manchester, Gorton",E14000808,no', "line 3, column gss_2010_boundaries: 'E14000808' is on"),
        ("1,Ann,Lab,Ash,E14000001,abstain", "line 3, column vote: 'abstain' is not one of"),
        (",Ann,Lab,Ash,E14000001,aye", "line 3, column member_id: None is not the number of a member who voted"),
        (f"7,Ann,Lab,Ash,E14000001,{DERIVED}", "line 3, column member_id: '7' is not"),
        ("1,,Lab,Ash,E14000001,no", "line 3, column name: None is not a name"),
        ("1,Ann,Lab,Ash,E1400,no", "column gss_2010_boundaries: 'E1400' is not the code of a constituency"),
        ("1,Ann,Lab,Ash", "line 3: 4 cells where the header has 6"),
    ],
)
def test_votes_that_are_not_as_published_are_refused(tmp_path: Path, line: str, said: str) -> None:
    assert said in refusal(read_named_votes, votes_file(tmp_path, KHAN, line))


def member(number: int, name: str = "Ann Example", **changed: Any) -> dict[str, Any]:
    said = {"MemberId": number, "Name": name, "Party": "Labour", "MemberFrom": "Clacton", "ProxyName": None}
    return said | changed


def answer(**changed: Any) -> dict[str, Any]:
    """An answer of the API in its shape, but for what is changed."""
    said: dict[str, Any] = {
        "DivisionId": 9001,
        "Date": "2026-07-16T19:00:00",
        "Number": 61,
        "IsDeferred": False,
        "EVELType": "",
        "EVELCountry": "",
        "Title": "An Example Bill: Second Reading",
        "AyeCount": 1,
        "NoCount": 1,
        "DoubleMajorityAyeCount": None,
        "DoubleMajorityNoCount": None,
        "FriendlyTitle": None,
        "FriendlyDescription": None,
        "Ayes": [member(1)],
        "Noes": [member(2)],
        "AyeTellers": [],
        "NoTellers": [],
        "NoVoteRecorded": [],
    }
    return said | changed


def answer_file(folder: Path, said: object) -> Path:
    path = folder / "9001.json"
    path.write_text(json.dumps(said), encoding="utf-8")
    return path


def test_an_answer_of_the_api_is_read(tmp_path: Path) -> None:
    said = answer(NoTellers=[member(3, ProxyName="Another")], NoVoteRecorded=[member(4)], PublishedBy="somebody")
    read = read_commons_vote(answer_file(tmp_path, said))
    assert (read.division["DivisionId"], read.division["AyeCount"]) == (9001, 1)
    assert [(row["MemberId"], row["vote"]) for row in read.members] == [
        (1, "aye"),
        (2, "no"),
        (3, "teller no"),
        (4, "none recorded"),
    ]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"AyeCount": "336"}, "at AyeCount: '336' is not a whole number"),
        ({"AyeCount": True}, "at AyeCount: True is not a whole number"),
        ({"AyeCount": None}, "at AyeCount: null where a whole number is wanted"),
        ({"AyeCount": -1}, "at AyeCount: -1 is no number"),
        ({"AyeCount": 2**40}, "is no number of members"),
        ({"Date": "yesterday"}, "at Date: 'yesterday' is no date and time"),
        ({"Title": ""}, "at Title: '' is not text"),
        ({"Title": "\ud800"}, "at Title: '\\ud800' is not text"),
        ({"Ayes": None}, "at Ayes: no list of members"),
        ({"Ayes": {}}, "at Ayes: no list of members"),
        ({"Ayes": ["Ann"]}, "at Ayes[0]: 'Ann' is no member"),
        ({"Ayes": [member(1), member(1)]}, "at Ayes[1]: member 1 is in Ayes[0] already"),
        ({"NoVoteRecorded": [member(2)]}, "at NoVoteRecorded[0]: member 2 is in Noes[0] already"),
        ({"Ayes": [member(1, ProxyName=7)]}, "at Ayes[0].ProxyName: 7 is not text"),
        ({"Ayes": [], "Noes": []}, "at Ayes and Noes: nobody is named"),
    ],
)
def test_an_answer_of_another_kind_is_refused(tmp_path: Path, changed: dict[str, Any], said: str) -> None:
    refused = refusal(read_commons_vote, answer_file(tmp_path, answer(**changed)))
    assert said in refused
    assert "save the answer whole from https://commonsvotes-api.parliament.uk" in refused


@pytest.mark.parametrize("key", sorted(answer()))
def test_an_answer_without_a_value_is_refused(tmp_path: Path, key: str) -> None:
    said = answer()
    del said[key]
    assert f"at {key}: " in refusal(read_commons_vote, answer_file(tmp_path, said))


@pytest.mark.parametrize("key", sorted(member(1)))
def test_a_member_without_a_value_is_refused(tmp_path: Path, key: str) -> None:
    one = member(1)
    del one[key]
    assert f"at Ayes[0].{key}: missing" in refusal(read_commons_vote, answer_file(tmp_path, answer(Ayes=[one])))


def test_what_is_no_answer_is_refused(tmp_path: Path) -> None:
    path = answer_file(tmp_path, [answer()])
    assert "a list, where one division with its members is wanted" in refusal(read_commons_vote, path)
    assert "no division" in refusal(read_commons_vote, answer_file(tmp_path, 7))
    path.write_bytes(json.dumps(answer()).encode("utf-16"))
    assert "not UTF-8 text" in refusal(read_commons_vote, path)
    path.write_text("[" * 100_000)
    assert "not an answer of the Commons Votes API" in refusal(read_commons_vote, path)


@pytest.mark.sources
def test_a_published_answer_cut_short_anywhere_is_refused(sources: Path, tmp_path: Path) -> None:
    whole = (sources / "divisions" / "commons-votes-api-division-1873.json").read_bytes().rstrip()
    path = tmp_path / "1873.json"
    for part in range(0, len(whole) - 1, len(whole) // 40):
        path.write_bytes(whole[:part])
        assert "1873.json, " in refusal(read_commons_vote, path)


@pytest.mark.sources
def test_the_published_files_are_read_whole(sources: Path) -> None:
    folder = sources / "divisions"
    divisions = read_division_list(folder / "commons-divisions-2016-2026.parquet")
    assert len(divisions) == 2415
    assert len({row["division_id"] for row in divisions}) == 2361
    votes = [row["vote"] for row in read_named_votes(folder / "division_1666_2023-11-15_votes.csv")]
    assert [votes.count(kind) for kind in ("aye", "no", "teller_aye", "teller_no", DERIVED)] == [125, 294, 2, 2, 227]
    members = read_commons_vote(folder / "commons-votes-api-division-1873.json").members
    assert [sum(row["vote"] == kind for row in members) for kind in ("aye", "no", "none recorded")] == [333, 174, 139]
