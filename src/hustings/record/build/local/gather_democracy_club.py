"""From Democracy Club's ballots of 2018 to the one shape: the ward is a slug, which a list of wards puts a name to."""

import re
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from hustings.record.build.local.names import in_full
from hustings.record.build.local.standing import Publication, Standing, Ward, WardKey, council_of
from hustings.record.identity import slug
from hustings.record.names import plain
from hustings.record.readers.democracy_club import read_democracy_club

Line = dict[str, Any]
# A ballot is the ward where this many of its candidates' votes and family names stand there.
ENOUGH = 2


class Ballots(NamedTuple):
    """Democracy Club's local results, and the ballot id of each ward they are known to be of."""

    publication: Publication
    ballot_ids: dict[WardKey, str]
    unmatched: list[str]


def gather_democracy_club(path: Path, source_id: str, day: date, known: Publication) -> Ballots:
    """The local ballots that are of the wards of another publication; by-elections elsewhere are left out."""
    ballots: dict[str, list[Line]] = defaultdict(list)
    for row in read_democracy_club(path):
        if str(row["ballot_paper_id"]).startswith("local."):
            ballots[str(row["ballot_paper_id"])].append(dict(row))
    wards = _wards_of(ballots, known, day)
    standings = [_standing(row, wards[ballot]) for ballot in wards for row in ballots[ballot]]
    found = {
        wards[ballot]: Ward(wards[ballot], known.wards[wards[ballot]].name, turnout=_turnout(ballots[ballot]))
        for ballot in wards
    }
    ids = {ward: ballot for ballot, ward in wards.items()}
    return Ballots(Publication(source_id, day, standings, found), ids, sorted(ballots.keys() - wards.keys()))


def _standing(row: Line, ward: WardKey) -> Standing:
    name = in_full(row["person_name"])
    return Standing(
        ward,
        name,
        row["party_name"],
        row["ballots_cast"],
        row["is_winner"],
        democracy_club_id=row["person_id"],
        party_number=row["party_id"],
    )


def _turnout(rows: list[Line]) -> float | None:
    stated = {row["turnout"] for row in rows if row["turnout"]}
    return stated.pop() / 100 if len(stated) == 1 else None


def _wards_of(ballots: dict[str, list[Line]], known: Publication, day: date) -> dict[str, WardKey]:
    """The ward of each ballot: by its slug, else by the candidates it shares."""
    by_slug = {(ward.council_id, _bare(slug(one.name))): ward for ward, one in known.wards.items()}
    found: dict[str, WardKey] = {}
    for ballot in ballots:
        council = council_of(ballot.split(".")[1], None, day)
        ward = by_slug.get((council, _bare(ballot.split(".")[2])))
        if ward:
            found[ballot] = ward
    taken = set(found.values())
    votes: dict[WardKey, set[tuple[str, int | None]]] = defaultdict(set)
    for standing in known.standings:
        if standing.ward not in taken:
            votes[standing.ward].add((plain(str(standing.name.family)), standing.votes))
    for ballot in ballots.keys() - found.keys():
        polled = {(plain(str(in_full(row["person_name"]).family)), row["ballots_cast"]) for row in ballots[ballot]}
        shared = {ward: len(polled & some) for ward, some in votes.items()}
        best = max(shared, key=lambda ward: shared[ward], default=None)
        if best and shared[best] >= min(ENOUGH, len(polled)) and best not in taken:
            found[ballot] = best
            taken.add(best)
    return {ballot: found[ballot] for ballot in ballots if ballot in found}


def _bare(name: str) -> str:
    """A slug without the small words that one publication writes and another leaves out."""
    return "-".join(part for part in re.split("-", name) if part not in {"and", "the"})
