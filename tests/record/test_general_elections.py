"""General elections of 1918 to 2005: known totals, parts that sum to wholes, and files that are not as published."""

import csv
from pathlib import Path

import pytest

from hustings.errors import SourceFault
from hustings.record.build.general.contests import winner
from hustings.record.build.general.labels import Meant
from hustings.record.build.general.places import Place
from hustings.record.build.general.polls import polls
from hustings.record.build.general.seat_names import readable
from hustings.record.build.general.statements import Statement
from hustings.record.open import open_record
from hustings.record.readers import library_parties_1997, library_since_1918
from hustings.record.readers.library_parties_1997 import read_parties_1997
from hustings.record.readers.library_since_1918 import read_since_1918

KNOWN = list(csv.DictReader((Path(__file__).parent / "known_general_elections.csv").open(encoding="utf-8")))
HEADER = ",".join(
    "lib_votes " if name == "lib_votes" else "turnout " if name == "turnout" else name
    for name in library_since_1918.COLUMNS
)
LINE = "1,1,BATTERSEA NORTH,London,38552,,,,,5634,0.334,,,11231,0.666,16865,0.437,1918,1918-1935,"
PARTY_LINE = "W07000049|ABERAVON|West Glamorgan|Wales|Wales|50750\t2019-12-12\tLabour\t17008"

TOTALS = """
    select sum(votes)::bigint as votes, count(*) filter (elected) as seats from results
    where polling_on = ?::date and basis = 'declared' and kind = 'general' and party_id = ?
"""


@pytest.fixture(scope="module")
def record():
    return open_record()


@pytest.mark.parametrize("known", KNOWN, ids=lambda row: f"{row['polling_on']} {row['party_id']}")
def test_national_totals_are_those_published_or_their_difference_is_explained(record, known):
    found = record.query(TOTALS, [known["polling_on"], known["party_id"]])[0]
    assert (found["votes"], found["seats"]) == (int(known["votes"]), int(known["seats"]))
    same = (known["votes"], known["seats"]) == (known["published_votes"], known["published_seats"])
    assert same or known["why"]


@pytest.mark.parametrize(
    ("contest", "majority"),
    [("parl.bethnal-green-and-bow.2001-06-07", 10057), ("parl.bethnal-green-and-bow.2005-05-05", 823)],
)
def test_majorities_known_from_print(record, contest, majority):
    top = record.query("select votes from candidacy where contest_id = ? order by votes desc limit 2", [contest])
    assert top[0]["votes"] - top[1]["votes"] == majority


def test_every_general_election_has_as_many_seats_as_the_house(record):
    house = {1918: 707, 1922: 615, 1935: 615, 1945: 640, 1950: 625, 1955: 630, 1974: 635, 1983: 650, 1992: 651}
    house |= {1997: 659, 2001: 659, 2005: 646, 2024: 650}
    seats = "select sum(seats) as seats from contest where election_id = ?"
    for row in record.query("select * from election where kind = 'general' and basis = 'declared'"):
        if row["polling_on"].year in house:
            assert record.query(seats, [row["election_id"]])[0]["seats"] == house[row["polling_on"].year]


@pytest.mark.parametrize("column", ["region", "country", "party_id"])
def test_parts_sum_to_the_whole(record, column):
    whole = "select election_id, sum(votes) as votes from results where kind = 'general' group by 1 order by 1"
    parts = f"with part as (select election_id, {column}, sum(votes) as votes from results "
    parts += "where kind = 'general' group by all) "
    parts += "select election_id, sum(votes) as votes from part group by 1 order by 1"
    assert record.query(parts) == record.query(whole)


def test_unopposed_members_are_as_many_as_the_seats_and_have_no_votes(record):
    rows = record.query("""
        select contest_id, seats, valid_votes, count(*) as members, count(votes) as polled, bool_and(elected) as elected
        from contest join candidacy using (contest_id)
        where polling_on < date '1952-01-01' and detail = 'candidate' group by all
    """)
    assert len(rows) > 300
    for row in rows:
        assert (row["valid_votes"], row["polled"], row["elected"]) == (None, 0, True)
    short = {row["contest_id"] for row in rows if row["members"] != row["seats"]}
    assert short == {"parl.stockport.1918-12-14"}


def test_nobody_is_elected_where_party_votes_do_not_say_who(record):
    undecided = record.query("""
        select bool_or(elected is not null) as known from contest join candidacy using (contest_id)
        where detail = 'party' and seats > 1 and kind = 'general' group by contest_id
    """)
    assert undecided
    assert not any(row["known"] for row in undecided)


def test_a_notional_baseline_stays_the_standard_of_2010_beside_the_declared_one(record):
    pairs = record.query("""
        select baseline.rule, standard, count(*) as pairs from baseline
        join contest using (contest_id) join contest as before on before.contest_id = baseline_contest_id
        where contest.election_id = 'parl.2010-05-06' and contest.boundary_set_id = 'england-2010' group by all
    """)
    rules = {(row["rule"], row["standard"]) for row in pairs}
    assert ("same-name", False) in rules
    assert all(rule in ("notional", "as-declared") for rule, standard in rules if standard)


def test_a_seat_as_declared_is_measured_from_the_declared_result(record):
    (pair,) = record.query("""
        select baseline_contest_id, basis from baseline
        join contest on contest.contest_id = baseline_contest_id
        where baseline.contest_id = 'parl.belfast-east.2010-05-06'
    """)
    assert pair == {"baseline_contest_id": "parl.belfast-east.2005-05-05", "basis": "declared"}


def test_every_difference_is_filed_or_explained(record):
    unfiled = record.query("""
        select count(*) as rows from reconciliation
        join contest using (contest_id)
        anti join correction on correction.correction_id = case when reconciliation.key = reconciliation.contest_id
            then 'contest' else 'candidacy' end || '|' || reconciliation.key || '|' || reconciliation.field
        anti join explained_difference as one on one.election_id = contest.election_id
            and one.field = reconciliation.field and one.other_source_id = reconciliation.other_source_id
        where not agrees
    """)
    assert unfiled[0]["rows"] == 0


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("BIRMINGHAMALL SAINTS", "Birmingham All Saints"),
        ("STOKE-ON-TRENT CENTRAL", "Stoke-on-Trent Central"),
        ("YORKSHIRE (WEST RIDING) GOOLE", "Yorkshire (West Riding) Goole"),
        ("BETHNALL GREEN & BOW", "Bethnal Green and Bow"),
        (" CORK CITY", "Cork City"),
        ("QUEEN'S UNIVERSITY OF BELFAST", "Queen's University of Belfast"),
    ],
)
def test_names_in_capitals_are_written_as_readers_write_them(printed, name):
    assert readable(printed) == name


def statement(seats: int, **votes: int) -> Statement:
    stood = {
        Meant("other" if key == "other" else "party", None if key == "other" else key): n for key, n in votes.items()
    }
    return Statement("s", polls()["1950"], Place("b", "1950-a", "A", "England"), seats, 100, stood)


@pytest.mark.parametrize(
    ("said", "won"),
    [
        (statement(1, red=60, blue=40), "red"),
        (statement(1, red=60, other=59), "red"),
        (statement(1, red=50, blue=50), None),
        (statement(1, other=60, red=40), None),
        (statement(1, other=60), "other"),
        (statement(2, red=60, blue=40), None),
    ],
)
def test_votes_of_parties_decide_a_seat_or_do_not(said, won):
    found = winner(said)
    assert (found and found.key) == won


def since_1918(path: Path, text: str, encoding: str = "latin-1") -> Path:
    file = path / "results.csv"
    file.write_text(text, encoding=encoding)
    return file


@pytest.mark.parametrize(
    ("text", "encoding", "fault"),
    [
        (f"{HEADER}\n{LINE}\n", "latin-1", "1 rows where 17,048"),
        (f"{HEADER.replace('con_votes', 'votes_con')}\n{LINE}\n", "latin-1", "column con_votes"),
        (f"{HEADER}\n{LINE[:-1]}\n", "latin-1", "19 cells where the header has 20"),
        (f"{HEADER}\n{LINE.replace('5634', 'many')}\n", "latin-1", "line 2, column lab_votes"),
        (f"{HEADER}\n{LINE.replace('1918,1918-', 'X,1918-')}\n", "latin-1", "is no election"),
        (f"{HEADER}\n{LINE.replace('BATTERSEA', 'YNYS MÔN')}\n", "utf-8", "UTF-8 text where Latin-1"),
    ],
)
def test_a_file_of_five_columns_that_is_not_as_published_is_refused(tmp_path, text, encoding, fault):
    with pytest.raises(SourceFault, match=fault):
        read_since_1918(since_1918(tmp_path, text, encoding))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (f"location\tdate\tparty\tvotes\n{PARTY_LINE}\n", "1 rows where 21,691"),
        (f"date\tlocation\tparty\tvotes\n{PARTY_LINE}\n", "column location"),
        (f"location\tdate\tparty\tvotes\n{PARTY_LINE.replace('|Wales|50750', '|50750')}\n", "5 cells where 6"),
        (f"location\tdate\tparty\tvotes\n{PARTY_LINE.replace('17008', '17,008')}\n", "column votes"),
    ],
)
def test_a_file_of_every_party_that_is_not_as_published_is_refused(tmp_path, text, fault):
    file = tmp_path / "parties.tsv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SourceFault, match=fault):
        read_parties_1997(file)
    assert library_parties_1997.ROWS == 21691


def test_a_notional_result_that_repeats_a_declared_one_is_found_by_its_votes(record):
    votes = """
        with votes as (select contest_id, list_sort(list({party: party_id, votes: votes})) as every from candidacy
            group by contest_id)
        select baseline.rule, before.contest_id is not null as repeats, count(*) as seats
        from contest join baseline on baseline.contest_id = contest.contest_id and standard
        join contest as notional on notional.election_id = 'parl.2019-12-12.notional'
            and (notional.boundary_set_id, notional.area_id) = (contest.boundary_set_id, contest.area_id)
        join votes on votes.contest_id = notional.contest_id
        left join (
            select new_boundary_set_id, new_area_id, contest_id, every from overlap
            join contest on election_id = 'parl.2019-12-12'
                and (boundary_set_id, area_id) = (old_boundary_set_id, old_area_id)
            join votes using (contest_id)
        ) as before on (new_boundary_set_id, new_area_id) = (contest.boundary_set_id, contest.area_id)
            and before.every = votes.every
        where contest.election_id = 'parl.2024-07-04' group by all order by all
    """
    assert [tuple(row.values()) for row in record.query(votes)] == [("as-declared", True, 79), ("notional", False, 571)]
