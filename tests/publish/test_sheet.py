"""A table as text: no word, no figure is lost at the edge of the page, and a count that may be more says so."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from hustings.publish import words
from hustings.publish.reports.party import party_sheet
from hustings.publish.sheet import Sheet, Shown, as_csv, as_text, table_text
from hustings.record.open import Record

COLUMNS = (
    Shown("who", "Who"),
    Shown("votes", "Votes", "count"),
    Shown("how", "How"),
    Shown("share", "Share", "percent"),
)
WORD = st.text("abcdefghij", min_size=1, max_size=14)


@given(
    st.lists(st.tuples(st.lists(WORD, max_size=9), st.integers(0, 10**8), st.lists(WORD, max_size=9)), min_size=1),
    st.integers(60, 100),
)
def test_every_word_and_figure_of_a_table_is_on_the_page(
    cells: list[tuple[list[str], int, list[str]]], width: int
) -> None:
    rows = [
        {"who": " ".join(who), "votes": votes, "how": " ".join(how), "share": votes / 10**8}
        for who, votes, how in cells
    ]
    text = table_text(Sheet("", COLUMNS, rows), width)
    assert max(map(len, text.splitlines())) <= width
    written = sorted(text.split())
    wanted = [word for row in rows for word in (*row["who"].split(), *row["how"].split())]
    wanted += [word for row in rows for word in (words.count(row["votes"]), words.percent(row["share"]))]
    assert written == sorted([*wanted, "Who", "Votes", "How", "Share"])


def test_a_count_that_may_be_more_is_a_number_to_programs() -> None:
    sheet = Sheet("", (Shown("seats", "Seats", "count"),), [{"seats": words.OrMore(1374)}])
    assert "1,374+" in as_text(sheet)
    assert list(csv.reader(io.StringIO(as_csv(sheet)))) == [["seats"], ["1374"]]


def test_seats_may_be_more_where_a_party_fought_one_whose_winner_is_not_published(record: Record) -> None:
    # Of 1997 only Tatton is not told: there the Conservative and Other stood. Of 1979 every seat is.
    def seats(party: str) -> dict[str, str]:
        return {row["election"]: words.count(row["seats"]) for row in party_sheet(record, party).rows}

    conservative = seats("Conservative")
    assert [conservative[year] for year in ("1979", "1997", "2005")] == ["339", "165+", "198"]
    assert (seats("Labour")["1945"], seats("Labour")["1997"]) == ("374+", "418")


def test_a_gap_before_candidates_were_published_is_said(record: Record) -> None:
    def note(party: str) -> str:
        return next((note for note in party_sheet(record, party).notes if "not listed" in note), "")

    assert "not listed (2001 among them)" in note("Alliance")
    assert "not listed: nobody stood" in note("UKIP")
    assert note("Labour") == note("Reform UK") == note("Workers Party of Britain") == ""
