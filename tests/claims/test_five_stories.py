"""The five published stories beside the sources, run in place against their labels. No sentence of theirs is here."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from hustings.claims.check import Checker
from hustings.claims.report.claim import Claim, report
from hustings.claims.verdict import FINDINGS
from hustings.record.open import Record

# Labels of figures that are misleading, by the code that each must be found with.
CODES = {
    "percent_vs_points+baseline_unstated_or_mixed": "percent-for-points",
    "percent_vs_points+arithmetic": "percent-for-points",
    "percent_vs_points": "percent-for-points",
    "percent_vs_points+wrong_measure": "wrong-measure",
    "measure_unstated": "measure-unstated",
    "false_precision": "false-precision",
}
# Labels of no figure, or of words that no figure stands in: not looked for yet.
NOT_OF_A_FIGURE = {"over_general", "omission"}
pytestmark = pytest.mark.sources


@pytest.fixture(scope="module")
def labels(sources: Path) -> list[dict[str, str]]:
    with (sources.parent / "articles" / "labelled_claims.csv").open(newline="", encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["file"] != "total"]


@pytest.fixture(scope="module")
def found(record: Record, sources: Path, labels: list[dict[str, str]]) -> dict[str, list[Claim]]:
    checker = Checker(record)
    files = sorted({row["file"] for row in labels})
    texts = {file: (sources.parent / "articles" / file).read_text(encoding="utf-8") for file in files}
    return {file: report(checker.check(text), file)["claims"] for file, text in texts.items()}


def claim_of(row: dict[str, str], claims: list[Claim]) -> Claim | None:
    """The claim of a labelled figure: the one whose printed number is the label's, in a sentence with its words."""
    number = row["value"].strip("~ ").split(" ")[0].lstrip("->")
    words = set(re.findall(r"\w+", row["sentence_quote"].lower()))
    same = [
        one
        for one in claims
        if re.sub(r"[^\d.]", "", one["text"]).rstrip("0").rstrip(".") == number.rstrip("0").rstrip(".")
    ]
    return max(same, key=lambda one: len(words & set(re.findall(r"\w+", one["quote"].lower()))), default=None)


def test_every_misleading_label_of_a_figure_is_found_with_its_code(labels, found) -> None:
    wanted = [row for row in labels if row["error_class"] and row["error_class"] not in NOT_OF_A_FIGURE]
    assert len(wanted) == 20
    for row in wanted:
        claim = claim_of(row, found[row["file"]])
        assert claim is not None, row["sentence_quote"]
        assert claim["code"] == CODES[row["error_class"]], row["sentence_quote"]


def test_no_figure_that_is_labelled_right_is_called_wrong_or_misleading(labels, found) -> None:
    expected = Counter(
        row["file"] for row in labels if row["error_class"] not in {"", "false_precision", *NOT_OF_A_FIGURE}
    )
    flagged = Counter({file: sum(one["verdict"] in FINDINGS for one in claims) for file, claims in found.items()})
    assert flagged == expected


# Labels that stand outside the record of results, by the figure: what the record answers them as.
ANSWERED = {"39.9": "Muslim", "294": "noes by the names", "125": "ayes", "2010": "first elected"}


def test_figures_of_the_census_a_division_and_a_tenure_are_answered(labels, found) -> None:
    kinds = {"demographic", "count", "tenure"}
    wanted = [row for row in labels if row["claim_type"] in kinds and row["value"] in ANSWERED]
    assert len(wanted) == 5
    for row in wanted:
        claim = claim_of(row, found[row["file"]])
        assert claim is not None, row["sentence_quote"]
        assert claim["verdict"] == "correct", row["sentence_quote"]
        assert ANSWERED[row["value"]] in claim["read_as"]


def test_the_traps_hold(found) -> None:
    of_2005 = {one["text"]: one for one in found["001_2bc5a03e90a2a01a.txt"]}
    assert of_2005["15,801"]["verdict"] == of_2005["14,978 votes"]["verdict"] == "correct"
    assert "7 June 2001" in of_2005["10,057"]["read_as"]
    undated = {one["text"]: one for one in found["003_554986b48057e141.txt"]}
    assert "8 June 2017" in undated["42,969 votes"]["read_as"]
