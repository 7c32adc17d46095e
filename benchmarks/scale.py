"""Measures of millions of results, ours against pandas, and whether the two agree."""

import math
from pathlib import Path

from benchmarks.race import Disagreement, Lap, Run, alternate, run_side, tell

MEASURES = ("share", "rank", "majority", "change")
PEERS = ("hustings", "pandas")


def race_measures(folder: Path, rows: int, end: str, repeats: int) -> list[Lap]:
    """Each measure's lap and the sum of all; raises Disagreement."""
    tell(f"tiling the record to {rows:,} rows")
    run_side(["benchmarks.tiles", str(folder), str(rows)])
    laps = [_race(folder, measure, end, repeats) for measure in MEASURES]
    for lap in laps:
        _agree(folder, lap, end)
    return [*laps, _overall(laps)]


def _race(folder: Path, measure: str, end: str, repeats: int) -> Lap:
    ours, theirs = (["benchmarks.side", peer, measure, end, str(folder)] for peer in PEERS)
    return Lap(measure, "pandas", *alternate(ours, theirs, repeats))


def _overall(laps: list[Lap]) -> Lap:
    return Lap("all four", "pandas", _added([lap.ours for lap in laps]), _added([lap.theirs for lap in laps]))


def _added(runs: list[Run]) -> Run:
    """The seconds added, and the highest of the peaks."""
    peak = max(run.peak_mb for run in runs)
    return Run(sum(run.seconds for run in runs), sum(run.whole for run in runs), peak, None)


def _agree(folder: Path, lap: Lap, end: str) -> None:
    """All of one tile alike row by row, and of all tiles the checksums, or every row where written."""
    tell(f"comparing the two sides' {lap.what}")
    _same_rows(folder / "one", lap.what)
    if end == "parquet":
        _same_rows(folder / "many", lap.what)
        return
    ours, theirs = lap.ours.answer, lap.theirs.answer
    # Sums of fractions differ in their last digits with the order they were added in.
    if ours.keys() != theirs.keys() or not all(math.isclose(ours[key], theirs[key], rel_tol=1e-9) for key in ours):
        raise Disagreement(f"{lap.what}: {ours} against {theirs}")


def _same_rows(folder: Path, measure: str) -> None:
    odd = run_side(["benchmarks.agreement", str(folder), measure, *PEERS]).answer
    if odd:
        raise Disagreement(f"{measure}: {'; '.join(odd)}")
