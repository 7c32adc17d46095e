"""Stories of mayors, councils and wards checked from end to end: what is caught, and what must be left."""

from datetime import date

import pytest

from hustings.claims.check import Checker
from hustings.claims.report.claim import Claim, report
from hustings.claims.verdict import FINDINGS
from hustings.record.open import Record

MAYOR = "# Rahman elected mayor of Tower Hamlets\n\nLutfur Rahman of Aspire beat Labour's John Biggs.\n\n"
MAYOR_ON = date(2022, 5, 6)
OF_2018 = "# Egan elected mayor of Lewisham\n\nDamien Egan, for Labour, is the new mayor of Lewisham.\n\n"
COUNCIL = "# Tower Hamlets council results\n\n"
COUNCIL_ON = date(2026, 5, 9)
# Sentences that are right, each with the figures that must be found right.
RIGHT_OF_MAYOR = {
    "Rahman had 39,533 first preferences and Biggs 27,894.": ["39,533", "27,894"],
    "In the first round Rahman took 47.0% of the vote.": ["47.0%"],
    "After second preferences Rahman had 40,804 to the 33,487 of Biggs.": ["40,804", "33,487"],
    "After second preferences Rahman had 54.9% of the vote.": ["54.9%"],
    "He led by 39,533 first preferences to 27,894.": ["39,533", "27,894"],
    "Rahman won with a majority of 7,317.": ["7,317"],
    "Biggs picked up 5,593 second preferences.": ["5,593"],
    "Rabina Khan came third with 6,430 first preferences.": ["third", "6,430"],
    "There were seven candidates for mayor.": ["seven"],
    "Rahman polled 40,804 votes.": ["40,804 votes"],
    "Rahman polled 39,533 votes.": ["39,533 votes"],
    "In 2018 Biggs had 37,619 first preferences.": ["37,619"],
}
RIGHT_OF_COUNCIL = {
    "Aspire won 33 of the 45 seats.": ["33", "45"],
    "Labour lost 14 seats.": ["14"],
    "Labour took 19 seats in 2022.": ["19"],
    "In Weavers ward Amina Ali had 1,156 votes, 32 more than Sara Petrai.": ["1,156 votes", "32"],
    "In Limehouse David Edgar took 31.4% of the vote, a majority of 241.": ["31.4%", "241"],
    "The borough's electorate is 219,030.": ["219,030"],
    "Turnout in Limehouse ward was 44.3%.": ["44.3%"],
}
# Sentences that are not, with the figure, its code and the right one.
WRONG_OF_MAYOR = {
    "Rahman had 39,353 first preferences.": ("39,353", "digits", "39,533"),
    "In the first round Biggs polled 29,984 votes.": ("29,984 votes", "figure", "27,894"),
    "After second preferences Rahman had 44,804 votes.": ("44,804 votes", "digits", "40,804"),
    "After second preferences Rahman had 39,533 votes.": ("39,533 votes", "wrong-measure", "40,804"),
    "Rahman has a majority of 11,639.": ("11,639", "wrong-measure", "7,317"),
    "Rahman polled 27,894 votes.": ("27,894 votes", "wrong-candidate", "39,533"),
    "Rabina Khan came fourth.": ("fourth", "rank", "third"),
    "In the first round Biggs took 36.4% of the vote.": ("36.4%", "figure", "33.2%"),
    "In the first round in 2022 Biggs polled 37,619 votes.": ("37,619 votes", "wrong-year", "27,894"),
}
WRONG_OF_COUNCIL = {
    "Aspire won 30 of the 45 seats.": ("30", "figure", "33"),
    "Aspire won 33 of the 54 seats on the council.": ("54", "figure", "45"),
    "Labour gained 14 seats.": ("14", "direction", "14"),
    "In Weavers ward Amina Ali had 1,165 votes.": ("1,165 votes", "digits", "1,156"),
    "In Bow East ward Marc Francis had 2,777 votes.": ("2,777 votes", "wrong-candidate", "1,873"),
    "In Limehouse ward the majority was 402.": ("402", "wrong-measure", "241"),
    "In Limehouse ward there were 9 candidates.": ("9", "figure", "7"),
}
# What is of another place, day or vote, or may be; nothing of it may be called wrong.
LEFT_OF_COUNCIL = (
    "In Poplar, Labour took 4 seats.",
    "In Newham, Labour won 26 seats.",
    "Labour have 17 councillors.",
    "In Weavers ward Labour won all 3 seats.",
    "Labour's vote was 31,000 across Tower Hamlets.",
    "The average Labour candidate had 1,240 votes, or 27.3 per cent.",
    "In Weavers ward Amina Ali took 38.2 per cent of the vote.",
    "Ali Weavers Limited of Park Street employs 1,200 people.",
    "The Weavers Fields campaign had 900 votes in its own poll.",
    "Lutfur Rahman was returned as mayor with 35,679 votes, a majority of 5,000.",
    "In a by-election in Weavers ward Amina Ali had 900 votes.",
    "Bethnal Green and Stepney's member has a majority of 1,900.",
    "Turnout was 41.8%.",
    "In Limehouse ward David Edgar had 643 votes. Turnout in the borough was 42.3%.",
    "In Limehouse ward David Edgar had 643 votes. The borough's turnout, one of many, was 43.0%.",
)
# Stories that the record has no poll for.
UNKNOWN = (
    "# Rahman back as mayor of Tower Hamlets\n\nLutfur Rahman has won with 35,679 votes. In 2022 he beat John Biggs by "
    "40,804 votes to 33,487 after second preferences.",
    "---\ndate: 2022-09-16\n---\n# Labour gains Bow East\n\nLabour won a by-election for Tower Hamlets council. In "
    "Bow East ward Rachel Blake had 1,200 votes. Marc Francis had 900 votes. The majority was 400.",
    "# Khan is mayor of London again\n\nSadiq Khan was elected mayor of London with 1,088,225 votes, 43.8 per cent, "
    "11.1 points ahead of Susan Hall on 812,397. Tower Hamlets council counted 90,000 votes.",
)


@pytest.fixture(scope="module")
def checker(record: Record) -> Checker:
    return Checker(record)


def claims(checker: Checker, text: str, dated: date | None) -> list[Claim]:
    return report(checker.check(text, dated), "story.md")["claims"]


def of_sentence(checker: Checker, lead: str, sentence: str, dated: date) -> dict[str, Claim]:
    return {one["text"]: one for one in claims(checker, lead + sentence, dated) if one["quote"] == sentence}


@pytest.mark.parametrize("sentence", RIGHT_OF_MAYOR)
def test_a_right_figure_of_a_mayor_is_found_right(checker: Checker, sentence: str) -> None:
    found = of_sentence(checker, MAYOR, sentence, MAYOR_ON)
    assert {text: found[text]["verdict"] for text in RIGHT_OF_MAYOR[sentence]} == dict.fromkeys(
        RIGHT_OF_MAYOR[sentence], "correct"
    )


@pytest.mark.parametrize("sentence", RIGHT_OF_COUNCIL)
def test_a_right_figure_of_a_council_is_found_right(checker: Checker, sentence: str) -> None:
    found = of_sentence(checker, COUNCIL, sentence, COUNCIL_ON)
    assert {text: found[text]["verdict"] for text in RIGHT_OF_COUNCIL[sentence]} == dict.fromkeys(
        RIGHT_OF_COUNCIL[sentence], "correct"
    )


@pytest.mark.parametrize("sentence", WRONG_OF_MAYOR)
def test_a_wrong_figure_of_a_mayor_is_found_with_its_code(checker: Checker, sentence: str) -> None:
    text, code, right = WRONG_OF_MAYOR[sentence]
    claim = of_sentence(checker, MAYOR, sentence, MAYOR_ON)[text]
    assert (claim["verdict"], claim["code"], claim["right"]) == ("wrong", code, right)


@pytest.mark.parametrize("sentence", WRONG_OF_COUNCIL)
def test_a_wrong_figure_of_a_council_is_found_with_its_code(checker: Checker, sentence: str) -> None:
    text, code, right = WRONG_OF_COUNCIL[sentence]
    claim = of_sentence(checker, COUNCIL, sentence, COUNCIL_ON)[text]
    assert (claim["verdict"], claim["code"], claim["right"].lstrip("+\N{MINUS SIGN}")) == ("wrong", code, right)


@pytest.mark.parametrize("sentence", LEFT_OF_COUNCIL)
def test_what_may_be_of_something_else_is_left(checker: Checker, sentence: str) -> None:
    found = claims(checker, COUNCIL + sentence, COUNCIL_ON)
    assert found
    assert [one for one in found if one["verdict"] in FINDINGS] == []


@pytest.mark.parametrize("story", UNKNOWN)
def test_a_poll_that_the_record_lacks_is_not_taken_for_one_that_it_has(checker: Checker, story: str) -> None:
    found = claims(checker, story, None)
    assert found
    assert [one for one in found if one["verdict"] in FINDINGS] == []


def test_a_mayors_turnout_as_published_and_rejected_papers(checker: Checker) -> None:
    told = "Turnout for mayor was 37%. Rejected papers numbered 967. Egan had 54.3 per cent of first preferences."
    found = {one["text"]: one for one in claims(checker, OF_2018 + told, date(2018, 5, 4))}
    assert {text: one["verdict"] for text, one in found.items() if text != "first"} == {
        "37%": "correct",
        "967": "correct",
        "54.3 per cent": "correct",
    }
    assert found["37%"]["read_as"] == "turnout as published, mayor of Lewisham, 3 May 2018"
    wrong = {one["text"]: one for one in claims(checker, OF_2018 + told.replace("37%", "73%"), date(2018, 5, 4))}
    assert (wrong["73%"]["verdict"], wrong["73%"]["right"]) == ("wrong", "37.0%")


def test_what_a_party_has_is_held_against_the_councils_composition(checker: Checker) -> None:
    text = "# Town hall row\n\nLabour has 17 of the 45 seats on Tower Hamlets council."
    found = {one["text"]: one for one in claims(checker, text, date(2025, 10, 1))}
    assert found["17"]["read_as"] == "seats, Labour, seats held on Tower Hamlets council, 2025"
    assert found["45"]["verdict"] == "correct"


def test_a_story_of_the_commons_keeps_its_own_figures(checker: Checker) -> None:
    text = (
        "# Ali holds Bethnal Green and Stepney\n\nRushanara Ali held Bethnal Green and Stepney on 4 July 2024 "
        "with 15,986 votes. Lutfur Rahman, the mayor of Tower Hamlets, had 40,804 votes in 2022."
    )
    found = {one["text"]: one for one in claims(checker, text, None)}
    assert (found["15,986 votes"]["verdict"], found["15,986 votes"]["code"]) == ("wrong", "digits")
    assert found["40,804 votes"]["read_as"].endswith("mayor of Tower Hamlets after second preferences, 5 May 2022")


def test_a_finding_says_where_its_figures_are_published(checker: Checker) -> None:
    claim = of_sentence(checker, MAYOR, "Rahman had 39,353 first preferences.", MAYOR_ON)["39,353"]
    assert claim["sources"][0].startswith("mayor.tower-hamlets.2022-05-05 (")
    assert claim["mend"] == "39,533"
