"""The table of a map: every seat it shows, with the figure that its colour stands for."""

from __future__ import annotations

from typing import Any

from hustings.publish.maps.subjects import Subject
from hustings.publish.sheet import Sheet, Shown

Row = dict[str, Any]

SEAT = (
    Shown("area", "Seat"),
    Shown("party", "Won by"),
    Shown("outcome", "Outcome"),
    Shown("majority", "Majority", "count"),
)
# What a map by party adds to its winners; a map of a figure adds that figure.
OF_PARTY = (
    Shown("party_share", "{party}, share", "percent or none"),
    Shown("baseline_share", "At the baseline", "percent or none"),
    Shown("change", "Change", "points"),
)
FIGURES = {
    "majority": Shown("majority_share", "Majority, % of valid votes", "percent"),
    "share": Shown("share", "Winner's share", "percent"),
    "turnout": Shown("valid_turnout", "Turnout, valid votes", "percent"),
    "swing": Shown("swing", "Swing to the winner, points", "points"),
    "ballot-turnout": Shown("ballot_turnout", "Turnout, all ballots", "percent"),
}
ALONE = (
    Shown("candidate", "candidate"),
    Shown("contest_id", "contest_id"),
    Shown("area_id", "area_id"),
    Shown("boundary_set_id", "boundary_set_id"),
    Shown("region", "region"),
    Shown("country", "country"),
    Shown("party_id", "party_id"),
    Shown("basis", "basis"),
    Shown("rule", "baseline_rule"),
    Shown("baseline_on", "baseline_on", "day"),
)


def map_sheet(rows: list[Row], subject: Subject, party: str, said: tuple[str, tuple[str, ...]]) -> Sheet:
    """The table under a title and its notes, seats in alphabetical order."""
    title, notes = said
    columns = SEAT + (_of_party(party) if subject.of_party else _figure(subject))
    return Sheet(title, columns, rows, notes, wide=ALONE)


def _of_party(party: str) -> tuple[Shown, ...]:
    return tuple(Shown(one.key, one.heading.format(party=party), one.style) for one in OF_PARTY)


def _figure(subject: Subject) -> tuple[Shown, ...]:
    return (FIGURES[subject.key],) if subject.key in FIGURES else ()
