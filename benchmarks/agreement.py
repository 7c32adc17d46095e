"""Whether both sides wrote the same rows: `python -m benchmarks.agreement FOLDER MEASURE PEER PEER`."""

import sys
from pathlib import Path

import duckdb

from benchmarks.report import report


def differences(folder: Path, measure: str, peers: list[str]) -> list[str]:
    """Up to three rows that one side has and the other has not, or how many each has; none where they agree."""
    ours, theirs = (duckdb.read_parquet(str(folder / f"{measure}.{peer}.parquet")) for peer in peers)
    theirs = theirs.select(", ".join(ours.columns))
    odd = ours.except_(theirs).union(theirs.except_(ours)).limit(3).fetchall()
    counts = [] if len(ours) == len(theirs) else [(f"{len(ours)} rows", f"{len(theirs)} rows")]
    return [str(row) for row in odd + counts]


if __name__ == "__main__":
    # In a process of its own, since a child's peak memory counts from what its parent holds.
    report(0, differences(Path(sys.argv[1]), sys.argv[2], sys.argv[3:]))
