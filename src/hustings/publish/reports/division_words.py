"""A division in sentences: who had it, what became of a member, what the figures rest on."""

from __future__ import annotations

from typing import Any

from hustings.measures.outcome import outcome_words
from hustings.measures.rebels import APART_RULE, RULE
from hustings.publish import words
from hustings.publish.reports.division import DivisionReport

Row = dict[str, Any]

API = "https://commonsvotes-api.parliament.uk/data/division/{}.json"


def heading(division: Row) -> str:
    """Where and when, and the numbers it goes by."""
    at = division["divided_at"]
    when = f"{words.day(division['divided_on'])}, {at:%H:%M}" if at else words.day(division["divided_on"])
    deferred = ", deferred" if division["deferred"] else ""
    return (
        f"Division {division['number']} of the session in the House of Commons, {when}{deferred} "
        f"(number {division['division_id']} in the Commons Votes service)"
    )


def result_sentence(division: Row) -> str:
    """Who had it and by how many, as announced."""
    ayes, noes = division["ayes"], division["noes"]
    said = f"Ayes {words.count(ayes)}, Noes {words.count(noes)} announced."
    if ayes == noes:
        return f"A tie: {said}"
    return f"The {'Ayes' if ayes > noes else 'Noes'} had it by {words.count(abs(ayes - noes))}: {said}"


def counts_differ(counts: Row) -> bool:
    """Whether the list of names has another count than was announced."""
    return any(counts[f"{side}_listed"] not in (None, counts[f"{side}_announced"]) for side in ("ayes", "noes"))


def evel_sentences(division: Row) -> list[str]:
    """What English votes for English laws asked of it; none where it was not under them."""
    if not division["evel"]:
        return []
    if division["evel"] == "Country":
        return [f"English votes for English laws: only members for {division['evel_country']} voted."]
    return [
        f"English votes for English laws: it needed a majority of members for {division['evel_country']} too, who "
        f"divided Ayes {words.count(division['evel_ayes'])}, Noes {words.count(division['evel_noes'])}."
    ]


def then_words(row: Row) -> str:
    """What became of a member at the general election after; blank where there was none since."""
    if "fate" not in row:
        return ""
    there = _there(row)
    if row["fate"] in ("elected", "defeated"):
        party = f" for {row['next_party']}" if row["next_party"] != row["elected_as"] else ""
        polled = f"{words.count(row['next_votes'])} votes"
        if row["fate"] == "elected":
            return f"elected in {row['next_seat']}{party}: {polled}, majority {words.count(row['next_majority'])}"
        behind = f"{words.count(row['next_winner_votes'] - row['next_votes'])} behind {row['next_winner']}"
        where = f"defeated in {row['next_seat']}{party}"
        return f"{where}: {polled}, {words.ordinal(row['next_place'])}, {behind} ({there})"
    left = f"left before it (by-election {words.day(row['by_election_on'])})" if row["by_election_on"] else row["fate"]
    part = f", which took {words.percent(row['next_part'])} of the seat's addresses" if row["next_part"] else ""
    seat = f"; {row['next_seat']}{part}: {there}, majority {words.count(row['next_majority'])}"
    return f"{left}{seat if row['next_seat'] else ''}"


def _there(row: Row) -> str:
    held = {"held": row["next_held"], "winner": row["next_winner_party"], "loser": row["next_loser"]}
    return outcome_words(held) or f"{row['next_winner_party']} won"


def notes(report: DivisionReport) -> list[str]:
    """What the figures rest on."""
    if not report.members:
        number = report.division["division_id"]
        return [
            "The record holds the counts of this division and no names. To add how each member voted, save "
            f"{API.format(number)} and give its file to `hustings record add division {number}.json`."
        ]
    changed = sum(bool(row["changed"]) for row in report.members)
    found = [RULE, APART_RULE, *_absence_notes(report)]
    if changed:
        who = "1 member was" if changed == 1 else f"{changed} members were"
        found.append(
            f"Party: as published on the day. {who} of another then than when last elected (column elected_as)."
        )
    return found


def _absence_notes(report: DivisionReport) -> list[str]:
    derived = [row for row in report.members if row["known_from"] == "derived"]
    seats = report.seats
    known = [f"{words.plural(n, 'member')}: {why}" for why, n in _reasons(report.members)]
    found = [
        "None recorded is never an abstention: the record cannot tell a member who was away, ill, paired or sitting by "
        "choice. The Speaker, deputies and tellers are not counted in either side, and the deputies of that day are "
        "not known unless the list names them." + (f" Known: {'; '.join(known)}." if known else "")
    ]
    if derived:
        found.insert(
            0,
            f"None recorded is derived for {words.plural(len(derived), 'member')}: those whom elections before "
            f"{words.day(seats['on'])} returned, less those in the list, each under the party then stood for.",
        )
    if seats["vacant"]:
        found.append(f"Vacant, a writ having been issued: {', '.join(seats['vacant'])}.")
    if seats["left_later"] and derived:
        found.append(
            f"By-elections followed in {', '.join(seats['left_later'])}: the record does not hold the day a member "
            "left, so it takes them to have sat until the writ."
        )
    return found


def _reasons(members: list[Row]) -> list[tuple[str, int]]:
    reasons = [row["why"] for row in members if row["why"]]
    return sorted((why, reasons.count(why)) for why in set(reasons))


def other_sentences(report: DivisionReport) -> list[str]:
    """The other divisions of the day, in order."""
    return [
        f"{row['number']}: {row['title']} (Ayes {row['ayes']}, Noes {row['noes']}; "
        f"{'names held' if row['named'] else 'counts only'}, number {row['division_id']})"
        for row in report.others
        if row["division_id"] != report.division["division_id"]
    ]
