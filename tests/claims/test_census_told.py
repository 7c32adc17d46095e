"""Figures of who lives where: right with their sum, wrong with their code, and left where the words leave it open."""

import pytest

from hustings.claims.check import Checker
from hustings.claims.report.claim import Claim, report
from hustings.claims.verdict import FINDINGS
from hustings.record.open import Record

LEAD = "The census of 2021 has the figures. "
# Sentences after the lead that are right, with the figure, what it is of, and the sum behind it.
RIGHT = {
    "Muslims made up 39.9% of the population of Tower Hamlets.": ("39.9%", "Muslim", "123,910 of 310,298"),
    "In Tower Hamlets 39.9% of residents are Muslim.": ("39.9%", "local authority", "123,910 of 310,298"),
    "With a Muslim population of 39.9%, Tower Hamlets comes first.": ("39.9%", "Muslim", "123,910 of 310,298"),
    "Leicester East is 37.6 per cent Hindu.": ("37.6 per cent", "boundaries of 2024", "46,649 of 124,010"),
    "In Leicester East 10.2% of people have no religion.": ("10.2%", "no religion", "12,618 of 124,010"),
    "In Leicester East 68.7% of people are Asian.": ("68.7%", "Asian", "85,241 of 124,006"),
    "In Leicester East 20.1% of people are white.": ("20.1%", "white", "24,967 of 124,006"),
    "In Leicester East 28.4% of households own their home outright.": ("28.4%", "outright", "11,249 of 39,553"),
    "In Leicester East 49.5% of people were born in the UK.": ("49.5%", "born in the United Kingdom", ""),
    "In Leicester East there are 46,649 Hindus.": ("46,649", "Hindu, usual residents", "46,649 of 124,010"),
    "Leicester East has a population of 124,010.": ("124,010", "usual residents", ""),
    "Leicester East has a population of about 125,000.": ("125,000", "", ""),
    "Tower Hamlets has the highest share of Muslims of any local authority in England and Wales.": (
        "highest",
        "place by share of Muslim",
        "39.9%",
    ),
    "Leicester has the second-highest share of Hindus of any local authority in England.": ("second", "place", "17.9%"),
}
# Sentences after the lead that are not, with the figure, its code, what is right and the mend.
WRONG = {
    "Muslims made up 36.9% of the population of Tower Hamlets.": ("36.9%", "digits", "39.9%", "39.9%"),
    "In Tower Hamlets 51% of residents are Muslim.": ("51%", "figure", "39.9%", "40%"),
    "In Leicester East 36.7 per cent of people are Hindu.": ("36.7 per cent", "digits", "37.6%", "37.6 per cent"),
    "In Leicester East 48.4% of households own their home outright.": ("48.4%", "digits", "28.4%", "28.4%"),
    "Leicester has the highest share of Hindus of any local authority in England.": (
        "highest",
        "rank",
        "second-highest",
        "",
    ),
}
LEFT = (
    "Some 34.6% of the population of Tower Hamlets is Bangladeshi.",
    "In Tower Hamlets 22.9% of people are white British.",
    "In Tower Hamlets 51% of adults are Muslim.",
    "In Tower Hamlets 51% of voters under 30 are Muslim.",
    "Across England and Wales 16.5 per cent of people are Muslim.",
    "In Spitalfields, in Tower Hamlets, 51% of people are Muslim.",
    "In Tower Hamlets, which is in east London, 51% are Muslim; in Harrow 26% are Hindu.",
    "In 2011 some 34.5% of people in Tower Hamlets were Muslim.",
    "Labour's vote in Tower Hamlets, where Muslims live, fell by 18%.",
    "In Leicester East 38.6% of people are Hindu.",
    "Fermanagh and South Tyrone is 58% Catholic.",
    "In Tower Hamlets 51% of residents rent privately.",
    "Leicester East has a population of 142,010.",
    "In Tower Hamlets 60% of Muslims rent privately and 30% of white people backed Reform.",
    "At the school 92% of pupils are Muslim.",
)


@pytest.fixture(scope="module")
def checker(record: Record) -> Checker:
    return Checker(record)


def claims(checker: Checker, text: str) -> list[Claim]:
    return report(checker.check(text), "story.md")["claims"]


def flagged(found: list[Claim]) -> list[Claim]:
    return [claim for claim in found if claim["verdict"] in FINDINGS]


@pytest.mark.parametrize("sentence", RIGHT)
def test_a_right_figure_has_its_sum_and_source(checker: Checker, sentence: str) -> None:
    figure, read_as, formula = RIGHT[sentence]
    found = {claim["text"]: claim for claim in claims(checker, LEAD + sentence)}
    assert flagged(list(found.values())) == []
    assert found[figure]["verdict"] == "correct"
    assert read_as in found[figure]["read_as"]
    assert found[figure]["formula"].startswith(formula)
    assert found[figure]["sources"]


@pytest.mark.parametrize("sentence", WRONG)
def test_a_wrong_figure_is_found_with_its_code(checker: Checker, sentence: str) -> None:
    figure, code, right, mend = WRONG[sentence]
    found = [(one["text"], one["code"], one["right"], one["mend"]) for one in flagged(claims(checker, LEAD + sentence))]
    assert found == [(figure, code, right, mend)]


@pytest.mark.parametrize("sentence", LEFT)
def test_what_the_words_leave_open_is_left(checker: Checker, sentence: str) -> None:
    assert flagged(claims(checker, LEAD + sentence)) == []


def test_without_a_census_no_figure_is_wrong(checker: Checker) -> None:
    assert flagged(claims(checker, "In Tower Hamlets 51% of residents are Muslim.")) == []


def test_a_share_that_may_be_right_otherwise_put_together_is_left(checker: Checker) -> None:
    # Of the people of Leicester East 2.7% are in small areas that lie in two seats.
    told = LEAD + "In Leicester East {}% of people are Hindu."
    assert flagged(claims(checker, told.format("38.9"))) == []
    assert len(flagged(claims(checker, told.format("41.9")))) == 1


def test_scotland_has_answers_of_its_own(checker: Checker) -> None:
    told = "At Scotland's census of 2022, 12.2% of people in Glasgow South West were Pakistani and 19.5% Catholic."
    found = {one["text"]: one for one in claims(checker, told)}
    assert found["12.2%"]["formula"] == "11,798 of 96,341 usual residents"
    assert found["19.5%"]["formula"] == "18,753 of 96,341 usual residents"
    assert "20 March 2022" in found["19.5%"]["read_as"]
    assert "Pakistani" in found["12.2%"]["read_as"]
