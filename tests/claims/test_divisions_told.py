"""Figures of Commons divisions: right as announced or by name, wrong with their code, and left where that is open."""

from datetime import date

import pytest

from hustings.claims.check import Checker
from hustings.claims.report.claim import Claim, report
from hustings.claims.verdict import CODES, FINDINGS
from hustings.record.open import Record

DAY = "On Wednesday 15 November 2023 "
# Sentences with their figures and the words that each must be read as, in part.
RIGHT = {
    DAY + "MPs voted by 293 to 125 against the amendment.": {"293": "noes as announced", "125": "ayes as announced"},
    DAY + "MPs rejected the amendment by 294 votes to 125.": {"294 votes": "noes by the names listed"},
    DAY + "the Commons rejected it by 293 to 125, a majority of 168.": {"168": "majority as announced"},
    DAY + "MPs voted 294 to 125 against it, a majority of 169.": {"169": "majority by the names"},
    "The ayes were 125 and the noes 293 when MPs divided.": {"125": "ayes", "293": "noes"},
    "MPs voted by 293 to 125. In all 56 Labour MPs defied the whip.": {"56": "against most of their party"},
    "MPs voted by 293 to 125. Some 288 Conservative MPs voted against it.": {"288": "Conservative noes"},
    "MPs voted by 293 to 125. All 38 of the SNP's voting members went through the aye lobby.": {"38": "ayes by name"},
    "The bill passed its second reading in the Commons by 330 votes to 275 on 29 November 2024.": {
        "330 votes": "ayes",
        "275": "noes",
        "29 November 2024": "day of the division",
    },
    "MPs rejected amendment 24 by 266 to 213 and carried amendment 94 by 274 to 224.": {
        "266": "Amendment 24",
        "213": "Amendment 24",
        "274": "Amendment 94",
        "224": "Amendment 94",
    },
}
# Sentences with the one figure that is wrong, its code and what is right.
WRONG = {
    DAY + "MPs voted by 293 to 152 against the amendment.": ("152", "digits", "125"),
    DAY + "MPs voted by 263 to 125 against the amendment.": ("263", "digits", "293"),
    "MPs voted by 293 to 125 against it. The amendment was defeated by 186 votes.": ("186 votes", "digits", "168"),
    "MPs voted by 293 to 125 against it. In all 65 Labour MPs rebelled.": ("65", "figure", "56"),
    "The noes were 125 when MPs divided on the amendment, by 293 votes to 125, on 15 November 2023.": (
        "125",
        "wrong-side",
        "293",
    ),
    "MPs voted by 293 to 125 against the amendment on 23 November 2023.": (
        "23 November 2023",
        "date",
        "15 November 2023",
    ),
}
LEFT = (
    "Councillors voted by 293 to 152 against the motion on 15 November 2023.",
    "In 2012 MPs voted by 330 to 201 to give the Terminally Ill Adults Bill its second reading.",
    "Peers voted by 293 to 152 against the amendment on 15 November 2023.",
    "MPs voted by 293 to 125 against it. A separate amendment was defeated by 186 votes.",
    "MPs voted by 293 to 125 against it. Some 20 Labour MPs signed a letter and 400 people marched.",
    "MPs, who voted by 293 to 125 against it, will return to the subject on 23 November 2023.",
    DAY + "MPs voted by 293 to 125. In 2015 a motion had been rejected in the Commons by 293 to 118.",
    DAY + "MPs voted by 293 to 125. A similar one had been rejected by MPs by 293 to 118.",
    "MPs voted by 293 to 125. Before it MPs had rejected a motion by 300 to 118, a majority of 182.",
    DAY + "294 members voted against the government's line and 125 in favour.",
    "The union's conference voted by 293 to 152 against the motion on 15 November 2023.",
)


@pytest.fixture(scope="module")
def checker(record: Record) -> Checker:
    return Checker(record)


def claims(checker: Checker, text: str, dated: date | None = None) -> list[Claim]:
    return report(checker.check(text, dated), "story.md")["claims"]


def flagged(found: list[Claim]) -> list[Claim]:
    return [claim for claim in found if claim["verdict"] in FINDINGS]


@pytest.mark.parametrize("sentence", RIGHT)
def test_a_right_count_is_right_and_says_which(checker: Checker, sentence: str) -> None:
    found = {claim["text"]: claim for claim in claims(checker, sentence)}
    assert flagged(list(found.values())) == []
    for figure, read_as in RIGHT[sentence].items():
        assert found[figure]["verdict"] == "correct", figure
        assert read_as in found[figure]["read_as"]
        assert found[figure]["sources"][0].startswith("division ")


@pytest.mark.parametrize("sentence", WRONG)
def test_a_wrong_count_is_found_with_its_code(checker: Checker, sentence: str) -> None:
    figure, code, right = WRONG[sentence]
    found = flagged(claims(checker, sentence))
    assert [(claim["text"], claim["code"], claim["right"]) for claim in found] == [(figure, code, right)]
    assert found[0]["verdict"] == CODES[code].verdict


@pytest.mark.parametrize("sentence", LEFT)
def test_another_vote_or_an_open_one_is_left(checker: Checker, sentence: str) -> None:
    assert flagged(claims(checker, sentence)) == []


def test_a_count_says_the_other_that_is_right_too(checker: Checker) -> None:
    found = {claim["text"]: claim for claim in claims(checker, "MPs voted by 294 to 125 against the amendment.")}
    assert found["294"]["other_readings"] == ["293: noes as announced"]
    assert found["125"]["other_readings"] == []


def test_a_majority_gives_its_sum(checker: Checker) -> None:
    found = {claim["text"]: claim for claim in claims(checker, "MPs voted by 293 to 125, a majority of 168.")}
    assert found["168"]["formula"] == "293 less 125"


def test_the_day_of_a_story_tells_which_vote_last_night_was(checker: Checker) -> None:
    told = "MPs voted last night by 293 to 152 against the amendment."
    (found,) = flagged(claims(checker, told, date(2023, 11, 16)))
    assert (found["text"], found["mend"]) == ("152", "125")
    assert flagged(claims(checker, told, date(2022, 11, 16))) == []
