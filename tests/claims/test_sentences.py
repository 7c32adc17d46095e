"""Where a sentence ends, and where it does not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hustings.claims.sentences import END, LONGEST, Span, clauses, sentences

SPLIT = [
    ("Labour won. The turnout was 53.4%.", ["Labour won.", "The turnout was 53.4%."]),
    ("Mr. Smith took 1,204 votes. Mrs. Jones had none.", ["Mr. Smith took 1,204 votes.", "Mrs. Jones had none."]),
    ("J. R. Hartley lost to A. Nother by 3.5 points.", ["J. R. Hartley lost to A. Nother by 3.5 points."]),
    ("St. Ives declared at 4 a.m. yesterday.", ["St. Ives declared at 4 a.m. yesterday."]),
    ('"We won." She left. Did he?', ['"We won."', "She left.", "Did he?"]),
    ("It fell to 34.1 per cent... Nobody spoke!", ["It fell to 34.1 per cent...", "Nobody spoke!"]),
    ("No full stop", ["No full stop"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), SPLIT, ids=[text[:30] for text, _ in SPLIT])
def test_a_text_is_parted_into_its_sentences(text: str, expected: list[str]) -> None:
    assert [text[one.start : one.end] for one in sentences(text)] == expected


def test_a_sentence_is_parted_into_clauses() -> None:
    text = "Labour held on with 15,896 votes, while Masroor took 14,207; turnout was 57.3%."
    (sentence,) = sentences(text)
    assert [text[one.start : one.end] for one in clauses(text, sentence)] == [
        "Labour held on",
        "15,896 votes",
        "while Masroor took 14,207",
        "turnout was 57.3%.",
    ]


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="aB1 .,;!?\"'()-–\n", max_size=120))
def test_nothing_but_blanks_is_lost_and_nothing_is_twice(text: str) -> None:
    last = 0
    for one in sentences(text):
        assert not text[last : one.start].strip()
        within = one.start
        for part in clauses(text, one):
            assert part.start >= within
            within = part.end
        last = one.end
    assert not text[last:].strip()
    assert [*clauses("x", Span(0, 1))] == [Span(0, 1)]


def test_a_run_of_words_without_an_end_is_parted_between_words() -> None:
    text = "votes and " * 500
    parts = [text[start:end] for start, end in sentences(text)]
    assert max(map(len, parts)) <= LONGEST < len(text) / 5
    assert "".join(parts) == text.rstrip()
    assert all(part.split()[-1] in ("votes", "and") for part in parts)


def test_a_row_of_full_stops_is_looked_at_once() -> None:
    """A pattern that began again at each of a million would be at it for hours."""
    assert list(END.finditer("." * 1_000_000)) == []
    assert [found.span() for found in END.finditer('So?!..." And.')] == [(2, 9)]
