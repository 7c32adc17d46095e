"""The table of a comparison: seconds and peak memory of both, and the ratios."""

from benchmarks.race import Lap

HEAD = ("what", "peer", "ours s", "peer s", "faster", "ours MB", "peer MB", "leaner")
NOTES = {
    "checksum": ["measures end as counts and sums of every column: no rows are written"],
    "parquet": ["measures end as a Parquet file of every row with its keys"],
}


def lines(laps: list[Lap]) -> list[str]:
    """The table as lines of text; `faster` and `leaner` are the peer's figure / ours, above 1 in our favour."""
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
