"""A person's sheet: figures, how each link is known, and a choice among people of one name."""

import json

from command_line import run
from hustings.publish.reports.person import person_sheet
from hustings.record.open import Record


def test_ajmal_masroor_across_three_labels(record: Record) -> None:
    sheet = person_sheet(record, "Ajmal Masroor")
    found = [(row["polling_on"].year, row["party"], row["votes"], row["place"], row["outcome"]) for row in sheet.rows]
    assert found == [
        (2010, "Liberal Democrat", 10_210, "2nd", "no"),
        (2017, "Independent", 3_888, "3rd", "no"),
        (2024, "Independent", 14_207, "2nd", "no"),
    ]
    known = [row["known"] for row in sheet.rows]
    assert known[2] == "number"
    assert all(one.startswith("linked, 9") for one in known[:2])
    assert any("our estimate, nobody's publication" in note for note in sheet.notes)
    assert any("Open Parliament Licence" in note for note in sheet.notes)


def test_people_of_one_name_are_told_apart_by_place_and_years(record: Record) -> None:
    sheet = person_sheet(record, "Greg Smith", "Mid Buckinghamshire")
    assert [row["person"] for row in sheet.rows] == ["Greg Smith", "Greg Smith"]
    ids = [row["person_id"] for row in sheet.rows]
    assert len(set(ids)) == 2
    one = person_sheet(record, ids[0])
    assert all(row["candidate"] == "Greg Smith" for row in one.rows)


def test_a_career_sums_to_its_candidacies(record: Record) -> None:
    careers = record.query(
        "select person_id, count(*) as stood, sum(votes)::bigint as votes from results "
        "where basis = 'declared' and person_id is not null group by person_id order by stood desc, person_id limit 5"
    )
    for row in careers:
        sheet = person_sheet(record, row["person_id"])
        assert len(sheet.rows) == row["stood"]
        assert sum(one["votes"] or 0 for one in sheet.rows) == row["votes"]


def test_the_command_in_every_format() -> None:
    assert "10,210" in run("person", "Ajmal Masroor").out
    assert run("person", "Ajmal Masroor", "-f", "md").out.startswith("## Ajmal Masroor, 2010 to 2024")
    assert run("person", "Ajmal Masroor", "-f", "csv").out.splitlines()[0].startswith("polling_on,where,party,votes")
    answer = json.loads(run("person", "Ajmal Masroor", "-f", "json").out)
    assert [row["votes"] for row in answer["rows"]] == [10_210, 3_888, 14_207]
    assert {row["how"] for row in answer["rows"]} == {"linked", "published"}


def test_nobody_of_that_name() -> None:
    ran = run("person", "Ajmal Masrour")
    assert ran.code == 2
    assert "did you mean Ajmal Masroor" in ran.err
    assert "try `hustings find`" in run("person", "Xyzzy Plugh").err
    # The nearest people are meant, though a seat has this very name.
    assert "nobody called 'Ilford North'" in run("person", "Ilford North").err


def test_a_name_with_a_word_that_places_shorten_is_found() -> None:
    assert run("person", "Ray Saint").out.startswith("Ray Saint, 2024")


def test_the_polls_command() -> None:
    ran = run("polls", "--pollster", "YouGov", "--year", "2024", "--limit", "2")
    assert ran.code == 0
    assert "CC BY-SA 4.0" in ran.out
    assert run("polls", "--pollster", "Yugov").code == 2


def test_an_election_that_a_court_undid_is_said_to_be_void() -> None:
    said = run("person", "Lutfur Rahman", "--format", "csv").out
    assert "yes (void 23 April 2015)" in said


def test_a_member_is_not_joined_to_a_councillor_of_the_same_initial() -> None:
    # Rondo Roberts, not Rob Roberts the member for Delyn, sat for Llangollen Rural.
    assert "Llangollen" not in run("person", "mnis:4810").out
