"""Democracy Club's ballot ids taken apart: parl.clacton.by.2026-08-13, local.tower-hamlets.bow-east.2026-05-07."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

# Of an election: of one council, or of every council of the day.
ELECTION = re.compile(r"(?P<kind>parl|local|mayor)(?:\.(?P<council>[a-z0-9-]+))?\.(?P<day>\d{4}-\d\d-\d\d)")
BALLOTS = {
    "parl": re.compile(r"parl\.(?P<place>[a-z0-9-]+)(?P<by>\.by)?\.(?P<day>\d{4}-\d\d-\d\d)"),
    "local": re.compile(
        r"local\.(?P<council>[a-z0-9-]+)\.(?P<place>[a-z0-9-]+)(?P<by>\.by)?\.(?P<day>\d{4}-\d\d-\d\d)"
    ),
    "mayor": re.compile(r"mayor\.(?P<council>[a-z0-9-]+)(?P<by>\.by)?\.(?P<day>\d{4}-\d\d-\d\d)"),
}
SHAPES = {
    "parl": "parl.SEAT.DATE, or parl.SEAT.by.DATE",
    "local": "local.COUNCIL.WARD.DATE",
    "mayor": "mayor.COUNCIL.DATE",
}


class Election(NamedTuple):
    """An election as its id says it: what kind, of which council (None: not said), on which day."""

    election_id: str
    kind: str
    council: str | None
    day: date


class Ballot(NamedTuple):
    """A contest as its id says it; `place` is the slug of a seat or ward, `council` that of a council."""

    ballot_id: str
    kind: str
    council: str | None
    place: str | None
    by_election: bool
    day: date

    @property
    def election_id(self) -> str:
        """The election it is part of."""
        parts = (self.kind, self.council, self.day.isoformat())
        return ".".join(part for part in parts if part)


def read_election(election_id: str) -> Election | None:
    """An election taken apart, or None for what is no id of one."""
    found = ELECTION.fullmatch(election_id)
    day = _day(found["day"]) if found else None
    if not found or day is None or (found["kind"] == "parl" and found["council"]):
        return None
    return Election(election_id, found["kind"], found["council"], day)


def read_ballot(ballot_id: str, election: Election) -> Ballot | str:
    """A ballot of an election taken apart, or what is wrong with its id and how to mend it."""
    found = BALLOTS[election.kind].fullmatch(ballot_id)
    day = _day(found["day"]) if found else None
    if not found or day is None:
        shape = SHAPES[election.kind].replace("DATE", election.day.isoformat())
        return f"{ballot_id!r} is no ballot of {election.election_id}; its ballots are written {shape}"
    parts = found.groupdict()
    ballot = Ballot(ballot_id, election.kind, parts.get("council"), parts.get("place"), bool(found["by"]), day)
    if day != election.day or (election.council and ballot.council != election.council):
        return f"{ballot_id!r} is of another election than {election.election_id}; add it by itself"
    return ballot


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
