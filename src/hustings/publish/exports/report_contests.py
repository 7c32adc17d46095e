"""Candidates, contests and counts as the reporting formats have them."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from hustings.publish import words
from hustings.publish.exports.dialect import Dialect, Element, say
from hustings.publish.exports.election_report import Contest, Identifier, key_of, known_people
from hustings.publish.exports.wanted import Row

# How each voting system is called by the formats, and in words where they have none for it.
VARIATIONS = {
    "FPTP": ("plurality", ""),
    "block": ("n-of-m", ""),
    "SV": ("other", "supplementary vote"),
    "STV": ("rcv", ""),
}
LABELS = {"independent": "Independent", "speaker": "Speaker seeking re-election", "other": "Other"}


def party_key(party_id: str) -> str:
    """The key of a party."""
    return key_of("par", party_id)


def person_key(candidate: Row) -> str:
    """The key of the person of a candidacy, each candidacy's own."""
    return key_of("per", candidate["candidacy_id"])


def add_candidates(dialect: Dialect, election: Element, contests: Sequence[Contest]) -> None:
    """Everyone who stood in an election."""
    group = dialect.group(election, "Candidate")
    for candidate in (one for contest in contests for one in contest.candidates):
        key = key_of("can", candidate["candidacy_id"])
        own = dialect.thing(group, "Candidate", key)
        dialect.words(own, "BallotName", candidate["candidate"])
        standing = Identifier("other", candidate["standing_as"], "standing-as")
        named = Identifier("other", candidate["candidacy_id"], "hustings")
        dialect.identifiers(own, key, (named, standing, *known_people(candidate)))
        if candidate["party_id"]:
            say(own, "PartyId", party_key(candidate["party_id"]))
        elif dialect.collections:
            dialect.words(own, "PartyLabel", LABELS[candidate["standing_as"]])
        say(own, "PersonId", person_key(candidate))
        if candidate["elected"]:
            say(own, "PostElectionStatus", "winner")


def add_contests(dialect: Dialect, election: Element, contests: Sequence[Contest]) -> None:
    """Every contest of an election, with its counts."""
    group = dialect.group(election, "Contest")
    for contest in contests:
        row, key = contest.row, key_of("con", contest.row["contest_id"])
        own = dialect.thing(group, "Contest", key, "CandidateContest")
        for candidate in contest.candidates:
            _selection(dialect, own, contest.unit, candidate)
        if row["voided_on"]:
            dialect.words(own, "BallotSubTitle", f"Declared void by an election court on {words.day(row['voided_on'])}")
        dialect.words(own, "BallotTitle", contest.office)
        say(own, "ElectoralDistrictId", contest.unit)
        dialect.identifiers(own, key, [Identifier("other", row["contest_id"], "democracy-club")])
        say(own, "Name", contest.office)
        _summary(own, contest)
        variation, other = VARIATIONS[row["voting_system"]]
        say(own, "VoteVariation", variation)
        if other:
            say(own, "OtherVoteVariation", other)
        say(own, "NumberElected", row["seats"])
        say(own, "OfficeIds", key_of("off", contest.unit))
        say(own, "VotesAllowed", _allowed(row))


def _allowed(row: Row) -> int:
    """How many votes a voter has: as many as seats under block voting, a first and second choice under SV, else one."""
    return {"block": int(row["seats"]), "SV": 2}.get(row["voting_system"], 1)


def _selection(dialect: Dialect, contest: Element, unit: str, candidate: Row) -> None:
    key = key_of("sel", candidate["candidacy_id"])
    own = dialect.thing(contest, "BallotSelection", key, "CandidateSelection")
    counts = [("total", "", candidate["votes"]), ("other", "final total", candidate["final_votes"])]
    known = [one for one in counts if one[2] is not None]
    if known:
        group = dialect.group(own, "VoteCounts")
        for kind, other, votes in known:
            count = ET.SubElement(group, "VoteCounts")
            _counted(count, unit, kind, other)
            say(count, "Count", votes)
    say(own, "CandidateIds", key_of("can", candidate["candidacy_id"]))


def _summary(own: Element, contest: Contest) -> None:
    """All ballots and those rejected, where they are known."""
    figures = [("BallotsCast", contest.row["ballots"]), ("BallotsRejected", contest.row["invalid_votes"])]
    known = [(tag, figure) for tag, figure in figures if figure is not None]
    if known:
        summary = ET.SubElement(own, "SummaryCounts")
        _counted(summary, contest.unit, "total", "")
        for tag, figure in known:
            say(summary, tag, figure)


def _counted(own: Element, unit: str, kind: str, other: str) -> None:
    say(own, "GpUnitId", unit)
    say(own, "Type", kind)
    if other:
        say(own, "OtherType", other)
