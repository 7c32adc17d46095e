"""Opening the record and reading one seat, ours against a well-made SQLite copy through sqlite3."""

from pathlib import Path

from benchmarks.race import Disagreement, Lap, Run, alternate, run_side

WARM = "50"
COLD = "1"


def race_seat(folder: Path, repeats: int) -> list[Lap]:
    """Warm, many in one process with imports done, and cold, a whole process for one; raises Disagreement."""
    database = str(folder / "record.sqlite")
    run_side(["benchmarks.sqlite_copy", database])
    ours, theirs = ["benchmarks.seat_hustings"], ["benchmarks.seat_sqlite", database]
    warm = Lap("one seat, warm", "sqlite3", *alternate([*ours, WARM], [*theirs, WARM], repeats))
    cold = Lap("one seat, cold", "sqlite3", *map(_whole, alternate([*ours, COLD], [*theirs, COLD], repeats + 2)))
    if warm.ours.answer != warm.theirs.answer:
        raise Disagreement(f"one seat: {warm.ours.answer} against {warm.theirs.answer}")
    return [warm, cold]


def _whole(run: Run) -> Run:
    return run._replace(seconds=run.whole)
