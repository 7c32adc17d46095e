"""Two contests side by side."""

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from asking import ask
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import parsed, words_of

pytestmark = pytest.mark.xdist_group("desk")
SEAT = "bethnal-green-and-stepney"


def page_of(desk: Any, **asked: str) -> tuple[int, str]:
    answer = ask(f"{desk.address}compare/?{urlencode({name.replace('_', '-'): one for name, one in asked.items()})}")
    return answer.status, words_of(parsed(answer.data.decode()))


def test_a_seat_is_compared_with_what_its_change_is_measured_from(desk: Any) -> None:
    status, said = page_of(desk, a=SEAT)
    assert status == 200
    # The estimate stands on the left, so that what lies between is the change on the seat's own page.
    assert "Bethnal Green and Stepney, 12 December 2019, notional, and Bethnal Green and Stepney, 4 July 2024" in said
    assert "−39.4" in said
    assert "the notional result of 2019, a published estimate" in said


def test_two_seats_are_no_change(desk: Any) -> None:
    _, said = page_of(desk, a="Ilford North", b="Ilford South")
    assert "These are two different seats: a difference between them is not a change." in said
    assert "Electorate people entitled to vote 78,657 +2,336 80,993" in said


def test_the_poll_is_chosen(desk: Any) -> None:
    _, said = page_of(desk, a="runcorn and helsby", a_poll="2024-07-04", b="runcorn and helsby", b_poll="2025-05-01")
    assert "Runcorn and Helsby, 4 July 2024, and Runcorn and Helsby, 1 May 2025 by-election" in said
    # One majority was of Labour, the other of Reform UK: there is no difference of majorities.
    assert "Majority votes 14,696 – 6" in said


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"a": "Bethnal Gren"}, "did you mean Bethnal Green"),
        ({"a": "Stoke"}, "Stoke-on-Trent"),
        ({"a": "Kings Lynn"}, "Seats are found by their names"),
        ({"a": "Hendon", "a_poll": "1832-01-01"}, "Hendon had no poll of"),
        ({"a": "Hendon", "b": "Nowhere at all"}, "No seat is called"),
    ],
)
def test_what_is_not_there_is_said_with_what_is(desk: Any, asked: dict[str, str], said: str) -> None:
    status, told = page_of(desk, **asked)
    assert (status, said in told) == (400, True), told[:600]


def test_a_party_is_named_as_it_was_and_the_speaker_is_one(desk: Any) -> None:
    _, said = page_of(desk, a="Hartlepool")
    assert "Reform UK The Brexit Party on the left" in said
    # A seat whose notional result repeats the declared one is compared with that, and its difference is the change.
    _, said = page_of(desk, a="Chorley")
    assert "is not a change" not in said
    assert "repeats it vote for vote" in said
    assert said.count("Speaker 67.3%") == 1


def test_labels_that_several_have_are_told_apart(desk: Any) -> None:
    _, said = page_of(desk, a="Exmouth and Exeter East")
    assert "would have won" in said
    assert "several together, or nobody named" in said


def test_a_poll_counts_only_for_the_seat_it_was_offered_for(desk: Any) -> None:
    _, said = page_of(desk, a="Clacton", a_poll="2019-12-12", a_of="chorley")
    assert "Clacton, 13 August 2026" in said


@settings(max_examples=30, deadline=None)
@given(a=st.text(max_size=90), poll=st.text(max_size=20), b=st.text(max_size=30))
def test_no_question_breaks_it(desk: Any, a: str, poll: str, b: str) -> None:
    assert page_of(desk, a=a, a_poll=poll, b=b)[0] in (200, 400)


def test_the_difference_is_that_of_the_api(desk: Any) -> None:
    asked = urlencode({"contest_id": f"parl.{SEAT}.2024-07-04", "fields": "party,change_points", "limit": "all"})
    rows = json.loads(ask(f"{desk.address}api/v1/results.json?{asked}").data)["rows"]
    _, said = page_of(desk, a=SEAT)
    for row in rows:
        if row["change_points"] is not None and row["party"] in ("Labour", "Conservative", "Liberal Democrat"):
            assert f"{row['change_points']:+.1f}".replace("-", "−") in said
