"""The catalogue holds what the measures say, of every contest for the Commons, of wards, councils and mayors."""

from pathlib import Path

import pytest

from hustings import measures
from hustings.claims.catalogue.build import write_catalogue
from hustings.claims.catalogue.fact import Fact, Measure
from hustings.claims.catalogue.files import CANDIDATES, CONTESTS, FACTS, NAMES
from hustings.claims.catalogue.read import Catalogue
from hustings.errors import UnusableInput
from hustings.record.open import Record, open_record

SEAT = "parl.bethnal-green-and-stepney.2024-07-04"
ALI = f"{SEAT}:rushanara-ali"
NOTIONAL = "parl.bethnal-green-and-stepney.2019-12-12.notional"
OLD = "parl.bethnal-green-and-bow.2019-12-12"


@pytest.fixture(scope="module")
def catalogue(record: Record) -> Catalogue:
    return Catalogue(record)


def facts_of(catalogue: Catalogue, *scopes: str) -> list[Fact]:
    return [one for scope in scopes for some in catalogue.facts(scope).values() for one in some]


@pytest.fixture(scope="module")
def facts(catalogue: Catalogue) -> dict[tuple[str, str, str, str], Fact]:
    return {(one.measure, one.subject, one.basis, one.against): one for one in facts_of(catalogue, SEAT)}


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


def test_how_much_of_an_old_seat_a_new_one_took_is_on_three_measures(catalogue: Catalogue) -> None:
    parts = {
        one.basis: round(one.value, 3)
        for one in facts_of(catalogue, "parl.ilford-north.2024-07-04")
        if one.measure is Measure.PART_OF_OLD and one.against == "parl.ilford-north.2019-12-12"
    }
    assert parts == {"addresses": 0.761, "population": 0.793, "land": 0.824}


def test_whole_elections_are_there_by_nation_and_region(catalogue: Catalogue) -> None:
    scopes = {"parl.2024-07-04": 411, "parl.2024-07-04|Scotland": 37, "parl.2024-07-04|London": 59}
    seats = {
        one.scope: one.value
        for one in facts_of(catalogue, *scopes)
        if one.measure is Measure.SEATS and one.subject == "labour"
    }
    assert seats == scopes


def test_every_contest_of_the_record_has_its_facts(record: Record) -> None:
    place = str(record.folder / FACTS)
    lacking = record.query(
        "select contest_id from contest where kind in ('general', 'by-election') and contest_id not in "
        "(select scope from read_parquet(?))",
        [place],
    )
    assert lacking == []
    assert record.query("select count(*) > 500_000 as many from read_parquet(?)", [place]) == [{"many": True}]


def test_the_catalogue_is_what_the_measures_say(record: Record) -> None:
    place = str(record.folder / FACTS)
    results = record.results(kind="by-election")
    led = record.rows(measures.majority(results))
    held = record.query("select scope, value from read_parquet(?) where measure = 'majority'", [place])
    majorities = {row["scope"]: row["value"] for row in held}
    assert len(led) > 60
    assert all(majorities[row["contest_id"]] == row["majority"] for row in led)


def values(catalogue: Catalogue, scope: str) -> dict[tuple[str, str], float]:
    return {(one.measure, one.subject.rpartition(":")[2]): round(one.value, 4) for one in facts_of(catalogue, scope)}


def test_a_mayors_first_preferences_and_final_round_are_scopes_of_their_own(catalogue: Catalogue) -> None:
    first = values(catalogue, "mayor.tower-hamlets.2022-05-05")
    final = values(catalogue, "mayor.tower-hamlets.2022-05-05|final")
    assert first[Measure.VOTES, "lutfur-rahman"] == 39_533
    assert first[Measure.SHARE, "john-biggs"] == 0.3317
    assert first[Measure.SHARE_CHANGE, "john-biggs"] == -0.1526
    assert (Measure.MAJORITY, "") not in first
    assert final[Measure.VOTES, "lutfur-rahman"] == 40_804
    assert final[Measure.SHARE, "lutfur-rahman"] == 0.5492
    assert final[Measure.SECOND_PREFERENCES, "john-biggs"] == 5_593
    assert final[Measure.MAJORITY, ""] == 7_317


def test_a_mayor_elected_in_one_round_has_no_final_round(catalogue: Catalogue) -> None:
    assert facts_of(catalogue, "mayor.watford.2018-05-03|final") == []
    assert values(catalogue, "mayor.watford.2018-05-03")[Measure.MAJORITY, ""] == 5_980


def test_a_council_has_its_seats_and_how_they_moved(catalogue: Catalogue) -> None:
    held = values(catalogue, "council.tower-hamlets.2026-05-07")
    assert held[Measure.SEATS, "aspire"] == 33
    assert held[Measure.SEATS_CHANGE, "labour"] == -14
    assert held[Measure.SEATS_IN_ALL, ""] == 45
    assert held[Measure.ELECTORATE, ""] == 219_030


def test_seats_of_a_council_are_known_only_where_every_winner_is(record: Record) -> None:
    place = str(record.folder / FACTS)
    seats = record.query(
        "select scope, sum(value) filter (measure = 'seats') as won, "
        "max(value) filter (measure = 'seats in all') as fought "
        "from read_parquet(?) where scope like 'council.%' group by scope",
        [place],
    )
    assert len(seats) > 1_500
    assert all(row["won"] in (None, row["fought"]) for row in seats)
    # Of 2023 the record has the votes of parties and no winners.
    assert all(row["won"] is None for row in seats if ".2023-" in row["scope"])


def test_where_voters_have_several_votes_no_share_and_no_majority_is_kept(catalogue: Catalogue) -> None:
    weavers = values(catalogue, "local.tower-hamlets.weavers.2026-05-07")
    assert weavers[Measure.VOTES, "amina-ali"] == 1_156
    assert not {Measure.SHARE, Measure.MAJORITY, Measure.VALID_VOTES} & {measure for measure, _ in weavers}
    limehouse = values(catalogue, "local.tower-hamlets.limehouse.2026-05-07")
    assert limehouse[Measure.SHARE, "david-john-edgar"] == 0.3137
    assert limehouse[Measure.MAJORITY, ""] == 241


def test_the_catalogue_is_no_larger_than_it_need_be(record: Record) -> None:
    place = record.folder / FACTS
    rows = record.query("select count(*) as many from read_parquet(?)", [str(place)])[0]["many"]
    assert 1_100_000 < rows < 1_250_000
    assert place.stat().st_size < 13_000_000


def test_figures_tell_their_contest(record: Record, catalogue: Catalogue) -> None:
    everywhere = [row["contest_id"] for row in record.query("from contest where contest_id like 'parl.bethnal-green%'")]
    assert catalogue.polled_in(everywhere, [15_896, 14_207, 1_689]) == {SEAT: 3}
    assert catalogue.polled_in([], [15_896]) == {}


def test_rows_are_found_wherever_their_group_ends(record: Record, catalogue: Catalogue) -> None:
    counted = record.query("select scope, count(*) as n from read_parquet(?) group by 1", [str(record.folder / FACTS)])
    many = {row["scope"]: row["n"] for row in counted}
    for scope in sorted(many)[::40]:
        assert len(facts_of(catalogue, scope)) == many[scope]
    assert catalogue.facts("parl.nowhere.2024-07-04") == {}


def test_who_stood_is_told_with_their_place(catalogue: Catalogue) -> None:
    first, second, *_ = catalogue.candidates(SEAT)
    assert (first.candidacy_id, first.family, first.gender, first.party_id, first.place) == (
        ALI,
        "Ali",
        "Female",
        "labour",
        1,
    )
    assert (second.name, second.party_id) == ("Ajmal Masroor", "independent")
    told = catalogue.contest(SEAT)
    assert told is not None
    assert (told.seat, told.region, told.country) == ("Bethnal Green and Stepney", "London", "England")


def test_a_catalogue_is_written_whole_and_is_what_is_shipped(record: Record, tmp_path) -> None:
    write_catalogue(record, tmp_path)
    files = (FACTS, CONTESTS, CANDIDATES, NAMES)
    assert {path.name for path in tmp_path.iterdir()} == {*files}
    for file in files:
        assert (tmp_path / file).read_bytes() == (record.folder / file).read_bytes()


def but_for(file: str, record: Record, folder: Path) -> Record:
    """The same record without one of its files."""
    for other in record.folder.iterdir():
        if other.name != file:
            (folder / other.name).symlink_to(other)
    return open_record(folder)


@pytest.mark.parametrize("file", [FACTS, NAMES])
def test_a_record_without_a_catalogue_says_how_to_make_one(record: Record, tmp_path: Path, file: str) -> None:
    with pytest.raises(UnusableInput, match=f"no {file} that can be read .*; build the record afresh"):
        Catalogue(but_for(file, record, tmp_path))


def test_a_catalogue_that_is_broken_says_so(record: Record, tmp_path: Path) -> None:
    lacking = but_for(FACTS, record, tmp_path)
    (tmp_path / FACTS).write_bytes(b"PAR1 and nothing more PAR1")
    with pytest.raises(UnusableInput, match="build the record afresh"):
        Catalogue(lacking)
