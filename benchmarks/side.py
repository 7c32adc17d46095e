"""One side of one measure in a process of its own: `python -m benchmarks.side PEER MEASURE END FOLDER`."""

import importlib
import sys
import time
from pathlib import Path

from benchmarks.report import report


def main(peer: str, measure: str, end: str, folder: Path) -> None:
    """Do the measure on one tile, which is kept to compare and pays for first use, then time it on all."""
    side = importlib.import_module(f"benchmarks.with_{peer}")
    side.write(measure, folder / "one", folder / "one" / f"{measure}.{peer}.parquet")
    side.checksum(measure, folder / "one")
    began = time.perf_counter()
    answer = None
    if end == "checksum":
        answer = side.checksum(measure, folder / "many")
    else:
        side.write(measure, folder / "many", folder / "many" / f"{measure}.{peer}.parquet")
    report(time.perf_counter() - began, answer)


if __name__ == "__main__":
    peer, measure, end, folder = sys.argv[1:]
    main(peer, measure, end, Path(folder))
