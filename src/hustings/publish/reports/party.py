"""A party over the general elections of the record, with its registrations and by-elections won."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from hustings import measures
from hustings.publish import words
from hustings.publish.reports.added import added_note
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
ALONE = (
    Shown("party_id", "party_id"),
    Shown("election_id", "election_id"),
    Shown("basis", "basis"),
    Shown("undecided", "undecided", "count"),
)
# The elections of which party votes were published and no candidates.
BY_PARTY = """
    select distinct election_id, polling_on from contest
    where kind = 'general' and basis = 'declared' and detail = 'party' order by polling_on
"""
REGISTRATIONS = "select * from party_registration order by start_on, registration_id"
PARTIES = "from party order by party"


def party_sheet(record: Record, named: str) -> Sheet:
    """What a party won at each general election; raises UnknownName for a name that is no one party's."""
    identity = party_id(record, named)
    return party_sheets(record, [identity])[identity]


def party_sheets(record: Record, party_ids: Iterable[str]) -> dict[str, Sheet]:
    """What each of these parties won at each general election, from one counting of all."""
    parties = {row["party_id"]: row for row in record.query(PARTIES)}
    wanted = [parties[identity] for identity in party_ids]
    lines = _grouped(_totals(record, sorted({party["line_id"] for party in wanted})), "line_id")
    registered = _grouped(record.query(REGISTRATIONS), "party_id")
    polls = record.query(BY_PARTY)
    sheets = {}
    for party in wanted:
        rows = _named(lines[party["line_id"]], party["party"])
        same = [
            other["party"] for other in parties.values() if other["line_id"] == party["line_id"] and other is not party
        ]
        notes = _notes(party, registered[party["party_id"]], same)
        notes += [*_before_candidates(rows), *_within_other(rows, polls)]
        notes += added_note(record, [row["election_id"] for row in rows])
        sheets[party["party_id"]] = Sheet(party["party"], COLUMNS, rows, tuple(notes), wide=ALONE)
    return sheets


def _grouped(rows: list[dict[str, Any]], key: str) -> dict[str, list[dict[str, Any]]]:
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        groups[row[key]].append(row)
    return groups


def _notes(party: dict[str, Any], registrations: list[dict[str, Any]], same: list[str]) -> list[str]:
    return [
        *([f"Abbreviation: {party['abbreviation'].rstrip('.')}."] if party["abbreviation"] else []),
        *map(_registration, registrations),
        *([f"Shown with {', '.join(same)}, with which changes compare it."] if same else []),
        *([party["note"]] if party["note"] else []),
        "Share: of all valid votes in the seats of that election, wherever the party stood; where the record holds a "
        "part of an election, of that part, which does not compare with the whole. Notional: a published estimate of "
        "an election on the boundaries that followed, where small parties may be lumped together.",
    ]


def _before_candidates(rows: list[dict[str, Any]]) -> list[str]:
    """What figures mean for the elections of which party votes alone were published."""
    if not any(row["basis"] == "declared" and row["polling_on"].year < FIRST_BY_CANDIDATE for row in rows):
        return []
    return [
        f"Before {FIRST_BY_CANDIDATE} the record has the votes of parties by seat and no candidates: stood is in how "
        "many seats, members returned unopposed among them; seats are those the votes decide or the publication tells; "
        f"deposits are unknown. Votes in seats of two members are scaled to voters.{OR_MORE if _or_more(rows) else ''}"
    ]


OR_MORE = (
    " +: or more, since of some seats that it fought the publication does not say who won, and its votes do not decide "
    "it where two members were elected or where the largest figure is of several candidates."
)


def _or_more(rows: list[dict[str, Any]]) -> bool:
    return any(isinstance(row["seats"], words.OrMore) for row in rows)


def _within_other(rows: list[dict[str, Any]], polls: list[dict[str, Any]]) -> list[str]:
    """That a party old enough to have stood before candidates were published may be in Other where it is not listed."""
    listed = {row["election_id"] for row in rows if row["basis"] == "declared"}
    days = [row["polling_on"] for row in rows if row["basis"] == "declared"]
    if not days or min(days).year > FIRST_BY_CANDIDATE:
        return []
    missing = [poll["polling_on"] for poll in polls if poll["election_id"] not in listed]
    if not missing:
        return []
    since = [f"{day:%Y}" for day in missing if day > min(days)]
    named = f" ({', '.join(since)} among them)" if since else ""
    return [
        f"Elections before {FIRST_BY_CANDIDATE} that are not listed{named}: nobody stood, or the publication has no "
        "column for the party there, and what it polled is within Other."
    ]


# The first general election of which the record has candidates.
FIRST_BY_CANDIDATE = 2005


def _totals(record: Record, lines: list[str]) -> list[dict[str, Any]]:
    """Each general election's totals of every party on these lines, with the deposits lost and seats not decided."""
    results = record.results()
    general = results.filter(results.kind == "general")
    parties = record.table("party").filter(lambda row: row.line_id.isin(lines)).select("party_id", "line_id")
    totals = measures.party_totals(general).join(parties, "party_id")
    mine = general.filter(general.line_id.isin(lines), general.basis == "declared")
    kept = mine.mutate(kept=measures.deposit_kept(mine))
    told = kept.group_by("election_id", "party_id").aggregate(
        lost=(~kept.kept).sum(), undecided=kept.elected.isnull().sum()
    )
    elections = record.table("election").select("election_id", "polling_on", "basis", "coverage")
    joined = totals.join(elections, "election_id").left_join(told, ["election_id", "party_id"])
    rows = record.rows(joined.order_by("polling_on", "basis", "party"))
    return [row | {"seats": words.OrMore(row["seats"])} if row["undecided"] else row for row in rows]


def _named(rows: list[dict[str, Any]], party: str) -> list[dict[str, Any]]:
    """The rows with what each election is called: by its month too, where a year had two."""
    days = {row["polling_on"] for row in rows}
    twice = {day.year for day in days if sum(other.year == day.year for other in days) > 1}
    return [row | {"election": _when(row, party, month=row["polling_on"].year in twice)} for row in rows]


def _when(row: dict[str, Any], party: str, *, month: bool) -> str:
    notional = " notional" if row["basis"] == "notional" else ""
    name = f" as {row['party']}" if row["party"] != party else ""
    part = f" ({row['coverage']})" if row["coverage"] else ""
    when = f"{row['polling_on']:%B %Y}" if month else f"{row['polling_on']:%Y}"
    return f"{when}{notional}{name}{part}"


def _registration(row: dict[str, Any]) -> str:
    until = f" to {words.day(row['end_on'])}" if row["end_on"] else ""
    since = words.day(row["start_on"])
    return f"Registered in {row['register']} as {row['registration_id']} from {since}{until}."
