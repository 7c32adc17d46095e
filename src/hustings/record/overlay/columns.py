"""The columns of a file of results that a user may add: Democracy Club's, and ours beside them."""

import re
from collections.abc import Callable
from typing import NamedTuple

Cell = str | int | float | bool | None
# More digits than any count of votes; a longer number is a slip of the keyboard.
MOST_DIGITS = 8
MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
AS_DATE = re.compile(
    rf"\d{{1,4}}[-/ ]({MONTHS})\w*([-/ ]\d+)?|({MONTHS})\w*[-/ ]\d+|\d+[-/]\d+([-/]\d+)?", re.IGNORECASE
)
YES = {"true": True, "yes": True, "y": True, "t": True, "1": True}
NO = {"false": False, "no": False, "n": False, "f": False, "0": False}
SYSTEMS = {"fptp": "FPTP", "block": "block", "sv": "SV", "stv": "STV"}


class Column(NamedTuple):
    """A column: how a cell is read, what it is in words, and whether the file must have it."""

    read: Callable[[str], Cell]
    description: str
    needed: bool = False


def _text(cell: str) -> str:
    if not cell.isprintable():
        raise ValueError(f"{cell!r} has a sign that cannot be printed; type it afresh")
    return cell


def _whole(cell: str) -> int:
    if re.fullmatch(r"[0-9]+", cell):
        if len(cell) > MOST_DIGITS:
            raise ValueError(f"{cell!r} is more than any number of votes; see that no figures ran together")
        return int(cell)
    if re.fullmatch(r"-[0-9]+", cell):
        raise ValueError(f"{cell!r} is below 0; leave what is unknown blank")
    if re.fullmatch(r"[0-9]{1,3}(,[0-9]{3})+", cell):
        raise ValueError(f"{cell!r} has commas; write {cell.replace(',', '')}")
    if AS_DATE.fullmatch(cell):
        raise ValueError(f"{cell!r} is a date, as a spreadsheet makes of some figures; write the whole number")
    raise ValueError(f"{cell!r} is not a whole number; write digits alone, and leave what is unknown blank")


def _percent(cell: str) -> float:
    figure = re.fullmatch(r"([0-9]{1,9})(?:[.,]([0-9]+))? ?%?", cell)
    if not figure:
        raise ValueError(f"{cell!r} is not a percentage; write one such as 45.2")
    value = float(f"{figure[1]}.{figure[2] or 0}")
    if value > 100:
        raise ValueError(f"{cell!r} is more than 100%; write a percentage, and a number of ballots in valid_ballots")
    return value


def _yes(cell: str) -> bool:
    known = YES | NO
    if cell.lower() not in known:
        raise ValueError(f"{cell!r} is neither True nor False")
    return known[cell.lower()]


def _person(cell: str) -> str:
    if not re.fullmatch(r"[0-9]{1,9}", cell):
        raise ValueError(f"{cell!r} is not a person's number at Democracy Club; write its digits or leave it blank")
    return str(int(cell))


def _basis(cell: str) -> str:
    if cell.lower() not in ("declared", "provisional"):
        raise ValueError(f"{cell!r} is no basis of your own results; write declared or provisional")
    return cell.lower()


def _system(cell: str) -> str:
    if cell.lower() not in SYSTEMS:
        raise ValueError(f"{cell!r} is no voting system; write FPTP, block, SV or STV")
    return SYSTEMS[cell.lower()]


DEMOCRACY_CLUB = {
    "election_id": Column(_text, "The election, as Democracy Club writes it; if given, the one being added."),
    "ballot_paper_id": Column(_text, "The contest, such as local.tower-hamlets.bow-east.2026-05-07.", needed=True),
    "person_id": Column(_person, "The candidate's number at Democracy Club."),
    "party_id": Column(_text, "The party's number at the Electoral Commission, such as PP53, or ours, such as labour."),
    "party_name": Column(_text, "The party, or Independent.", needed=True),
    "person_name": Column(_text, "The candidate.", needed=True),
    "ballots_cast": Column(_whole, "Votes for the candidate; first preferences under SV and STV.", needed=True),
    "is_winner": Column(
        _yes, "True for who was elected and False for others, or blank for all of a contest.", needed=True
    ),
    "spoilt_ballots": Column(_whole, "Ballots rejected at the count."),
    "turnout": Column(_percent, "Percentage of the electorate that voted; held against the other figures, not kept."),
    "source": Column(_text, "Where the figures are from, such as an address."),
}
OURS = {
    "seats": Column(_whole, "How many were to be elected; 1 for a constituency or a mayor, else as many as won."),
    "electorate": Column(_whole, "People entitled to vote."),
    "invalid_votes": Column(_whole, "The same as spoilt_ballots."),
    "valid_ballots": Column(_whole, "Valid ballot papers, where a voter may mark several candidates."),
    "voting_system": Column(_system, "FPTP, block, SV or STV; by the law of the place and day unless given."),
    "basis": Column(_basis, "declared or provisional; declared unless given."),
    "new_party": Column(_yes, "True for a party the record does not know whose name is near to one it knows."),
}
COLUMNS: dict[str, Column] = DEMOCRACY_CLUB | OURS
# These say the same on every line of a contest.
OF_CONTEST = (
    "seats",
    "electorate",
    "spoilt_ballots",
    "invalid_votes",
    "valid_ballots",
    "turnout",
    "voting_system",
    "basis",
)
