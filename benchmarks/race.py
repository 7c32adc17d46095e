"""Running two sides turn by turn, each in its own process, so that time and memory are its own."""

import json
import subprocess
import sys
import time
from statistics import median
from typing import Any, NamedTuple

ENDS = ("checksum", "parquet")


class Disagreement(Exception):
    """The two sides did not come to the same figures, so their times mean nothing."""


class Run(NamedTuple):
    """One side's run: seconds of the work, seconds of the whole process, peak memory, and its answer."""

    seconds: float
    whole: float
    peak_mb: float
    answer: Any


class Lap(NamedTuple):
    """One line of the comparison: what was done, and how our side and the peer's did."""

    what: str
    peer: str
    ours: Run
    theirs: Run


def alternate(ours: list[str], theirs: list[str], repeats: int) -> tuple[Run, Run]:
    """Our side and the peer's, turn by turn, each run's medians and its last answer."""
    runs = [(run_side(ours), run_side(theirs)) for _ in range(repeats)]
    return _middle([pair[0] for pair in runs]), _middle([pair[1] for pair in runs])


def run_side(arguments: list[str]) -> Run:
    """One run of `python -m ...`, as the side itself reported it."""
    tell(" ".join(argument for argument in arguments if "/" not in argument))
    began = time.perf_counter()
    done = subprocess.run([sys.executable, "-m", *arguments], stdout=subprocess.PIPE, check=True)
    whole = time.perf_counter() - began
    return Run(whole=whole, **json.loads(done.stdout))


def tell(progress: str) -> None:
    """A line of progress, on stderr so that the table alone is on stdout."""
    sys.stderr.write(f"  {progress}\n")


def _middle(runs: list[Run]) -> Run:
    return Run(
        median(run.seconds for run in runs),
        median(run.whole for run in runs),
        median(run.peak_mb for run in runs),
        runs[-1].answer,
    )
