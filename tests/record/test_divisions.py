"""Divisions in the record: the list of counts, the votes of 15 November 2023, and who sat that day."""

from collections import Counter
from datetime import date, datetime

import pytest

from hustings.errors import UnknownName
from hustings.record.divisions import find_divisions, the_one
from hustings.record.open import Record
from hustings.record.sitting import next_general, sitting, successors

CEASEFIRE = 1666
DAY = date(2023, 11, 15)


def test_each_division_of_the_list_is_there_once(record: Record) -> None:
    rows = record.query("select count(*) as n, min(divided_on) as first, max(divided_on) as last from division")
    assert rows == [{"n": 2361, "first": date(2016, 3, 9), "last": date(2026, 7, 15)}]


def test_announced_and_listed_counts_are_both_kept(record: Record) -> None:
    # UK Parliament, Commons Votes, division 1666: Ayes 125, Noes 293, and a list of 294 Noes.
    division = record.query("select * from division where division_id = ?", [CEASEFIRE])[0]
    assert (division["ayes"], division["noes"], division["divided_on"]) == (125, 293, DAY)
    assert division["divided_at"] == datetime(2023, 11, 15, 19, 14)
    listed = record.query("select vote from division_vote where division_id = ?", [CEASEFIRE])
    assert Counter(row["vote"] for row in listed) == {"aye": 125, "no": 294, "teller aye": 2, "teller no": 2}
    filed = record.query(
        "select published, \"right\", status from correction where correction_id = 'division|1666|noes'"
    )
    assert filed == [{"published": "293", "right": "294", "status": "noted"}]


def test_deferred_divisions_have_no_time_and_others_have_one(record: Record) -> None:
    # Division 1234 was at midnight; those after it, of the same sitting, are published under the same day.
    untimed = record.query("select deferred, divided_at is null as untimed, count(*) as n from division group by all")
    assert {(row["deferred"], row["untimed"]) for row in untimed} == {(True, True), (False, False)}
    late = record.query("select divided_on, divided_at from division where division_id in (1234, 1235) order by all")
    assert [row["divided_at"].hour for row in late] == [0, 0]
    assert {row["divided_on"] for row in late} == {date(2022, 2, 28)}


def test_english_votes_are_within_the_votes_of_the_house(record: Record) -> None:
    rows = record.query("select evel, count(*) as n from division where evel is not null group by evel order by evel")
    assert rows == [{"evel": "Country", "n": 3}, {"evel": "Double Majority", "n": 40}]


def test_votes_by_party_are_the_published_ones(record: Record) -> None:
    rows = record.query(
        "select party_label, vote, count(*) as n from division_vote where vote in ('aye', 'no') group by all"
    )
    counts = {(row["party_label"], row["vote"]): row["n"] for row in rows}
    # Fifty-six Labour members voted for the amendment: LBC and Left Foot Forward, 15 and 16 November 2023.
    assert counts["Lab", "aye"] == 56
    assert counts["SNP", "aye"] == 38
    assert counts["Con", "no"] == 288
    assert sum(n for (_, vote), n in counts.items() if vote == "aye") == 125


def test_every_member_listed_sat_for_that_seat(record: Record) -> None:
    house = {row["mnis_id"]: row for row in sitting(record, DAY)}
    for row in record.query("select * from division_vote"):
        sat = house[row["mnis_id"]]
        assert (sat["boundary_set_id"], sat["area_id"]) == (row["boundary_set_id"], row["area_id"])


@pytest.mark.parametrize(
    ("day", "seats", "vacant"),
    [
        (DAY, 650, []),
        # Selby and Ainsty, Somerton and Frome, Uxbridge and South Ruislip: writs of June, polls of 20 July 2023.
        (date(2023, 7, 10), 650, ["Selby and Ainsty", "Somerton and Frome", "Uxbridge and South Ruislip"]),
        (date(2016, 3, 9), 650, []),
        (date(2026, 7, 15), 650, ["Clacton"]),
    ],
)
def test_the_house_has_a_member_a_seat_but_for_vacant_ones(
    record: Record, day: date, seats: int, vacant: list[str]
) -> None:
    house = sitting(record, day)
    assert len(house) == seats
    assert len({(row["boundary_set_id"], row["area_id"]) for row in house}) == seats
    assert [row["area"] for row in house if row["vacant"]] == vacant
    assert all(row["mnis_id"] for row in house)


def test_whoever_won_a_by_election_sits_from_the_next_day(record: Record) -> None:
    def member_for(day: date) -> str:
        return next(row["candidate"] for row in sitting(record, day) if row["area"] == "Tamworth")

    assert member_for(date(2023, 10, 19)) == "Christopher Pincher"
    assert member_for(date(2023, 10, 20)) == "Sarah Edwards"


def test_the_general_election_after_and_the_seats_that_took_the_old_ones(record: Record) -> None:
    election = next_general(record, DAY)
    assert election is not None
    assert election["polling_on"] == date(2024, 7, 4)
    assert next_general(record, date(2024, 7, 5)) is None
    taken = successors(record, election["election_id"])
    assert taken["england-2010", "E14000555"]["area"] == "Bethnal Green and Stepney"
    assert {(row["boundary_set_id"], row["area_id"]) for row in sitting(record, DAY)} <= set(taken)


@pytest.mark.parametrize(
    ("wanted", "number", "found"),
    [
        ("2023-11-15", None, [1665, 1666, 1667]),
        ("15 November 2023", None, [1665, 1666, 1667]),
        ("15/11/2023", 3, [1666]),
        ("1666", None, [1666]),
        ("King's Speech amendment (h) address", None, [1666, 1827]),
        ("renewal of trident", None, None),
    ],
)
def test_divisions_answer_to_day_number_and_words(
    record: Record, wanted: str, number: int | None, found: list[int] | None
) -> None:
    rows = find_divisions(record, wanted, number)
    if found is None:
        assert rows[0]["plain_title"] == "Renewal of Trident nuclear weapons system"
    else:
        assert [row["division_id"] for row in rows] == found


def test_of_a_days_divisions_the_one_with_names_is_meant(record: Record) -> None:
    one = the_one(find_divisions(record, "2023-11-15"))
    assert one is not None
    assert one["division_id"] == CEASEFIRE
    assert the_one(find_divisions(record, "2019-03-27")) is None
    assert the_one(find_divisions(record, "King's Speech amendment (h)")) is None


@pytest.mark.parametrize(
    ("wanted", "number", "said"),
    [
        ("2023-11-16", None, "there were some on 2023-11-15 and 2023-11-20"),
        ("1832-06-07", None, "the record has those from 2016-03-09 to 2026-07-15"),
        ("99999", None, "no division has the number 99999"),
        ("2023-11-15", 9, "none of the divisions of '2023-11-15' is number 9; they are 2, 3, 4"),
        ("King's Speach Amendmant", None, "did you mean 'kings speech amendment'?"),
        ("", None, "no division's title holds the words ''"),
        ("qwzxv", None, "try fewer words"),
    ],
)
def test_what_is_no_division_is_said(record: Record, wanted: str, number: int | None, said: str) -> None:
    with pytest.raises(UnknownName) as refused:
        find_divisions(record, wanted, number)
    assert said in str(refused.value)
