"""Exporting as people do it, at the command line in an empty folder: what is said, what is refused, what is left."""

import doctest
import re
import resource
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import run
from hustings.publish.exports.fields import RESULT_FIELDS
from hustings.record.shape import RESULTS
from root import ROOT

PAGE = ROOT / "docs" / "exports.md"
SESSION = re.compile(r"```shell-session\n(.*?)```", re.DOTALL)
ONE = ("results", "--election", "2024", "--area", "Ilford North")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_page_is_true(desk: Path) -> None:
    sessions = SESSION.findall(PAGE.read_text(encoding="utf-8"))
    assert sessions
    for session in sessions:
        for shown in session.removeprefix("$ ").split("\n$ "):
            command, _, expected = shown.partition("\n")
            ran = run(*shlex.split(command)[1:])
            said = ran.out + ran.err
            assert doctest.OutputChecker().check_output(expected.rstrip("\n") + "\n", said, doctest.ELLIPSIS), said
    assert "no.xml" not in names(desk)


def test_the_page_names_every_column_that_the_shape_of_results_has_not() -> None:
    page = PAGE.read_text(encoding="utf-8")
    known = {column.name for column in RESULTS} | {"election", "council"}
    assert all(f"`{field.name}`" in page for field in RESULT_FIELDS if field.name not in known)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((*ONE, "--out", "nowhere/x.csv"), "no folder nowhere to write x.csv in; make it, or name another with --out"),
        ((*ONE, "--out", "x.txt"), "the name x.txt does not tell a format; say which with --as: csv, json, parquet"),
        (("results", "--election", "1923-01-01", "--out", "x.csv"), "no declared election for '1923-01-01'"),
        (("results", "--area", "Ilford Norht", "--out", "x.csv"), "no area called 'Ilford Norht'; did you mean Ilford"),
        (("results", "--kind", "council", "--out", "x.csv"), "no kind called 'council'; there are general"),
        (
            ("results", "--area", "Ilford North", "--kind", "local", "--out", "x.csv"),
            "no results of area 'Ilford North'",
        ),
        (("record", "--out", "record.csv"), "the name record.csv does not tell a format; say which with --as: sqlite"),
        (("people", "--person", "Nobody Atall", "--out", "x.json"), "nobody called 'Nobody Atall' in the record"),
    ],
)
def test_wrong_use_is_one_sentence_and_leaves_nothing(arguments: tuple[str, ...], said: str, desk: Path) -> None:
    ran = run("export", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("hustings: ")
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert names(desk) == []


def test_a_file_that_exists_is_kept_unless_it_is_said_otherwise(desk: Path) -> None:
    # The second of the files of an export is in the way as much as the first.
    (desk / "x-seats.csv").write_text("precious")
    ran = run("export", *ONE, "--out", "x.csv")
    assert (ran.code, ran.err) == (
        2,
        "hustings: x-seats.csv exists; name another file with --out, or put --force to replace it\n",
    )
    assert (desk / "x-seats.csv").read_text() == "precious"
    assert names(desk) == ["x-seats.csv"]
    assert run("export", *ONE, "--out", "x.csv", "--force").code == 0
    assert names(desk) == ["x-seats.csv", "x-sources.csv", "x.csv", "x.csv-metadata.json"]
    assert (desk / "x-seats.csv").read_text().startswith("election,polling_on,")


@pytest.mark.parametrize(
    "arguments",
    [
        ("results", "--election", "2024", "--out", "x.xlsx"),
        ("record", "--out", "x.sqlite"),
        ("record", "--out", "x.duckdb"),
    ],
    ids=lambda arguments: arguments[-1],
)
def test_a_full_disk_is_said_and_leaves_what_was_there(arguments: tuple[str, ...], tmp_path: Path) -> None:
    def small_disk() -> None:
        # A limit on the size of a file makes every larger write fail as a full disk does.
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    out = tmp_path / arguments[-1]
    out.write_text("still here")
    ran = subprocess.run(
        [sys.executable, "-m", "hustings", "export", *arguments, "--force"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        preexec_fn=small_disk,
    )
    assert ran.returncode == 2, ran.stderr
    assert ran.stderr.startswith(f"hustings: cannot write {arguments[-1]} (")
    assert ran.stderr.count("\n") == 1
    assert (out.read_text(), names(tmp_path)) == ("still here", [arguments[-1]])


def test_every_command_has_help_with_an_example() -> None:
    for command in ("results", "record", "people"):
        ran = run("export", command, "--help")
        assert ran.code == 0
        assert f"Example: hustings export {command}" in ran.out
