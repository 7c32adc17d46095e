"""Names as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hustings.errors import AmbiguousName, NoSuchElection, UnknownName
from hustings.record.find import find
from hustings.record.names import nearest, plain
from hustings.record.open import Record
from hustings.record.seats import find_contest


@pytest.mark.parametrize(
    ("typed", "latest"),
    [
        ("Bethnal Green and Stepney", "parl.bethnal-green-and-stepney.2024-07-04"),
        ("bethnal green & stepney", "parl.bethnal-green-and-stepney.2024-07-04"),
        ("  BETHNAL GREEN  AND STEPNEY ", "parl.bethnal-green-and-stepney.2024-07-04"),
        ("Bethnal Green and Bow", "parl.bethnal-green-and-bow.2019-12-12"),
        ("Brighton, Pavilion", "parl.brighton-pavilion.2024-07-04"),
        ("Montgomeryshire and Glyndwr", "parl.montgomeryshire-and-glyndwr.2024-07-04"),
        ("Ynys Mon", "parl.ynys-mon.2024-07-04"),
        ("Kingston upon Hull East", "parl.kingston-upon-hull-east.2024-07-04"),
        ("Hull East", "parl.kingston-upon-hull-east.2024-07-04"),
        ("Dunbartonshire East", "parl.east-dunbartonshire.2019-12-12"),
        ("Ayr Carrick and Cumnock", "parl.ayr-carrick-and-cumnock.2024-07-04"),
        ("Clacton", "parl.clacton.by.2026-08-13"),
        ("Saffron", "parl.saffron-walden.2019-12-12"),
        ("E14001300", "parl.ilford-north.2024-07-04"),
    ],
)
def test_a_name_finds_its_latest_contest(record: Record, typed: str, latest: str) -> None:
    assert find_contest(record, typed)["contest_id"] == latest


@pytest.mark.parametrize(
    ("election", "contest"),
    [
        ("2019", "parl.peterborough.2019-12-12"),
        ("2019-06-06", "parl.peterborough.by.2019-06-06"),
        ("parl.2005-05-05.notional", "parl.peterborough.2005-05-05.notional"),
        ("parl.peterborough.2017-06-08", "parl.peterborough.2017-06-08"),
    ],
)
def test_an_election_is_a_year_a_date_or_an_id(record: Record, election: str, contest: str) -> None:
    assert find_contest(record, "Peterborough", election)["contest_id"] == contest


def test_a_year_with_only_a_by_election_means_it(record: Record) -> None:
    assert find_contest(record, "Rutherglen and Hamilton West", "2023")["kind"] == "by-election"


def test_names_that_mean_no_one_seat_are_refused_with_what_they_may_mean(record: Record) -> None:
    with pytest.raises(AmbiguousName) as several:
        find_contest(record, "Ealing")
    assert several.value.suggestions == ("Ealing Central and Acton", "Ealing North", "Ealing Southall")
    with pytest.raises(UnknownName) as unknown:
        find_contest(record, "Bethnal Gren")
    assert "Bethnal Green and Stepney" in unknown.value.suggestions
    with pytest.raises(UnknownName):
        find_contest(record, "")
    with pytest.raises(NoSuchElection, match="Bethnal Green and Stepney"):
        find_contest(record, "Bethnal Green and Bow", "2024")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("bethnal gren", "Bethnal Green and Stepney"),
        ("rushnara ali", "Rushanara Ali"),
        ("sian berry", "Siân Berry"),
        ("sinn fein", "Sinn Féin"),
        ("LD", "Liberal Democrat"),
        ("dumfries & galloway", "Dumfries and Galloway"),
        ("cities of london westminster", "Cities of London and Westminster"),
        ("wes streting", "Wes Streeting"),
    ],
)
def test_find_forgives(record: Record, text: str, first: str) -> None:
    assert find(record, text)[0].name == first


def test_find_finds_nothing_where_there_is_nothing(record: Record) -> None:
    assert find(record, "qwzxv") == []
    assert find(record, " ,, ") == []


@given(st.text())
def test_plain_names_are_plain(name: str) -> None:
    once = plain(name)
    assert plain(once) == once
    assert not set(once) - set("abcdefghijklmnopqrstuvwxyz0123456789 ")


@given(st.text(max_size=30))
def test_nearest_never_fails(name: str) -> None:
    assert set(nearest(name, ["Ash", "Elm and Oak"])) <= {"Ash", "Elm and Oak"}


@pytest.mark.parametrize(
    ("seat", "year", "contest"),
    [
        # A notional result of 2005 stands on the later boundaries under the same name.
        ("Bethnal Green and Bow", "2005", "parl.bethnal-green-and-bow.2005-05-05"),
        ("Blaenau Gwent", "2005", "parl.blaenau-gwent.2005-05-05"),
        ("Belfast East", "2005", "parl.belfast-east.2005-05-05"),
        ("Ilford North", "parl.2005-05-05.notional", "parl.ilford-north.2005-05-05.notional"),
        ("Glasgow East", "2005", "parl.glasgow-east.2005-05-05"),
        ("Bethnal Green", "1955", "parl.bethnal-green.1955-05-26"),
    ],
)
def test_a_seat_of_a_year_is_the_one_that_was_polled_then(record: Record, seat: str, year: str, contest: str) -> None:
    assert find_contest(record, seat, year)["contest_id"] == contest
