"""Elections of mayors: what the files say, the rounds of their counts, and what is known of each."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hustings import measures
from hustings.errors import SourceFault
from hustings.record.build.mayors.counts import Count, Counted, tower_hamlets_counts
from hustings.record.build.mayors.rounds import count_rounds, final_votes, finalists, won_at_once
from hustings.record.open import Record
from hustings.record.readers import tower_hamlets_mayors
from hustings.record.readers.tower_hamlets_mayors import read_tower_hamlets_mayors

HEADER = ",".join(tower_hamlets_mayors.COLUMNS)
ROWS = (
    "2014-05-22,Ann,Labour,40,6,46,1,declared void by election court 2015-04-23,first: a.example ; final: b.example",
    "2014-05-22,Bob,Green,30,2,32,0,SOURCES DISAGREE: the council 30; the press 31,same",
    "2014-05-22,Cat,TUSC,20,,,0,,c.example",
)


@pytest.fixture
def three(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A file of three candidates."""
    monkeypatch.setattr(tower_hamlets_mayors, "PUBLISHED", len(ROWS))
    return written(tmp_path, HEADER, *ROWS)


def written(folder: Path, *lines: str) -> Path:
    path = folder / "mayors.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_notes_become_facts(three: Path) -> None:
    ann, bob, cat = read_tower_hamlets_mayors(three)
    assert ann["voided_on"] == date(2015, 4, 23)
    assert (ann["first_address"], ann["final_address"]) == ("a.example", "b.example")
    assert (bob["first_address"], bob["final_address"]) == ("a.example", "b.example")
    assert (bob["first_pref"], bob["other_votes"], bob["voided_on"]) == (30, 31, None)
    assert (cat["final_total"], cat["elected"], cat["final_address"]) == (None, False, "c.example")


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("2014-05-22,Ann,Labour,4x,,,1,,a", "line 2, column first_pref: '4x' is not a whole value"),
        ("2014-05-22,Ann,Labour,,,,1,,a", "line 2, column first_pref: blank where none was published blank"),
        ("2014-05-22,Ann,Labour,4,,,2,,a", "line 2, column elected: 2 is neither 1 nor 0"),
        ("2014-05-22,Ann,Labour,4,,1,,a", "line 2: 8 cells where the header has 9"),
        ("22/05/2014,Ann,Labour,4,,,1,,a", "line 2, column election_date: '22/05/2014' is not a date value"),
    ],
)
def test_a_line_that_was_not_published_is_refused(tmp_path: Path, line: str, fault: str) -> None:
    with pytest.raises(SourceFault, match=fault):
        read_tower_hamlets_mayors(written(tmp_path, HEADER, line))


def test_a_file_cut_short_or_reordered_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceFault, match="3 rows where 39 were published"):
        read_tower_hamlets_mayors(written(tmp_path, HEADER, *ROWS))
    turned = HEADER.replace("first_pref,second_pref_transfers_counted", "second_pref_transfers_counted,first_pref")
    with pytest.raises(SourceFault, match="column first_pref"):
        read_tower_hamlets_mayors(written(tmp_path, turned, *ROWS))


def count(*firsts: int) -> Count:
    """A count of candidates called 0, 1, 2 with these first preferences, the first of them elected."""
    candidates = [Counted(str(place), "Labour", first, place == 0) for place, first in enumerate(firsts)]
    return Count("tower-hamlets", date(2018, 5, 3), "x", candidates)


@given(st.lists(st.integers(0, 1000), min_size=2, max_size=9))
def test_a_round_more_is_counted_where_nobody_has_more_than_half(firsts: list[int]) -> None:
    one = count(*firsts)
    rows = count_rounds(one, {str(place): str(place) for place in range(len(firsts))})
    first = [row for row in rows if row["round"] == 1]
    assert [row["votes"] for row in first] == firsts
    assert len(rows) - len(first) == len(finalists(one)) == (0 if won_at_once(one) else 2)
    assert won_at_once(one) == any(votes > sum(firsts) / 2 for votes in firsts)
    if not won_at_once(one):
        left = sorted(row["votes"] for row in first if row["fate"] == "continuing")
        assert left == sorted(firsts)[-2:]
        assert all(final_votes(one, candidate) is None for candidate in one.candidates)


@pytest.mark.sources
def test_every_candidate_of_the_published_file_is_counted_once(sources: Path) -> None:
    counts = tower_hamlets_counts(
        read_tower_hamlets_mayors(sources / "tower_hamlets" / "mayoral-elections-2010-2022.csv")
    )
    assert {one.polling_on.year: len(one.candidates) for one in counts} == {
        2010: 5,
        2014: 10,
        2015: 10,
        2018: 7,
        2022: 7,
    }
    assert sum(len(one.candidates) for one in counts) == 39


def test_first_preferences_and_transfers_are_the_final_totals(record: Record) -> None:
    rows = record.query("""
        select first.votes as first, second.transfers, second.votes as final, final_votes
        from count_round as second join count_round as first using (candidacy_id) join candidacy using (candidacy_id)
        where first.round = 1 and second.round = 2 and second.votes is not null
    """)
    assert len(rows) == 6
    assert all(row["first"] + row["transfers"] == row["final"] == row["final_votes"] for row in rows)


def test_the_elected_led_the_round_that_decided(record: Record) -> None:
    led = record.query("""
        select contest_id, bool_and(elected = (final_votes = most)) as fits from (
            select *, max(final_votes) over (partition by contest_id) as most from results where kind = 'mayor'
        ) where final_votes is not null group by contest_id
    """)
    assert len(led) == 8
    assert all(row["fits"] for row in led)
    one_each = record.query(
        "select contest_id from results where kind = 'mayor' and elected group by 1 having count(*) = 1"
    )
    assert len(one_each) == len(record.query("select contest_id from contest where kind = 'mayor'")) == 10


MAYORS = (
    # First and final votes of the two who led, and the majority, as published on the pages in the record.
    ("2010-10-21", 23283, 12029, 44985),
    ("2014-05-22", 37395, 3252, 84234),
    ("2015-06-11", 32754, 6370, 68138),
    ("2018-05-03", None, None, 77681),
    ("2022-05-05", 40804, 7317, 84105),
)


@pytest.mark.parametrize(("day", "final", "majority", "valid"), MAYORS)
def test_known_majorities_of_tower_hamlets(record: Record, day: str, final: int, majority: int, valid: int) -> None:
    results = record.results(f"mayor.tower-hamlets.{day}", kind="mayor")
    found = record.rows(measures.majority(results))[0]
    assert (found["first_votes"], found["majority"]) == (final, majority)
    assert {row["valid_votes"] for row in record.rows(results)} == {valid}


def test_the_void_election_the_disputed_figure_and_the_missing_round_are_said(record: Record) -> None:
    void = record.query("select contest_id, voided_on from contest where voided_on is not null")
    assert [tuple(row.values()) for row in void] == [("mayor.tower-hamlets.2014-05-22", date(2015, 4, 23))]
    disputed = record.query("select candidacy_id, votes from candidacy where disputed and contest_id like 'mayor.%'")
    assert [tuple(row.values()) for row in disputed] == [
        ("mayor.tower-hamlets.2014-05-22:reetendra-nath-banerji", 1959)
    ]
    other = record.query(
        "select other_value from reconciliation where key = ? and not agrees", [disputed[0]["candidacy_id"]]
    )
    assert other == [{"other_value": "1969"}]
    unknown = record.query("""
        select contest_id, count(*) as n from count_round where round = 2 and votes is null group by 1 order by 1
    """)
    assert [tuple(row.values()) for row in unknown] == [
        ("mayor.sheffield-city-ca.2018-05-03", 2),
        ("mayor.tower-hamlets.2018-05-03", 2),
    ]


def test_two_publications_agree_on_every_first_preference_of_2018(record: Record) -> None:
    rows = record.query("""
        select agrees, source_id, other_source_id from reconciliation
        where contest_id = 'mayor.tower-hamlets.2018-05-03'
    """)
    assert len(rows) == 7
    assert all(row["agrees"] and row["source_id"] != row["other_source_id"] for row in rows)
