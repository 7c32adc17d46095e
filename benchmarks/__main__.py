"""Every benchmark in one command: ours and the peers' turn by turn, and the ratios printed."""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.race import ENDS
from benchmarks.scale import MEASURES, race_measures
from benchmarks.seat import race_seat
from benchmarks.table import NOTES, lines


def main() -> None:
    """Run what the flags ask for, in a temporary folder, and print the table."""
    asked = _flags().parse_args()
    with TemporaryDirectory(prefix="hustings-benchmarks-") as folder:
        laps = []
        if "measures" in asked.only:
            laps += race_measures(Path(folder), asked.rows, asked.end, asked.repeats)
        if "seat" in asked.only:
            laps += race_seat(Path(folder), asked.repeats)
    sys.stdout.write("\n".join([*lines(laps), "", *NOTES[asked.end]]) + "\n")


def _flags() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000_000, help="rows of results, at least (10 million)")
    parser.add_argument("--repeats", type=int, default=3, help="times each side runs, alternating (3)")
    parser.add_argument(
        "--end", choices=ENDS, default="checksum", help="reduce the measures to a checksum, or write every row"
    )
    parser.add_argument(
        "--only", nargs="+", choices=("measures", "seat"), default=("measures", "seat"), help="one benchmark alone"
    )
    parser.epilog = f"The measures are {', '.join(MEASURES)}; the seat is opened and read warm and cold."
    return parser


main()
