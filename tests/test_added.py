"""Adding, listing and removing as people do it, at the command line in a folder of their own."""

import csv
import doctest
import io
import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import run
from hustings.record.overlay.columns import COLUMNS
from root import ROOT

PAGE = ROOT / "docs" / "your-own-results.md"
SESSION = re.compile(r"```shell-session\n(.*?)```", re.DOTALL)
BY_ELECTION = """\ufeffballot_paper_id;person_name;party_name;ballots_cast;is_winner;electorate;spoilt_ballots;turnout\r
parl.bethnal-green-and-stepney.by.2030-11-21;Ann Example;Labour;10000;True;75000;120;41,2\r
parl.bethnal-green-and-stepney.by.2030-11-21;Ben Example;Reform UK;9000;False;;;\r
parl.bethnal-green-and-stepney.by.2030-11-21;"Example, Cat";Independent;8000;False;;;\r
parl.bethnal-green-and-stepney.by.2030-11-21;Dan Example;Green Party;3784;False;;;\r
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with no additions."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HUSTINGS_OVERLAY", str(tmp_path / "additions"))
    return tmp_path


def test_a_by_election_read_out_at_the_count_is_shown_by_every_command(desk: Path) -> None:
    (desk / "count.csv").write_text(BY_ELECTION, encoding="utf-8", newline="")
    ran = run("record", "add", "results", "count.csv", "-e", "parl.2030-11-21", "--source", "the returning officer")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Added count: 1 contest of parl.2030-11-21, 4 candidacies.\n")
    seat = run("seat", "Bethnal Green and Stepney").out
    assert "By-election, 21 November 2030" in seat
    assert "Ann Example (Labour) won by 1,000 votes (3.2% of valid votes)" in seat
    assert "41.2% of the electorate in all ballots" in seat
    assert "Added by you: count.csv" in seat
    listed = run("by-elections").out
    assert "Ann Example" in listed
    assert "Added by you, not officially published: count.csv." in listed
    found = run("find", "Example Cat").out
    assert "Example, Cat" in found
    assert "Added by you, not officially published: count.csv." in found
    assert "count.csv" in run("record", "sources").out
    listed = json.loads(run("record", "added", "-f", "json").out)
    assert [(row["name"], row["kind"], row["file"]) for row in listed["rows"]] == [("count", "results", "count.csv")]
    # The record in the package is audited and dated as it is, whatever anyone added.
    assert run("record", "audit").code == 0
    assert run("record", "remove", "count").code == 0
    assert "Ann Example" not in run("seat", "Bethnal Green and Stepney").out
    assert run("record", "added").out.startswith("0 additions of yours\n")


def test_a_provisional_result_never_passes_for_a_declared_one_nor_for_a_notional(desk: Path) -> None:
    lines = BY_ELECTION.replace("\r", "").splitlines()
    said = "\n".join([f"{lines[0]};basis", *(f"{line};provisional" for line in lines[1:])])
    (desk / "count.csv").write_text(said, encoding="utf-8")
    ran = run("record", "add", "results", "count.csv", "-e", "parl.2030-11-21")
    assert "Basis of the contests: 1 provisional." in ran.out
    seat = run("seat", "Bethnal Green and Stepney", "-e", "2030-11-21").out
    assert "(provisional result, not the declared one)" in seat
    assert "Ann Example (Labour) is ahead by 1,000 votes" in seat
    assert "otional result, a published estimate" not in seat.split("Before, on the same")[0]
    assert "(provisional)" in run("by-elections").out
    assert "4 July 2024" in run("seat", "Bethnal Green and Stepney").out.splitlines()[1]


def test_every_fault_is_on_a_line_of_its_own_and_nothing_is_added(desk: Path) -> None:
    (desk / "count.csv").write_text(BY_ELECTION.replace("9000", "11000").replace("8000", "8,5"), encoding="utf-8")
    ran = run("record", "add", "results", "count.csv", "--election", "parl.2030-11-21")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        "hustings: count.csv is not added, for it has 2 faults; mend and add it again",
        "  line 3, is_winner: Ben Example polled 11000 and lost where Ann Example won with 10000",
        "  line 4, ballots_cast: '8,5' is not a whole number; write digits alone, and leave what is unknown blank",
    ]
    assert run("record", "added").out.startswith("0 additions of yours\n")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("record", "add", "results", "none.csv", "-e", "parl.2030-11-21"), "none.csv cannot be read (No such file"),
        (
            ("record", "add", "results", "count.csv", "-e", "2030"),
            "no election is written '2030'; write parl.2029-05-03",
        ),
        (("record", "add", "division", "count.csv"), "count.csv, line 1, column 1: not whole JSON"),
        (("record", "add", "division", "."), "cannot be read (Is a directory)"),
        (("record", "remove", "nothing"), "no addition called 'nothing'"),
    ],
)
def test_bad_input_gets_one_sentence_and_exit_code_2(desk: Path, command: tuple[str, ...], said: str) -> None:
    (desk / "count.csv").write_text("ballot_paper_id\n", encoding="utf-8")
    ran = run(*command)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("hustings: ")
    assert ran.err.count("\n") == 1
    assert said in ran.err


def test_a_broken_addition_is_said_and_stops_nothing(desk: Path) -> None:
    (desk / "count.csv").write_text(BY_ELECTION, encoding="utf-8")
    run("record", "add", "results", "count.csv", "-e", "parl.2030-11-21")
    (desk / "additions" / "count" / "contest.parquet").write_bytes(b"spoilt")
    ran = run("find", "Ilford North")
    assert (ran.code, ran.err.count("\n")) == (0, 1)
    assert ran.err.startswith("hustings: the addition 'count' is left out, for it is not whole (its contest.parquet")
    assert "`hustings record remove count`" in ran.err
    assert "Not whole: the addition 'count'" in run("record", "added").out
    assert run("record", "remove", "count").code == 0
    assert run("find", "Ilford North").err == ""


def test_an_overlay_may_be_named_and_is_the_only_one_touched(desk: Path) -> None:
    (desk / "count.csv").write_text(BY_ELECTION, encoding="utf-8")
    named = ("--overlay", str(desk / "elsewhere"))
    assert run("record", "add", "results", "count.csv", "-e", "parl.2030-11-21", *named).code == 0
    assert run("record", "added", *named).out.startswith("1 addition of yours\n")
    assert run("record", "added").out.startswith("0 additions of yours\n")
    assert run("record", "remove", "count", *named).code == 0


def test_without_a_name_it_is_the_users_own_data_folder(tmp_path: Path) -> None:
    environment = {key: value for key, value in os.environ.items() if key != "HUSTINGS_OVERLAY"}
    environment |= {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}
    (tmp_path / "count.csv").write_text(BY_ELECTION, encoding="utf-8")
    arguments = ["record", "add", "results", "count.csv", "-e", "parl.2030-11-21"]
    ran = subprocess.run(
        [sys.executable, "-m", "hustings", *arguments],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert [path.parent.name for path in tmp_path.rglob("addition.json")] == ["count"]


@pytest.mark.sources
@pytest.mark.usefixtures("desk")
def test_a_published_division_is_added_and_told_by_party(sources: Path) -> None:
    path = sources / "divisions" / "commons-votes-api-division-1873.json"
    assert run("record", "add", "division", str(path)).code == 0
    said = json.loads(run("division", "1873", "-f", "json").out)
    assert said["counts"] == {"ayes_announced": 336, "noes_announced": 175, "ayes_listed": 333, "noes_listed": 174}
    assert sum(row["ayes"] for row in said["parties"]) == 333
    assert sum(row["noes"] for row in said["parties"]) == 174
    assert {row["known_from"] for row in said["members"]} == {"list"}
    assert len(said["members"]) == 650
    assert said["next_election"] is None
    rows = list(csv.DictReader(io.StringIO(run("division", "1873", "-f", "csv", "--vote", "rebel").out)))
    assert {row["member"] for row in rows} == {"Gavin Robinson", "Jim Shannon"}


@pytest.mark.usefixtures("desk")
def test_the_pages_sessions_print_what_they_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    sessions = SESSION.findall(PAGE.read_text(encoding="utf-8"))
    assert sessions
    for session in sessions:
        for shown in session.removeprefix("$ ").split("\n$ "):
            command, _, expected = shown.partition("\n")
            ran = run(*shlex.split(command)[1:])
            said = ran.out + ran.err
            assert doctest.OutputChecker().check_output(expected.rstrip("\n") + "\n", said, doctest.ELLIPSIS), said


def test_the_page_describes_every_column() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for name, column in COLUMNS.items():
        assert f"| `{name}` | {'needed' if column.needed else ''}".rstrip() in page
        assert column.description in page


def test_every_command_has_help_with_an_example() -> None:
    for command in ("division", "record add results", "record add division", "record added", "record remove"):
        ran = run(*command.split(), "--help")
        assert ran.code == 0
        assert f"Example: hustings {command}" in ran.out


def test_a_by_election_of_a_ward_is_no_part_of_its_councils_election_of_the_year(desk: Path) -> None:
    before = run("council", "Tower Hamlets", "--year", "2022").out
    ballot = "local.tower-hamlets.bow-east.by.2022-11-03"
    (desk / "ward.csv").write_text(
        "ballot_paper_id,person_name,party_name,ballots_cast,is_winner\n"
        f"{ballot},Ann Example,Labour,900,True\n{ballot},Ben Example,Aspire,800,False\n"
    )
    assert run("record", "add", "results", "ward.csv", "-e", "local.tower-hamlets.2022-11-03").code == 0
    assert run("council", "Tower Hamlets", "--year", "2022").out == before
