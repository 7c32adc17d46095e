"""A council's report: how much was fought, what its change is measured from, and known results."""

import csv
import io
import json
from datetime import date
from typing import Any

import pytest

from command_line import run
from hustings.publish.reports.council import CONTESTS, council_report, council_reports
from hustings.publish.reports.council_words import change, heading, result, story, turnout
from hustings.record.councils.scope import PARTS, WHOLE, baseline_of, elections_of, terms
from hustings.record.open import Record

WARDS = "abcdefghijkl"


def fought(year: int, wards: int, seats: int = 1) -> list[dict[str, Any]]:
    """Contests of a year in so many wards, for so many seats each."""
    return [
        {
            "contest_id": f"{ward}.{year}",
            "polling_on": date(year, 5, 5),
            "seats": seats,
            "ward": ward,
            "detail": "candidate",
            "voting_system": "FPTP",
        }
        for ward in WARDS[:wards]
    ]


def history(*years: list[dict[str, Any]], size: int = 12) -> list[Any]:
    return elections_of([row for rows in years for row in rows], dict.fromkeys(range(2016, 2026), size))


def test_how_much_was_fought_is_told_by_the_seats_of_the_council() -> None:
    polled = history(fought(2014, 4), fought(2016, 6), fought(2018, 12), fought(2019, 1), fought(2022, 4, 3))
    assert [one.scope for one in polled] == [
        "a third of the council", "half of the council", WHOLE, "some seats", WHOLE,
    ]  # fmt: skip
    assert elections_of(fought(2019, 3), {})[0].scope == "an unknown part of the council"


def baseline(year: int, *years: list[dict[str, Any]]) -> tuple[int | None, str]:
    polled = history(*years)
    found = baseline_of(next(one for one in polled if one.year == year), polled)
    return found.polled and found.polled.year, found.reason


def test_a_third_is_compared_with_the_same_third() -> None:
    thirds = [fought(year, 4) for year in (2014, 2016, 2018, 2019, 2021, 2022, 2023, 2024)]
    assert baseline(2018, *thirds)[0] == 2014
    assert baseline(2021, *thirds)[0] == 2016
    assert baseline(2022, *thirds)[0] == 2018
    assert baseline(2024, *thirds)[0] == 2021
    assert baseline(2019, *thirds) == (None, "they were last fought in 2015, which the record does not hold")


def test_a_third_after_the_whole_council_is_compared_with_nothing() -> None:
    polled = [fought(2016, 4), fought(2018, 12), fought(2019, 4), fought(2021, 4), fought(2022, 4), fought(2023, 4)]
    for year in (2019, 2021, 2022):
        found, reason = baseline(year, *polled)
        assert found is None
        assert "last fought with the whole council in 2018" in reason
    assert baseline(2023, *polled)[0] == 2019


def test_a_whole_council_is_compared_with_the_one_before_within_five_years() -> None:
    assert baseline(2021, fought(2016, 12), fought(2021, 12))[0] == 2016
    assert baseline(2024, fought(2021, 12), fought(2024, 12))[0] == 2021
    assert baseline(2022, fought(2014, 12), fought(2022, 12))[0] is None
    assert baseline(2014, fought(2014, 12))[0] is None
    found, reason = baseline(2018, fought(2014, 4), fought(2016, 4), fought(2018, 12))
    assert (found, reason) == (None, "its seats were fought in parts before, at the elections of 2014, 2016")


def test_by_elections_are_compared_with_nothing_and_stand_in_nobodys_way() -> None:
    assert baseline(2019, fought(2018, 12), fought(2019, 1))[0] is None
    assert baseline(2022, fought(2018, 12), fought(2019, 1), fought(2022, 12))[0] == 2018


def test_the_rule_of_terms_goes_back_three_to_five_years() -> None:
    rows = terms()
    assert all(3 <= row["polled"] - row["fought"] <= 5 for row in rows)
    assert {row["polled"]: row["fought"] for row in rows if row["polled"] - row["fought"] != 4} == {
        2021: 2016,
        2024: 2021,
    }


# Seats by party, as the councils and the Commons Library published them.
KNOWN = (
    ("Tower Hamlets", 2014, {"Labour": 22, "Tower Hamlets First": 18, "Conservative": 5}),
    ("Tower Hamlets", 2022, {"Aspire": 24, "Labour": 19, "Conservative": 1, "Green Party": 1}),
    ("Birmingham", 2018, {"Labour": 67, "Conservative": 25, "Liberal Democrat": 8, "Green Party": 1}),
    ("Kent", 2025, {"Reform UK": 57, "Liberal Democrat": 12, "Conservative": 5, "Green Party": 5, "Labour": 2}),
    ("Glasgow", 2017, {"Scottish National Party": 39, "Labour": 31, "Conservative": 8, "Scottish Green Party": 7}),
    ("Cardiff", 2022, {"Labour": 55, "Conservative": 11, "Liberal Democrat": 10, "Plaid Cymru": 2, "Propel": 1}),
)


@pytest.mark.parametrize(("council", "year", "seats"), KNOWN)
def test_known_seats(record: Record, council: str, year: int, seats: dict[str, int]) -> None:
    report = council_report(record, council, year)
    assert {row["party"]: row["seats"] for row in report.fought.parties if row["seats"]} == seats
    assert sum(seats.values()) == report.fought.polled.seats


@pytest.mark.parametrize(
    ("council", "year"),
    [
        ("Tower Hamlets", 2018),
        ("Leeds", 2024),
        ("Cornwall", 2021),
        ("Barnsley", 2022),
        ("Oxford", 2021),
        ("Fife", 2017),
    ],
)
def test_parts_sum_to_the_whole(record: Record, council: str, year: int) -> None:
    report = council_report(record, council, year)
    one = report.fought
    assert sum(row["seats"] for row in one.parties) == one.polled.seats == sum(row["elected"] for row in one.candidates)
    assert sum(row["votes"] or 0 for row in one.parties) == sum(row["votes"] or 0 for row in one.candidates)
    assert sum(row["share"] or 0 for row in one.parties) == pytest.approx(1)
    assert sum(row["top_share"] or 0 for row in one.parties) == pytest.approx(1)
    assert sum(row["contested"] for row in one.parties) == len(one.candidates)
    before = one.baseline.polled
    if before:
        assert sum(row["seats_before"] for row in one.parties) == before.seats


def test_every_election_of_every_council_is_of_one_known_part(record: Record) -> None:
    sizes: dict[str, dict[int, int]] = {}
    for row in record.query("from council_control"):
        sizes.setdefault(row["council_id"], {})[row["year"]] = row["councillors"]
    compared = 0
    for row in record.query("select distinct council_id from contest where kind = 'local'"):
        elections = elections_of(record.query(CONTESTS, [[row["council_id"]]]), sizes[row["council_id"]])
        for one in elections:
            before = baseline_of(one, elections).polled
            if before:
                compared += 1
                assert before.year < one.year
                assert before.scope == one.scope or {before.scope, one.scope} <= set(PARTS)
    assert compared > 650


def test_many_councils_at_once_are_reported_as_each_alone(record: Record) -> None:
    named = ("tower-hamlets", "leeds", "aberdeen-city", "cumberland", "waveney")
    together = council_reports(record, [row["council_id"] for row in record.query("select council_id from council")])
    for council_id in named:
        assert together[council_id] == council_report(record, council_id)
    assert len(together) > 400


def test_change_says_what_it_is_measured_from(record: Record) -> None:
    said = change(council_report(record, "Tower Hamlets", 2022).fought)
    assert "on 3 May 2018" in said
    assert "There were 34 seats then" in change(council_report(record, "Leeds", 2024).fought)
    assert "does not hold the election before" in change(council_report(record, "Tower Hamlets", 2014).fought)


def test_the_size_of_a_council_in_another_year_is_said_to_be_of_that_year(record: Record) -> None:
    assert heading(council_report(record, "Tower Hamlets", 2022).fought).endswith("45 of 45 seats in 20 wards")
    earlier = heading(council_report(record, "Tower Hamlets", 2014).fought)
    assert earlier.endswith("45 seats (the council had 45 in 2016) in 20 wards")


def test_a_majority_that_was_lost_is_seen_and_one_that_was_kept_is_not_called_lost(record: Record) -> None:
    lost, differ = story(council_report(record, "Tower Hamlets", 2022))
    assert "differ in 2022 (Labour 18 in the list, 19 in the table)" in differ
    assert "Aspire won 24 of 45 seats in 2022" in lost
    assert "21 in the list of 2025. That is less than a majority (23)" in lost
    kept = story(council_report(record, "Tower Hamlets", 2018))[0]
    assert "Labour won 42 of 45 seats" in kept
    assert "majority" not in kept
    assert story(council_report(record, "Tower Hamlets", 2014)) == ()


def test_what_was_not_published_is_said_to_be_unknown(record: Record) -> None:
    report = council_report(record, "Leeds", 2023)
    assert "Who was elected is not in the record" in " ".join(result(report.fought))
    assert all(row["seats"] is None for row in report.fought.parties)
    assert "unknown" in turnout(council_report(record, "Leeds", 2016).fought)
    belfast = council_report(record, "Belfast")
    assert belfast.fought is None
    assert belfast.listed


def test_the_ward_polled_later_is_of_the_same_election(record: Record) -> None:
    report = council_report(record, "Tower Hamlets", 2014)
    assert report.fought.polled.days == (date(2014, 5, 22), date(2014, 7, 3))
    assert "Blackwall and Cubitt Town was polled on 3 July 2014." in result(report.fought)


@pytest.mark.parametrize("form", ["text", "md", "csv", "json"])
def test_every_form_gives_the_same_winners(form: str) -> None:
    ran = run("council", "Tower Hamlets", "--year", "2022", "--format", form)
    assert (ran.code, ran.err) == (0, "")
    if form == "csv":
        rows = list(csv.DictReader(io.StringIO(ran.out)))
        assert sum(row["elected"] == "True" for row in rows) == 45
        return
    if form == "json":
        parts = {part["heading"].split(":")[0]: part for part in json.loads(ran.out)["parts"]}
        parties = parts["Election of 5 May 2022"]["rows"]
        assert [(row["party"], row["seats"], row["change"]) for row in parties[:2]] == [
            ("Aspire", 24, 24),
            ("Labour", 19, -23),
        ]
        assert sum(row["elected"] for row in parts["Wards and who was elected"]["rows"]) == 45
        return
    for words in ("24 of 45, a majority (which is 23)", "Kabir Ahmed", "Aspire Mayor", "CC BY-SA 4.0"):
        assert words in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("Tower Hamlet",), "did you mean Tower Hamlets"),
        (("Tower Hamlets", "--year", "2020"), "it holds those of 2014, 2018, 2022, 2026"),
        (("Belfast", "--year", "2019"), "it holds none of this council"),
        (("Ayrshire",), "name one in full"),
    ],
)
def test_wrong_use_is_said_in_one_sentence(arguments: tuple[str, ...], said: str) -> None:
    ran = run("council", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1
