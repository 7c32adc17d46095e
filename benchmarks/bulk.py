"""How fast stories are checked: a thousand of some 800 words on two processes, one alone, one in a cold process.

    python -m benchmarks.bulk [--stories 1000]

The stories are made of the true ones of `benchmarks.claims` until they have 800 words, each story of three contests at
general elections and of a by-election. Prints seconds, the memory of a process that checked half of the thousand, and,
of the stories of tests on the Commons, milliseconds for 1,000 words after start.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import cycle
from multiprocessing import get_context
from pathlib import Path

import hustings
from benchmarks.claims.__main__ import DEVELOPED
from benchmarks.claims.cases import cases
from benchmarks.claims.seats import contests
from hustings.claims.check import Checker
from hustings.claims.report.claim import report

WORDS, PROCESSES, RUNS = 800, 2, 5
SEATS = 3
# So many short stories are about one of 800 words.
SHORT = 5
STORIES = Path(__file__).parents[1] / "tests" / "claims" / "stories"


def stories(many: int) -> Iterator[str]:
    """So many stories of some 800 words, the same ones every time."""
    known = contests(hustings.open_record())
    general = [one for one in known if one.kind == "general"]
    others = cycle(one for one in known if one.kind == "by-election")
    for number in range(many):
        seats = [*general[number * SEATS % len(general) :][:SEATS], next(others)]
        parts: list[str] = []
        while sum(len(part.split()) for part in parts) < WORDS:
            parts += [one.true.text for one in cases(DEVELOPED, seats, SHORT)]
        yield "\n\n".join(parts)


def checked(texts: Sequence[str]) -> tuple[int, float]:
    """How many figures some stories have, and the memory of the process that checked them, in megabytes."""
    checker = Checker(hustings.open_record())
    figures = sum(report(checker.check(text), "story")["coverage"]["figures"] for text in texts)
    return figures, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Time the lot and print it."""
    options = argparse.ArgumentParser(description="How fast stories are checked.")
    options.add_argument("--stories", type=int, default=1000)
    many = options.parse_args().stories
    texts = list(stories(many))
    words = sum(len(text.split()) for text in texts)
    begun = time.perf_counter()
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        told = list(pool.map(checked, [texts[number::PROCESSES] for number in range(PROCESSES)]))
    seconds = time.perf_counter() - begun
    print(f"{many:,} stories, {words:,} words, {sum(one for one, _ in told):,} figures: {seconds:.1f} s on {PROCESSES}")
    print(f"memory of a process: {max(memory for _, memory in told):.0f} MB")
    print(f"1,000 words after start: {statistics.median(_warm() for _ in range(RUNS)):.0f} ms")
    print(f"a story in a process that starts cold: {statistics.median(_cold() for _ in range(RUNS)):.2f} s")


CHECKERS: list[Checker] = []


def _warm() -> float:
    """Milliseconds for 1,000 words of the stories of tests that are of the Commons alone, each seen before."""
    texts = [file.read_text(encoding="utf-8") for file in sorted(STORIES.glob("0[1-9]-*"))]
    if not CHECKERS:
        CHECKERS.append(Checker(hustings.open_record()))
        for text in texts:
            CHECKERS[0].check(text)
    begun = time.perf_counter()
    for text in texts:
        CHECKERS[0].check(text)
    return (time.perf_counter() - begun) * 1e6 / sum(len(text.split()) for text in texts)


def _cold() -> float:
    story = STORIES / "02-grimsby-new-lines.md"
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-m", "hustings", "check", str(story)], capture_output=True, check=False)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
