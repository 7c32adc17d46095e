"""A Commons division gathered from the record: counts, parties, how each member voted, and what became of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from hustings import measures
from hustings.measures.rebels import parties_apart, party_sides, stance
from hustings.publish.reports.winners import winners
from hustings.record.open import Record
from hustings.record.sitting import next_general, sitting, successors

Row = dict[str, Any]

NONE_RECORDED = "none recorded"
# Labels of office, not of party.
CHAIR = ("Speaker", "Spk", "Deputy Speaker")
# Elected, they do not take their seats.
ABSTENTIONIST = "sinn-fein"
LISTED = """
    select division_vote.mnis_id, member, party_label, party.party, division_vote.party_id,
        boundary_set_id, area_id, seat, vote, proxy
    from division_vote left join party using (party_id) where division_id = ? order by member
"""
SOURCES = """
    select distinct source_id, publisher, title, licence, address, as_of from source
    where source_id in (select source_id from division where division_id = $1
        union select source_id from division_vote where division_id = $1)
    order by publisher, title
"""
CORRECTIONS = """select field, status, reason, authority from correction where "table" = 'division' and key = ?"""
STOOD = """
    select person_id, contest_id, area, party_id, party, votes, elected,
        rank() over (partition by contest_id order by votes desc) as place
    from results where election_id = ?
"""


@dataclass(frozen=True, slots=True)
class DivisionReport:
    """One division: its counts, the parties, a row a member, and the general election after it."""

    division: Row
    counts: Row
    parties: list[Row]
    members: list[Row]
    seats: Row
    next_election: Row | None
    others: list[Row]
    corrections: list[Row]
    sources: list[Row]


def division_report(record: Record, division: Row, others: list[Row]) -> DivisionReport:
    """The report of a division as `find_divisions` gives it; `others` are those of the same day."""
    listed = record.query(LISTED, [division["division_id"]])
    house = sitting(record, division["divided_on"]) if listed else []
    members = _members(listed, house)
    sides, apart = party_sides(members), parties_apart(members)
    members = [row | {"stance": stance(row, sides, apart)} for row in members]
    election = next_general(record, division["divided_on"])
    if election and listed:
        members = _with_fates(record, members, election)
    return DivisionReport(
        division=division,
        counts=_counts(division, listed),
        parties=_parties(members),
        members=members,
        seats=_seats(house, division["divided_on"]),
        next_election=election,
        others=others,
        corrections=record.query(CORRECTIONS, [str(division["division_id"])]),
        sources=record.query(SOURCES, [division["division_id"]]),
    )


def _counts(division: Row, listed: list[Row]) -> Row:
    """Announced and listed, each side; listed is None where the record holds no names."""
    votes = Counter(row["vote"] for row in listed)
    return {
        "ayes_announced": division["ayes"],
        "noes_announced": division["noes"],
        "ayes_listed": votes["aye"] if listed else None,
        "noes_listed": votes["no"] if listed else None,
    }


def _members(listed: list[Row], house: list[Row]) -> list[Row]:
    """Everyone in the list, then the members sitting that day whom it does not name."""
    seats = {row["mnis_id"]: row for row in house}
    rows = [_listed_row(row, seats.get(row["mnis_id"])) for row in listed]
    named = {row["mnis_id"] for row in listed}
    rows += [_absent_row(row) for row in house if row["mnis_id"] not in named and not row["vacant"]]
    return sorted(rows, key=lambda row: (row["party"] or "", row["member"]))


def _listed_row(row: Row, sat: Row | None) -> Row:
    stood = sat["party_id"] if sat else None
    return {
        "mnis_id": row["mnis_id"],
        "person_id": sat["person_id"] if sat else None,
        "member": row["member"],
        # A label of no party, such as Ind, is written as the record writes its own independents.
        "party": row["party"] or {"Ind": "Independent", "Spk": "Speaker"}.get(row["party_label"], row["party_label"]),
        "party_id": row["party_id"],
        "party_on": "the day",
        "elected_as": sat["party"] if sat else None,
        "changed": bool(sat and stood != row["party_id"] and row["party_label"] not in CHAIR),
        "seat": sat["area"] if sat else row["seat"],
        "boundary_set_id": row["boundary_set_id"],
        "area_id": row["area_id"],
        "vote": row["vote"],
        "known_from": "list",
        "proxy": row["proxy"],
        "why": _why(row["party_label"], row["party_id"]) if row["vote"] == NONE_RECORDED else None,
        "by_election_on": sat["by_election_on"] if sat else None,
    }


def _absent_row(sat: Row) -> Row:
    return {
        "mnis_id": sat["mnis_id"],
        "person_id": sat["person_id"],
        "member": sat["candidate"],
        "party": sat["party"],
        "party_id": sat["party_id"],
        "party_on": "election",
        "elected_as": sat["party"],
        "changed": None,
        "seat": sat["area"],
        "boundary_set_id": sat["boundary_set_id"],
        "area_id": sat["area_id"],
        "vote": NONE_RECORDED,
        "known_from": "derived",
        "proxy": None,
        "why": _why("Speaker" if sat["standing_as"] == "speaker" else "", sat["party_id"]),
        "by_election_on": sat["by_election_on"],
    }


def _why(label: str, party: str | None) -> str | None:
    """Why a member never votes, where the record knows."""
    if label in CHAIR:
        return f"the {label.replace('Spk', 'Speaker')} does not vote"
    return "does not take the seat" if party == ABSTENTIONIST else None


def _parties(members: list[Row]) -> list[Row]:
    """A row a party, largest first: ayes, noes, tellers, none recorded, rebels, and those who broke ranks."""
    tallies: dict[str, Counter[str]] = {}
    for row in members:
        tally = tallies.setdefault(row["party"], Counter())
        tally[row["vote"]] += 1
        tally[row["stance"]] += 1
    return [
        {
            "party": party,
            "ayes": tally["aye"],
            "noes": tally["no"],
            "tellers": tally["teller aye"] + tally["teller no"],
            "none_recorded": tally[NONE_RECORDED],
            "rebels": tally["rebel"],
            "broke_ranks": tally["broke ranks"],
        }
        for party, tally in sorted(tallies.items(), key=lambda one: (-_size(one[1]), one[0]))
    ]


def _size(tally: Counter[str]) -> int:
    return sum(tally[vote] for vote in ("aye", "no", "teller aye", "teller no", NONE_RECORDED))


def _seats(house: list[Row], day: date) -> Row:
    """How the House was made up on the day: seats, vacant ones, and those that had a by-election after."""
    return {
        "seats": len(house),
        "vacant": [row["area"] for row in house if row["vacant"]],
        "left_later": [row["area"] for row in house if row["by_election_on"] and not row["vacant"]],
        "on": day,
    }


def _with_fates(record: Record, members: list[Row], election: Row) -> list[Row]:
    """Each member with what happened to them, and in their seat, at the general election after."""
    stood = {row["person_id"]: row for row in record.query(STOOD, [election["election_id"]]) if row["person_id"]}
    results = record.results(election=election["election_id"])
    won = {row["contest_id"]: row for row in record.rows(_won(record, results))}
    by_area = {(row["boundary_set_id"], row["area_id"]): row for row in won.values()}
    taken_by = successors(record, election["election_id"])
    rows = []
    for row in members:
        seat = (row["boundary_set_id"], row["area_id"])
        candidacy = stood.get(row["person_id"]) if row["person_id"] else None
        successor = taken_by.get(seat)
        key = (successor["boundary_set_id"], successor["area_id"]) if successor else seat
        there = won[candidacy["contest_id"]] if candidacy else by_area.get(key)
        part = successor["addresses_of_old"] if successor and not candidacy else None
        rows.append(row | _fate(row, candidacy, there) | {"next_part": part})
    return rows


def _won(record: Record, results: Any) -> Any:
    outcome = measures.outcome(results, record.results(), record.baselines())
    return winners(results).join(outcome.select("contest_id", "winner", "loser", "held"), "contest_id")


def _fate(row: Row, candidacy: Row | None, there: Row | None) -> Row:
    """What became of a member: `fate`, and the contest stood in, or the seat that took most of the old one."""
    if candidacy:
        fate = "elected" if candidacy["elected"] else "defeated"
    else:
        fate = "left before" if row["by_election_on"] else "did not stand"
    return {
        "fate": fate,
        "next_contest_id": there["contest_id"] if there else None,
        "next_seat": there["area"] if there else None,
        "next_party": candidacy["party"] if candidacy else None,
        "next_votes": candidacy["votes"] if candidacy else None,
        "next_place": candidacy["place"] if candidacy else None,
        "next_winner": there["candidate"] if there else None,
        "next_winner_party": there["party"] if there else None,
        "next_winner_votes": there["votes"] if there else None,
        "next_majority": there["majority"] if there else None,
        "next_held": there["held"] if there else None,
        "next_loser": there["loser"] if there else None,
    }
