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


def supposed_words(asked: Asked, swung: int) -> str:
    """What is supposed: a uniform swing of 5.0 points to the Conservatives from Labour, on an election."""
    election = f"the general election of {words.day(asked.ground.election['polling_on'])}"
    if asked.ground.election["basis"] != "declared":
        election += f" ({asked.ground.election['basis']}, a published estimate for later boundaries)"
    if not asked.moves:
        return f"No swing yet: this is the result of {election}."
    if not swung:
        return f"Nothing is swung: {_both(asked)} both stood in no seat of {election}."
    where = f"in the {words.plural(swung, 'seat')} where both stood"
    return f"Supposed: {_swings(asked)}; {asked.rule}, from the result of {election}, {where}."


def _swings(asked: Asked) -> str:
    """A swing of 2 points to the Conservatives from Labour in Scotland, and of 5 points elsewhere."""
    told = [(points, f"in {region}") for region, points in asked.regional.items()]
    if asked.points or not told:
        told.append((asked.points, "elsewhere" if told else ""))
    parts, before = [], 0.0
    for points, where in told:
        same = before * points > 0
        parts.append(f"{_swing(points, asked, of_same=same)} {where}".strip())
        before = points or before
    return listed(parts)


def _swing(points: float, asked: Asked, *, of_same: bool) -> str:
    if not points:
        return "none"
    to, from_ = (asked.to, asked.from_) if points > 0 else (asked.from_, asked.to)
    size = f"{abs(points):g} {'point' if abs(points) == 1 else 'points'}"
    return f"one of {size}" if of_same else f"a swing of {size} to {_name(to)} from {_name(from_)}"


def _both(asked: Asked) -> str:
    return f"{_name(asked.to)} and {_name(asked.from_)}"


def _name(line: Line) -> str:
    return called({"party_id": line.party_id, "party": line.party, "standing_as": "party"}).name


def result_words(parties: Sequence[Row], seats: int, *, supposed: bool) -> str:
    """The seats of the largest parties, and who would have a majority, or had one where nothing is supposed."""
    most = [row for row in parties if row["seats"]][:MOST_TOLD]
    told = listed([f"{_of_party(row)} {words.count(row['seats'])}" for row in most])
    needed = seats // 2 + 1
    largest = most[0]["seats"]
    had = "would have" if supposed else "had"
    if largest >= needed:
        over = 2 * largest - seats
        said = f"{starting(_of_party(most[0]))} {had} a majority of {words.count(over)} over all others"
    else:
        said = f"No party {had} the {needed} seats of a majority"
    return f"{starting(told)} of {words.plural(seats, 'seat')}. {said}."


def _of_party(row: Row) -> str:
    return "independents" if row["standing_as"] == "independent" else called(row).name


def undecided_words(row: Row) -> str:
    """What stands for the winner where a scenario has none."""
    return (
        "tied for first" if row["majority"] == 0 else "not decided: the most votes are of several candidates together"
    )


def changed_words(row: Row, before: Row) -> str:
    """A seat in one line: who would win it, from whom, and by how many votes."""
    scenario = " (scenario)" if row["basis"] == "scenario" else ""
    if row["party"] == UNDECIDED:
        return f"{undecided_words(row)}{scenario}" if scenario else row["party"]
    lead = "" if row["majority"] is None else f", majority {words.count(row['majority'])}"
    gained = (row["party"], row["candidate"]) != (before["party"], before["candidate"])
    from_whom = f" gain from {before['party']}" if gained else ""
    return f"{row['party']}{from_whom}{lead}{scenario}"


def swing_notes(asked: Asked) -> tuple[str, ...]:
    """What the figures are, and what they suppose."""
    how = (
        "the party that loses votes keeps the same part of them in every seat of a region or of the whole, such that "
        "the swing over those seats together is as stated, and the other gains them where they were cast"
        if asked.rule == PROPORTIONAL
        else "in every seat that many in a hundred valid votes move from the one party to the other, or all it has"
    )
    return (
        f"Estimated by Hustings: a scenario, not a forecast. It says what seats would be won if {how}.",
        f"A seat is swung only where both {_both(asked)} stood; elsewhere, and for every other candidate, the votes "
        "are those that were cast, so that of all votes the two may move by less. As many people vote as did.",
        "The swing is Butler's: the mean of one party's rise and the other's fall, in points of all valid votes.",
        _past(asked),
    )


def _past(asked: Asked) -> str:
    if {asked.to.line_id, asked.from_.line_id} != TESTED:
        return "How far to trust it is not known: it was tested on swings between Labour and the Conservatives alone."
    right = [f"{seats} in {year} (no swing {STILL[year]})" for year, seats in RIGHT[asked.rule].items()]
    return PAST.format(rule=asked.rule, told=listed(right))


TESTED = {"labour", "conservative"}
PAST = (
    "How far to trust it: told the true national swing between Labour and the Conservatives, a {rule} swing from the "
    "general election before calls the party of so many of 650 seats rightly: {told}; 2024 from the "
    "notional result of 2019."
)
# Each is counted anew by the tests.
STILL = {2015: 539, 2017: 580, 2019: 569, 2024: 347}
RIGHT = {
    UNIFORM: {2015: 531, 2017: 585, 2019: 589, 2024: 448},
    PROPORTIONAL: {2015: 530, 2017: 587, 2019: 594, 2024: 474},
}
