"""What the record says it lacks is what it lacks."""

from pathlib import Path

from hustings.record.audit.coverage import elections_held, fields_unknown, years_missing
from hustings.record.open import Record


def test_every_contest_is_counted_once(record: Record) -> None:
    held = elections_held(record)
    assert sum(row["contests"] for row in held) == record.query("select count(*) as n from contest")[0]["n"]
    assert sum(row["candidacies"] for row in held) == record.query("select count(*) as n from candidacy")[0]["n"]


def test_rejected_papers_nobody_published_are_counted_as_unknown(record: Record) -> None:
    scotland_2005 = next(row for row in elections_held(record) if (row["year"], row["basis"]) == (2005, "declared"))
    assert scotland_2005["no_rejected"] == scotland_2005["contests"]


def test_every_year_missing_between_the_first_and_the_last_has_a_reason(record: Record, tmp_path: Path) -> None:
    missing = years_missing(record)
    assert all(row["reason"] for row in missing)
    nobody_says = tmp_path / "gaps.csv"
    nobody_says.write_text("kind,year,reason\n")
    assert [row["year"] for row in years_missing(record, nobody_says)] == [row["year"] for row in missing]
    assert not any(row["reason"] for row in years_missing(record, nobody_says))


def test_a_column_that_is_never_unknown_is_not_said_to_be(record: Record) -> None:
    unknown = {(row["table"], row["column"]): row for row in fields_unknown(record)}
    assert ("candidacy", "candidacy_id") not in unknown
    legislation = unknown["legislation", "made_on"]
    assert legislation["unknown"] == sum(
        row["made_on"] is None for row in record.query("select made_on from legislation")
    )
