"""The record reproduces what the House of Commons Library has published: `facts.csv`, a row a stated value."""

import csv
from collections import defaultdict
from functools import cache
from pathlib import Path

import answers as say
import pytest

from hustings.record.open import Record, open_record

# The facts are those of the Library's election results site and of its database of 18 May 2026.
with (Path(__file__).parent / "facts.csv").open(encoding="utf-8", newline="") as file:
    FACTS = list(csv.DictReader(file))

QUESTIONS: dict[str, say.Question] = {
    "party totals": say.party_table,
    "national totals": say.national_totals,
    "outcomes": say.result_summaries,
    "Labour and Co-operative": say.labour_and_cooperative,
    "largest majority": say.ranking(lambda row: -row["majority_share"]),
    "smallest majority": say.ranking(lambda row: row["majority"]),
    "highest turnout": say.ranking(lambda row: -row["valid_turnout"]),
    "lowest turnout": say.ranking(lambda row: row["valid_turnout"]),
    "highest winning share": say.ranking(lambda row: -row["share"]),
    "most votes without a party": say.ranking(lambda row: -row["votes"], lambda row: row["party_id"] is None),
    "first seat contested": say.ranking(lambda row: row["area"], lambda row: row["party_id"] is not None),
    "first seat won": say.ranking(lambda row: row["area"]),
    "order of declaration": say.ranking(lambda row: row["declared_at"]),
    "contest": say.contest,
    "by-elections": say.by_elections,
    "Parliaments": say.parliaments,
    "newest": say.newest,
    "areas": say.areas,
    "general elections in an area": say.general_elections_in,
    "overlaps": say.overlaps,
    "registrations": say.registrations,
    "parties": say.parties,
}

PAGE = "about the words or links of a web page"
FILE = "about the columns of a file offered for download"
LEFT_OUT = {
    "S001": PAGE,
    "S002": PAGE,
    "S005": PAGE,
    "S006": PAGE,
    "S009": PAGE,
    "S016": "no declaration times of 2024 in the Library's database; the record has them from another publication",
    "S018": PAGE,
    "S029": PAGE,
    "S031": FILE,
    "S032": FILE,
    "S033": FILE,
    "D136": "about the addresses of web pages",
}
# The derived facts by number; those not listed here are not in the list the facts were taken from.
DERIVED = """
    34 35 37 38 40 41 43 44 46 47 49 50 52 53 55 56 58 59 61 62 64 65 67 68 70 71 73 74 76 77 79 80 82 83 85 86 88 89
    91 92 94 95 97 98 100 101 103 104 106 107 109 110 112 113 115 116 118 119 121 122 124 125 127 128 130 131 133 134
    136 152 153
"""


def cases() -> list[object]:
    """The values stated of one subject by one fact, as one case of the test."""
    values: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    for row in FACTS:
        asked = (row["fact"], row["question"], row["election"], row["scope"], row["subject"])
        values[asked][row["field"]] = row["value"]
    return [pytest.param(key[1:5], stated, id=" ".join(filter(None, key))) for key, stated in values.items()]


@cache
def answers(record: Record, question: str, election: str, scope: str) -> say.Answers:
    """All that the record says to a question, found once."""
    return QUESTIONS[question](record, election, scope)


@pytest.fixture(scope="module")
def record() -> Record:
    return open_record()


@pytest.mark.parametrize(("asked", "stated"), cases())
def test_published_fact(record: Record, asked: tuple[str, ...], stated: dict[str, str]) -> None:
    question, election, scope, subject = asked
    found = answers(record, question, election, scope)[subject]
    assert {field: found[field] for field in stated} == stated


def test_every_fact_is_stated_or_left_out_with_a_reason() -> None:
    known = [f"S{number:03}" for number in range(1, 34)] + [f"D{int(number):03}" for number in DERIVED.split()]
    here = {row["fact"] for row in FACTS}
    assert here.isdisjoint(LEFT_OUT)
    assert sorted(here | LEFT_OUT.keys()) == sorted(known)
    assert (len(here), len(FACTS)) == (92, 1560)
