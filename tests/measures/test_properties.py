"""What must be true of every contest, whoever stands and however the votes fall."""

from typing import Any

import ibis
import ibis.expr.types as ir
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_spec import results_table

from hustings import measures

CONTESTS = st.dictionaries(
    st.sampled_from(["ash", "elm", "oak", "yew"]),
    st.lists(st.integers(0, 50_000), min_size=1, max_size=8),
    min_size=1,
)
ENGINE = ibis.duckdb.connect()


def rows_of(contests: dict[str, list[int]]) -> list[dict[str, Any]]:
    """A row a candidate, the first of the most voted elected."""
    return [
        {
            "contest_id": contest,
            "candidacy_id": f"{contest}-{place}",
            "party_id": f"party-{place}",
            "votes": votes,
            "valid_votes": sum(polled),
            "electorate": 2 * sum(polled) + 1,
            "invalid_votes": place,
            "elected": place == polled.index(max(polled)),
        }
        for contest, polled in contests.items()
        for place, votes in enumerate(polled)
    ]


def answered(expression: ir.Table) -> list[dict[str, Any]]:
    return ENGINE.to_pyarrow(expression).to_pylist()  # type: ignore[no-any-return]


@settings(deadline=None, max_examples=30)
@given(CONTESTS)
def test_shares_ranks_and_deposits_of_a_contest(contests: dict[str, list[int]]) -> None:
    results = results_table(rows_of(contests))
    counted = answered(results.mutate(measures.share(results), measures.rank(results), measures.deposit_kept(results)))
    for contest, polled in contests.items():
        mine = [row for row in counted if row["contest_id"] == contest]
        for row in mine:
            assert row["rank"] == 1 + sum(votes > row["votes"] for votes in polled)
            assert row["deposit_kept"] == (20 * row["votes"] > sum(polled))
        if sum(polled):
            assert sum(row["share"] for row in mine) == pytest.approx(1)


@settings(deadline=None, max_examples=30)
@given(CONTESTS)
def test_majority_is_first_less_second(contests: dict[str, list[int]]) -> None:
    for row in answered(measures.majority(results_table(rows_of(contests)))):
        first, second, *_ = [*sorted(contests[row["contest_id"]], reverse=True), 0]
        assert (row["first_votes"], row["second_votes"], row["majority"]) == (first, second, first - second)


@settings(deadline=None, max_examples=30)
@given(CONTESTS)
def test_a_contest_compared_with_itself_does_not_change(contests: dict[str, list[int]]) -> None:
    results = results_table(rows_of(contests))
    pairs = ibis.memtable(
        [{"contest_id": one, "baseline_contest_id": one, "rule": "same-boundaries"} for one in contests]
    )
    for row in answered(measures.change(results, results, pairs)):
        assert row["change"] in (0, None)
        assert (row["change"] is None) == (not row["share"])
    assert all(row["held"] for row in answered(measures.outcome(results, results, pairs)))
    for row in answered(measures.party_change(results, results, pairs)):
        assert row["seats_change"] == 0


@settings(deadline=None, max_examples=30)
@given(CONTESTS, st.integers(1, 1000))
def test_swing_reverses_with_its_parties(contests: dict[str, list[int]], more: int) -> None:
    now = results_table(rows_of(contests))
    before = results_table(rows_of({name: [votes + more for votes in polled] for name, polled in contests.items()}))
    pairs = ibis.memtable([{"contest_id": one, "baseline_contest_id": one, "rule": "notional"} for one in contests])
    for swing in (measures.butler_swing, measures.steed_swing):
        there = answered(swing(now, before, pairs, to="party-0", from_="party-1"))
        back = {
            row["contest_id"]: row["swing"]
            for row in answered(swing(now, before, pairs, to="party-1", from_="party-0"))
        }
        assert len(there) == len(back)
        for row in there:
            assert row["swing"] == pytest.approx(-back[row["contest_id"]])


@settings(deadline=None, max_examples=30)
@given(CONTESTS)
def test_parts_sum_to_the_whole(contests: dict[str, list[int]]) -> None:
    results = results_table(rows_of(contests))
    totals = answered(measures.party_totals(results))
    assert sum(row["votes"] for row in totals) == sum(map(sum, contests.values()))
    assert sum(row["seats"] for row in totals) == len(contests)
    assert sum(row["contested"] for row in totals) == sum(map(len, contests.values()))
    by_seats = answered(measures.effective_parties(results))[0]["by_seats"]
    assert 1 - 1e-9 <= by_seats <= len(contests) + 1e-9


@pytest.mark.parametrize("dialect", ["duckdb", "postgres", "databricks"])
def test_measures_compile_for_every_engine_they_are_promised_on(dialect: str) -> None:
    results = results_table(rows_of({"ash": [3, 2]}))
    pairs = ibis.memtable([{"contest_id": "ash", "baseline_contest_id": "ash", "rule": "notional"}])
    for expression in (
        results.mutate(measures.share(results), measures.rank(results), measures.deposit_kept(results)),
        measures.majority(results),
        measures.turnout(results),
        measures.change(results, results, pairs),
        measures.outcome(results, results, pairs),
        measures.party_totals(results, by=("region",)),
        measures.party_change(results, results, pairs),
        measures.gallagher(results),
    ):
        assert "SELECT" in ibis.to_sql(expression, dialect=dialect)


def test_party_change_says_nothing_where_a_contest_has_no_baseline() -> None:
    results = results_table(rows_of({"ash": [3, 2], "elm": [4, 1]}))
    pairs = ibis.memtable([{"contest_id": "ash", "baseline_contest_id": "ash", "rule": "notional"}])
    rows = answered(measures.party_change(results, results, pairs))
    assert rows
    assert {(row["share_change"], row["seats_change"]) for row in rows} == {(None, None)}


def test_two_parties_on_one_line_are_a_row_each_and_compared_with_nobody() -> None:
    rows = rows_of({"ash": [3, 2]})
    for row in rows:
        row["line_id"] = "red"
    results = results_table(rows)
    pairs = ibis.memtable([{"contest_id": "ash", "baseline_contest_id": "ash", "rule": "notional"}])
    found = answered(measures.party_change(results, results, pairs))
    assert sorted(row["party_id"] for row in found) == ["party-0", "party-1"]
    assert {row["share_change"] for row in found} == {None}


def test_seats_stand_in_order() -> None:
    rows = answered(measures.seats(results_table(rows_of({"ash": [1, 2], "elm": [1, 2], "oak": [2, 1]}))))
    assert [row["seats"] for row in rows] == [2, 1]


def test_a_tie_for_first_is_told_from_who_was_elected() -> None:
    rows = rows_of({"ash": [5, 5, 1]})
    found = answered(measures.majority(results_table(rows)))[0]
    assert (found["first_votes"], found["second_votes"], found["majority"]) == (5, 5, 0)
