"""The table of a comparison: seconds and peak memory of both, and the ratios."""

import os
import sqlite3
from importlib.metadata import version

from benchmarks.race import Lap

HEAD = ("what", "peer", "ours s", "peer s", "faster", "ours MB", "peer MB", "leaner")
ENDINGS = {
    "checksum": "a measure ends as counts and sums of its columns, so neither side writes rows",
    "parquet": "a measure ends as a Parquet file of every row with its keys",
}


def notes(end: str) -> list[str]:
    """What the figures of the table are."""
    versions = ", ".join(f"{name} {version(name)}" for name in ("duckdb", "ibis-framework", "pandas"))
    return [
        f"{os.cpu_count()} cores, {versions}, sqlite {sqlite3.sqlite_version}; medians of runs turn by turn",
        "faster and leaner: the peer's seconds and peak memory / ours, above 1 in our favour",
        f"{ENDINGS[end]}; both read the same Parquet, and a first run on one tile is not timed",
        "a warm seat has imports done, a cold one is a whole process",
    ]


def lines(laps: list[Lap]) -> list[str]:
    """The table as lines of text of figures, a line a lap."""
    rows = [HEAD, *(_row(lap) for lap in laps)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(HEAD))]
    return ["  ".join(_cell(row[i], widths[i], i) for i in range(len(HEAD))) for row in rows]


def _row(lap: Lap) -> tuple[str, ...]:
    ours, theirs = lap.ours, lap.theirs
    return (
        lap.what,
        lap.peer,
        f"{ours.seconds:.4g}",
        f"{theirs.seconds:.4g}",
        f"{theirs.seconds / ours.seconds:.3g}x",
        f"{ours.peak_mb:.0f}",
        f"{theirs.peak_mb:.0f}",
        f"{theirs.peak_mb / ours.peak_mb:.3g}x",
    )


def _cell(text: str, width: int, place: int) -> str:
    return text.ljust(width) if place < 2 else text.rjust(width)
