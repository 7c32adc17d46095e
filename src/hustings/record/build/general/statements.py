"""What one publication says of one seat at one election, in one shape whichever publication it is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from hustings.record.build.general.labels import Meant, meant
from hustings.record.build.general.places import FIRST_NAMED, EarlierPlaces, Place, Places
from hustings.record.build.general.polls import Poll, polls
from hustings.record.identity import slug
from hustings.record.readers.cells import Row, Value

SINCE_1918 = "library-since-1918"
PARTIES_1997 = "library-parties-1997"
VOTES = ("con_votes", "lib_votes", "lab_votes", "natSW_votes", "oth_votes")


@dataclass
class Statement:
    """A publication's figures of a seat: votes by what was stood as, members returned unopposed, totals as printed."""

    source_id: str
    poll: Poll
    place: Place
    seats: int
    electorate: Value
    votes: dict[Meant, int] = field(default_factory=dict)
    unopposed: dict[Meant, int] = field(default_factory=dict)
    shares: dict[Meant, float] = field(default_factory=dict)
    total: Value = None
    turnout: Value = None

    @property
    def key(self) -> tuple[str, str, str]:
        """The election and the area."""
        return self.poll.label, self.place.boundary_set_id, self.place.area_id

    @property
    def seat(self) -> str:
        """The seat's part of the contest's id."""
        year, _, rest = self.place.area_id.partition("-")
        return rest if year.isdigit() and rest else slug(self.place.area)


def since_1918(rows: list[Row], earlier: EarlierPlaces, places: Places) -> list[Statement]:
    """The Library's file of five columns: a statement a line."""
    return [_five_columns(row, earlier, places) for row in rows]


def _five_columns(row: Row, earlier: EarlierPlaces, places: Places) -> Statement:
    poll = polls()[str(row["election"])]
    if poll.year < FIRST_NAMED:
        place = earlier.find(row, poll)
    else:
        place = places.find(row["constituency_id"], str(row["constituency"]), poll)
    said = Statement(SINCE_1918, poll, place, _whole(row["seats"]), row["electorate"])
    for column in VOTES:
        # The file prints 0 and blank alike where nobody stood.
        if votes := _whole(row[column]):
            one = meant(SINCE_1918, column, place.country, poll)
            (said.votes if votes > 0 else said.unopposed)[one] = abs(votes)
            share = row[column.replace("votes", "share")]
            if votes > 0 and share is not None:
                said.shares[one] = float(str(share))
    total = _whole(row["total_votes"])
    if total < 0 and not said.unopposed:
        # Its total says that a member was returned unopposed, and no column says for whom.
        said.unopposed[meant(SINCE_1918, "oth_votes", place.country, poll)] = -total
    said.total = total if total > 0 else None
    said.turnout = row["turnout"] if said.votes else None
    return said


def parties_1997(rows: list[Row], places: Places) -> list[Statement]:
    """The Library's file of every party: a statement a seat and election."""
    days = {poll.polling_on: poll for poll in polls().values()}
    seats: dict[tuple[Value, Value], list[Row]] = defaultdict(list)
    for row in rows:
        seats[row["date"], row["code"]].append(row)
    return [_every_party(lines, days[day], places) for (day, _), lines in seats.items()]  # type: ignore[index]


def _every_party(lines: list[Row], poll: Poll, places: Places) -> Statement:
    first = lines[0]
    place = places.find(first["code"], str(first["seat"]), poll)
    votes: dict[Meant, int] = defaultdict(int)
    for row in lines:
        if row["votes"]:
            votes[meant(PARTIES_1997, str(row["party"]), place.country, poll)] += _whole(row["votes"])
    return Statement(PARTIES_1997, poll, place, 1, first["electorate"], dict(votes), total=sum(votes.values()))


def _whole(value: Value) -> int:
    return int(str(value)) if value is not None else 0
