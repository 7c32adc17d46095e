"""Where everything stands on the site: a path for each seat, contest, election, party, person, borough and ranking."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from hustings.record.names import plain

Row = Mapping[str, Any]
HOME = ""
SEARCH = "search/"
SEATS, ELECTIONS, BY_ELECTIONS, BOROUGHS = "seats/", "elections/", "by-elections/", "boroughs/"
PARTIES, PEOPLE, BOUNDARIES = "parties/", "people/", "boundaries/"
EMBED = "embed/"
# What only a desk has: the rows of a resource, as many as answer.
ROWS = "api/v1/"
SOURCES, CORRECTIONS, MEASURES = "sources/", "corrections/", "measures/"
# Words of a contest id that name no seat: parl.SEAT.DATE, parl.SEAT.by.DATE, parl.SEAT.DATE.notional.
POLL = re.compile(r"^parl\.(?P<seat>[^.]+)\.(?:by\.)?(?P<day>\d{4}-\d\d-\d\d)(?P<notional>\.notional)?$")


def rows(resource: str, **asked: str | list[str]) -> str:
    """Where a desk gives the rows of a resource that answer to what is asked."""
    return f"{ROWS}{resource}.html?{urlencode(asked, doseq=True)}"


def census(kind: str, area_id: str) -> str:
    """Where a desk asks the record for the census of an area, its most notable answers first."""
    asked = f"from census\nwhere kind = '{kind}' and area_id = '{area_id}'\norder by rank, topic, category"
    return f"sql/?{urlencode({'query': asked})}"


def slug(name: str) -> str:
    """A name as it stands in an address: lower case, hyphens, no accents."""
    return plain(name).replace(" ", "-")


def seat(contest_id: str) -> str:
    """The page of the seat that a contest was for: of its latest contest."""
    return f"{SEATS}{_parts(contest_id)['seat']}/"


def contest(contest_id: str) -> str:
    """The page of one contest in a seat, which never moves."""
    parts = _parts(contest_id)
    notional = "-notional" if parts["notional"] else ""
    return f"{SEATS}{parts['seat']}/{parts['day']}{notional}/"


def _parts(contest_id: str) -> dict[str, str]:
    found = POLL.match(contest_id)
    if found is None:
        raise ValueError(f"{contest_id!r} is no contest for the House of Commons")
    return found.groupdict()


def story(contest_id: str, language: str = "en-GB") -> str:
    """The story of a contest in words."""
    return f"{contest(contest_id)}{'stori' if language == 'cy' else 'story'}/"


def why(contest_id: str) -> str:
    """Why each figure of a contest's page is what it is, where the desk is asked."""
    return f"{contest(contest_id)}why/"


# The figures of a contest, and of a candidacy in one, that have a reason.
OF_CONTEST = {"majority", "majority_share", "valid_turnout", "ballot_turnout", "electorate", "valid_votes"}
OF_CANDIDACY = {"votes", "share", "change"}


def reason(row: Row, figure: str) -> tuple[str, str] | None:
    """The page that says why a figure of a row is what it is, and its place there; None for what has none."""
    contest_id = row.get("contest_id")
    if contest_id is None or not POLL.match(contest_id):
        return None
    if figure in OF_CONTEST:
        return why(contest_id), figure
    if figure in OF_CANDIDACY and row.get("candidacy_id"):
        return why(contest_id), f"{figure}-{candidacy(row['candidacy_id'])}"
    return None


def candidacy(candidacy_id: str) -> str:
    """A candidacy as the places of its figures are named."""
    return slug(candidacy_id.partition(":")[2])


def embed(path: str) -> str:
    """What a page's main part is at, made small for a frame in other people's pages."""
    return f"{EMBED}{path}"


def election(election_id: str) -> str:
    """The page of a general election: by its year, or by its month too in a year of two."""
    day = election_id.split(".")[1]
    return f"{ELECTIONS}{day[:7] if day.startswith('1974') else day[:4]}/"


def boundaries(seat_path: str) -> str:
    """The page of how the boundaries of a seat changed, by the path of the seat's own."""
    return f"{BOUNDARIES}{seat_path}"


def map_of(election_id: str, colouring: str) -> str:
    """The page of a map of a general election; that of its winners first."""
    return f"{election(election_id)}map{'' if colouring == 'winner' else f'-{colouring}'}/"


def ranking(election_id: str, figure: str) -> str:
    """The page of an election's seats in order of a figure."""
    return f"{election(election_id)}{figure.replace('_', '-')}/"


def party_share(election_id: str, party_id: str) -> str:
    """The page of an election's seats in order of a party's share."""
    return f"{election(election_id)}share-{slug(party_id)}/"


def party_change(election_id: str, party_id: str) -> str:
    """The page of an election's seats in order of the change in a party's share."""
    return f"{election(election_id)}change-{slug(party_id)}/"


def party(party_id: str) -> str:
    """The page of a party."""
    return f"{PARTIES}{slug(party_id)}/"


def person(person_id: str, name: str) -> str:
    """The page of a person: the name, and what tells namesakes apart: a register's number, or a contest stood in."""
    register, _, rest = person_id.removeprefix("h:").partition(":")
    named = slug(name) or "name"
    if register in ("mnis", "dc"):
        return f"{PEOPLE}{named}-{register}-{rest}/"
    own = "" if rest == named else f"-{slug(rest)}"
    return f"{PEOPLE}{named}-{slug(register.removeprefix('parl.'))}{own}/"


def borough(name: str) -> str:
    """The page of a local authority."""
    return f"{BOROUGHS}{slug(name)}/"
