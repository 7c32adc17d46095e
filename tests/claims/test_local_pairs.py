"""Small stories of wards, councils and mayors made from the record: none of a true one's figures is called wrong."""

from benchmarks.local_pairs import pairs, scored

from hustings.claims.check import Checker
from hustings.record.open import Record


def test_pairs_are_made_the_same_each_time_and_differ_in_one_figure(record: Record) -> None:
    made = list(pairs(record, 9, 3))
    assert made == list(pairs(record, 9, 3))
    assert len(made) >= 6
    assert all(true != spoilt and wrong in spoilt for true, spoilt, wrong in made)


def test_no_true_figure_is_flagged_and_most_errors_are_found(record: Record) -> None:
    total = scored(Checker(record), 45, 7)
    assert total["false"] == total["beside"] == 0
    assert total["found"] >= total["pairs"] * 0.6
