"""A user's own file of results: taken whole, or refused with every fault by its line."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hustings.errors import RefusedFile
from hustings.record.open import DATA, open_record
from hustings.record.overlay.add import Place, add_results
from hustings.record.overlay.columns import COLUMNS, DEMOCRACY_CLUB
from hustings.record.overlay.results_file import LARGEST, read_results

ELECTION = "local.tower-hamlets.2030-05-02"
BALLOT = "local.tower-hamlets.bow-east.2030-05-02"


def row(person: str, votes: object, won: object, party: str = "Labour", **more: object) -> dict[str, object]:
    said = {"ballot_paper_id": BALLOT, "person_name": person, "party_name": party, "ballots_cast": votes}
    return said | {"is_winner": won} | more


def text_of(rows: list[dict[str, object]], separator: str = ",", ending: str = "\n") -> str:
    out = io.StringIO()
    names = list(dict.fromkeys(name for one in rows for name in one))
    writer = csv.DictWriter(out, names, delimiter=separator, lineterminator=ending)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


TWO = [row("Ann Example", 900, True), row("Ben Example", 800, False, "Aspire")]


def add(folder: Path, content: str | bytes | list[dict[str, object]], election: str = ELECTION) -> Any:
    path = folder / "mine.csv"
    said = text_of(content) if isinstance(content, list) else content
    path.write_bytes(said if isinstance(said, bytes) else said.encode())
    return add_results(path, election, Place(folder / "overlay"))


def faults(folder: Path, content: str | bytes | list[dict[str, object]], election: str = ELECTION) -> tuple[str, ...]:
    with pytest.raises(RefusedFile) as refused:
        add(folder, content, election)
    assert [path.name for path in (folder / "overlay").iterdir()] == []
    return refused.value.faults


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_file_is_taken_as_spreadsheets_write_it(separator: str, ending: str, mark: bytes) -> None:
    read = read_results(mark + text_of(TWO, separator, ending).encode())
    assert read.faults == []
    assert [line.cells["ballots_cast"] for line in read.lines] == [900, 800]
    assert [line.number for line in read.lines] == [2, 3]


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    said = text_of([row("Ann\nExample", 900, True), row("Ben", "x", False)])
    assert [str(fault) for fault in read_results(said.encode()).faults] == [
        "line 4, ballots_cast: 'x' is not a whole number; write digits alone, and leave what is unknown blank"
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty"),
        (b"\n \n", "the file is empty"),
        (text_of(TWO).splitlines()[0].encode(), "the file names its columns and has no results under them"),
        (text_of(TWO).encode("utf-16"), "the file is UTF-16, not CSV in UTF-8"),
        (b"PK\x03\x04rest", "the file is an Excel workbook"),
        (text_of([row("Si\u00e2n", 1, True)]).encode("latin-1"), "line 2: byte "),
        (text_of(TWO).encode() + b"\0", "line 4: a zero byte"),
        (text_of(TWO).encode() + b'"open', "line 4: not CSV"),
        (b"x" * (LARGEST + 1), "64 MB is the most"),
        (b"hello\nworld\n", "line 1, hello: no such column"),
    ],
    ids=range(10),
)
def test_what_is_no_file_of_results_is_said(tmp_path: Path, content: bytes, said: str) -> None:
    assert said in " ".join(faults(tmp_path, content))


def test_every_fault_of_the_header_is_listed(tmp_path: Path) -> None:
    said = faults(tmp_path, "ballot_paper_id,persn_name,seats,seats\na,b,1,1\n")
    assert said == (
        "line 1, ballots_cast: the column is missing and is needed",
        "line 1, is_winner: the column is missing and is needed",
        "line 1, party_name: the column is missing and is needed",
        "line 1, persn_name: no such column; did you mean person_name?",
        "line 1, person_name: the column is missing and is needed",
        "line 1, seats: the column is there twice; leave one out",
    )


def test_every_fault_of_the_cells_is_listed_by_line(tmp_path: Path) -> None:
    rows = [
        row("Ann", "12.5", True, turnout="140"),
        row("Ben", "-3", "perhaps", turnout="45%"),
        row("", "1,234", False),
        row("Cat", "04-May", False, basis="guessed"),
        row("Dan", "9" * 12, False, person_id="PP12"),
    ]
    said = faults(tmp_path, rows)
    wanted = [
        "line 2, ballots_cast: '12.5' is not a whole number",
        "line 2, turnout: '140' is more than 100%",
        "line 3, ballots_cast: '-3' is below 0",
        "line 3, is_winner: 'perhaps' is neither True nor False",
        "line 4, ballots_cast: '1,234' has commas; write 1234",
        "line 4, person_name: blank, and it is needed",
        "line 5, ballots_cast: '04-May' is a date, as a spreadsheet makes",
        "line 5, basis: 'guessed' is no basis of your own results",
        "line 6, ballots_cast: '999999999999' is more than any number of votes",
        "line 6, person_id: 'PP12' is not a person's number",
    ]
    assert len(said) == len(wanted)
    for one, part in zip(said, wanted, strict=True):
        assert one.startswith(part)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([row("Ann", 9, True), row("Ann", 8, False)], "line 3, person_name: 'Ann' is on line 2 already"),
        (
            [row("Ann", 9, True, person_id=7), row("Bea", 8, False, person_id=7)],
            "line 3, person_id: 'Bea' is on line 2",
        ),
        ([row("Ann", 8, True), row("Ben", 9, False)], "line 3, is_winner: Ben polled 9 and lost where Ann won with 8"),
        ([row("Ann", 9, True, seats=2), row("Ben", 8, False)], "line 2, is_winner: 1 elected where there are 2 seats"),
        ([row("Ann", 9, False), row("Ben", 8, False)], "line 2, is_winner: nobody is elected and seats are not given"),
        ([row("Ann", 9, True), row("Ben", 8, "")], "line 3, is_winner: blank where other lines of the contest are not"),
        ([row("Ann", 9, "", seats=1), row("Ben", 9, "")], "line 2, is_winner: the votes do not decide who was elected"),
        ([row("Ann", 9, True), row("Ben", "", False)], "line 3, ballots_cast: blank in a contest that was polled"),
        (
            [row("Ann", 9, True, electorate=16), row("Ben", 8, False)],
            "line 2, electorate: 16 electors cannot have cast 17",
        ),
        ([row("Ann", 9, True, electorate=20, spoilt_ballots=4), row("Ben", 8, False)], "cannot have cast 21 ballots"),
        ([row("Ann", 9, True, spoilt_ballots=4, invalid_votes=5)], "line 2, invalid_votes: 5 where spoilt_ballots"),
        (
            [row("Ann", 9, True, seats=1), row("Ben", 8, False, seats=2)],
            "line 3, seats: 2 where line 2 says 1 of the same",
        ),
        (
            [row("Ann", 9, True, electorate=100, turnout=40)],
            "line 2, turnout: 40.0% where the votes and the electorate",
        ),
        ([row("Ann", 9, True, valid_ballots=7)], "line 2, valid_ballots: 7 valid ballots cannot hold the 9 votes"),
        ([row("Ann", 9, True, "Labuor")], "line 2, party_name: no party called 'Labuor'; did you mean Labour?"),
        ([row("Ann", 9, True, "Labour", party_id="PP52")], "line 2, party_id: PP52 is Conservative, not Labour"),
        ([row("Ann", 9, True, "", party_id="PP999999")], "line 2, party_id: no party has the number 'PP999999'"),
        (
            [row("Ann", 9, True, election_id="local.hackney.2030-05-02")],
            "line 2, election_id: 'local.hackney.2030-05-02'",
        ),
        (
            [row("Ann", 9, True) | {"ballot_paper_id": "local.tower-hamlets.bow-east.2030-05-09"}],
            "line 2, ballot_paper_id: 'local.tower-hamlets.bow-east.2030-05-09' is of another election",
        ),
        (
            [row("Ann", 9, True) | {"ballot_paper_id": "local.tower-hamlets.bow-east.02/05/2030"}],
            "its ballots are written local.COUNCIL.WARD.2030-05-02",
        ),
    ],
    ids=range(20),
)
def test_a_contest_that_does_not_fit_is_refused(tmp_path: Path, rows: list[dict[str, object]], said: str) -> None:
    found = faults(tmp_path, rows)
    assert len(found) == 1
    assert said in found[0]


@pytest.mark.parametrize(
    ("election", "ballot", "said"),
    [
        ("parl.2030-05-02", "parl.bethnal-gren-and-stepney.2030-05-02", "did you mean bethnal-green-and-stepney"),
        (
            "local.2030-05-02",
            "local.tower-hamlet.bow-east.2030-05-02",
            "no council is written 'tower-hamlet'; did you mean",
        ),
        (
            "parl.2024-07-04",
            "parl.ilford-north.2024-07-04",
            "the record holds the election that parl.ilford-north.2024-07-04 is of",
        ),
        ("parl.2030-05-02", "local.tower-hamlets.bow-east.2030-05-02", "is no ballot of parl.2030-05-02"),
    ],
)
def test_a_place_or_a_contest_that_cannot_be_added_is_said(
    tmp_path: Path, election: str, ballot: str, said: str
) -> None:
    assert said in faults(tmp_path, [row("Ann", 9, True) | {"ballot_paper_id": ballot}], election)[0]


def test_what_is_added_is_in_the_results_with_its_source(tmp_path: Path) -> None:
    more = {"seats": 2, "electorate": 4000, "spoilt_ballots": 12, "source": "https://example.org/bow-east"}
    three = [
        row("Ann Example", 900, True, "Labour Party", party_id="PP53", **more),
        row("Ben Example", 850, True, "Independent", **more),
        row("Cat Example", 10, False, "Bow Sunflowers", **more),
    ]
    added = add(tmp_path, three)
    assert added.notes == ["New to the record: the party Bow Sunflowers.", "Basis of the contests: 1 declared."]
    record = open_record(overlay=tmp_path / "overlay")
    rows = record.rows(record.results(election=ELECTION))
    assert {(one["candidate"], one["party"], one["votes"], one["elected"]) for one in rows} == {
        ("Ann Example", "Labour", 900, True),
        ("Ben Example", "Independent", 850, True),
        ("Cat Example", "Bow Sunflowers", 10, False),
    }
    first = rows[0]
    assert (first["voting_system"], first["seats"], first["valid_votes"], first["invalid_votes"]) == (
        "block",
        2,
        1760,
        12,
    )
    assert (first["kind"], first["council_id"], first["area"], first["region"]) == (
        "local",
        "tower-hamlets",
        "Bow East",
        "London",
    )
    source = record.query("select * from source where source_id = ?", [first["source_id"]])[0]
    assert (source["publisher"], source["title"], source["address"]) == (
        "Added by you",
        "mine.csv",
        "https://example.org/bow-east",
    )
    assert open_record().query("select * from contest where contest_id = ?", [BALLOT]) == []


def test_a_winner_is_found_from_votes_where_nothing_is_said_and_they_decide(tmp_path: Path) -> None:
    add(tmp_path, [row("Ann", 9, "", seats=2), row("Ben", 8, "", seats=2), row("Cat", 7, "", seats=2)])
    rows = open_record(overlay=tmp_path / "overlay").query("select candidate, elected from candidacy where votes < 10")
    assert {one["candidate"]: one["elected"] for one in rows if one["candidate"] in ("Ann", "Ben", "Cat")} == {
        "Ann": True,
        "Ben": True,
        "Cat": False,
    }


def test_a_contest_is_added_once(tmp_path: Path) -> None:
    add(tmp_path, TWO)
    with pytest.raises(RefusedFile, match=f"you added {BALLOT} already from mine.csv"):
        add(tmp_path, TWO)


def test_a_party_new_in_one_addition_is_known_to_the_next_and_outlives_it(tmp_path: Path) -> None:
    from hustings.record.overlay.folder import remove

    add(tmp_path, [row("Ann", 9, True, "Bow Sunflowers")])
    other = [row("Ben", 9, True, "Bow Sunflowers") | {"ballot_paper_id": BALLOT.replace("east", "west")}]
    assert add(tmp_path, other).notes == ["Basis of the contests: 1 declared."]
    remove(tmp_path / "overlay", "mine")
    record = open_record(overlay=tmp_path / "overlay")
    assert record.query("select party from results where contest_id = ?", [BALLOT.replace("east", "west")]) == [
        {"party": "Bow Sunflowers"}
    ]


def test_a_misspelling_may_be_said_to_be_a_party(tmp_path: Path) -> None:
    assert add(tmp_path, [row("Ann", 9, True, "Labuor", new_party=True)]).notes[0].endswith("the party Labuor.")


def test_the_columns_are_those_of_democracy_club_and_more(sources: Path) -> None:
    if not sources.is_dir():
        pytest.skip("needs the published files")
    published = next((sources / "democracy_club").glob("*.csv")).read_text(encoding="utf-8").splitlines()[1]
    assert published.split(",") == list(DEMOCRACY_CLUB)
    assert set(DEMOCRACY_CLUB) < set(COLUMNS)


@pytest.mark.sources
def test_a_whole_borough_as_democracy_club_publishes_it_is_taken(sources: Path, tmp_path: Path) -> None:
    # The day is moved to one that the record has nothing of; all else is as published.
    published = next((sources / "democracy_club").glob("*.csv")).read_text(encoding="utf-8").splitlines()
    lines = [line.replace("2018-05-03", "2030-05-02") for line in published if line.startswith("local.tower-hamlets.")]
    added = add(tmp_path, "\n".join([published[1], *lines]))
    assert added.slip.about == f"20 contests of {ELECTION}, 255 candidacies"
    record = open_record(overlay=tmp_path / "overlay")
    assert record.query("select sum(votes)::int as votes from results where election_id = ?", [ELECTION]) == [
        {"votes": sum(int(line.split(",")[6]) for line in lines)}
    ]


NAMES = st.text(st.characters(codec="utf-8", categories=("L", "Zs", "P")), min_size=1, max_size=12)
CELLS = st.one_of(
    st.integers(-5, 5000).map(str), st.sampled_from(["", "True", "False", "1,2", "x", '"', "\r", ";"]), NAMES
)
HEADERS = st.lists(st.sampled_from([*COLUMNS, "hello"]), min_size=1, max_size=8)


@settings(max_examples=150, deadline=None)
@given(HEADERS, st.lists(st.lists(CELLS, max_size=8), max_size=6), st.sampled_from([",", ";", "\t"]), st.booleans())
def test_any_text_is_read_whole_or_has_a_fault(
    header: list[str], cells: list[list[str]], separator: str, quoted: bool
) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL)
    writer.writerow(header)
    writer.writerows(cells)
    read = read_results(out.getvalue().encode())
    wanted = sum(any(cell.strip() for cell in row) for row in cells)
    assert read.faults or len(read.lines) == wanted
    assert read.lines or read.faults
    assert read.faults or all(line.sound for line in read.lines)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_whole_or_have_a_fault(content: bytes) -> None:
    assert read_results(content).faults


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_mangled_file_is_refused_by_line_or_taken_whole(tmp_path_factory: Any, data: st.DataObject) -> None:
    """One or more cells of a good file are overwritten: nothing is added, or every candidate is."""
    folder = tmp_path_factory.mktemp("mangled")
    rows = [row(f"Candidate {n}", 1000 - n, n < 3, "Labour" if n % 2 else "Aspire", seats=3) for n in range(6)]
    for _ in range(data.draw(st.integers(0, 3))):
        line = data.draw(st.integers(0, 5))
        rows[line][data.draw(st.sampled_from(sorted(rows[line])))] = data.draw(CELLS)
    before = sorted(DATA.iterdir())
    refused = faults_or_none(folder, rows)
    assert sorted(DATA.iterdir()) == before
    record = open_record(overlay=folder / "overlay")
    added = record.query("select c.* from candidacy c join source using (source_id) where publisher = 'Added by you'")
    if refused is None:
        assert len(added) == len(rows)
        assert sum(one["votes"] for one in added) == sum(int(str(one["ballots_cast"])) for one in rows)
    else:
        assert added == []
        assert refused
        assert all(one.startswith("line ") for one in refused)


def faults_or_none(folder: Path, rows: list[dict[str, object]]) -> tuple[str, ...] | None:
    """The faults for which a file is refused; None where it is added."""
    try:
        add(folder, rows)
    except RefusedFile as refused:
        return refused.faults
    return None
