"""Scores the story checker: precision and recall of its findings on true stories and twins with one known error."""

import argparse
import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.claims.cases import cases
from benchmarks.claims.developed import PATTERNS as DEVELOPED_FIRST
from benchmarks.claims.developed_lately import PATTERNS as DEVELOPED_LATELY
from benchmarks.claims.developed_later import PATTERNS as DEVELOPED_LATER
from benchmarks.claims.held_back import PATTERNS as HELD_BACK
from benchmarks.claims.run import checked
from benchmarks.claims.scores import Scores, failures, lines
from benchmarks.claims.seats import Contest, contests
from hustings import open_record

DEVELOPED = DEVELOPED_FIRST + DEVELOPED_LATER + DEVELOPED_LATELY
HALVES = {"developed": DEVELOPED, "held-back": HELD_BACK}


def main() -> None:
    """Run what the flags ask for, half by half."""
    asked = _flags().parse_args()
    record = open_record()
    known = contests(record)
    told = {half: _half(half, known, asked) for half in ([asked.half] if asked.half else HALVES)}
    if asked.json:
        asked.json.write_text(json.dumps(told, indent=2) + "\n")


def _half(half: str, known: list[Contest], asked: argparse.Namespace) -> dict[str, Any]:
    drawn = list(cases(HALVES[half], known, asked.cases))
    scores, begun = Scores(), time.perf_counter()
    for case, true, twin in checked(drawn):
        scores.add(case, true, twin)
    told = scores.as_json()
    told["stories per second"] = round(2 * len(drawn) / (time.perf_counter() - begun), 1)
    print("\n".join(lines(half, told)), flush=True)
    if asked.failures and (half == "developed" or asked.show_held_back):
        print("\n".join(failures(scores, asked.failures)), flush=True)
        told["failures"] = _kinds(scores)
    return told


def _kinds(scores: Scores) -> dict[str, int]:
    kinds: Counter[str] = Counter()
    for (_, what), some in scores.failures.items():
        kinds[what] += len(some)
    return dict(kinds.most_common())


def _flags() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.claims", description=__doc__)
    parser.add_argument("--half", choices=HALVES, help="one half of the patterns alone")
    parser.add_argument("--cases", type=int, default=10_000, help="cases of each half (10,000)")
    parser.add_argument("--failures", type=int, default=0, help="groups of failures to print (none)")
    parser.add_argument(
        "--show-held-back", action="store_true", help="print failures of the half that nobody should write for, too"
    )
    parser.add_argument("--json", type=Path, help="write the scores to this file")
    return parser


if __name__ == "__main__":
    main()
