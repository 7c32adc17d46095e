"""Thirty-six stories with real figures, half of them with errors planted: what is found, and that nothing else is."""

from collections import Counter

import pytest
from benchmarks.stories import Score, score, stories

from hustings.claims.check import Checker
from hustings.record.open import Record

# How many of the planted errors are found; docs/checking.md tells what is missed. It may only grow.
FOUND = 59
# Six of the stories are of mayors, councils and wards.
LOCAL = ("13-", "14-", "15-", "16-", "17-", "18-")
FOUND_LOCALLY = 7


@pytest.fixture(scope="module")
def scored(record: Record) -> dict[str, Score]:
    checker = Checker(record)
    return {story[0]: score(checker, story, failures=False) for story in stories()}


def test_there_are_thirty_six_stories_half_of_them_with_errors(scored: dict[str, Score]) -> None:
    assert len(scored) == 36
    assert sum(one.planted > 0 for one in scored.values()) == 18
    assert sum(one.figures for one in scored.values()) > 600


def test_nothing_that_is_right_is_called_wrong_or_misleading(scored: dict[str, Score]) -> None:
    assert {file: one.false for file, one in scored.items() if one.false} == {}


def test_errors_that_are_found_today_are_found(scored: dict[str, Score]) -> None:
    total: Counter[str] = Counter()
    for one in scored.values():
        total.update(one._asdict())
    assert total["found"] >= FOUND
    assert total["by_code"] >= FOUND - 8


def test_errors_of_mayors_and_councils_that_are_found_today_are_found(scored: dict[str, Score]) -> None:
    local = [one for file, one in scored.items() if file.startswith(LOCAL)]
    assert sum(one.planted for one in local) == 12
    assert sum(one.found for one in local) >= FOUND_LOCALLY
    # More than half of what six stories print of them is decided.
    assert sum(one.decided for one in local) > sum(one.figures for one in local) * 0.6
