"""The elections of a mayor as a reader sees them."""

import csv
import io
import json

import pytest

from command_line import run


def said(*arguments: str) -> str:
    ran = run("mayor", *arguments)
    assert (ran.code, ran.err) == (0, "")
    return " ".join(ran.out.split())


def test_each_election_says_how_it_was_won() -> None:
    shown = said("Tower Hamlets")
    for sentence in (
        "Lutfur Rahman (Aspire) won in the second round by 7,317 votes (9.8% of the votes counted in it).",
        "John Biggs (Labour) won in the second round, by a majority that is unknown",
        "John Biggs (Labour) won in the second round by 6,370 votes",
        "Lutfur Rahman (Tower Hamlets First) won in the second round by 3,252 votes (4.5%",
        "An election court declared this election void on 23 April 2015.",
        "Lutfur Rahman (Independent) won on first preferences by 12,029 votes (26.7% of them).",
        "Lutfur Rahman had 23,283 (51.8%), enough to win in the first round.",
        "More than half of the 84,105 first preferences is 42,053: Lutfur Rahman had 39,533 (47.0%), not enough",
        "Of 16,678 first preferences for the eliminated, 6,864 (41.2%) went on to one of the two",
        "Publications disagree: Reetendra Nath Banerji, 1,959 or 1,969",
        "Turnout published as 42%, on a basis not stated",
    ):
        assert sentence in shown, sentence


def test_what_is_unknown_is_not_what_there_is_none_of() -> None:
    lines = run("mayor", "Tower Hamlets").out.splitlines()
    biggs = next(line for line in lines if line.startswith("John Biggs") and "48.4%" in line)
    assert biggs.split()[-3:] == ["unknown", "unknown", "elected"]
    weaver = next(line for line in lines if line.startswith("Elliott Weaver"))
    assert weaver.split()[-3:] == ["–", "–", "eliminated"]


def test_a_program_is_given_numbers_and_nulls() -> None:
    rows = list(csv.DictReader(io.StringIO(run("mayor", "Tower Hamlets", "--format", "csv").out)))
    assert len(rows) == 39
    first = rows[0]
    assert (first["candidate"], first["votes"], first["transfers"], first["final_votes"]) == (
        "Lutfur Rahman", "39533", "1271", "40804",
    )  # fmt: skip
    assert {row["voided_on"] for row in rows if row["polling_on"] == "2014-05-22"} == {"2015-04-23"}
    parts = json.loads(run("mayor", "Hackney", "--format", "json").out)["parts"]
    assert [part["rows"][0]["final_votes"] for part in parts] == [42645]
    assert "# Mayor of Hackney" in run("mayor", "Hackney", "--format", "md").out


def test_a_suspect_figure_is_called_disputed() -> None:
    assert "Rejected papers: 37. That figure is disputed." in said("Hackney")


@pytest.mark.parametrize(
    ("council", "sentence"),
    [
        ("Leeds", "it has those of Hackney, Lewisham, Newham, Sheffield City Region, Tower Hamlets, Watford"),
        ("Tower Hamlts", "did you mean Tower Hamlets?"),
    ],
)
def test_a_council_without_a_mayor_is_said(council: str, sentence: str) -> None:
    ran = run("mayor", council)
    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err
