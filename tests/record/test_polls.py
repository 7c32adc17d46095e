"""Polls: every published row accounted for, and every kind of fault in them decided."""

from collections import Counter
from pathlib import Path

import pytest

from hustings.errors import NoSuchElection, SourceFault, UnknownName
from hustings.publish.reports.polls import polls_sheet
from hustings.record.build.polls import sample_size, shares_of
from hustings.record.open import Record
from hustings.record.readers.cells import Place, Row
from hustings.record.readers.polls import COLUMNS, PARTIES, read_polls

HERE = Place("polls.csv", 2)


def row(**shares: float) -> Row:
    return dict.fromkeys(PARTIES) | shares


def labels(**shares: float) -> dict[object, object]:
    return {share["label"]: share["share"] for share in shares_of(row(**shares))}


@pytest.mark.parametrize(
    ("printed", "people"),
    [("2.076", 2076), ("1,013", 1013), ("~2000", 2000), ("1210", 1210), ("105612", 105_612)]
    + [(sign, None) for sign in (None, "–", "—", "-", "?", "TBC", "TBA", "Unknown")],
)
def test_sizes_of_samples(printed: str | None, people: int | None) -> None:
    assert sample_size(printed, HERE) == people


def test_a_sample_of_another_kind_is_refused() -> None:
    with pytest.raises(SourceFault, match=r"polls.csv, line 2: 'many' is no size"):
        sample_size("many", HERE)


def test_shares_stand_as_published() -> None:
    assert labels(labour=41.0, conservative=23.0, green=7.0) == {"Labour": 41.0, "Conservative": 23.0, "Green": 7.0}


def test_a_cell_of_two_nationalists_is_one_figure() -> None:
    # YouGov, 14-15 December 2018: 5 for the SNP and Plaid Cymru together, repeated under each.
    found = labels(
        labour=35.0,
        conservative=38.0,
        liberal_democrat=10.0,
        green=5.0,
        plaid_cymru=6.0,
        scottish_national_party=6.0,
        united_kingdom_independence_party=4.0,
        others=2.0,
    )
    assert found["SNP and Plaid Cymru"] == 6.0
    assert "SNP" not in found
    assert sum(found.values()) == 100.0  # type: ignore[arg-type]


def test_a_cell_of_ukip_and_others_is_one_figure_where_the_poll_then_adds_up() -> None:
    found = labels(
        labour=37.0, conservative=37.0, liberal_democrat=12.0, united_kingdom_independence_party=14.0, others=14.0
    )
    assert found == {"Labour": 37.0, "Conservative": 37.0, "Liberal Democrat": 12.0, "UKIP and others": 14.0}


def test_equal_figures_that_add_up_are_left_alone() -> None:
    found = labels(labour=37.0, conservative=37.0, united_kingdom_independence_party=13.0, others=13.0)
    assert found["UKIP"] == found["Others"] == 13.0


def test_a_figure_that_could_span_two_ways_is_left_as_published() -> None:
    found = labels(labour=43.0, conservative=34.0, liberal_democrat=9.0, green=7.0, others=7.0)
    seven = labels(
        labour=43.0,
        conservative=34.0,
        liberal_democrat=9.0,
        green=7.0,
        united_kingdom_independence_party=7.0,
        others=7.0,
    )
    assert (found["Green"], found["Others"]) == (7.0, 7.0)
    assert (seven["Green"], seven["UKIP"], seven["Others"]) == (7.0, 7.0, 7.0)


def test_nought_for_the_liberal_democrats_is_unknown() -> None:
    assert "Liberal Democrat" not in labels(labour=46.0, conservative=39.0, liberal_democrat=0.0)


def test_a_list_cut_short_reordered_or_re_encoded_is_refused(tmp_path: Path) -> None:
    header = list(COLUMNS)
    path = tmp_path / "polls.csv"
    path.write_text(",".join(header) + "\n")
    with pytest.raises(SourceFault, match="0 rows where 6,723 were published"):
        read_polls(path)
    header[6], header[7] = header[7], header[6]
    path.write_text(",".join(header) + "\n")
    with pytest.raises(SourceFault, match="'conservative' where 'labour' was published"):
        read_polls(path)
    path.write_bytes(",".join(COLUMNS).encode() + b"\n2024-01-01,2024-01-01,Ips\xf4s\n")
    with pytest.raises(SourceFault, match="not UTF-8"):
        read_polls(path)


class TestTheRecord:
    """The polls in the record of the package."""

    def test_every_published_row_is_kept_or_left_out_for_a_reason(self, record: Record) -> None:
        kept = record.query("select count(*) as n from poll")[0]["n"]
        left_out = Counter(row["reason"] for row in record.query("select reason from poll_left_out"))
        assert left_out == {"a result, not a poll": 23, "no figures": 1}
        assert kept + left_out.total() == 6_723

    def test_polls_by_year_and_pollster(self, record: Record) -> None:
        years = {row["y"]: row["n"] for row in record.query("select year(end_on) y, count(*) n from poll group by 1")}
        assert (years[1970], years[1997], years[2014], years[2024]) == (5, 101, 479, 319)
        by = {row["p"]: row["n"] for row in record.query("select pollster p, count(*) n from poll group by 1")}
        assert (by["YouGov"], by["Ipsos"], by["Gallup"], by[None]) == (1882, 688, 468, 1)

    def test_known_polls(self, record: Record) -> None:
        # Ipsos, 1-3 July 2024, 2,076 adults: Labour 37, Conservative 19, Reform UK 15.
        poll = record.query("select * from poll where poll_id = 'poll.ipsos.2024-07-03'")[0]
        shares = record.query("select label, share from poll_share where poll_id = 'poll.ipsos.2024-07-03'")
        found = {row["label"]: row["share"] for row in shares}
        assert poll["sample_size"] == 2076
        assert (found["Labour"], found["Conservative"], found["Reform UK"]) == (37.0, 19.0, 15.0)
        # YouGov's last of 2019, a model of 105,612 people.
        mrp = record.query("select sample_size from poll where poll_id = 'poll.yougov.2019-12-10'")
        assert mrp == [{"sample_size": 105_612}]

    def test_every_poll_has_shares_that_add_up_to_its_total(self, record: Record) -> None:
        wrong = record.query(
            "select poll_id from poll left join poll_share using (poll_id) group by poll_id, total "
            "having round(sum(share), 1) is distinct from total"
        )
        assert wrong == []

    def test_polls_are_in_files_of_their_licence(self, record: Record) -> None:
        for table in ("poll", "poll_share", "poll_left_out"):
            assert [file.name for file in record.folder.glob(f"{table}.*")] == [f"{table}.cc-by-sa-4.0.parquet"]

    def test_the_sheet_says_the_licence_and_answers_misspelt_names(self, record: Record) -> None:
        sheet = polls_sheet(record, "yougov", 2024, 5)
        assert len(sheet.rows) == 5
        assert any("CC BY-SA 4.0" in note for note in sheet.notes)
        with pytest.raises(UnknownName, match="did you mean YouGov"):
            polls_sheet(record, "yugov")
        with pytest.raises(NoSuchElection, match="no polls in 1950"):
            polls_sheet(record, None, 1950)
