"""Votes moved between two parties: by hand in one seat, by another reckoning in all, and against elections since."""

from collections import defaultdict
from typing import Any

import ibis
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hustings import measures
from hustings.models import RULES, swung
from hustings.record.open import Record

Rows = list[dict[str, Any]]
ELECTION = "parl.2024-07-04"


def moves(record: Record, swing: float, election: str = ELECTION) -> ibis.Table:
    contests = record.results(election=election).select("contest_id", "region").distinct()
    return contests.select("contest_id", scope=contests.region, swing=ibis.literal(swing, "float64"))


def swung_rows(record: Record, swing: float, rule: str, to: str = "conservative", from_: str = "labour") -> Rows:
    results = record.results(election=ELECTION)
    return record.rows(swung(results, moves(record, swing), to, from_, rule))


def of(rows: Rows, seat: str) -> dict[str, tuple[int, bool | None]]:
    return {row["candidate"]: (row["votes"], row["elected"]) for row in rows if row["area"] == seat}


def test_five_points_in_one_seat_by_hand(record: Record) -> None:
    """5% of 46,647 valid votes is 2,332.35: so many go from Labour's 15,896 to the Conservatives' 1,920."""
    seat = of(swung_rows(record, 0.05, "uniform"), "Bethnal Green and Stepney")
    assert seat["Rushanara Ali"] == (15_896 - 2_332, False)
    assert seat["Oscar Reaney"] == (1_920 + 2_332, False)
    assert seat["Ajmal Masroor"] == (14_207, True)


def test_nobody_loses_more_than_all_votes(record: Record) -> None:
    seat = of(swung_rows(record, 0.5, "uniform"), "Bethnal Green and Stepney")
    assert seat["Rushanara Ali"] == (0, False)
    assert seat["Oscar Reaney"] == (1_920 + 15_896, True)


def test_a_negative_swing_goes_the_other_way(record: Record) -> None:
    back = of(swung_rows(record, -0.02, "uniform"), "Hendon")
    forth = of(swung_rows(record, 0.02, "uniform", "labour", "conservative"), "Hendon")
    assert back == forth


def test_the_proportional_loser_keeps_one_part_everywhere(record: Record) -> None:
    """Of each region's votes 4 in a hundred change hands, and each Labour candidate of it loses the same part."""
    rows = swung_rows(record, 0.04, "proportional")
    before = {row["candidacy_id"]: row for row in record.rows(record.results(election=ELECTION))}
    stood = defaultdict(set)
    for row in rows:
        stood[row["contest_id"]].add(row["line_id"])
    lost: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for row in rows:
        if row["line_id"] == "labour" and "conservative" in stood[row["contest_id"]]:
            was = before[row["candidacy_id"]]["votes"]
            lost[row["region"]].append((was, was - row["votes"], row["valid_votes"]))
    assert len(lost) == 11
    for seats in lost.values():
        had, gone, valid = (sum(one[place] for one in seats) for place in range(3))
        assert gone / valid == pytest.approx(0.04, abs=2e-5)
        assert all(abs(moved - was * gone / had) < 1 for was, moved, _ in seats)


@settings(max_examples=15, deadline=None)
@given(
    swing=st.floats(-0.3, 0.3).map(lambda swing: round(swing, 3)),
    rule=st.sampled_from(RULES),
    pair=st.permutations(["labour", "conservative", "reform-uk", "scottish-national-party", "sinn-fein"]),
)
def test_no_vote_is_lost_and_nobody_else_moves(record: Record, swing: float, rule: str, pair: list[str]) -> None:
    to, from_ = pair[:2]
    before = {row["candidacy_id"]: row for row in record.rows(record.results(election=ELECTION))}
    after = swung_rows(record, swing, rule, to, from_)
    assert {row["candidacy_id"] for row in after} == set(before)
    contests: dict[str, Rows] = defaultdict(list)
    for row in after:
        contests[row["contest_id"]].append(row)
        was = before[row["candidacy_id"]]
        assert row["votes"] >= 0
        if row["line_id"] not in (to, from_):
            assert row["votes"] == was["votes"]
        assert {**row, "votes": 0, "elected": 0, "basis": 0} == {**was, "votes": 0, "elected": 0, "basis": 0}
    for rows in contests.values():
        old = [before[row["candidacy_id"]] for row in rows]
        assert sum(row["votes"] for row in rows) == sum(row["votes"] for row in old)
        assert {row["line_id"] for row in rows} >= {to, from_} or [row["votes"] for row in rows] == [
            row["votes"] for row in old
        ]
        moved = [row["votes"] for row in rows] != [row["votes"] for row in old]
        assert {row["basis"] for row in rows} == {"scenario" if moved else "declared"}
        most = max(row["votes"] for row in rows)
        first = [row for row in rows if row["votes"] == most]
        if moved:
            expected = [(True if len(first) == 1 else None) if row in first else False for row in rows]
            assert [row["elected"] for row in rows] == expected


def test_the_rules_differ_where_the_loser_is_weak(record: Record) -> None:
    """Uniform swing takes the same points of a seat that has few to lose; proportional swing takes fewer there."""
    uniform, proportional = (of(swung_rows(record, 0.05, rule), "Isle of Wight East") for rule in RULES)
    labour = next(
        row["candidate"]
        for row in record.rows(record.results(election=ELECTION))
        if row["area"] == "Isle of Wight East" and row["line_id"] == "labour"
    )
    assert uniform[labour][0] < proportional[labour][0]


def test_a_tie_for_first_is_nobodys(record: Record) -> None:
    """Hendon 2024 was won by 15 votes: of 14 and 1 the lead would be none with an even number; a made tie is told."""
    results = record.results(election=ELECTION)
    hendon = results.filter(results.area == "Hendon")
    lead = record.rows(measures.majority(hendon))[0]["majority"]
    first = hendon.mutate(votes=ibis.ifelse(hendon.elected, hendon.votes + lead % 2, hendon.votes).cast("int32"))
    swing = (lead + lead % 2) / 2 / record.rows(hendon.select("valid_votes").limit(1))[0]["valid_votes"]
    rows = record.rows(swung(first, moves(record, swing), "conservative", "labour"))
    two = [row for row in rows if row["line_id"] in ("labour", "conservative")]
    assert two[0]["votes"] == two[1]["votes"]
    assert [row["elected"] for row in two] == [None, None]


def test_a_lump_of_several_candidates_is_not_elected(record: Record) -> None:
    """Of 2019 on the boundaries of 2024 the independents of Exmouth and Exeter East are one figure."""
    results = record.results(election="parl.2019-12-12.notional")
    contests = results.select("contest_id").distinct()
    swing = contests.mutate(scope=ibis.literal("all"), swing=ibis.literal(0.18, "float64"))
    rows = record.rows(swung(results, swing, "labour", "conservative"))
    seat = [row for row in rows if row["area"] == "Exmouth and Exeter East"]
    first = max(seat, key=lambda row: row["votes"])
    assert (first["party"], first["elected"], first["basis"]) == ("Independent", None, "scenario")
    assert not any(row["elected"] for row in seat)
