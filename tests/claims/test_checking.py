"""A story checked from end to end: right figures are left, wrong ones found with their code, formula and mend."""

from datetime import date

import pytest

from hustings.claims.check import Checker
from hustings.claims.report.claim import Claim, report
from hustings.claims.verdict import CODES, FINDINGS
from hustings.record.open import Record

LEAD = "Labour's Rushanara Ali held Bethnal Green and Stepney at the general election of 4 July 2024. "
# Sentences after the lead that are right, each with the figures that must be found right.
RIGHT = {
    "She won 15,896 votes, a majority of 1,689.": ["15,896 votes", "1,689"],
    "Ajmal Masroor, an independent, was second with 14,207.": ["second", "14,207"],
    "Her share fell by 39.4 points from a notional 73.5%.": ["39.4 points"],
    "Turnout was 57.3%.": ["57.3%"],
    "Turnout, counting rejected papers, was 57.7%.": ["57.7%"],
    "There were 11 candidates.": ["11"],
    "Ali was 1,689 votes ahead of Masroor.": ["1,689 votes"],
    "Her share is 53.6% smaller than the notional share of 2019: down 53.6%.": ["53.6%"],
    "Nationally, turnout was 59.7%.": ["59.7%"],
    "Labour won 411 seats.": ["411"],
    "Labour took 37 seats in Scotland.": ["37"],
}
# Sentences after the lead that are not, with the figure, its code and the mend.
WRONG = {
    "She won 15,986 votes.": ("15,986 votes", "digits", "15,896 votes"),
    "She won 15,897 votes.": ("15,897 votes", "digits", "15,896 votes"),
    "Ali received 14,207 votes.": ("14,207 votes", "wrong-candidate", "15,896 votes"),
    "Ali had a majority of 15,896.": ("15,896", "wrong-measure", ""),
    "Her share fell by 39.4% since 2019.": ("39.4%", "percent-for-points", "39.4 points"),
    "It was a 39.4% drop in her vote share since 2019.": ("39.4%", "percent-for-points", "39.4-point"),
    "Her share rose by 39.4 points.": ("39.4 points", "direction", ""),
    "Masroor came third with 14,207 votes.": ("third", "rank", ""),
    "Masroor took 34.9% of the vote.": ("34.9%", "figure", "30.5%"),
    "Turnout was 62.4%.": ("62.4%", "figure", "57.7%"),
    "There were 14 candidates.": ("14", "figure", "11"),
}
LEFT = (
    "The count ended at 3.45am and cost £12,000.",
    "Some 400 pupils marched on 16 November.",
    "About 34.6% of the borough's population is Bangladeshi.",
    "Leanne, 23, has lived here for 12 years.",
    "The council has 45 councillors and spent 9.5% more on parks.",
)


@pytest.fixture(scope="module")
def checker(record: Record) -> Checker:
    return Checker(record)


def claims(checker: Checker, text: str) -> list[Claim]:
    return report(checker.check(text), "story.md")["claims"]


@pytest.mark.parametrize("sentence", RIGHT)
def test_a_right_figure_is_found_right(checker: Checker, sentence: str) -> None:
    found = {claim["text"]: claim for claim in claims(checker, LEAD + sentence)}
    assert [claim["text"] for claim in found.values() if claim["verdict"] in FINDINGS] == []
    for figure in RIGHT[sentence]:
        assert found[figure]["verdict"] in ("correct", "note"), figure
        assert found[figure]["sources"]


@pytest.mark.parametrize("sentence", WRONG)
def test_a_wrong_figure_is_found_with_its_code_and_mend(checker: Checker, sentence: str) -> None:
    figure, code, mend = WRONG[sentence]
    found = [claim for claim in claims(checker, LEAD + sentence) if claim["verdict"] in FINDINGS]
    assert [(claim["text"], claim["code"], claim["mend"]) for claim in found] == [(figure, code, mend)]
    assert found[0]["verdict"] == CODES[code].verdict
    assert found[0]["right"]


@pytest.mark.parametrize("sentence", LEFT)
def test_what_is_no_result_is_left(checker: Checker, sentence: str) -> None:
    assert [claim for claim in claims(checker, LEAD + sentence) if claim["verdict"] in FINDINGS] == []


def test_a_declared_share_beside_a_notional_change_is_mixed(checker: Checker) -> None:
    told = "Ali had 72.7% in Bethnal Green and Bow in 2019. This time she took 34.1%. Her share fell by 39.4 points."
    found = [claim for claim in claims(checker, LEAD + told) if claim["verdict"] in FINDINGS]
    assert [(claim["text"], claim["code"]) for claim in found] == [("39.4 points", "mixed-baseline")]
    assert found[0]["right"] == "\N{MINUS SIGN}38.7 points"


def test_a_sum_needs_no_record(checker: Checker) -> None:
    told = "Smith had 1,200 votes and Jones 1,100 votes at the ward's count, a majority of 90."
    found = [claim for claim in claims(checker, told) if claim["verdict"] in FINDINGS]
    assert [(claim["text"], claim["code"]) for claim in found] == [("90", "arithmetic")]
    assert not [c for c in claims(checker, told.replace("90", "100")) if c["verdict"] in FINDINGS]


def test_a_majority_that_was_overturned_is_of_the_poll_before(checker: Checker) -> None:
    told = "George Galloway won Bethnal Green and Bow in 2005, overturned a 10,057 majority and led by 823 votes."
    found = {claim["text"]: claim for claim in claims(checker, told)}
    assert found["10,057"]["verdict"] == "correct"
    assert "7 June 2001" in found["10,057"]["read_as"]


def test_a_table_is_read_by_its_headings(checker: Checker) -> None:
    rows = (
        "Candidate | Votes | Share",
        "---|---|---",
        "Rushanara Ali | 15,896 | 34.1%",
        "Ajmal Masroor | 14,270 | 30.5%",
    )
    table = "".join(f"| {row} |\n" for row in rows)
    found = [(claim["text"], claim["verdict"], claim["code"]) for claim in claims(checker, f"{LEAD}\n\n{table}")]
    assert ("14,270", "wrong", "digits") in found
    assert [text for text, verdict, _ in found if verdict == "correct"] == ["4 July 2024", "15,896", "34.1%", "30.5%"]


def test_a_figure_knows_its_place_in_the_file(checker: Checker) -> None:
    text = f"# Result\n\n{LEAD}\n\nAli received 14,207 votes.\n"
    wrong = next(claim for claim in claims(checker, text) if claim["verdict"] == "wrong")
    lines = text.split("\n")
    assert lines[wrong["line"] - 1][wrong["column"] - 1 : wrong["end_column"] - 1] == "14,207 votes"
    assert (wrong["line"], wrong["end_line"]) == (5, 5)


def test_a_quotation_is_never_re_worded(checker: Checker) -> None:
    told = f"{LEAD}“Ali received 14,207 votes,” said a party source."
    wrong = next(claim for claim in claims(checker, told) if claim["verdict"] == "wrong")
    assert (wrong["code"], wrong["mend"]) == ("wrong-candidate", "")


def test_the_day_tells_which_poll_is_meant(checker: Checker) -> None:
    for figure, day in (("68.7%", date(2019, 12, 13)), ("59.6%", date(2024, 7, 5))):
        (claim,) = report(checker.check(f"Turnout in Ilford North was {figure}.", day), "story")["claims"]
        assert claim["verdict"] == "correct"
        assert str(day.year) in claim["read_as"]


def test_another_election_than_the_year_that_is_named_is_wrong(checker: Checker) -> None:
    (claim,) = claims(checker, "Turnout in Ilford North at the 2024 general election was 68.7%.")
    assert (claim["code"], claim["right"]) == ("wrong-year", "59.8%")


def test_a_figure_is_not_right_of_a_year_that_it_is_not_of(checker: Checker) -> None:
    (claim,) = claims(checker, "Rushanara Ali won 15,896 votes in Bethnal Green and Stepney in 1899.")
    assert claim["verdict"] not in ("correct", "note")


def test_a_contest_of_which_nothing_is_right_is_not_the_one_meant(checker: Checker) -> None:
    told = "Rushanara Ali won 11,111 votes in Bethnal Green and Stepney in 2024. Her majority was 2,222."
    assert [claim for claim in claims(checker, told) if claim["verdict"] in FINDINGS] == []


def test_a_comment_leaves_a_line_or_a_whole_story(checker: Checker) -> None:
    wrong = f"{LEAD}Ali received 14,207 votes."
    assert any(claim["verdict"] in FINDINGS for claim in claims(checker, wrong))
    assert claims(checker, f"{wrong} <!-- hustings: ignore -->") == []
    assert claims(checker, f"<!-- hustings: ignore-all -->\n\n{wrong}") == []


def test_a_story_of_nothing_has_no_claims(checker: Checker) -> None:
    assert report(checker.check(""), "empty")["coverage"] == {"figures": 0, "decided": 0, "left": 0}


@pytest.mark.parametrize(
    "sentence",
    [
        "Labour gained 211 seats.",
        "The Conservatives lost 251 seats in 2024.",
        "The Liberal Democrats gained 64 seats in 2024.",
        "Labour took 211 seats more than in 2019.",
        "The Lib Dems won 60 seats from the Conservatives.",
        "Labour has 402 seats now.",
        "Labour won 37 of the 57 Scottish seats, with 35.3 per cent of the vote.",
        "Turnout was 69.1 per cent in Bristol Central and 65.7 per cent in the prime minister's seat.",
    ],
)
def test_a_change_of_seats_or_a_figure_of_another_place_is_not_called_wrong(checker: Checker, sentence: str) -> None:
    """A change of seats is printed on the notional result as often as on the declared one."""
    claims_of = report(checker.check(sentence, date(2024, 7, 6)), "story.md")["claims"]
    assert claims_of
    assert not [one["text"] for one in claims_of if one["verdict"] in FINDINGS]


def test_national_figures_are_held_against_the_election_before(checker: Checker) -> None:
    text = (
        "# The 2024 election in numbers\n\nLabour polled 9,780,716 votes. The Conservatives fell from 43.6% to 23.7%, "
        "a drop of 19.9%. Labour gained 209 seats."
    )
    told = {one["text"]: one for one in report(checker.check(text, date(2024, 7, 8)), "story.md")["claims"]}
    assert (told["9,780,716 votes"]["code"], told["9,780,716 votes"]["mend"]) == ("digits", "9,708,716 votes")
    assert told["19.9%"]["code"] == "percent-for-points"
    assert told["209"]["verdict"] == "correct"


def test_a_number_one_slip_from_a_figure_is_found_whatever_the_words(checker: Checker) -> None:
    found = claims(checker, LEAD + "The people have spoken, and to her went the hearts of 15,986.")
    assert [(one["text"], one["code"]) for one in found if one["verdict"] == "wrong"] == [("15,986", "digits")]


def test_a_day_before_any_election_is_no_day(checker: Checker) -> None:
    text = "MPs voted last night by 348 to 134 in the Commons division."
    assert report(checker.check(text, date(1, 1, 1)), "story.md")["coverage"]["figures"] == 2
