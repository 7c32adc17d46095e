"""Seat reports of every kind of contest: nothing missing, nothing made up."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hustings.publish.reports.seat import seat_report
from hustings.publish.reports.seat_forms import render_seat
from hustings.record.open import Record

EMPTY = re.compile(r"\bNone\b(?! [Oo]f )|\bnan\b|\(\)|\{|\}")


def contests(record: Record) -> list[dict[str, str]]:
    return record.query(
        "select contest_id, area from contest join area using (boundary_set_id, area_id)"
        " where contest.kind in ('general', 'by-election') order by 1"
    )


def test_the_report_of_a_gain(record: Record) -> None:
    said = render_seat(seat_report(record, "Gorton and Denton", "2026"), "text")
    assert "Green Party gain from Labour. Hannah Spencer (Green Party) won by 4,402 votes" in said
    assert "6.4 points to Green Party from Reform UK (Butler, on 2024)" in " ".join(said.split())


def test_swing_is_between_the_first_two_and_named(record: Record) -> None:
    report = seat_report(record, "Hendon", "2024")
    assert report.swing is not None
    labour, conservative = (row["change"] for row in report.candidates[:2])
    assert report.swing.swing == pytest.approx((labour - conservative) / 2)
    assert "4.0 points to Labour from Conservative (Butler, on notional 2019)" in " ".join(
        render_seat(report, "text").split()
    )


def test_a_correction_is_shown_where_it_touches(record: Record) -> None:
    said = render_seat(seat_report(record, "Sleaford and North Hykeham", "2016"), "text")
    assert "Jim Clarke" in said
    assert "Corrected: " in said
    assert "Authority: " in said


def test_a_dispute_is_shown(record: Record) -> None:
    said = render_seat(seat_report(record, "Belfast East", "2010"), "text")
    assert "Disputed: " in said
    assert "its notional result is the one declared in 2005, vote for vote" in " ".join(said.split())


def test_a_party_lumped_in_the_notional_result_is_measured_from_its_own_declared_votes(record):
    # Alliance had 3,746 of 30,831 votes in Belfast East in 2005 and 12,839 of 34,488 in 2010.
    report = seat_report(record, "Belfast East", "2010")
    (alliance,) = [row for row in report.candidates if row["candidate"] == "Naomi Long"]
    assert alliance["change"] == pytest.approx(12_839 / 34_488 - 3_746 / 30_831)


def test_a_time_that_is_only_recorded_says_so(record: Record) -> None:
    said = render_seat(seat_report(record, "Inverness, Skye and West Ross-shire", "2024"), "text")
    assert "Declared         unknown; recorded by the Commons Library 6 July 2024, 18:00" in said


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_contest_has_a_whole_report(record: Record, data: st.DataObject) -> None:
    contest = data.draw(st.sampled_from(contests(record)))
    report = seat_report(record, contest["area"], contest["contest_id"])
    assert report.contest["contest_id"] == contest["contest_id"]
    polled = [row["votes"] for row in report.candidates if row["votes"] is not None]
    # Unopposed: nobody polled. Two seats: voters had two votes each.
    assert sum(polled) == (report.contest["valid_votes"] or 0) or report.contest["disputed"]
    for form in ("text", "md"):
        said = render_seat(report, form)
        assert not EMPTY.search(said), EMPTY.search(said)
