"""The elections of a mayor as a dossier: a part an election, its sentences, its table and its sources."""

from typing import Any

from hustings.publish import words
from hustings.publish.dossier import Dossier, Part
from hustings.publish.reports.correction_words import correction_sentences
from hustings.publish.reports.mayor import MayorElection, MayorReport
from hustings.publish.reports.seat_words import source_sentence
from hustings.publish.sheet import Sheet, Shown

Row = dict[str, Any]

# In rounds, a blank would hide whether a figure is unknown or there is none: these are words.
SHOWN = (
    Shown("candidate", "Candidate"),
    Shown("party", "Party"),
    Shown("first", "First pref.", "place"),
    Shown("share_shown", "Share", "place"),
    Shown("transfers_shown", "Transfers", "place"),
    Shown("final_shown", "Final", "place"),
    Shown("fate", "Outcome"),
)
DATA = (
    Shown("contest_id", "contest_id"),
    Shown("polling_on", "polling_on", "day"),
    Shown("voting_system", "voting_system"),
    Shown("place", "place", "place"),
    Shown("candidate", "candidate"),
    Shown("party", "party"),
    Shown("party_id", "party_id"),
    Shown("votes", "votes", "count"),
    Shown("share", "share", "percent"),
    Shown("transfers", "transfers", "count"),
    Shown("final_votes", "final_votes", "count"),
    Shown("fate", "fate"),
    Shown("elected", "elected"),
    Shown("disputed", "disputed"),
    Shown("valid_votes", "valid_votes", "count"),
    Shown("voided_on", "voided_on", "day"),
    Shown("candidacy_id", "candidacy_id"),
    Shown("first_address", "first_address"),
    Shown("final_address", "final_address"),
    Shown("source_id", "source_id"),
)
SYSTEMS = {"SV": "Supplementary Vote", "FPTP": "most votes wins"}
LEAD = (
    "Supplementary Vote: a voter marks a first and a second choice. More than half of the first preferences "
    "elects; otherwise all but the two with most are eliminated, and second preferences for one of the two are "
    "added. From May 2023 a mayor is elected by most votes, on one choice."
)


def mayor_dossier(report: MayorReport) -> Dossier:
    """The report in parts, the latest election first."""
    parts = tuple(_part(one) for one in report.elections)
    data = [row | {"voided_on": one.contest["voided_on"]} for one in report.elections for row in _rows(one)]
    title = f"Mayor of {report.council['council']}"
    return Dossier(title, (LEAD, _held(report.elections)), parts, Sheet(title, DATA, data))


def _held(elections: list[MayorElection]) -> str:
    """How many elections follow, and that one after the latest of them is not told of."""
    latest = words.day(elections[0].contest["polling_on"])
    held = words.plural(len(elections), "election")
    return f"In the record: {held}, the latest of {latest}. One held since, or not named below, is not in it."


def _part(one: MayorElection) -> Part:
    rows = _rows(one)
    heading = f"{words.day(one.contest['polling_on'])}: {SYSTEMS[one.contest['voting_system']]}"
    data = [row | {"voided_on": one.contest["voided_on"]} for row in rows]
    return Part(heading, _sentences(one), Sheet("", SHOWN, rows), _notes(one), Sheet("", DATA, data))


def _rows(one: MayorElection) -> list[Row]:
    return [row | _shown(row) for row in one.candidates]


def _shown(row: Row) -> Row:
    second = row["last_round"] is not None
    return {
        "fate": row["second_fate"] if second else row["first_fate"],
        "first": words.count(row["votes"]) + ("*" if row["disputed"] else ""),
        "share_shown": words.percent(row["share"]),
        "transfers_shown": words.count(row["transfers"]) if second else words.NONE,
        "final_shown": words.count(row["second_votes"]) if second else words.NONE,
    }


def _sentences(one: MayorElection) -> tuple[str, ...]:
    """Who won and how, whether somebody had half, and whether the election stands."""
    contest = one.contest
    winner = next(row for row in one.candidates if row["elected"])
    said = [f"{winner['candidate']} ({winner['party']}) won {_how(one)}."]
    if contest["voting_system"] == "SV":
        said.append(_half(one))
        said += _transfers(one)
    if contest["voided_on"]:
        said.append(f"An election court declared this election void on {words.day(contest['voided_on'])}.")
    return tuple(said)


def _in_rounds(one: MayorElection) -> bool:
    return any(row["last_round"] for row in one.candidates)


def _how(one: MayorElection) -> str:
    contest = one.contest
    if _in_rounds(one) and contest["majority"] is None:
        return "in the second round, by a majority that is unknown: the record has no figures of that round"
    votes = words.plural(contest["majority"], "vote")
    share = words.margin(contest["majority_share"])
    if _in_rounds(one):
        return f"in the second round by {votes} ({share} of the votes counted in it)"
    return f"on first preferences by {votes} ({share} of them)"


def _half(one: MayorElection) -> str:
    """What more than half of the first preferences came to, and whether anybody had it."""
    total = one.contest["valid_votes"]
    first = one.candidates[0]
    had = "" if 2 * first["votes"] > total else "not "
    half = words.count(total // 2 + 1)
    return (
        f"More than half of the {words.count(total)} first preferences is {half}: "
        f"{first['candidate']} had {words.count(first['votes'])} ({words.percent(first['share'])}), {had}enough to win "
        "in the first round."
    )


def _transfers(one: MayorElection) -> list[str]:
    """How many of the eliminated candidates' voters were counted again; worked out, and said so."""
    final = [row for row in one.candidates if row["last_round"]]
    if not final or any(row["transfers"] is None for row in final):
        return []
    moved = sum(row["transfers"] for row in final)
    eliminated = sum(row["votes"] for row in one.candidates if not row["last_round"])
    return [
        f"Of {words.count(eliminated)} first preferences for the eliminated, {words.count(moved)} "
        f"({words.percent(moved / eliminated)}) went on to one of the two by second preference (worked out)."
    ]


def _notes(one: MayorElection) -> tuple[str, ...]:
    contest = one.contest
    notes = [f"Share: of the first preferences, whose sum is the valid votes. {_unknown(contest)}{_doubted(one)}"]
    notes += [
        f"* Publications disagree: {row['candidate']}, {words.count(int(row['value']))} or "
        f"{words.count(int(row['other_value']))}; the first is counted here."
        for row in one.disagreements
    ]
    notes += correction_sentences(one.corrections)
    notes += [f"Source: {source_sentence(row)}" for row in one.sources]
    return (*notes, *_addresses(one))


def _unknown(contest: Row) -> str:
    turnout = "Turnout and electorate unknown."
    if contest["turnout"] is not None:
        printed = words.percent(contest["turnout"], max(0, contest["turnout_decimals"] - 2))
        turnout = f"Turnout published as {printed}, on a basis not stated; electorate unknown."
    return f"{turnout} Rejected papers: {words.count(contest['invalid_votes'])}."


def _doubted(one: MayorElection) -> str:
    doubted = any(row["field"] == "invalid_votes" and row["status"] == "disputed" for row in one.corrections)
    return " That figure is disputed." if doubted else ""


def _addresses(one: MayorElection) -> list[str]:
    """Where the figures were published, each address once."""
    found = [row[name] for row in one.candidates for name in ("first_address", "final_address") if row[name]]
    return [f"Figures at: {'; '.join(dict.fromkeys(found))}."] if found else []
