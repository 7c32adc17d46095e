"""What a contest is, and is not, measured from."""

from hustings.record.lineage import trace
from hustings.record.open import Record

STANDARD = "select * from baseline where contest_id = ? and standard"


def test_a_seat_redrawn_under_its_name_compares_with_nothing(record: Record) -> None:
    # Buckingham lost Milton Keynes wards in 1992; the seats that were left alone then compare.
    assert record.query(STANDARD, ["parl.buckingham.1992-04-09"]) == []
    (pair,) = record.query(STANDARD, ["parl.bethnal-green-and-stepney.1992-04-09"])
    assert pair["baseline_contest_id"] == "parl.bethnal-green-and-stepney.1987-06-11"


def test_where_voters_had_two_votes_no_change_is_measured(record: Record) -> None:
    several = "select count(*) as n from baseline join contest using (contest_id) where standard and seats > 1"
    assert record.query(several)[0]["n"] == 0


def test_a_seat_that_is_the_whole_of_the_one_before_is_the_same_seat(record: Record) -> None:
    _, before = trace(record, "Orkney and Shetland")[:2]
    assert before.link.rule == "same-boundaries"
    _, redrawn = trace(record, "Bethnal Green and Stepney")[:2]
    assert redrawn.link.rule == "overlap"
