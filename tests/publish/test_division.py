"""The report of a division: parts that add up, what became of members, and the words for it."""

import csv
import io
import json
from collections import Counter

import pytest

from command_line import run
from hustings.publish.reports.division import DivisionReport, division_report
from hustings.record.divisions import find_divisions
from hustings.record.open import Record

FORMS = ("text", "md", "csv", "json")


@pytest.fixture(scope="module")
def ceasefire(record: Record) -> DivisionReport:
    """15 November 2023, amendment (h): the vote on a ceasefire in Gaza."""
    return division_report(record, find_divisions(record, "1666")[0], find_divisions(record, "2023-11-15"))


def test_every_member_who_sat_is_there_once(ceasefire: DivisionReport) -> None:
    assert len(ceasefire.members) == ceasefire.seats["seats"] == 650
    assert len({row["mnis_id"] for row in ceasefire.members}) == 650
    assert len({(row["boundary_set_id"], row["area_id"]) for row in ceasefire.members}) == 650


def test_parties_add_up_to_the_list(ceasefire: DivisionReport) -> None:
    votes = Counter(row["vote"] for row in ceasefire.members)
    totals = {key: sum(row[key] for row in ceasefire.parties) for key in ceasefire.parties[0] if key != "party"}
    assert (totals["ayes"], totals["noes"], totals["none_recorded"]) == (125, 294, 227)
    assert totals["ayes"] == votes["aye"] == ceasefire.counts["ayes_announced"]
    # Where a difference is filed the list is not what was announced.
    assert totals["noes"] == ceasefire.counts["noes_announced"] + 1
    assert totals["tellers"] == 4


def test_labour_members_broke_ranks_and_nobody_rebelled(ceasefire: DivisionReport) -> None:
    parties = {row["party"]: row for row in ceasefire.parties}
    assert parties["Labour"] == {
        "party": "Labour",
        "ayes": 56,
        "noes": 0,
        "tellers": 0,
        "none_recorded": 145,
        "rebels": 0,
        "broke_ranks": 56,
    }
    assert sum(row["rebels"] for row in ceasefire.parties) == 0
    assert sum(row["broke_ranks"] for row in ceasefire.parties) == 56


def test_absentees_are_derived_from_who_sat_not_from_a_list_that_named_those_who_had_left(
    ceasefire: DivisionReport,
) -> None:
    absent = {row["seat"]: row for row in ceasefire.members if row["vote"] == "none recorded"}
    assert {row["known_from"] for row in absent.values()} == {"derived"}
    # The published file's own derivation has Pincher, Ferrier, Dorries and Adams here, who had left by then.
    for seat, member in {
        "Tamworth": "Sarah Edwards",
        "Rutherglen and Hamilton West": "Michael Shanks",
        "Mid Bedfordshire": "Alistair Strathern",
        "Selby and Ainsty": "Keir Mather",
    }.items():
        assert absent[seat]["member"] == member
    assert sum(row["why"] == "does not take the seat" for row in absent.values()) == 7
    assert absent["Chorley"]["why"] == "the Speaker does not vote"


def test_what_happened_next_accounts_for_everyone(ceasefire: DivisionReport) -> None:
    fates = Counter(row["fate"] for row in ceasefire.members)
    # Our own count, so that a change of it is seen; every seat of the House is in it once.
    assert sum(fates.values()) == 650
    assert fates == {"elected": 297, "defeated": 217, "did not stand": 132, "left before": 4}
    ayes = Counter(row["fate"] for row in ceasefire.members if row["vote"] == "aye")
    assert ayes == {"elected": 71, "defeated": 33, "did not stand": 21}
    assert all(row["next_contest_id"] for row in ceasefire.members)
    left = {row["member"] for row in ceasefire.members if row["fate"] == "left before"}
    assert left == {"Chris Skidmore", "Peter Bone", "Scott Benton", "Tony Lloyd"}


def test_rushanara_ali_has_no_vote_recorded_and_held_on(ceasefire: DivisionReport) -> None:
    ali = next(row for row in ceasefire.members if row["member"] == "Rushanara Ali")
    assert (ali["vote"], ali["seat"], ali["fate"]) == ("none recorded", "Bethnal Green and Bow", "elected")
    assert (ali["next_seat"], ali["next_votes"], ali["next_majority"]) == ("Bethnal Green and Stepney", 15896, 1689)


def test_party_is_that_of_the_day_and_the_party_elected_for_is_kept(ceasefire: DivisionReport) -> None:
    abbott = next(row for row in ceasefire.members if row["member"] == "Diane Abbott")
    assert (abbott["party"], abbott["elected_as"], abbott["changed"]) == ("Independent", "Labour", True)
    assert sum(bool(row["changed"]) for row in ceasefire.members) == 12


def test_a_person_of_the_same_name_is_another(ceasefire: DivisionReport) -> None:
    # Ilford North's Wes Streeting is followed by number; names alone would meet namesakes.
    persons = [row["person_id"] for row in ceasefire.members]
    assert len(set(persons)) == len(persons)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("wanted", ["2023-11-15", "1873", "2019-03-27", "English Votes", "87"])
def test_a_division_is_written_in_every_form(wanted: str, form: str) -> None:
    ran = run("division", wanted, "--format", form)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("\n")
    if form == "json":
        assert json.loads(ran.out)
    else:
        assert "None" not in ran.out.replace("None recorded", "")
    if form == "text":
        assert max(map(len, ran.out.splitlines())) <= 80
    if form == "csv":
        assert len({len(row) for row in csv.reader(io.StringIO(ran.out))}) == 1


def test_the_text_says_what_a_reporter_needs() -> None:
    said = run("division", "2023-11-15").out
    flat = " ".join(said.split())
    for words in (
        "King's Speech Motion for an Address: Amendment (h)",
        "The Noes had it by 168: Ayes 125, Noes 293 announced.",
        "Noes 293 294",
        "Labour 56 0 0 145 0 56",
        "None recorded is never an abstention",
        "derived for 227 members",
        "56 members who rebelled or broke ranks",
        "By-elections followed in Blackpool South, Kingswood, Rochdale, Wellingborough",
        "7 members: does not take the seat",
    ):
        assert words in flat
    assert "abstained" not in said


def test_a_division_of_counts_alone_says_how_to_add_its_votes() -> None:
    said = " ".join(run("division", "1873").out.split())
    assert "The record holds the counts of this division and no names." in said
    assert "https://commonsvotes-api.parliament.uk/data/division/1873.json" in said
    assert "hustings record add division 1873.json" in said


def test_rows_are_chosen_by_vote_party_and_member() -> None:
    def rows(*options: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(run("division", "1666", "-f", "csv", *options).out)))

    assert len(rows()) == 650
    assert len(rows("--vote", "aye")) == 125
    assert len(rows("--vote", "teller")) == 4
    assert len(rows("--vote", "rebel")) == 56
    assert {row["party"] for row in rows("--party", "labour")} == {"Labour"}
    assert len(rows("--party", "labour", "--vote", "aye")) == 56
    ali = rows("--member", "Bethnal Green")
    assert [(row["member"], row["vote"], row["known_from"], row["party_on"]) for row in ali] == [
        ("Rushanara Ali", "none recorded", "derived", "election")
    ]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("1666", "--party", "Labor"), "no party called 'Labor' in this division; did you mean Labour"),
        (("1666", "--member", "Rushanra Ali"), "did you mean Rushanara Ali"),
        (("1873", "--vote", "aye"), "The record holds the counts of this division and no names."),
        (("2023-11-16",), "there were some on 2023-11-15 and 2023-11-20"),
    ],
)
def test_wrong_names_get_one_sentence(options: tuple[str, ...], said: str) -> None:
    ran = run("division", *options)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert said in ran.err
