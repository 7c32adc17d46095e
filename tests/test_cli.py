"""The command line as people use it: what it prints, what it refuses, with which exit code."""

import csv
import io
import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import hustings
from command_line import run
from hustings.errors import CannotWrite
from hustings.record.build.place import put_in_place
from hustings.record.open import DATA

HUSTINGS = [sys.executable, "-m", "hustings"]
FORMS = ("text", "md", "csv", "json", "html")


def test_bethnal_green_and_stepney_2024() -> None:
    said = run("seat", "Bethnal Green and Stepney", "--election", "2024").out
    for line in (
        "Labour hold (compared with the notional result of 2019). Rushanara Ali (Labour)",
        " 1  Rushanara Ali   Labour                   15,896  34.1%   −39.4",
        " 2  Ajmal Masroor   Independent              14,207  30.5%       –",
        "Turnout          57.3% of the electorate in valid votes",
        "                 57.7% of the electorate in all ballots",
        "88.6% of its addresses came from Bethnal Green and Bow (77.9% of that seat).",
    ):
        assert line in said
    assert "notional result" in said
    assert max(map(len, said.splitlines())) <= 80


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "command",
    [
        ("seat", "Ilford North"),
        ("seat", "Leicester South", "--election", "2011"),
        ("seat", "Peterborough", "--election", "parl.2005-05-05.notional"),
        ("seat", "Glasgow North East", "--election", "2005"),
        ("election", "2024"),
        ("election", "2005"),
        ("election", "2024", "--by", "majority", "--country", "Wales"),
        ("election", "2024", "--by", "declaration", "--region", "london"),
        ("election", "2010", "--by", "region"),
        ("by-elections", "--parliament", "58"),
        ("party", "Plaid Cymru"),
        ("find", "ilford"),
        ("record", "sources"),
        ("record", "audit"),
    ],
    ids=" ".join,
)
def test_every_table_is_written_in_every_form(command: tuple[str, ...], form: str) -> None:
    ran = run(*command, "--format", form)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("\n")
    if form == "json":
        assert json.loads(ran.out)
    else:
        assert "None" not in ran.out
        assert "nan" not in ran.out.casefold().replace("nancy", "").replace("fernando", "").split()
    if form == "text":
        assert max(map(len, ran.out.splitlines())) <= 80
    if form == "csv":
        rows = list(csv.reader(io.StringIO(ran.out)))
        assert len({len(row) for row in rows}) == 1


def test_unknown_is_said_and_never_0() -> None:
    said = run("seat", "Leicester South", "--election", "2011").out
    assert "Rejected papers  unknown" in said
    assert "in all ballots unknown, since the rejected papers are" in said


def test_a_notional_result_never_passes_for_a_declared_one() -> None:
    said = run("seat", "Bethnal Green and Stepney", "--election", "parl.2019-12-12.notional").out
    assert "(notional result, a published estimate)" in said
    assert "would have won" in said
    assert "Deposit" not in said.replace("Deposit\n", "")


def test_csv_of_a_name_with_a_comma_keeps_its_columns() -> None:
    said = run("seat", "Cardiff North", "--election", "2015", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(said)))
    assert "Christian Party, Proclaiming Christ's Lordship" in {row["party"] for row in rows}


def test_json_names_its_units() -> None:
    said = json.loads(run("seat", "Bethnal Green and Stepney", "-e", "2024", "-f", "json").out)
    first = said["candidates"][0]
    assert (first["votes"], first["share_percent"], first["change_points"]) == (15896, 34.0772, -39.4348)
    assert said["baseline"]["basis"] == "notional"


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("seat", "Bethnal Gren"), "no seat called 'Bethnal Gren'; did you mean Bethnal Green and"),
        (("seat", "Ealing"), "'Ealing' may be Ealing Central and Acton, Ealing North or Ealing Southall"),
        (("seat", "Ilford North", "--election", "2018"), "Ilford North was not fought in 2018"),
        (("seat", "Ilford North", "--election", "1832"), "no declared election for '1832'"),
        (("election", "1993"), "no declared election for '1993'"),
        (("election", "2023"), "2023 had by-elections only"),
        (("election", "2024", "--region", "Londn"), "no region called 'Londn'; did you mean London?"),
        (("election", "2024", "--country", "Scotland", "--region", "London"), "no results of General election of 2024"),
        (("election", "2024", "--region", "Great Britain"), "no region called 'Great Britain'"),
        (("by-elections", "--parliament", "12"), "no by-elections of Parliament 12"),
        (("by-elections", "--parliament", "0"), "no by-elections of Parliament 0"),
        (("party", "Green"), "'Green' may be Green Party or"),
        (("party", "Reform"), "'Reform' may be Reform UK or"),
        (("party", "Labor"), "did you mean"),
        (("record", "build", "--sources", "/no/such/folder"), "cannot be read (No such file or directory)"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_bad_input_gets_one_sentence_and_exit_code_2(command: tuple[str, ...], said: str) -> None:
    ran = run(*command)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith("hustings: ")
    assert ran.err.count("\n") == 1
    assert said in ran.err


@pytest.mark.parametrize(
    "command", [("seat",), ("seat", "Ash", "--format", "xml"), ("nothing",), ("election", "2024", "--by", "age")]
)
def test_wrong_use_gets_exit_code_2(command: tuple[str, ...]) -> None:
    ran = run(*command)
    assert ran.code == 2
    assert "Traceback" not in ran.err


def test_nothing_found_is_exit_code_1() -> None:
    ran = run("find", "qwzxv")
    assert (ran.code, ran.out) == (1, "Nothing found for 'qwzxv'\n")


def test_every_command_has_help_with_an_example() -> None:
    commands = ["seat", "election", "by-elections", "party", "find", "record build", "record audit", "record sources"]
    for command in commands:
        ran = run(*command.split(), "--help")
        assert ran.code == 0
        assert f"Example: hustings {command}" in ran.out


def test_the_version_gives_the_records_date() -> None:
    assert run("--version").out == f"hustings {hustings.__version__}, record to 13 August 2026\n"


def test_a_closed_pipe_is_no_error() -> None:
    listed = f"{sys.executable} -m hustings election 2024 --by turnout | true; echo ${{PIPESTATUS[0]}}"
    ran = subprocess.run(["bash", "-c", listed], capture_output=True, text=True, check=True)
    assert (ran.stdout, ran.stderr) == ("0\n", "")


def test_output_that_cannot_be_written_is_said() -> None:
    ran = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m hustings find ilford > /dev/full"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 2
    assert ran.stderr == "hustings: cannot write the output (No space left on device); write it where there is room\n"


def test_a_minus_is_a_minus_whatever_the_terminal() -> None:
    command = [*HUSTINGS, "seat", "Bethnal Green and Stepney", "-e", "2024"]
    ran = subprocess.run(command, capture_output=True, env=os.environ | {"PYTHONIOENCODING": "cp1252"}, check=True)
    assert "−39.4" in ran.stdout.decode("utf-8")


def test_every_row_of_a_notional_election_says_so() -> None:
    for order in ("party", "majority", "region"):
        said = run("election", "parl.2019-12-12.notional", "--by", order, "-f", "csv").out
        assert {row["basis"] for row in csv.DictReader(io.StringIO(said))} == {"notional"}
    text = run("election", "parl.2019-12-12.notional").out
    assert "Notional: a published estimate" in text
    assert max(map(len, text.splitlines())) <= 80


def test_no_name_is_cut_short() -> None:
    assert "…" not in run("election", "2024", "--by", "turnout").out


def test_reverse_ranks_from_the_other_end() -> None:
    first = run("election", "2024", "--by", "turnout", "--reverse").out.splitlines()[3]
    assert first.split()[:3] == ["1", "Manchester", "Afzal"]


def test_find_shows_as_many_as_asked_and_says_how_many_there_are() -> None:
    said = run("find", "smith", "--limit", "3").out
    assert said.startswith("3 of ")
    assert len(json.loads(run("find", "smith", "--limit", "3", "-f", "json").out)["rows"]) == 3


def test_help_loads_no_engine() -> None:
    program = "import sys; sys.argv = ['hustings', '--help']\nfrom hustings.cli import main\n"
    program += "try:\n    main()\nexcept SystemExit:\n    pass\n"
    program += "print(sorted({'duckdb', 'ibis', 'pyarrow'} & set(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"


# What a build does once everything is compiled, of one table.
WRITE_AREAS = """
import sys
from pathlib import Path
import pyarrow.parquet as pq
from hustings.errors import CannotWrite
from hustings.record.build.parquet import write_parquet
from hustings.record.build.place import put_in_place
from hustings.record.open import DATA
from hustings.record.schema import TABLES

out = Path(sys.argv[1])
rows = pq.read_table(DATA / "area.parquet").to_pylist()
try:
    with put_in_place(out) as folder:
        write_parquet(TABLES["area"], rows, folder / "area.parquet", "none")
except CannotWrite as error:
    sys.stdout.write(str(error)[: len(f"cannot write the record to {out}: ")])
    sys.exit(2)
"""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def build(*arguments: str, preexec: object = None) -> subprocess.CompletedProcess[str]:
    command = [*HUSTINGS, "record", "build", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=preexec)


@pytest.mark.sources
class TestBuild:
    """`hustings record build` on the published files."""

    def test_it_builds_what_is_shipped(self, sources: Path, tmp_path: Path) -> None:
        out = tmp_path / "record"
        ran = build("--sources", str(sources), "--out", str(out))
        assert (ran.returncode, ran.stderr) == (0, "")
        assert "every check passed" in ran.stdout
        for file in sorted(DATA.glob("*.parquet")):
            assert (out / file.name).read_bytes() == file.read_bytes(), file.name
        assert names(tmp_path) == ["record"]

    def test_a_full_disk_loses_nothing(self, tmp_path: Path) -> None:
        def small_disk() -> None:
            # A limit on the size of a file makes every larger write fail as a full disk does.
            resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))

        out = old_record(tmp_path)
        ran = subprocess.run(
            [sys.executable, "-c", WRITE_AREAS, str(out)],
            capture_output=True,
            text=True,
            check=False,
            preexec_fn=small_disk,
        )
        assert (ran.returncode, ran.stdout) == (2, f"cannot write the record to {out}: ")
        assert (out / "area.parquet").read_text() == "still here"
        assert names(tmp_path) == ["record"]

    def test_a_record_takes_the_place_of_a_record_only(self, sources: Path, tmp_path: Path) -> None:
        (tmp_path / "thesis.txt").write_text("precious")
        for out in (tmp_path, tmp_path / "thesis.txt"):
            ran = build("--sources", str(sources), "--out", str(out))
            assert ran.returncode == 2
            assert ran.stderr.count("\n") == 1
        assert (tmp_path / "thesis.txt").read_text() == "precious"
        assert names(tmp_path) == ["thesis.txt"]

    def test_a_folder_that_cannot_be_written_is_said(self, sources: Path, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("not a folder")
        ran = build("--sources", str(sources), "--out", str(tmp_path / "file" / "record"))
        assert ran.returncode == 2
        assert "cannot write the record to" in ran.stderr
        assert (tmp_path / "file").read_text() == "not a folder"

    @pytest.mark.parametrize(
        ("spoil", "said"),
        [
            (lambda text: text[: len(text) // 2], "psephology-2026-05-23.sql, line "),
            (lambda text: text.replace("Rushanara", "Rushana"), "is not the file the record is compiled from"),
        ],
    )
    def test_a_spoilt_source_leaves_the_record_as_it_was(
        self, sources: Path, tmp_path: Path, spoil: Callable[[str], str], said: str
    ) -> None:
        spoilt = linked(sources, tmp_path / "sources")
        dump = next((spoilt / "house_of_commons_library").glob("*.sql"))
        whole = dump.read_text(encoding="utf-8")
        dump.unlink()
        dump.write_text(spoil(whole), encoding="utf-8")
        out = old_record(tmp_path)
        ran = build("--sources", str(spoilt), "--out", str(out))
        assert ran.returncode == 2
        assert said in ran.stderr
        assert ran.stderr.count("\n") == 1
        assert (out / "area.parquet").read_text() == "still here"
        assert names(tmp_path) == ["record", "sources"]


def old_record(folder: Path) -> Path:
    """A folder that passes for a record built before."""
    out = folder / "record"
    out.mkdir()
    (out / "area.parquet").write_text("still here")
    return out


def linked(sources: Path, folder: Path) -> Path:
    """The sources under another folder, each file a link that a test may replace."""
    for file in sources.rglob("*"):
        if file.is_file():
            place = folder / file.relative_to(sources)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.symlink_to(file)
    return folder


def test_two_builds_do_not_write_one_place_at_once(tmp_path: Path) -> None:
    out = tmp_path / "record"
    with put_in_place(out) as folder:
        (folder / "area.parquet").write_text("first")
        with pytest.raises(CannotWrite, match="another build is writing"), put_in_place(out):
            pass
    assert (out / "area.parquet").read_text() == "first"
    assert names(tmp_path) == ["record"]


def test_a_disputed_day_of_a_parliament_is_said() -> None:
    assert "Disputed: Parliament was dissolved at the start of 6 November 2019" in run(
        "by-elections", "--parliament", "57"
    ).out.replace("\n  ", " ")
    assert "Disputed" not in run("by-elections", "--parliament", "58").out


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("article", "--borough", ""), "the word after --borough is empty"),
        (("article", "--borough= "), "--borough is empty"),
        (("map", "2024", "--party", " ", "-o", "map.svg"), "the word after --party is empty"),
        (("seat", ""), "one of the words given is empty"),
        (("embed", "page.html", "--address", ""), "the word after --address is empty"),
    ],
)
def test_a_word_that_is_blank_is_refused(given: tuple[str, ...], said: str) -> None:
    ran = run(*given)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"hustings: {said}; give it a value, or leave it out\n"
