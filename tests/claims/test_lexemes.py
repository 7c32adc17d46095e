"""Figures as they are printed: what they say, how exactly, in which unit."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hustings.claims.lexemes import Unit, lexemes
from hustings.claims.spelt import spelt_value

PRINTED = [
    ("Labour polled 15,896 votes", [("15,896 votes", "15896", 0, Unit.VOTES)]),
    ("a share of 34.1 per cent", [("34.1 per cent", "34.1", 1, Unit.PERCENT)]),
    ("34.10% of the vote", [("34.10%", "34.10", 2, Unit.PERCENT)]),
    ("59.8pc turned out", [("59.8pc", "59.8", 1, Unit.PERCENT)]),
    ("down 39.4 points", [("39.4 points", "39.4", 1, Unit.POINTS)]),
    ("down 7 percentage points", [("7 percentage points", "7", 0, Unit.POINTS)]),
    ("up 0.4pp and a 5-point lead", [("0.4pp", "0.4", 1, Unit.POINTS), ("5-point", "5", 0, Unit.POINTS)]),
    ("a 19,000-vote majority", [("19,000-vote", "19000", 0, Unit.VOTES)]),
    ("26k people, 1.6 million more", [("26k", "26000", -3, Unit.COUNT), ("1.6 million", "1600000", -5, Unit.COUNT)]),
    ("she came third in 2019", [("third", "3", 0, Unit.ORDINAL), ("2019", "2019", 0, Unit.YEAR)]),
    ("the 12th candidate of 2,019", [("12th", "12", 0, Unit.ORDINAL), ("2,019", "2019", 0, Unit.COUNT)]),
    (
        "eight of three hundred and five",
        [("eight", "8", 0, Unit.COUNT), ("three hundred and five", "305", 0, Unit.COUNT)],
    ),
    ("after 27 years and six weeks", [("27 years", "27", 0, Unit.DURATION), ("six weeks", "6", 0, Unit.DURATION)]),
    ("a third of them, or half", [("a third", str(Decimal(1) / 3), 0, Unit.PART), ("half", "0.5", 0, Unit.PART)]),
    ("from 15,801 to 14,978", [("15,801", "15801", 0, Unit.COUNT), ("14,978", "14978", 0, Unit.COUNT)]),
    ("polled on 4 July 2024", [("4 July 2024", "20240704", 0, Unit.DATE)]),
    ("on Thursday, July 4th", [("July 4th", "704", 0, Unit.DATE)]),
    (
        "in May 2024 and on 2019-12-12",
        [("May 2024", "20240500", 0, Unit.DATE), ("2019-12-12", "20191212", 0, Unit.DATE)],
    ),
    ("May 12,000 people vote?", [("12,000", "12000", 0, Unit.COUNT)]),
]
# What no record of elections answers to, and what is no figure.
LEFT = [
    "The 23-year-old, aged 23, and Ms Jones, 41, spoke",
    "It cost £1.2m, or £300 a head, at 10pm; doors open 19:30",
    "Call 020 7946 0018",
    "Version 2.0.1 of A4b",
    "someone phoned; the tension of it",
]


@pytest.mark.parametrize(("text", "expected"), PRINTED, ids=[text for text, _ in PRINTED])
def test_what_is_printed_is_read(text: str, expected: list[tuple[str, str, int, Unit]]) -> None:
    found = [(one.text, one.value, one.decimals, one.unit) for one in lexemes(text)]
    assert found == [(said, Decimal(value), decimals, unit) for said, value, decimals, unit in expected]


@pytest.mark.parametrize("text", LEFT)
def test_what_no_election_has_is_passed_over(text: str) -> None:
    assert [*lexemes(text)] == []


@pytest.mark.parametrize(
    ("text", "about", "sign"),
    [
        ("nearly 11 per cent", "nearly", 0),
        ("won by just 1,689 votes", "just", 0),
        ("more than a third", "more than", 0),
        ("almost doubled", "almost", 0),
        ("a swing of −3.5 points", "", -1),
        ("Labour +0.4 points", "", 1),
        ("between 10-12 seats", "", 0),
    ],
)
def test_what_makes_it_inexact_and_its_sign_are_kept(text: str, about: str, sign: int) -> None:
    first = next(lexemes(text))
    assert (first.about, first.sign) == (about, sign)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("seven", 7),
        ("twenty-one", 21),
        ("two hundred and three", 203),
        ("one thousand and one", 1001),
        ("three hundred thousand", 300_000),
        ("hundred", 100),
        ("one two three", None),
        ("eleven one", None),
    ],
)
def test_numbers_in_words(words: str, value: int | None) -> None:
    assert spelt_value(words) == value


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200) | st.from_regex(r"[0-9,.%£ a-z-]{0,120}"))
def test_no_text_is_too_odd_and_each_figure_stands_where_it_says(text: str) -> None:
    last = 0
    for one in lexemes(text):
        assert text[one.start : one.end] == one.text
        assert one.start >= last
        last = one.end


@pytest.mark.parametrize(
    "text",
    ["f\u0131ve", "\u017feven", "fir\u017ft", "4 augu\u017ft 2024", "1 m\u0131llion", "5\u212a", "two th\u0131rds"],
)
def test_letters_that_are_taken_for_others_are_read_as_those(text: str) -> None:
    """A pattern that leaves capitals open takes a long s for an s: so must what looks its word up."""
    plain = text.replace("\u0131", "i").replace("\u017f", "s").replace("\u212a", "k")
    ((one,), (other,)) = list(lexemes(text)), list(lexemes(plain))
    assert (one.value, one.unit, one.decimals) == (other.value, other.unit, other.decimals)
