"""The catalogue holds what the measures say, of every contest for the Commons."""

import pytest

from hustings import measures
from hustings.claims.catalogue.build import CATALOGUE, write_catalogue
from hustings.claims.catalogue.fact import Fact, Measure
from hustings.claims.catalogue.read import facts_of, polled_in
from hustings.errors import UnusableInput
from hustings.record.open import Record

SEAT = "parl.bethnal-green-and-stepney.2024-07-04"
ALI = f"{SEAT}:rushanara-ali"
NOTIONAL = "parl.bethnal-green-and-stepney.2019-12-12.notional"
OLD = "parl.bethnal-green-and-bow.2019-12-12"


@pytest.fixture(scope="module")
def facts(record: Record) -> dict[tuple[str, str, str, str], Fact]:
    return {(one.measure, one.subject, one.basis, one.against): one for one in facts_of(record, [SEAT])}


def test_a_seat_has_every_figure_of_its_story(facts) -> None:
    assert facts[Measure.VOTES, ALI, "", ""].value == 15_896
    assert facts[Measure.SHARE, ALI, "", ""][5:] == (pytest.approx(0.340772, abs=1e-6), 15_896, 46_647)
    assert facts[Measure.MAJORITY, "", "", ""][5:] == (1_689, 15_896, 14_207)
    assert facts[Measure.CANDIDATES, "", "", ""].value == 11
    assert facts[Measure.TURNOUT, "", "valid votes", ""].value == pytest.approx(0.5728, abs=5e-5)
    assert facts[Measure.TURNOUT, "", "all ballots", ""].value == pytest.approx(0.5767, abs=5e-5)


def test_a_change_is_from_each_baseline_that_a_story_may_mean(facts) -> None:
    assert facts[Measure.SHARE_CHANGE, ALI, "", NOTIONAL].value == pytest.approx(-0.394, abs=5e-4)
    assert facts[Measure.SHARE_CHANGE, ALI, "", OLD].value == pytest.approx(-0.387, abs=5e-4)
    assert facts[Measure.SHARE_RELATIVE, ALI, "", NOTIONAL].value == pytest.approx(-0.536, abs=5e-4)
    assert facts[Measure.MAJORITY_CHANGE, "", "", NOTIONAL][5:] == (1_689 - 31_655, 1_689, 31_655)
    assert facts[Measure.TURNOUT_CHANGE, "", "valid votes", NOTIONAL].value == pytest.approx(-0.0759, abs=5e-5)


def test_how_much_of_an_old_seat_a_new_one_took_is_on_three_measures(record: Record) -> None:
    parts = {
        one.basis: round(one.value, 3)
        for one in facts_of(record, ["parl.ilford-north.2024-07-04"])
        if one.measure is Measure.PART_OF_OLD and one.against == "parl.ilford-north.2019-12-12"
    }
    assert parts == {"addresses": 0.761, "population": 0.793, "land": 0.824}


def test_whole_elections_are_there_by_nation_and_region(record: Record) -> None:
    scopes = {"parl.2024-07-04": 411, "parl.2024-07-04|Scotland": 37, "parl.2024-07-04|London": 59}
    seats = {
        one.scope: one.value
        for one in facts_of(record, list(scopes))
        if one.measure is Measure.SEATS and one.subject == "labour"
    }
    assert seats == scopes


def test_every_contest_of_the_record_has_its_facts(record: Record) -> None:
    place = str(record.folder / CATALOGUE)
    lacking = record.query(
        "select contest_id from contest where kind in ('general', 'by-election') and contest_id not in "
        "(select scope from read_parquet(?))",
        [place],
    )
    assert lacking == []
    assert record.query("select count(*) > 500_000 as many from read_parquet(?)", [place]) == [{"many": True}]


def test_the_catalogue_is_what_the_measures_say(record: Record) -> None:
    place = str(record.folder / CATALOGUE)
    results = record.results(kind="by-election")
    led = record.rows(measures.majority(results))
    held = record.query("select scope, value from read_parquet(?) where measure = 'majority'", [place])
    majorities = {row["scope"]: row["value"] for row in held}
    assert len(led) > 60
    assert all(majorities[row["contest_id"]] == row["majority"] for row in led)


def test_figures_tell_their_contest(record: Record) -> None:
    everywhere = [row["contest_id"] for row in record.query("from contest where contest_id like 'parl.bethnal-green%'")]
    assert polled_in(record, everywhere, [15_896, 14_207, 1_689]) == {SEAT: 3}
    assert polled_in(record, [], [15_896]) == {}


def test_a_catalogue_is_written_whole_and_leaves_nothing_else(record: Record, tmp_path) -> None:
    place = write_catalogue(record, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [CATALOGUE]
    shipped, again = record.folder / CATALOGUE, place
    rows = "select scope, subject, measure, basis, against, value, first, second from read_parquet(?)"
    assert record.query(f"select count(*) as n from ({rows} except all {rows})", [str(shipped), str(again)]) == [
        {"n": 0}
    ]


def test_a_record_without_a_catalogue_says_how_to_make_one(record: Record, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(record, "folder", tmp_path)
    with pytest.raises(UnusableInput, match="has no catalogue of facts; build the record afresh"):
        facts_of(record, [SEAT])
