"""Results as CSV, JSON, Parquet and Excel: what is read back is the record, to the digit, and says what it is."""

import csv
import io
import json
import sys
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from files_read_back import NIST, Row, parse, read_csvw, read_json, read_nist, read_parquet, read_sheet
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

import hustings
from hustings import measures
from hustings.errors import UnusableInput
from hustings.publish.exports.plain import cell, write_document
from hustings.publish.exports.wanted import Wanted
from hustings.publish.exports.write import Target, export_results
from hustings.record.open import Record
from hustings.record.overlay.add import Place, add_results
from hustings.record.shape import RESULTS

# One worker writes each file once.
pytestmark = pytest.mark.xdist_group("export-tables")
FORMS = ("csv", "json", "parquet", "xlsx")
# Every form of one whole election, and two of each other, so that every form has met every kind of result.
ELECTIONS = {
    "2024": (Wanted("2024"), FORMS),
    "notional 2019": (Wanted("2019", basis="notional"), ("json", "parquet")),
    "by-elections": (Wanted(kind="by-election"), ("csv", "parquet")),
    "Tower Hamlets 2022": (Wanted("2022", council="Tower Hamlets"), ("json", "xlsx")),
}
EXPORTED = [(name, form) for name, (_, forms) in ELECTIONS.items() for form in forms]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder that an election is exported to, in each of its forms, when first asked for."""

    @cache
    def folder_of(name: str) -> Path:
        folder = tmp_path_factory.mktemp("exported")
        wanted, forms = ELECTIONS[name]
        for form in forms:
            export_results(hustings.open_record(), wanted, form, Target(folder / f"results.{form}"))
        return folder

    return folder_of


def rows_of(form: str, folder: Path) -> list[Row]:
    path = folder / f"results.{form}"
    return {
        "csv": lambda: read_csvw(folder / "results.csv-metadata.json")["results.csv"],
        "json": lambda: read_json(path)["rows"],
        "parquet": lambda: read_parquet(path),
        "xlsx": lambda: read_sheet(path, "Results"),
    }[form]()


def chosen(record: Record, wanted: Wanted) -> Any:
    named = {"area": wanted.area, "council": wanted.council, "kind": wanted.kind, "basis": wanted.basis}
    return record.results(wanted.election, **named)


def expected(record: Record, wanted: Wanted) -> dict[str, Row]:
    """The record's own results, with the measures asked one by one."""
    results = chosen(record, wanted)
    with_measures = results.mutate(place=measures.rank(results), share=measures.share(results))
    rows = {row["candidacy_id"]: row for row in record.rows(with_measures)}
    moved = measures.change(results, record.results(), record.baselines())
    changes = {row["candidacy_id"]: row["change"] for row in record.rows(moved)}
    majorities = {row["contest_id"]: row for row in record.rows(measures.majority(results))}
    turnouts = {row["contest_id"]: row for row in record.rows(measures.turnout(results))}
    for key, row in rows.items():
        turnout = turnouts[row["contest_id"]] if row["basis"] == "declared" else {}
        majority = majorities[row["contest_id"]]
        row |= {
            "share_percent": percent(row.pop("share")),
            "change_points": percent(changes[key]),
            "majority": majority["majority"],
            "majority_share_percent": percent(majority["majority_share"]),
            "valid_turnout_percent": percent(turnout.get("valid_turnout")),
            "ballot_turnout_percent": percent(turnout.get("ballot_turnout")),
        }
    return rows


def percent(fraction: float | None) -> float | None:
    return None if fraction is None else round(fraction * 100, 4)


@pytest.mark.parametrize(("name", "form"), EXPORTED)
def test_what_is_read_back_is_the_record(name: str, form: str, exported: Callable[[str], Path], record: Record) -> None:
    found = {row["candidacy_id"]: row for row in rows_of(form, exported(name))}
    whole = expected(record, ELECTIONS[name][0])
    assert found.keys() == whole.keys()
    for key, row in whole.items():
        assert {name: found[key][name] for name in row} == row


def test_every_form_holds_the_same(exported: Callable[[str], Path]) -> None:
    folder = exported("2024")
    first, *others = (rows_of(form, folder) for form in FORMS)
    assert all(rows == first for rows in others)
    seats = read_csvw(folder / "results.csv-metadata.json")["results-seats.csv"]
    assert seats == read_json(folder / "results.json")["seats"]
    assert seats == read_sheet(folder / "results.xlsx", "Seats")


def test_a_seat_is_told_as_the_record_has_it(tmp_path: Path, record: Record) -> None:
    export_results(record, Wanted("2024", area="Bethnal Green and Stepney"), "json", Target(tmp_path / "one.json"))
    found = read_json(tmp_path / "one.json")
    (seat,) = found["seats"]
    assert (seat["winner"], seat["winner_party"], seat["winner_votes"]) == ("Rushanara Ali", "Labour", 15896)
    assert (seat["majority"], seat["outcome"]) == (1689, "Labour hold")
    assert (seat["baseline_rule"], seat["basis"]) == ("notional", "declared")
    second = next(row for row in found["rows"] if row["candidate"] == "Ajmal Masroor")
    # An independent has no change, and its line at the baseline none.
    assert (second["votes"], second["place"], second["change_points"]) == (14207, 2, None)
    assert [row["votes"] for row in found["rows"]] == sorted((row["votes"] for row in found["rows"]), reverse=True)


def test_a_contest_for_several_seats_names_all_and_has_no_majority(tmp_path: Path, record: Record) -> None:
    wanted = Wanted("2022", area="Bethnal Green East", council="Tower Hamlets")
    export_results(record, wanted, "json", Target(tmp_path / "ward.json"))
    found = read_json(tmp_path / "ward.json")
    (seat,) = found["seats"]
    assert seat["winner"] == "Sirajul Islam; Rebaka Sultana; Ahmodul Kabir"
    assert seat["winner_party"] == "Labour; Labour; Aspire"
    assert (seat["majority"], seat["winner_votes"], seat["winner_share_percent"]) == (None, None, None)
    assert any("Block votes" in note for note in found["notes"])


def test_an_election_that_a_court_undid_says_so(tmp_path: Path, record: Record) -> None:
    wanted = Wanted(council="Tower Hamlets", kind="mayor")
    export_results(record, wanted, "parquet", Target(tmp_path / "mayor.parquet"))
    rows = read_parquet(tmp_path / "mayor.parquet")
    won = {(row["candidate"], row["polling_on"].year): row for row in rows if row["elected"]}
    assert won["Lutfur Rahman", 2014]["voided_on"] == date(2015, 4, 23)
    assert won["Lutfur Rahman", 2022]["voided_on"] is None
    # Under the Supplementary Vote the majority is of final totals.
    assert (won["Lutfur Rahman", 2022]["votes"], won["Lutfur Rahman", 2022]["majority"]) == (39533, 7317)
    said = json.loads(pq.read_schema(tmp_path / "mayor.parquet").metadata[b"hustings"])
    assert {note.partition(":")[0] for note in said["notes"]} >= {"Void", "Disputed", "Supplementary Vote", "Linked"}


@pytest.mark.parametrize(("name", "basis"), [("notional 2019", "notional"), ("Tower Hamlets 2022", "declared")])
def test_an_estimate_never_passes_for_a_result(name: str, basis: str, exported: Callable[[str], Path]) -> None:
    said = read_json(exported(name) / "results.json")
    assert {row["basis"] for row in said["rows"]} == {basis}
    assert any(note.startswith("Notional") for note in said["notes"]) == (basis == "notional")
    if basis == "notional":
        assert {row["valid_turnout_percent"] for row in said["rows"]} == {None}
        assert {row["deposit_kept"] for row in said["rows"]} == {None}
    # A person whom nobody's number names is an estimate, and says so beside its probability.
    for row in said["rows"]:
        assert (row["person_known_by"] == "linked") == (row["person_probability"] is not None)
        assert (row["person_id"] is None) == (row["person_known_by"] is None)


def test_share_alike_rows_are_said_by_every_form(tmp_path: Path, record: Record) -> None:
    wanted = Wanted("2018", council="Tower Hamlets", kind="local")
    for form in FORMS:
        export_results(record, wanted, form, Target(tmp_path / f"th.{form}"))
    sentence = "rows are under CC BY-SA 3.0"
    metadata = json.loads((tmp_path / "th.csv-metadata.json").read_text())
    assert sentence in metadata["dc:rights"]
    assert {"@id": "https://creativecommons.org/licenses/by-sa/3.0/"} in metadata["dc:license"]
    assert sentence in json.loads((tmp_path / "th.json").read_text())["share_alike"]
    assert sentence in json.loads(pq.read_schema(tmp_path / "th.parquet").metadata[b"hustings"])["share_alike"]
    notes = CalamineWorkbook.from_path(tmp_path / "th.xlsx").get_sheet_by_name("Notes and sources").to_python()
    assert any(sentence in str(value) for line in notes for value in line)
    assert {row["licence"] for row in read_parquet(tmp_path / "th.parquet")} == {"CC BY-SA 3.0"}


def test_every_column_says_what_it_is_and_whether_it_was_published(exported: Callable[[str], Path]) -> None:
    columns = {one["name"]: one for one in read_json(exported("2024") / "results.json")["columns"]["rows"]}
    assert all(one["description"] for one in columns.values())
    computed = {name for name, one in columns.items() if one["origin"] == "computed"}
    assert computed >= {"share_percent", "change_points", "place", "majority", "valid_turnout_percent"}
    assert columns["votes"]["origin"] == "published"
    assert columns["contest_id"]["origin"] == "identifier"
    assert columns["person_probability"]["origin"] == "estimated"
    assert (columns["share_percent"]["unit"], columns["change_points"]["unit"]) == ("percent", "percentage points")
    assert {column.name for column in RESULTS} <= set(columns)


def test_the_same_record_gives_the_same_bytes(exported: Callable[[str], Path], tmp_path: Path) -> None:
    for name in ("by-elections", "Tower Hamlets 2022"):
        wanted, forms = ELECTIONS[name]
        for form in forms:
            export_results(hustings.open_record(), wanted, form, Target(tmp_path / f"results.{form}"))
            made = tmp_path / f"results.{form}"
            assert made.read_bytes() == (exported(name) / made.name).read_bytes(), made.name


FORMULA = '''\
ballot_paper_id,party_name,person_name,ballots_cast,is_winner,basis
parl.chorley.by.2030-11-21,Independent,"=HYPERLINK(""https://example.org"",""Ann"")",600,True,provisional
parl.chorley.by.2030-11-21,Independent,77,250,False,provisional
parl.chorley.by.2030-11-21,Independent,"O'Neil, ""Bo""",150,False,provisional
'''


@pytest.fixture(scope="module")
def provisional(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """The record with a by-election that a user added, whose candidates have awkward names."""
    folder = tmp_path_factory.mktemp("added")
    (folder / "count.csv").write_text(FORMULA, encoding="utf-8")
    add_results(folder / "count.csv", "parl.2030-11-21", Place(folder / "additions"))
    return hustings.open_record(overlay=folder / "additions")


def test_a_name_is_a_text_whatever_it_looks_like(tmp_path: Path, provisional: Record) -> None:
    for form in ("csv", "xlsx"):
        export_results(provisional, Wanted("parl.2030-11-21"), form, Target(tmp_path / f"results.{form}"))
        rows = rows_of(form, tmp_path)
        assert [row["candidate"] for row in rows] == ['=HYPERLINK("https://example.org","Ann")', "77", 'O\'Neil, "Bo"']
        assert [row["share_percent"] for row in rows] == [60.0, 25.0, 15.0]
    assert "Added by you" in (tmp_path / "results.csv-metadata.json").read_text(encoding="utf-8")


def test_what_was_not_yet_declared_says_so(tmp_path: Path, provisional: Record) -> None:
    wanted = Wanted("parl.2030-11-21")
    said = export_results(provisional, wanted, "nist", Target(tmp_path / "count.xml")).about
    assert said.notes == (
        "Provisional: rows of that basis were added before the result was declared.",
        "Added by you, not officially published: count.csv.",
    )
    root = parse(tmp_path / "count.xml")
    assert root.findtext(f"{NIST}Status") == "unofficial-partial"
    assert "Added by you" in root.findtext(f"{NIST}Notes", "")
    assert [row["votes"] for row in read_nist(tmp_path / "count.xml")] == [600, 250, 150]


def test_a_workbook_without_its_library_says_what_to_install(
    tmp_path: Path, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(UnusableInput, match=r"pip install 'hustings\[exports\]'"):
        export_results(record, Wanted("2024", area="Chorley"), None, Target(tmp_path / "a.xlsx"))
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=50)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_any_text_survives_csv(text: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerow([cell(text), cell(None)])
    assert next(csv.reader(io.StringIO(out.getvalue(), newline=""), strict=True)) == [text, ""]


VALUES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()


@settings(max_examples=50)
@given(rows=st.lists(st.dictionaries(st.text(max_size=5), VALUES, max_size=4), max_size=5), head=VALUES)
def test_any_rows_survive_a_document(rows: list[Row], head: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "document.json"
    write_document(path, {"head": head}, {"rows": rows, "again": rows})
    assert json.loads(path.read_text(encoding="utf-8")) == {"head": head, "rows": rows, "again": rows}
