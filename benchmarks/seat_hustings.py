"""Our side of opening and one seat: `python -m benchmarks.seat_hustings TIMES`."""

import sys

import hustings
from benchmarks.report import Rows, report_middle
from hustings import measures


def one_seat() -> Rows:
    """The candidates of Ilford North in 2024 with their shares, most votes first, from opening."""
    record = hustings.open_record()
    results = record.results(election=2024, area="Ilford North")
    shown = results.select("candidate", "party", "votes", share=measures.share(results)).order_by(results.votes.desc())
    return [list(row.values()) for row in record.rows(shown)]


if __name__ == "__main__":
    report_middle(one_seat, int(sys.argv[1]))
