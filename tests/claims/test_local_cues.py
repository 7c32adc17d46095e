"""Words of local elections: what a figure is of, which round, and whether a sentence speaks of them at all."""

import pytest

from hustings.claims.lexemes import lexemes
from hustings.claims.local.cues import CUES, LocalCue, told_locally
from hustings.claims.local.rounds import Round, round_of, rounds_in
from hustings.claims.local.speaks import is_local
from hustings.claims.topic import Told, Topic


def said_of(marked: str) -> Told | None:
    start = marked.index("[")
    text = marked.replace("[", "").replace("]", "")
    for lexeme in lexemes(text):
        if lexeme.start <= start < lexeme.end:
            return told_locally(text[: lexeme.start], text[lexeme.end :], lexeme)
    return None


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: f"{cue.topic}-{CUES.index(cue)}")
def test_a_cue_has_sentences_that_it_catches_and_leaves(cue: LocalCue) -> None:
    assert cue.catches
    assert cue.leaves
    for sentence in cue.catches:
        said = said_of(sentence)
        assert said is not None, sentence
        assert said.topic is cue.topic, sentence
    for sentence in cue.leaves:
        said = said_of(sentence)
        assert said is None or said.topic is not cue.topic, sentence


def test_seats_that_were_lost_went_down() -> None:
    assert said_of("Labour lost [14] seats.") == Told(Topic.SEATS_CHANGE, -1)
    assert said_of("Aspire gained [nine] seats.") == Told(Topic.SEATS_CHANGE, 1)


def test_a_part_of_first_preferences_is_a_share() -> None:
    assert said_of("He had [54.3 per cent] of first preferences.") == Told(Topic.SHARE)


ROUNDS = {
    "She had [39,533] first preferences": Round.FIRST,
    "In the first round he polled [27,255] votes": Round.FIRST,
    "When second preferences were added it was [40,804]": Round.FINAL,
    "He had 39,533 in the first round and, after second preferences, [40,804].": Round.FINAL,
    "He won by [6,370] in the run-off": Round.FINAL,
    "He won by [6,370] votes": None,
    "She had [25,763], and once second preferences were added 26,384.": None,
}


@pytest.mark.parametrize("sentence", ROUNDS)
def test_the_round_that_words_say(sentence: str) -> None:
    before, _, rest = sentence.partition("[")
    assert round_of(before, rest.partition("]")[2]) is ROUNDS[sentence]


def test_a_sentence_may_name_both_rounds() -> None:
    assert rounds_in("She led the first round and lost the second round.") == {Round.FIRST, Round.FINAL}
    assert rounds_in("The second seat went to Labour.") == set()


LOCAL = (
    "Labour won 21 of the 57 seats on the council.",
    "She is the new mayor of Newham.",
    "In Weavers ward Labour had 1,156 votes.",
    "Westminster council has changed hands.",
)
NOT_LOCAL = (
    "She won 15,896 votes.",
    "The MP, a former councillor, won by 1,689 votes.",
    "Her council tax went up by 4.99 per cent.",
    "Sadiq Khan is mayor of London.",
    "She left the council for Westminster.",
    "Labour won the general election and lost the council.",
)


@pytest.mark.parametrize("sentence", LOCAL)
def test_a_sentence_of_a_local_election(sentence: str) -> None:
    assert is_local(sentence)


@pytest.mark.parametrize("sentence", NOT_LOCAL)
def test_a_sentence_of_another_vote_or_of_none(sentence: str) -> None:
    assert not is_local(sentence)
