"""650 seats of 2024 rendered and written: `python -m benchmarks.site_hustings pages|tables FOLDER`."""

import re
import sys
import time
from pathlib import Path

import hustings
from benchmarks.report import report
from hustings.publish.embeds.result import embedded_result
from hustings.publish.facts import gather
from hustings.publish.pages.render import Frame, render_page
from hustings.publish.pages.seat import seat_page

SEATS = "select contest_id from contest where election_id = 'parl.2024-07-04' order by 1"
TABLE = re.compile(r'<table class="result-table".*?<tbody>(.*?)</tbody>', re.DOTALL)


MAKERS = {"pages": seat_page, "tables": embedded_result}


def main(what: str, folder: Path) -> None:
    """Write the pages, whole or the table alone, and report the seconds and how many rows their result tables have."""
    record = hustings.open_record()
    ids = [row["contest_id"] for row in record.query(SEATS)]
    facts = gather(record, ids)
    # The peer's table is made before it is asked, too.
    began = time.perf_counter()
    pages = [MAKERS[what](facts, contest_id) for contest_id in ids]
    frame = Frame({page.path for page in pages}, lambda name: name, "", "")
    rows = 0
    for page in pages:
        html = render_page(page, frame)
        file = folder / page.file
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html)
        rows += sum(table.count("<tr") for table in TABLE.findall(html))
    report(time.perf_counter() - began, rows)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
