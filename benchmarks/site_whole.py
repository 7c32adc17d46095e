"""The whole site built into a folder: `python -m benchmarks.site_whole FOLDER`; again where it is there already."""

import sys
import time
from pathlib import Path

import hustings
from benchmarks.report import report
from hustings.publish.site.build import build_site
from hustings.publish.site.contents import Choices


def main(folder: Path) -> None:
    """Build, and report the seconds and the pages: none where nothing had changed."""
    began = time.perf_counter()
    built = build_site(hustings.open_record(), folder, Choices())
    report(time.perf_counter() - began, built.pages if built else 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
