"""How boundaries changed: parts both ways, the notional result beside the declared ones it was made from."""

import pytest
from reading import parsed, words_of

from hustings.publish.reports.redrawn import BEFORE, new_seat, old_seat, redrawn
from hustings.record.open import Record
from hustings.record.slivers import LEAST_PART

pytestmark = pytest.mark.xdist_group("site")


def said_of(pages: dict[str, str], path: str) -> str:
    return words_of(parsed(pages[path]).find(".//main"))


def test_every_seat_of_2024_was_made_of_something_that_adds_up(record: Record) -> None:
    changes = redrawn(record)
    today = record.query("select boundary_set_id, area_id from contest where election_id = 'parl.2024-07-04'")
    assert {(row["boundary_set_id"], row["area_id"]) for row in today} == set(changes.made_of)
    for parts in changes.made_of.values():
        assert 0.97 < sum(part["addresses_of_new"] for part in parts) < 1.0001
    for parts in changes.went_to.values():
        assert 0.97 < sum(part["addresses_of_old"] for part in parts) < 1.0001
        assert all(max(part["addresses_of_new"], part["addresses_of_old"]) >= LEAST_PART for part in parts)
    pairs = {(new_seat(part), old_seat(part)) for parts in changes.made_of.values() for part in parts}
    assert pairs == {(new_seat(part), old_seat(part)) for parts in changes.went_to.values() for part in parts}


def test_the_notional_result_is_of_every_seat_and_of_no_other_day(record: Record) -> None:
    changes = redrawn(record)
    assert len(changes.notional) == 650
    total = record.query(
        "select sum(votes)::int as votes from candidacy join contest using (contest_id) where election_id = ?",
        [f"{BEFORE}.notional"],
    )
    assert sum(row["votes"] for rows in changes.notional.values() for row in rows) == total[0]["votes"]


def test_a_new_seat_says_what_it_was_made_of_and_what_that_did_in_2019(pages: dict[str, str]) -> None:
    said = said_of(pages, "boundaries/seats/bethnal-green-and-stepney")
    assert "88.6% were in Bethnal Green and Bow and 11.4% in Poplar and Limehouse before." in said
    assert "Bethnal Green and Bow 88.6% 86.8% 87.4% 77.9%" in said
    # Party, notional votes and share, then what the two older seats declared.
    assert "Labour 36,720 73.5% 72.7% 63.1%" in said
    assert "nobody was elected by it" in said


def test_an_older_seat_says_where_it_went_and_a_seat_that_kept_its_name_both(pages: dict[str, str]) -> None:
    said = said_of(pages, "boundaries/seats/bethnal-green-and-bow")
    assert "77.9% are in Bethnal Green and Stepney and 22.1% in Stratford and Bow now." in said
    assert "notional votes" not in said.lower()
    both = said_of(pages, "boundaries/seats/poplar-and-limehouse")
    assert "What Poplar and Limehouse was made of" in both
    assert "Where the Poplar and Limehouse of 2010 to 2024 went" in both


def test_a_seat_page_and_the_table_of_its_region_lead_there(pages: dict[str, str]) -> None:
    assert 'href="../../boundaries/seats/poplar-and-limehouse/"' in pages["seats/poplar-and-limehouse"]
    assert 'href="../../boundaries/seats/poplar-and-limehouse/"' in pages["boundaries/london"]


def test_independents_of_2019_stand_beside_the_notional_ones_together(record: Record) -> None:
    changes = redrawn(record)
    beaconsfield = record.query("select boundary_set_id, area_id from contest where contest_id = ?", [BEACONSFIELD])[0]
    new = beaconsfield["boundary_set_id"], beaconsfield["area_id"]
    notional = [row for row in changes.notional[new] if row["party"] == "Independent"]
    declared = [row for row in changes.declared[old_seat(changes.made_of[new][0])] if row["party"] == "Independent"]
    # Dominic Grieve's 16,765 and Adam Cleary's 837.
    assert [row["votes"] for row in declared] == [16_765 + 837]
    assert len(notional) == 1


BEACONSFIELD = "parl.beaconsfield.2024-07-04"


def test_a_seat_that_nobody_re_estimated_is_called_declared(record: Record) -> None:
    keys = "select boundary_set_id, area_id from contest where contest_id = 'parl.lincoln.2024-07-04'"
    lincoln = record.query(keys)[0]
    repeated = redrawn(record).repeated
    assert (lincoln["boundary_set_id"], lincoln["area_id"]) in repeated
    assert len(repeated) == 79
