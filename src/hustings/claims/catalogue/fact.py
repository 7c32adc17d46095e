"""What a fact of the catalogue is: one figure of one subject, with what it was worked out from."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Measure(StrEnum):
    """What a figure measures; shares and changes of them are fractions of 1."""

    VOTES = "votes"
    SHARE = "share"
    PLACE = "place"
    MAJORITY = "majority"
    MAJORITY_SHARE = "majority share"
    TURNOUT = "turnout"
    ELECTORATE = "electorate"
    VALID_VOTES = "valid votes"
    INVALID_VOTES = "invalid votes"
    BALLOTS = "ballots"
    CANDIDATES = "candidates"
    SHARE_CHANGE = "share change"
    SHARE_RELATIVE = "share relative change"
    VOTES_CHANGE = "votes change"
    VOTES_RELATIVE = "votes relative change"
    MAJORITY_CHANGE = "majority change"
    MAJORITY_RELATIVE = "majority relative change"
    MAJORITY_SHARE_CHANGE = "majority share change"
    TURNOUT_CHANGE = "turnout change"
    TURNOUT_RELATIVE = "turnout relative change"
    PART_OF_OLD = "part of the old seat"
    PART_OF_NEW = "part of the new seat"
    SWING = "swing"
    SEATS = "seats"
    SEATS_CHANGE = "seats change"
    CONTESTED = "contested"
    SECOND_PREFERENCES = "second preferences"
    SEATS_IN_ALL = "seats in all"


class Fact(NamedTuple):
    """One figure.

    `scope` is a contest's id, with `|final` for the round that decided under the Supplementary Vote, or an election's,
    with a nation or region after a bar (`parl.2024-07-04|Wales`); a council's election is its first day's;
    `subject` a candidacy's id, a party's in a scope of many seats, or blank for the whole of the scope; `basis` is
    of what a turnout is counted (valid votes, all ballots) or a party placed (votes, seats), else blank; `against` the
    contest or election that a change is measured from, else blank. `value` is the figure, a share or a change of one
    as a fraction of 1, to seven digits; `first` and `second` what it was worked out from, in the order of the
    measure's formula, None where it is itself what was counted.
    """

    scope: str
    subject: str
    measure: Measure
    basis: str
    against: str
    value: float
    first: float | None
    second: float | None
