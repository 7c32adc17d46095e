"""Every cue catches the sentences it is for and leaves those it is not for."""

import pytest

from hustings.claims.cues import CUES, Cue
from hustings.claims.lexemes import lexemes
from hustings.claims.told import told
from hustings.claims.topic import Told, Topic

# What a figure in per cent or points is of, and the way it went.
PARTS = {
    "a massive [39.4%] drop in her vote share": (Topic.SHARE_CHANGE, -1),
    "Labour's share was down by [39.4%] since 2019": (Topic.SHARE_CHANGE, -1),
    "turnout was the highest in the borough at [57%]": (Topic.TURNOUT, 0),
    "turnout fell from 67.3% to [60%]": (Topic.TURNOUT, 0),
    "Turnout was 59.8%, almost [10%] less than before": (Topic.TURNOUT_CHANGE, -1),
    "She won [72.7%] of votes": (Topic.SHARE, 0),
    "Masroor had 10,210 votes ([20.1%]).": (Topic.SHARE, 0),
    "42,969 votes – a [71.8pc] share": (Topic.SHARE, 0),
    "a swing of [10.5 points] to Labour": (Topic.SWING, 0),
    "Labour was [3.6 points] ahead": (Topic.GAP, 0),
    "Their vote fell to [34.1%]": (Topic.SHARE, 0),
    "the seat keeps [78.1%] of its previous area": (Topic.BOUNDARY, 0),
    "where [32%] of the population is Bangladeshi": (Topic.OUTSIDE, 0),
    "The Greens' share (up [3.2 points]) was their best": (Topic.SHARE_CHANGE, 1),
}


def said_of(marked: str) -> Told | None:
    """What the figure in square brackets is said to be of; None where it is read as no figure."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    for lexeme in lexemes(text):
        if lexeme.start <= start < lexeme.end:
            assert lexeme.end >= end
            return told(text[: lexeme.start], text[lexeme.end :], lexeme)
    return None


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: f"{cue.topic}-{CUES.index(cue)}")
def test_a_cue_has_sentences_that_it_catches_and_leaves(cue: Cue) -> None:
    assert cue.catches
    assert cue.leaves
    for sentence in cue.catches:
        said = said_of(sentence)
        assert said is not None, sentence
        assert said.topic is cue.topic, sentence
    for sentence in cue.leaves:
        said = said_of(sentence)
        assert said is None or said.topic is not cue.topic, sentence


@pytest.mark.parametrize("sentence", PARTS)
def test_what_a_percentage_is_of(sentence: str) -> None:
    topic, way = PARTS[sentence]
    assert said_of(sentence) == Told(topic, way)
