"""What a map may be coloured by: each subject a row of a table, with its figure, words and scale."""

from __future__ import annotations

from typing import NamedTuple

from hustings.errors import UnusableInput


class Subject(NamedTuple):
    """What seats are coloured by.

    `column` is the figure's in `seat_figures`, blank where parties are shown; `style` percent, points or swing; `unit`
    the words for its basis; `of_party` whether a party must be named; `estimable` whether a notional result has it.
    """

    key: str
    name: str
    unit: str
    column: str = ""
    style: str = ""
    of_party: bool = False
    estimable: bool = True


SUBJECTS = {
    one.key: one
    for one in (
        Subject("winner", "Who won each seat", "Party of the winner"),
        Subject(
            "turnout",
            "Turnout",
            "Valid votes as a percentage of the electorate",
            "valid_turnout",
            "percent",
            False,
            False,
        ),
        Subject(
            "ballot-turnout",
            "Turnout of all ballots",
            "Valid and rejected ballots as a percentage of the electorate",
            "ballot_turnout",
            "percent",
            False,
            False,
        ),
        Subject("majority", "Majority", "Majority as a percentage of valid votes", "majority_share", "percent"),
        Subject("share", "Winner's share", "Winner's share of valid votes", "share", "percent"),
        Subject("party-share", "{whose} share", "{whose} share of valid votes", "party_share", "percent", True),
        Subject(
            "change",
            "Change in {whose} share",
            "{whose} share of valid votes, change in points",
            "change",
            "points",
            True,
        ),
        Subject(
            "swing",
            "Swing to the winner",
            "Butler swing to the winner from the second, in points",
            "swing",
            "swing",
            False,
            False,
        ),
        Subject("gain", "Seats that changed hands", "Party of the winner, where another won at the baseline"),
    )
}


def subject(by: str, party: str | None) -> Subject:
    """The subject that a word means, with a party or without; UnusableInput where they do not go together."""
    if by not in SUBJECTS:
        raise UnusableInput(f"no map by {by!r}; there are {', '.join(SUBJECTS)}")
    found = SUBJECTS["party-share" if by == "share" and party else by]
    if found.of_party and not party:
        raise UnusableInput(f"a map by {by} is of one party: name it, such as --party Labour")
    if party and not found.of_party:
        raise UnusableInput(f"a map by {by} is of all parties; leave --party out, or ask for share or change")
    return found
