"""Every benchmark in one command: ours and the peers' turn by turn, and the ratios printed."""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.load import race_load
from benchmarks.race import ENDS, Disagreement, Lap
from benchmarks.scale import MEASURES, race_measures
from benchmarks.seat import race_seat
from benchmarks.site import race_site
from benchmarks.table import lines, notes

RACES = ("measures", "seat", "site", "load")


def main() -> None:
    """Run what the flags ask for, in a temporary folder, and print the table."""
    asked = _flags().parse_args()
    with TemporaryDirectory(prefix="hustings-benchmarks-") as folder:
        try:
            laps, told = _laps(Path(folder), asked)
        except Disagreement as odd:
            sys.exit(f"the two sides differ, so nothing is compared: {odd}")
    print("\n".join([*lines(laps), "", *told, *notes(asked.end)]))


def _laps(folder: Path, asked: argparse.Namespace) -> tuple[list[Lap], list[str]]:
    laps: list[Lap] = []
    told: list[str] = []
    if "measures" in asked.only:
        laps += race_measures(folder, asked.rows, asked.end, asked.repeats)
    if "seat" in asked.only:
        laps += race_seat(folder, asked.repeats)
    if "site" in asked.only:
        raced, told = race_site(folder, asked.repeats)
        laps += raced
    if "load" in asked.only:
        told = [*told, "", *race_load(folder, asked.seconds)]
    return laps, told


def _flags() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000_000, help="rows of results, at least (10 million)")
    parser.add_argument("--repeats", type=int, default=3, help="times each side runs, alternating (3)")
    parser.add_argument(
        "--end", choices=ENDS, default="checksum", help="reduce the measures to a checksum, or write every row"
    )
    parser.add_argument("--seconds", type=int, default=30, help="seconds that each server is asked for (30)")
    parser.add_argument("--only", nargs="+", choices=RACES, default=RACES, help="one benchmark alone")
    parser.epilog = f"The measures are {', '.join(MEASURES)}; the seat is opened and read warm and cold."
    return parser


main()
