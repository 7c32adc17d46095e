"""The by-elections of a Parliament, in order of date."""

from __future__ import annotations

from typing import Any

from hustings import measures
from hustings.errors import NoSuchElection
from hustings.measures.outcome import outcome_words
from hustings.publish import words
from hustings.publish.reports.added import added_note
from hustings.publish.reports.election import TURNOUT_NOTE
from hustings.publish.reports.winners import winners
from hustings.publish.sheet import Sheet, Shown
from hustings.record.open import Record

COLUMNS = (
    Shown("polling_on", "Poll", "day"),
    Shown("area", "Seat"),
    Shown("outcome", "Result"),
    Shown("candidate", "Won by"),
    Shown("majority", "Majority", "count"),
    Shown("valid_turnout", "Turnout", "percent"),
)
ALONE = (
    Shown("contest_id", "contest_id"),
    Shown("basis", "basis"),
    Shown("party", "party"),
    Shown("share", "share", "percent"),
    Shown("majority_share", "majority_share", "percent"),
    Shown("country", "country"),
    Shown("region", "region"),
)
HELD = """
    select parliament, count(*) as contests from contest join election using (election_id)
    where contest.kind = 'by-election' group by parliament order by parliament
"""
PARLIAMENT = "select summoned_on, dissolved_on from parliament where parliament = ?"
DISPUTED = "select reason from correction where \"table\" = 'parliament' and key = ? and status = 'disputed'"


def by_elections_sheet(record: Record, parliament: int | None = None) -> Sheet:
    """The by-elections of a Parliament by its number, the latest unless one is named.

    Raises NoSuchElection where the record holds none of it.
    """
    held = {row["parliament"]: row["contests"] for row in record.query(HELD)}
    number = max(held) if parliament is None else parliament
    if number not in held:
        known = ", ".join(words.ordinal(one) for one in held)
        raise NoSuchElection(f"the record has no by-elections of Parliament {number}; it has those of the {known}")
    wanted = record.table("election").filter(lambda row: (row.parliament == number) & (row.kind == "by-election"))
    results = record.results().semi_join(wanted, "election_id")
    pairs = record.baselines()
    result = measures.outcome(results, record.results(), pairs).select("contest_id", "winner", "loser", "held")
    won = winners(results).join(result, "contest_id")
    rows = record.rows(won.order_by("polling_on", "area"))
    shown = [row | {"outcome": _outcome(row)} for row in rows]
    sitting = record.query(PARLIAMENT, [number])[0]
    since = words.day(sitting["summoned_on"])
    sat = f"{since} to {words.day(sitting['dissolved_on'])}" if sitting["dissolved_on"] else f"since {since}"
    title = f"{words.plural(len(rows), 'by-election')} in the {words.ordinal(number)} Parliament ({sat})"
    notes = (
        "Result: party against the party that won the seat at the general election before.",
        TURNOUT_NOTE,
        *(f"Disputed: {row['reason']}" for row in record.query(DISPUTED, [str(number)])),
        f"The record runs to {words.day(record.as_of)}.",
        *added_note(record, [row["election_id"] for row in record.rows(wanted.select("election_id"))]),
    )
    return Sheet(title, COLUMNS, shown, notes, wide=ALONE)


def _outcome(row: dict[str, Any]) -> str:
    said = outcome_words(row)
    return said if row["basis"] == "declared" else f"{said} ({row['basis']})".lstrip()
