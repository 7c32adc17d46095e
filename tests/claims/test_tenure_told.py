"""Days of polls and times in office: right, wrong with their code, and left where the words are not plain."""

from datetime import date

import pytest

from hustings.claims.check import Checker
from hustings.claims.report.claim import Claim, report
from hustings.claims.verdict import FINDINGS
from hustings.record.open import Record

AFTER = date(2024, 7, 5)
RIGHT = {
    "Wes Streeting, MP for Ilford North since 2015, held on by 528 votes.": ("2015", "first elected"),
    "Rushanara Ali held Bethnal Green and Stepney. She was first elected in 2010.": ("2010", "first elected"),
    "Rushanara Ali won 15,896 votes to remain in the seat she has held since 2010.": ("2010", "first elected"),
    "Rushanara Ali has been the MP for Bethnal Green and Bow (now Bethnal Green and Stepney) since 2010.": (
        "2010",
        "first elected",
    ),
    "Sarah Olney has represented Richmond Park since 2019.": ("2019", "elected again"),
    "Ed Davey, MP for Kingston and Surbiton since 2017, kept it.": ("2017", "elected again"),
    "Ed Davey was first elected in 1997 in Kingston and Surbiton.": ("1997", "before a first speech"),
    "Wes Streeting has been MP for Ilford North for nine years.": ("nine years", "years since first elected"),
    "Ilford South has been held by Labour since 1992.": ("1992", "Labour first won"),
    "Labour has held Ilford South since 1992.": ("1992", "Labour first won"),
    "Jas Athwal held Ilford South. It has been Labour since 1992.": ("1992", "Labour first won"),
    "Clacton had been held by the Conservatives since 2017.": ("2017", "Conservative first won"),
    "Wes Streeting held Ilford North at the general election on 4 July 2024.": ("4 July 2024", "general election"),
    "The 12 December 2019 general election was the last in Ilford North.": ("12 December 2019", "general election"),
    "Hartlepool fell at the by-election on 6 May 2021.": ("6 May 2021", "by-election"),
}
WRONG = {
    "Wes Streeting, MP for Ilford North since 2010, held on by 528 votes.": ("2010", "date", "2015"),
    "Rushanara Ali held Bethnal Green and Stepney. She was first elected in 2015.": ("2015", "date", "2010"),
    "Ilford South has been held by Labour since 1979.": ("1979", "date", "1992"),
    "Wes Streeting has been MP for Ilford North for 14 years.": ("14 years", "figure", "9 years"),
    "Wes Streeting held Ilford North at the general election on 5 July 2024.": ("5 July 2024", "date", "4 July 2024"),
    "Hartlepool fell at the by-election on 7 May 2021.": ("7 May 2021", "date", "6 May 2021"),
    "Polling day in Ilford North was Friday 4 July 2024.": ("Friday 4 July 2024", "weekday", "Thursday 4 July 2024"),
    "Wes Streeting held Ilford North on Friday 4 July.": ("Friday 4 July", "weekday", "Thursday 4 July 2024"),
}
LEFT = (
    "Wes Streeting was first elected in 2010 as a councillor in Redbridge.",
    "Keir Starmer, Labour leader since 2020, won Holborn and St Pancras.",
    "Islington North was held by Labour since 1937 until Jeremy Corbyn won it.",
    "Islington North has been held by Labour since 1937.",
    "Jeremy Corbyn, MP for Islington North since 1983, won as an independent.",
    "Wes Streeting would be the first Labour MP for Ilford North since 1945 to do it.",
    "There has been no Conservative MP for Ilford South since 1987.",
    "Ilford South is in Essex. Essex has been Conservative since 1945.",
    "Ilford South is Labour's. Basildon has been Conservative since 2005.",
    "Rishi Sunak called a general election on 22 May 2024.",
    "The general election on 8 February 2024 in Pakistan was watched in Ilford North.",
    "Jas Athwal, MP for Ilford South, led the council for 10 years.",
    "Labour has held it since 1994: the council of Redbridge, of which Ilford South is a part.",
    "The talks with Wes Streeting ended on Friday 5 July in Ilford North.",
)


@pytest.fixture(scope="module")
def checker(record: Record) -> Checker:
    return Checker(record)


def claims(checker: Checker, text: str, dated: date | None = AFTER) -> list[Claim]:
    return report(checker.check(text, dated), "story.md")["claims"]


def flagged(found: list[Claim]) -> list[Claim]:
    return [claim for claim in found if claim["verdict"] in FINDINGS]


@pytest.mark.parametrize("sentence", RIGHT)
def test_a_right_day_or_time_in_office_is_found_right(checker: Checker, sentence: str) -> None:
    figure, read_as = RIGHT[sentence]
    found = {claim["text"]: claim for claim in claims(checker, sentence)}
    assert flagged(list(found.values())) == []
    assert found[figure]["verdict"] == "correct"
    assert read_as in found[figure]["read_as"]
    assert found[figure]["sources"]


@pytest.mark.parametrize("sentence", WRONG)
def test_a_wrong_one_is_found_with_its_code(checker: Checker, sentence: str) -> None:
    found = [(claim["text"], claim["code"], claim["right"]) for claim in flagged(claims(checker, sentence))]
    assert found == [WRONG[sentence]]


@pytest.mark.parametrize("sentence", LEFT)
def test_words_that_are_not_plain_are_left(checker: Checker, sentence: str) -> None:
    assert flagged(claims(checker, sentence)) == []


def test_a_weekday_without_a_year_is_the_polls_own_or_nobodys(checker: Checker) -> None:
    assert flagged(claims(checker, "Wes Streeting held Ilford North on Friday 4 July.", None)) == []


def test_the_date_is_not_mended_in_a_quotation(checker: Checker) -> None:
    told = "“Wes Streeting has been MP for Ilford North since 2010,” said a rival."
    (claim,) = flagged(claims(checker, told))
    assert (claim["code"], claim["mend"]) == ("date", "")
