"""From whom to whom the seats of a general election went: what a waterfall and a flow are drawn from."""

from __future__ import annotations

from typing import Any, NamedTuple

from hustings import measures
from hustings.errors import UnusableInput
from hustings.publish import words
from hustings.publish.charts.contest_words import called
from hustings.publish.charts.general import general_election
from hustings.publish.reports.election_notes import baselines_named
from hustings.publish.sheet import Shown
from hustings.record.open import Record

Row = dict[str, Any]

COLUMNS = (
    Shown("from_party", "Won at the baseline by"),
    Shown("to_party", "Won by"),
    Shown("seats", "Seats", "count"),
    Shown("from_seats", "Of the first's", "count"),
    Shown("to_seats", "Of the second's", "count"),
)
ALONE = (Shown("from_line", "from_line"), Shown("to_line", "to_line"), Shown("election_id", "election_id"))


class Flows(NamedTuple):
    """An election, its flows of seats, largest first, what they are compared with, and the contests of both.

    `left_out` seats are not compared; `notional` says that some are compared with an estimate.
    """

    election: Row
    rows: list[Row]
    compared: str
    contests: list[str]
    left_out: int
    notional: bool


def seat_flows(record: Record, election: str | None) -> Flows:
    """The flows of a general election, the latest unless named; UnusableInput where it has no baseline."""
    found = general_election(record, election)
    fought = record.results(election=found["election_id"])
    rows = record.rows(measures.seat_flow(fought, record.results(), record.baselines()))
    if not rows:
        raise UnusableInput(
            f"{found['election']} is compared with no election: the record holds no earlier result on its boundaries"
        )
    rows.sort(key=lambda row: (-row["seats"], row["from_line"], row["to_line"]))
    contests = record.query(COMPARED, [found["election_id"]])
    places = record.rows(measures.undecided_seats(fought))[0]["seats"]
    return Flows(
        found,
        [row | {"election_id": found["election_id"]} for row in rows],
        baselines_named(record, fought),
        [row[key] for row in contests for key in ("contest_id", "baseline_contest_id") if row[key]],
        places - rows[0]["compared"],
        any(row["rule"] == "notional" for row in contests),
    )


COMPARED = """
    select contest_id, baseline_contest_id, rule from contest
    left join (from baseline where standard) using (contest_id) where election_id = ?
"""


def notes(flows: Flows) -> tuple[str, ...]:
    """What the seats are compared with, and how many are not."""
    compared = f"Compared with {flows.compared}; by-elections between are passed over."
    if not flows.left_out:
        return (compared,)
    seats = words.plural(flows.left_out, "seat")
    return (compared, f"Left out: {seats} with no baseline, of two members, or whose winner is not published.")


# Lines that are several people, whatever seats they hold.
SEVERAL = {"independent": "independents", "other": "others"}


def holders(line: str, party: str) -> str:
    """Who holds seats, in a sentence: Labour, the Conservatives, independents."""
    return SEVERAL.get(line) or called(party)


def is_held(row: Row) -> bool:
    """Whether the seats of a flow stayed where they were."""
    return bool(row["from_line"] == row["to_line"])
