"""The desk as its user starts it: a process of its own at a free port."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from asking import CHECKS_A_MINUTE


class Desk:
    """A desk that was started, its address, and the log of what it was asked."""

    def __init__(self, log: Path) -> None:
        self.log = log
        allowed = ["--statements", "100000", "--checks", str(CHECKS_A_MINUTE)]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "hustings", "serve", "--port", "0", "--log", str(log), *allowed],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        said = self.process.stdout.readline()
        found = re.search(r"http://\S+/", said)
        if not found:
            self.process.kill()
        assert found, said + self.process.stderr.read()
        self.address = found[0]

    def stop(self) -> tuple[int, str, str]:
        """End it as Ctrl-C does: its exit code and what it said."""
        self.process.send_signal(signal.SIGINT)
        out, err = self.process.communicate(timeout=30)
        return self.process.returncode, out, err


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One desk for all tests; it must stop cleanly when they are done."""
    started = Desk(tmp_path_factory.mktemp("desk") / "log.jsonl")
    yield started
    assert started.stop() == (0, "Stopped.\n", "")
