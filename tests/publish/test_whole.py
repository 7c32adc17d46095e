"""Files that are there whole or not at all: several together, and never one process over another."""

import subprocess
import sys
from pathlib import Path

import pytest

from hustings.errors import CannotWrite, UnusableInput
from hustings.publish.whole import whole

WRITE = """
import sys
from pathlib import Path
from hustings.errors import UnusableInput
from hustings.publish.whole import whole

try:
    with whole([Path(sys.argv[1])]) as (part,):
        print("begun", flush=True)
        sys.stdin.readline()
        part.write_text(sys.argv[2])
except UnusableInput as error:
    sys.exit(str(error))
"""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_files_that_cannot_all_be_placed_are_all_as_they_were(tmp_path: Path) -> None:
    outs = [tmp_path / name for name in ("results.csv", "seats.csv", "sources.csv")]
    outs[0].write_text("old")
    with pytest.raises(CannotWrite, match="nothing was changed"), whole(outs, force=True) as parts:
        parts[0].write_text("new")
    assert outs[0].read_text() == "old"
    assert names(tmp_path) == ["results.csv"]


def test_what_is_put_there_meanwhile_is_not_replaced_unasked(tmp_path: Path) -> None:
    out = tmp_path / "results.csv"
    with pytest.raises(UnusableInput, match="exists"), whole([out]):
        out.write_text("somebody's")
    assert out.read_text() == "somebody's"
    assert names(tmp_path) == ["results.csv"]


def test_two_processes_do_not_write_one_file_over_each_other(tmp_path: Path) -> None:
    out = tmp_path / "results.csv"
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    first = subprocess.Popen([sys.executable, "-c", WRITE, str(out), "first"], text=True, **pipes)
    assert first.stdout is not None
    first.stdout.readline()
    second = subprocess.Popen([sys.executable, "-c", WRITE, str(out), "second"], text=True, **pipes)
    with pytest.raises(subprocess.TimeoutExpired):
        # It waits for the first.
        second.wait(2)
    first.communicate("\n")
    assert second.communicate("\n")[1].startswith(f"{out} exists; name another file")
    assert (first.returncode, second.returncode, out.read_text()) == (0, 1, "first")
    assert names(tmp_path) == ["results.csv"]
