"""A party over the general elections of the record, with its registrations and by-elections won."""

from __future__ import annotations

from typing import Any

from hustings import measures
from hustings.publish import words
from hustings.publish.sheet import Sheet, Shown
from hustings.record.open import Record
from hustings.record.select import party_id

COLUMNS = (
    Shown("election", "Election"),
    Shown("contested", "Stood", "count"),
    Shown("votes", "Votes", "count"),
    Shown("share", "Share", "percent"),
    Shown("seats", "Seats", "count"),
    Shown("lost", "Deposits lost", "count or none"),
)
ALONE = (Shown("party_id", "party_id"), Shown("election_id", "election_id"), Shown("basis", "basis"))
REGISTRATIONS = """
    select registration_id, register, start_on, end_on from party_registration
    where party_id = ? order by start_on, registration_id
"""
LINE = """
    select other.party from party join party as other using (line_id)
    where party.party_id = ? and other.party_id != party.party_id order by 1
"""


def party_sheet(record: Record, named: str) -> Sheet:
    """What a party won at each general election; raises UnknownName for a name that is no one party's."""
    identity = party_id(record, named)
    party = record.query("select * from party where party_id = ?", [identity])[0]
    rows = [row | {"election": _when(row, party["party"])} for row in _totals(record, party["line_id"])]
    notes = [f"Abbreviation: {party['abbreviation']}."] if party["abbreviation"] else []
    notes += [_registration(row) for row in record.query(REGISTRATIONS, [identity])]
    same = [row["party"] for row in record.query(LINE, [identity])]
    notes += [f"Shown with {', '.join(same)}: one registration, so changes compare them."] if same else []
    notes += [party["note"]] if party["note"] else []
    notes.append(
        "Share: of all valid votes in the seats of that election, wherever the party stood; where the record holds a "
        "part of an election, of that part, which does not compare with the whole. Notional: a published estimate of "
        "an election on the boundaries that followed, where small parties may be lumped together."
    )
    return Sheet(party["party"], COLUMNS, rows, tuple(notes), wide=ALONE)


def _totals(record: Record, line: str) -> list[dict[str, Any]]:
    """Each general election's totals of every party on a line, with the deposits lost."""
    results = record.results()
    general = results.filter(results.kind == "general")
    parties = record.table("party").filter(lambda row: row.line_id == line).select("party_id")
    totals = measures.party_totals(general).semi_join(parties, "party_id")
    mine = general.filter(general.line_id == line, general.basis == "declared")
    lost = mine.group_by("election_id", "party_id").aggregate(lost=(~measures.deposit_kept(mine)).sum())
    elections = record.table("election").select("election_id", "polling_on", "basis", "coverage")
    joined = totals.join(elections, "election_id").left_join(lost, ["election_id", "party_id"])
    return record.rows(joined.order_by("polling_on", "basis", "party"))


def _when(row: dict[str, Any], party: str) -> str:
    notional = " notional" if row["basis"] == "notional" else ""
    name = f" as {row['party']}" if row["party"] != party else ""
    part = f" ({row['coverage']})" if row["coverage"] else ""
    return f"{row['polling_on']:%Y}{notional}{name}{part}"


def _registration(row: dict[str, Any]) -> str:
    until = f" to {words.day(row['end_on'])}" if row["end_on"] else ""
    since = words.day(row["start_on"])
    return f"Registered in {row['register']} as {row['registration_id']} from {since}{until}."
