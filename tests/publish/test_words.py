"""Figures as British readers write them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hustings.publish import words


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (words.count(1689), "1,689"),
        (words.count(-12), "−12"),
        (words.count(None), "unknown"),
        (words.percent(0.340772), "34.1%"),
        (words.percent(49 / 400), "12.3%"),
        (words.percent(0.04996), "5.0%"),
        (words.percent(None), "unknown"),
        (words.percent(23 / 80), "28.8%"),
        (words.margin(15 / 41256), "0.04%"),
        (words.margin(0.036), "3.6%"),
        (words.margin(0.0), "0.0%"),
        (words.points(-0.39414), "−39.4"),
        (words.points(0.0946), "+9.5"),
        (words.points(0.0004), "0.0"),
        (words.points(-0.0004), "0.0"),
        (words.points(None), "–"),
        (words.legible("Ã\x81ine & <Zoë>"), "Ã[U+0081]ine & <Zoë>"),
        (words.legible("\x00\t\ufffe\ud800"), "[U+0000][U+0009][U+FFFE][U+D800]"),
        (words.day(date(2024, 7, 4)), "4 July 2024"),
        (words.moment(datetime(2024, 7, 5, 4, 5)), "5 July 2024, 04:05"),
        (words.moment(None), "unknown"),
        (words.plural(1, "vote"), "1 vote"),
        (words.plural(1689, "vote"), "1,689 votes"),
        (words.plural(2, "by-election"), "2 by-elections"),
    ],
)
def test_words(said: str, expected: str) -> None:
    assert said == expected


@pytest.mark.parametrize(
    ("place", "said"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (112, "112th"), (23, "23rd")]
)
def test_ordinals(place: int, said: str) -> None:
    assert words.ordinal(place) == said


@given(st.floats(-1, 1))
def test_points_always_carry_their_sign_or_are_0(fraction: float) -> None:
    said = words.points(fraction)
    assert said == "0.0" or said[0] in "+−"
    assert abs(float(said.replace("−", "-")) - 100 * fraction) <= 0.05 + 1e-9
