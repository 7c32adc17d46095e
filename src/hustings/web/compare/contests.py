"""The contests that can be compared: those with pages, and the estimates that their changes are measured from."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from hustings.publish.facts import Facts
from hustings.publish.pages import links
from hustings.publish.reports.seat import SeatReport, seat_reports
from hustings.record.open import Record


class Contests(NamedTuple):
    """Every contest that can be compared, and their reports: those without a page are made when they are asked for."""

    record: Record
    facts: Facts
    of_seat: dict[str, list[str]]
    estimates: dict[str, SeatReport]

    def report(self, contest_id: str) -> SeatReport:
        """The report of a contest."""
        if contest_id in self.facts.reports:
            return self.facts.reports[contest_id]
        if contest_id not in self.estimates:
            self.estimates.update(seat_reports(self.record, [contest_id]))
        return self.estimates[contest_id]


def contests(record: Record, facts: Facts) -> Contests:
    """The contests of each seat's page, by its path without the folder, oldest first; the notional ones among them."""
    estimates: dict[str, list[str]] = defaultdict(list)
    for row in record.query(NOTIONAL):
        estimates[links.seat(row["contest_id"])].append(row["contest_id"])
    of_seat = {
        path.split("/")[1]: sorted([*fought, *estimates[path]], key=lambda one: links.contest(one).split("/")[2])
        for path, fought in facts.fought.items()
    }
    return Contests(record, facts, of_seat, {})


NOTIONAL = "select contest_id from contest where basis = 'notional' and kind = 'general' order by contest_id"
