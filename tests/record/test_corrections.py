"""Corrections mend what they name, refuse to go stale, and each gives its reason."""

from datetime import date
from pathlib import Path

import pytest

from hustings.errors import RecordFault
from hustings.record.corrections import apply_corrections, read_corrections
from hustings.record.open import Record
from hustings.record.readers.cells import Row

ASH = "parl.ash.2024-07-04"


def correction(**changes: object) -> Row:
    row = {
        "table": "candidacy",
        "key": f"{ASH}:ann-lee",
        "field": "votes",
        "published": "10",
        "right": "20",
        "status": "corrected",
        "reason": "two digits changed places",
        "authority": "the valid votes",
        "filed_on": date(2026, 1, 1),
    }
    return {"correction_id": "test", **row, **changes}


def tables() -> dict[str, list[Row]]:
    return {"candidacy": [{"candidacy_id": f"{ASH}:ann-lee", "votes": 10, "party_id": "red", "disputed": False}]}


def test_a_field_is_mended() -> None:
    mended = tables()
    apply_corrections(mended, [correction()])
    assert mended["candidacy"][0]["votes"] == 20


def test_a_value_is_made_unknown() -> None:
    mended = tables()
    apply_corrections(mended, [correction(field="party_id", published="red", right="(blank)")])
    assert mended["candidacy"][0]["party_id"] is None


def test_a_missing_row_is_added() -> None:
    mended = tables()
    key = f"{ASH}:bo-orr"
    filed = [
        correction(key=key, published="(no row)", field="candidacy_id", right=key),
        correction(key=key, published="(no row)", field="votes", right="7"),
    ]
    apply_corrections(mended, filed)
    added = mended["candidacy"][1]
    assert (added["candidacy_id"], added["votes"], added["elected"], added["candidate"]) == (key, 7, None, None)


def test_a_dispute_changes_nothing_and_is_flagged() -> None:
    mended = tables()
    apply_corrections(mended, [correction(status="disputed", right=None)])
    assert (mended["candidacy"][0]["votes"], mended["candidacy"][0]["disputed"]) == (10, True)


def test_a_stale_correction_fails() -> None:
    with pytest.raises(RecordFault, match="says '11' was published but '10' was"):
        apply_corrections(tables(), [correction(published="11")])
    with pytest.raises(RecordFault, match="a row that is not there"):
        apply_corrections(tables(), [correction(key=f"{ASH}:cy-poe")])


def test_two_corrections_of_one_field_fail(tmp_path: Path) -> None:
    header = "table,key,field,published,right,status,reason,authority,filed_on\n"
    row = "candidacy,parl.ash.2024-07-04:a,votes,1,2,corrected,why,who,2026-01-01\n"
    (tmp_path / "one.csv").write_text(header + row)
    (tmp_path / "two.csv").write_text(header + row)
    with pytest.raises(RecordFault, match="two corrections are filed"):
        read_corrections(tmp_path)


def test_every_filed_correction_gives_reason_and_authority_and_names_a_contest_that_is_there(record: Record) -> None:
    filed = read_corrections()
    assert filed
    assert all(row["reason"] and row["authority"] and row["published"] for row in filed)
    assert all((row["right"] is None) == (row["status"] == "disputed") or row["status"] == "noted" for row in filed)
    contests = {row["contest_id"] for row in record.query("select contest_id from contest")}
    assert {row["contest_id"] for row in filed} <= contests | {None}


def test_the_shipped_record_holds_the_corrections_as_filed(record: Record) -> None:
    shipped = {row["correction_id"] for row in record.query("select correction_id from correction")}
    assert shipped == {row["correction_id"] for row in read_corrections()}
