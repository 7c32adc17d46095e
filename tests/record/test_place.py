"""Taking a place: one process at a time, no stranger's file lost, and nothing left by one that was killed."""

import subprocess
import sys
from pathlib import Path

import pytest

from hustings.errors import CannotWrite
from hustings.record.build import place
from hustings.record.build.place import put_in_place

# Takes a lock again and again; a mark that is there already shows that somebody else has it too.
TAKE_TURNS = """
import os, sys
from pathlib import Path
from hustings.record.alone import alone

lock, mark = map(Path, sys.argv[1:])
for _ in range(2000):
    with alone(lock):
        os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
        mark.unlink()
"""
# Builds a record of one file: says that it has begun, and ends it when told to.
BUILD = """
import sys
from pathlib import Path
from hustings.errors import CannotWrite
from hustings.record.build.place import put_in_place

try:
    with put_in_place(Path(sys.argv[1])) as folder:
        (folder / "area.parquet").write_text(sys.argv[2])
        print("begun", flush=True)
        sys.stdin.readline()
except CannotWrite as error:
    sys.exit(str(error))
"""


def begun(out: Path, text: str) -> subprocess.Popen[str]:
    """A process that is half way through a build."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    process = subprocess.Popen([sys.executable, "-c", BUILD, str(out), text], text=True, **pipes)
    assert process.stdout is not None
    process.stdout.readline()
    return process


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_lock_is_never_held_twice(tmp_path: Path) -> None:
    command = [sys.executable, "-c", TAKE_TURNS, str(tmp_path / "lock"), str(tmp_path / "mark")]
    at_once = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    assert [process.communicate()[1] for process in at_once] == ["", "", ""]
    assert names(tmp_path) == []


def test_a_second_build_of_one_place_is_refused_until_the_first_ends(tmp_path: Path) -> None:
    out = tmp_path / "record"
    first = begun(out, "first")
    _, said = begun(out, "second").communicate()
    assert said.startswith(f"another build is writing {out}; wait for it")
    first.communicate("\n")
    assert (first.returncode, (out / "area.parquet").read_text()) == (0, "first")
    third = begun(out, "third")
    third.communicate("\n")
    assert (third.returncode, (out / "area.parquet").read_text()) == (0, "third")
    assert names(tmp_path) == ["record"]


def test_what_a_killed_build_left_goes_with_the_next(tmp_path: Path) -> None:
    out = tmp_path / "record"
    killed = begun(out, "first")
    killed.kill()
    killed.communicate()
    assert names(tmp_path) == [".record.hustings-unfinished", ".record.lock"]
    with put_in_place(out) as folder:
        assert names(folder) == []
        (folder / "area.parquet").write_text("second")
    assert (out / "area.parquet").read_text() == "second"
    assert names(tmp_path) == ["record"]


def test_a_record_that_a_killed_build_had_moved_away_comes_back(tmp_path: Path) -> None:
    moved = tmp_path / f".record.{place.BEFORE}"
    moved.mkdir()
    (moved / "area.parquet").write_text("old")
    with pytest.raises(RuntimeError, match="half way"), put_in_place(tmp_path / "record"):
        raise RuntimeError("half way")
    assert (tmp_path / "record" / "area.parquet").read_text() == "old"
    assert names(tmp_path) == ["record"]


def test_a_file_put_there_during_the_build_is_not_lost(tmp_path: Path) -> None:
    out = tmp_path / "record"
    out.mkdir()
    with pytest.raises(CannotWrite, match=r"holds 'thesis\.txt'"), put_in_place(out):
        (out / "thesis.txt").write_text("precious")
    assert (out / "thesis.txt").read_text() == "precious"
    assert names(tmp_path) == ["record"]


def test_a_place_that_cannot_be_exchanged_is_taken_by_two_renames(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As on systems that cannot let two folders change places.
    monkeypatch.setattr(place.ctypes, "CDLL", lambda *_, **__: object())
    for text in ("first", "second"):
        with put_in_place(tmp_path / "record") as folder:
            (folder / "area.parquet").write_text(text)
    assert (tmp_path / "record" / "area.parquet").read_text() == "second"
    assert names(tmp_path) == ["record"]
