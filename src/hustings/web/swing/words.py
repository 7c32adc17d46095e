"""What the swingometer says: what is supposed, what would follow, and what a reader must know of both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hustings.models import PROPORTIONAL, UNIFORM
from hustings.publish import words
from hustings.publish.party_names import called
from hustings.publish.prose import listed, starting
from hustings.publish.reports.winners import UNDECIDED
from hustings.web.swing.asked import Asked, Line

Row = dict[str, Any]
MOST_TOLD = 3


def supposed_words(asked: Asked) -> str:
    """What is supposed: a uniform swing of 5.0 points to the Conservatives from Labour, on an election."""
    election = f"the general election of {words.day(asked.ground.election['polling_on'])}"
    if asked.ground.election["basis"] != "declared":
        election += f" ({asked.ground.election['basis']}, a published estimate for later boundaries)"
    if not asked.points and not any(asked.regional.values()):
        return f"No swing yet: this is the result of {election}."
    told = [f"{_swing(points, asked)} in {region}" for region, points in asked.regional.items()]
    if asked.points or not told:
        told.append(f"{_swing(asked.points, asked)}{' elsewhere' if told else ''}")
    return f"Supposed: {listed(told)}; {asked.rule}, from the result of {election}."


def _swing(points: float, asked: Asked) -> str:
    if not points:
        return "no swing"
    to, from_ = (asked.to, asked.from_) if points > 0 else (asked.from_, asked.to)
    size = words.rounded(abs(points) / 100, 1) if round(points, 1) == points else f"{abs(points):g}"
    return f"a swing of {size} points to {_name(to)} from {_name(from_)}"


def _name(line: Line) -> str:
    return called({"party_id": line.party_id, "party": line.party, "standing_as": "party"}).name


def result_words(parties: Sequence[Row], seats: int) -> str:
    """The seats of the largest parties, and who would have a majority."""
    most = [row for row in parties if row["seats"]][:MOST_TOLD]
    told = listed([f"{_of_party(row)} {words.count(row['seats'])}" for row in most])
    needed = seats // 2 + 1
    largest = most[0]["seats"]
    if largest >= needed:
        over = 2 * largest - seats
        said = f"{starting(_of_party(most[0]))} would have a majority of {words.count(over)} over all others"
    else:
        said = f"No party would have the {needed} seats of a majority"
    return f"{starting(told)} of {words.plural(seats, 'seat')}. {said}."


def _of_party(row: Row) -> str:
    return "independents" if row["standing_as"] == "independent" else called(row).name


def changed_words(row: Row, before: Row) -> str:
    """A seat in one line: who would win it, from whom, and by how many votes."""
    if row["party"] == UNDECIDED:
        return "tied for first"
    lead = "" if row["majority"] is None else f", majority {words.count(row['majority'])}"
    gained = (row["party"], row["candidate"]) != (before["party"], before["candidate"])
    from_whom = f" gain from {before['party']}" if gained else ""
    return f"{row['party']}{from_whom}{lead} (scenario)"


def swing_notes(asked: Asked) -> tuple[str, ...]:
    """What the figures are, and what they suppose."""
    how = (
        "the party that loses votes keeps the same part of them in every seat of a region or of the whole, such that "
        "the swing over those seats together is as stated, and the other gains them where they were cast"
        if asked.rule == PROPORTIONAL
        else "in every seat that many in a hundred valid votes move from the one party to the other, or all it has"
    )
    two = f"{_name(asked.to)} and {_name(asked.from_)}"
    return (
        f"Estimated by Hustings: a scenario, not a forecast. It says what seats would be won if {how}.",
        f"A seat is swung only where both {two} stood; elsewhere, and for every other candidate, the votes are those "
        "that were cast, so that of all votes the two may move less than the swing. As many people vote as did.",
        "The swing is Butler's: the mean of one party's rise and the other's fall, in points of all valid votes.",
        PAST.format(rule=asked.rule, told=listed([f"{seats} in {year}" for year, seats in RIGHT[asked.rule].items()])),
    )


PAST = (
    "How far to trust it: told the true national swing between Labour and the Conservatives, a {rule} swing from the "
    "general election before calls the party of so many of 650 seats rightly: {told} (2024 from the notional result)."
)
# Each is counted anew by the tests.
RIGHT = {
    UNIFORM: {2015: 531, 2017: 585, 2019: 589, 2024: 448},
    PROPORTIONAL: {2015: 530, 2017: 587, 2019: 594, 2024: 474},
}
