"""What holds of any text that is checked: made of the grammar's own words, of odd signs, of anything."""

import json
from datetime import date
from typing import Any

import html5lib
import pytest
from benchmarks.fuzz.fragments import (
    ALL,
    FIGURES,
    MARKDOWN,
    PARTIES,
    PEOPLE,
    SEATS,
    SPELT_OUT,
    TAGS,
    TIMES,
    UNITS,
    WORDS,
)
from benchmarks.fuzz.sound import forms, sound, sound_blocks
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hustings.claims.check import Checker
from hustings.claims.report.claim import Report, report
from hustings.claims.verdict import CODES, FINDINGS
from hustings.record.open import Record

LEAD = "Rushanara Ali won 15,986 votes in Bethnal Green and Stepney on 4 July 2024."
ANYTHING = st.text(st.characters(exclude_categories=()), max_size=200)
FRAGMENTS = st.lists(st.sampled_from(ALL), max_size=40).map("".join)
MARKED = st.lists(st.sampled_from((*ALL, *MARKDOWN * 5)), max_size=40).map(" ".join)
PAGES = st.lists(st.sampled_from((*ALL, *TAGS * 5)), max_size=40).map(lambda parts: "<html>" + "".join(parts))
TEXTS = st.one_of(ANYTHING, FRAGMENTS, MARKED, PAGES)
# Sentences without marks of any form, which stay on the line that they are put on.
SAID = (*SEATS, *PEOPLE, *PARTIES, *WORDS, *TIMES, *SPELT_OUT, "15,896 votes", "34.1%", "1,689", "39.4 points")
PLAIN = st.lists(st.sampled_from(SAID), min_size=1, max_size=12).map(lambda words: f"Ali {' '.join(words)}.")
some = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def checker(record: Record) -> Checker:
    return Checker(record)


def told(checker: Checker, source: str) -> Report:
    return report(checker.check(source), "story.md")


def places(said: Report) -> list[tuple[int, int, str]]:
    return [(one["line"], one["column"], " ".join(one["text"].split())) for one in said["claims"]]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text_is_read_in_blocks_whose_signs_stand_in_it(source: str) -> None:
    sound_blocks(source)


@some
@given(TEXTS)
@example(f"{LEAD} \ud800 Her share fell by 39.4%.")
def test_any_text_is_checked_and_told_in_every_form(checker: Checker, source: str) -> None:
    sound(checker, source)


@some
@given(TEXTS)
def test_the_same_text_has_the_same_answer(checker: Checker, source: str) -> None:
    assert told(checker, source) == told(checker, source)


@some
@given(TEXTS)
def test_a_paragraph_without_figures_at_the_end_moves_nothing(checker: Checker, source: str) -> None:
    assert places(told(checker, f"{source}\n\nNobody said anything more.")) == places(told(checker, source))


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["crlf", "cr"])
@some
@given(source=TEXTS.map(lambda text: text.replace("\r", "")))
def test_however_lines_end_figures_stand_where_they_stood(checker: Checker, source: str, end: str) -> None:
    assert places(told(checker, source.replace("\n", end))) == places(told(checker, source))


@some
@given(st.lists(PLAIN, min_size=1, max_size=6), st.data())
def test_a_comment_leaves_its_line_and_no_other(checker: Checker, said: list[str], data: Any) -> None:
    ignored = data.draw(st.integers(0, len(said) - 1))
    commented = [f"{line} <!-- hustings: ignore -->" if at == ignored else line for at, line in enumerate(said)]
    every = told(checker, "\n\n".join([LEAD, *said]))["claims"]
    kept = told(checker, "\n\n".join([LEAD, *commented]))["claims"]
    line = 2 * ignored + 3
    assert [(one["line"], one["column"]) for one in kept] == [
        (one["line"], one["column"]) for one in every if one["line"] != line
    ]


@some
@given(st.one_of(FRAGMENTS, MARKED))
def test_the_page_is_as_the_standard_has_it_and_holds_the_words(checker: Checker, source: str) -> None:
    story = f"{LEAD} {source}"
    page = dict(forms(told(checker, story), story))["html"]
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    (shown,) = (one for one in tree.iter("div") if one.get("class") == "story")
    assert "15,986 votes" in "".join(shown.itertext())
    assert not {one.tag for one in shown.iter()} - {"div", "mark", "sup", "a"}


@some
@given(st.one_of(FRAGMENTS, MARKED))
def test_sarif_has_what_its_readers_ask_for(checker: Checker, source: str) -> None:
    said = told(checker, f"{LEAD} {source}")
    (run,) = json.loads(dict(forms(said, source))["sarif"])["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == list(CODES)
    assert len(run["results"]) == sum(bool(one["code"]) for one in said["claims"])
    for one in run["results"]:
        region = one["locations"][0]["physicalLocation"]["region"]
        assert rules[one["ruleIndex"]] == one["ruleId"]
        assert one["level"] in ("error", "warning", "note")
        assert one["message"]["text"]
        assert 1 <= region["startLine"] <= region["endLine"]
        assert (region["startLine"], region["startColumn"]) < (region["endLine"], region["endColumn"])


@some
@given(st.sampled_from(FIGURES), st.sampled_from(UNITS), TEXTS)
def test_a_wrong_figure_is_found_whatever_paragraph_follows(
    checker: Checker, figure: str, unit: str, source: str
) -> None:
    """What stands in a table or a quotation after it may tell of another poll, but takes no figure away."""
    said = told(checker, f"{LEAD}\n\n{figure}{unit}\n\n{source}")
    assert (1, 19, "15,986 votes") in places(said) or "hustings: ignore-all" in source
    assert json.loads(json.dumps(said)) == said


def test_the_lead_is_wrong(checker: Checker) -> None:
    """Or the properties above would be of texts in which nothing is found."""
    assert [one["verdict"] in FINDINGS for one in told(checker, LEAD)["claims"]] == [True]
    assert date(2024, 7, 4).isoformat() in told(checker, LEAD)["claims"][0]["sources"][0]
