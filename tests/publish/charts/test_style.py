"""Marks of parties are seen in light and dark, and never told by colour alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hustings.publish.charts.style import (
    DARK,
    LIGHT,
    MARK_CONTRAST,
    MODES,
    NEUTRAL,
    NO_PARTY,
    PATTERNS,
    TEXT_CONTRAST,
    Tokens,
    blend,
    contrast,
    marked,
    palette,
)
from hustings.record.open import Record

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def test_contrast_of_colours_that_are_known() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#0b5cad", "#0b5cad") == 1


@given(COLOURS, COLOURS)
def test_contrast_is_of_two_colours_in_either_order(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.0000001


def test_half_way_between_black_and_white_is_grey() -> None:
    assert blend("#000000", "#ffffff", 0.5) == "#808080"


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=MODES)
def test_text_is_read_against_the_page(tokens: Tokens) -> None:
    for text in (tokens.ink, tokens.muted, tokens.accent):
        assert contrast(text, tokens.page) >= TEXT_CONTRAST
        assert contrast(text, tokens.faint) >= TEXT_CONTRAST


@given(COLOURS)
def test_any_colour_is_seen_against_either_page(fill: str) -> None:
    mark = marked(fill, "X")
    for mode, tokens in MODES.items():
        outline = mark.outline(mode)
        assert (outline is None) == (contrast(fill, tokens.page) >= MARK_CONTRAST)
        assert contrast(outline or fill, tokens.page) >= MARK_CONTRAST


def test_what_is_no_party_is_told_apart_by_its_pattern() -> None:
    patterns = [pattern for _, _, pattern in NO_PARTY.values()]
    assert set(patterns) <= set(PATTERNS)
    assert len(set(patterns)) == len(patterns)
    for fill in (NEUTRAL, *(fill for fill, _, _ in NO_PARTY.values())):
        assert marked(fill, "X")[1:3] == (None, None)


def test_every_party_has_a_mark_with_a_label(record: Record) -> None:
    parties = palette(record)
    for row in record.query("select party_id, abbreviation from party"):
        mark = parties.mark(row["party_id"])
        assert mark.label
        assert mark.label == row["abbreviation"] or row["abbreviation"] is None


def test_labels_are_those_of_the_record(record: Record) -> None:
    parties = palette(record)
    labels = [parties.mark(one).label for one in ("labour", "conservative", "liberal-democrat", "reform-uk")]
    assert labels == ["Lab", "Con", "LD", "RUK"]


def test_independents_the_speaker_and_the_rest_are_no_party(record: Record) -> None:
    parties = palette(record)
    labels = [parties.mark(None, standing).label for standing in ("independent", "speaker", "other", "tie")]
    assert labels == ["Ind", "Spk", "Other", "Tie"]
    assert parties.mark("speaker") == parties.mark(None, "speaker")
