"""Twelve stories with real figures, half of them with errors planted: what is found, and that nothing else is."""

from collections import Counter

import pytest
from benchmarks.stories import Score, score, stories

from hustings.claims.check import Checker
from hustings.record.open import Record

# How many of the planted errors are found; docs/checking.md tells what is missed. It may only grow.
FOUND = 14


@pytest.fixture(scope="module")
def scored(record: Record) -> dict[str, Score]:
    checker = Checker(record)
    return {story[0]: score(checker, story, failures=False) for story in stories()}


def test_there_are_twelve_stories_half_of_them_with_errors(scored: dict[str, Score]) -> None:
    assert len(scored) == 12
    assert sum(one.planted > 0 for one in scored.values()) == 6
    assert sum(one.figures for one in scored.values()) > 500


def test_nothing_that_is_right_is_called_wrong_or_misleading(scored: dict[str, Score]) -> None:
    assert {file: one.false for file, one in scored.items() if one.false} == {}


def test_errors_that_are_found_today_are_found(scored: dict[str, Score]) -> None:
    total: Counter[str] = Counter()
    for one in scored.values():
        total.update(one._asdict())
    assert total["found"] >= FOUND
    assert total["by_code"] >= FOUND - 3
