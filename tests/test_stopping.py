"""A command told to stop half way leaves nothing behind; what one that is killed leaves, the next clears away."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hustings.record.alone import unfinished

HUSTINGS = [sys.executable, "-m", "hustings"]
PATIENCE = 60
INTERRUPTED = 130


def stopped(command: list[str], sign: Path, number: signal.Signals, folder: Path) -> subprocess.Popen[bytes]:
    """The command after a signal that it was sent as soon as `sign` of its work was there."""
    apart = os.environ | {"XDG_CACHE_HOME": str(folder.parent / "cache")}
    process = subprocess.Popen([*HUSTINGS, *command], cwd=folder, stderr=subprocess.PIPE, env=apart)
    until = time.monotonic() + PATIENCE
    while not sign.exists() and time.monotonic() < until:
        assert process.poll() is None, process.communicate()
        time.sleep(0.01)
    process.send_signal(number)
    process.wait(PATIENCE)
    return process


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder that a command is run in."""
    place = tmp_path / "here"
    place.mkdir()
    return place


SITE = ["build", "--out", "site", "--borough", "Tower Hamlets"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_site_stopped_half_way_leaves_nothing(folder: Path, number: signal.Signals) -> None:
    ended = stopped(SITE, folder / ".site.hustings-unfinished", number, folder)
    assert (ended.returncode, ended.stderr.read() if ended.stderr else b"") == (INTERRUPTED, b"")
    assert left(folder) == []


@pytest.mark.sources
def test_a_record_stopped_half_way_leaves_nothing(folder: Path, sources: Path) -> None:
    command = ["record", "build", "--sources", str(sources), "--out", "record"]
    ended = stopped(command, folder / ".record.hustings-unfinished", signal.SIGTERM, folder)
    assert ended.returncode == INTERRUPTED
    assert left(folder) == []


def test_an_export_stopped_half_way_leaves_nothing_and_one_killed_is_cleared_away_by_the_next(folder: Path) -> None:
    export = ["export", "results", "--election", "2024", "--out", "results.json"]
    work = folder / ".results.json.hustings-unfinished"
    assert stopped(export, work, signal.SIGTERM, folder).returncode == INTERRUPTED
    assert left(folder) == []
    assert stopped(export, work, signal.SIGKILL, folder).returncode == -signal.SIGKILL
    assert left(folder) == [".results.json.hustings-lock", work.name]
    subprocess.run([*HUSTINGS, *export], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    assert left(folder) == ["results.json"]


def test_a_signal_that_comes_as_the_folder_is_made_leaves_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Path.mkdir

    def made_and_told(self: Path) -> None:
        made(self)
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "mkdir", made_and_told)
    with pytest.raises(KeyboardInterrupt), unfinished(folder / "work"):
        pass
    assert left(folder) == []
