"""Where two publications cover the same contests: what one lends the other, and where they differ."""

import csv
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from hustings.record.build.local.matched import Pair, by_ward, match_candidates
from hustings.record.build.local.standing import Publication, Standing
from hustings.record.build.reconciliation import Stated, reconciliation_row
from hustings.record.names import plain
from hustings.record.readers.cells import Row

CHOSEN = Path(__file__).with_name("chosen.csv")


class Paired(NamedTuple):
    """A publication with what the other lends it, and the pairs of candidates found in both."""

    publication: Publication
    other: Publication
    pairs: list[Pair]


@cache
def chosen() -> dict[tuple[str, str], str]:
    """The source the record uses for a field of an election that two sources state."""
    with CHOSEN.open(encoding="utf-8", newline="") as file:
        return {(row["election"], row["field"]): row["source_id"] for row in csv.DictReader(file)}


def pair(publication: Publication, other: Publication) -> Paired:
    """Match the two, and take from the other the fields that `chosen.csv` says are its."""
    pairs = match_publications(publication.standings, other.standings)
    lent = {id(one.ours): _lent(one, other.source_id, publication.polling_on) for one in pairs}
    standings = [lent.get(id(standing), standing) for standing in publication.standings]
    kept = [one._replace(ours=lent[id(one.ours)]) for one in pairs]
    return Paired(publication._replace(standings=standings), other, kept)


def match_publications(ours: list[Standing], theirs: list[Standing]) -> list[Pair]:
    """Candidates matched within each ward, then those left over within their council by name and votes.

    The second step finds wards of one council that a publication has changed about.
    """
    left, right = by_ward(ours), by_ward(theirs)
    pairs = [found for ward in right for found in match_candidates(left.get(ward, []), right[ward])]
    taken = {id(side) for one in pairs for side in one}
    rest = [one for one in theirs if id(one) not in taken]
    across = {_across(one): one for one in rest}
    for one in ours:
        if id(one) not in taken and _across(one) in across:
            pairs.append(Pair(one, across.pop(_across(one))))
    return pairs


def _across(standing: Standing) -> tuple[str, str, int | None]:
    family = plain(str(standing.name.family)).split() or [""]
    return standing.ward.council_id, family[-1], standing.votes


def _lent(one: Pair, source_id: str, day: date) -> Standing:
    ours = one.ours
    if chosen().get((str(day), "democracy_club_id")) == source_id:
        ours = ours._replace(democracy_club_id=one.theirs.democracy_club_id, party_number=one.theirs.party_number)
    if chosen().get((str(day), "candidate")) == source_id:
        ours = ours._replace(name=one.theirs.name)
    return ours


def differences(paired: Paired, keys: dict[int, tuple[str, str]]) -> Iterator[Row]:
    """A row of `reconciliation` for the votes and the election of each candidate that both have.

    `keys` gives the contest and candidacy that each standing became.
    """
    for one in paired.pairs:
        contest, candidacy = keys[id(one.ours)]
        for field in ("votes", "elected"):
            ours, theirs = getattr(one.ours, field), getattr(one.theirs, field)
            stated = Stated(paired.other.source_id, theirs)
            source: Row = {"contest_id": contest, "source_id": paired.publication.source_id}
            yield reconciliation_row(source, candidacy, field, ours, stated)
