"""What must be true of each contest in a user's file, held against itself and against the record."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any, NamedTuple

from hustings.record.names import plain
from hustings.record.overlay.ballots import Ballot, read_ballot
from hustings.record.overlay.columns import OF_CONTEST
from hustings.record.overlay.known import Known, Stood
from hustings.record.overlay.results_file import Fault, Line

Row = dict[str, Any]

# Turnout is printed of valid votes or of all ballots, rounded: this far from both it is of other figures.
ROUNDING = 0.1
# From 4 May 2023 mayors of English councils are elected by most votes: Elections Act 2022, section 13.
SV_ENDED = "2023-05-04"
STV_COUNTRIES = ("Scotland", "Northern Ireland")


class Contest(NamedTuple):
    """One contest of the file that is without a fault of its own."""

    ballot: Ballot
    place: Row | None
    council: Row | None
    system: str
    seats: int
    figures: Row
    lines: list[Line]
    stood: list[Stood]
    elected: list[bool | None]


class Checked(NamedTuple):
    """The contests of a file, the faults found, and the parties that are new, by name."""

    contests: list[Contest]
    faults: list[Fault]
    new_parties: list[str]


def check_results(lines: list[Line], known: Known) -> Checked:
    """Every contest of the lines read, with every fault of them."""
    by_ballot: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.cells["ballot_paper_id"] is not None:
            by_ballot[line.text("ballot_paper_id")].append(line)
    contests, faults, new = [], [], set()
    for ballot_id, of_ballot in by_ballot.items():
        found = _contest(ballot_id, of_ballot, known)
        if isinstance(found, list):
            faults += found
        else:
            contests.append(found)
            pairs = zip(of_ballot, found.stood, strict=True)
            new |= {
                line.text("party_name") for line, one in pairs if one.party_id and one.party_id not in known.parties
            }
    return Checked(contests, faults, sorted(new))


def _contest(ballot_id: str, lines: list[Line], known: Known) -> Contest | list[Fault]:
    """A contest, or its faults."""
    first = lines[0].number
    ballot = read_ballot(ballot_id, known.election)
    if isinstance(ballot, str):
        return [Fault(first, "ballot_paper_id", ballot)]
    place, council, faults = _placed(ballot, first, known)
    faults += _election_faults(lines, ballot, known) + _held_faults(ballot, first, known, council)
    figures, uneven = _figures(lines)
    faults += uneven + _twice(lines)
    stood = [_stood(line, known, faults) for line in lines if line.sound]
    if faults or len(stood) < len(lines):
        # A sum over lines of which one could not be read would be a fault of its own making; the order is none.
        system = figures["voting_system"] or _system(ballot, council, 1)
        return faults + _order_faults([line for line in lines if line.sound], system)
    seats = _seats(figures, lines, ballot)
    system = figures["voting_system"] or _system(ballot, council, seats)
    faults = _winner_faults(lines, seats, system) or _order_faults(lines, system)
    if seats:
        faults += _count_faults(lines, seats, figures, system)
    if faults:
        return faults
    return Contest(ballot, place, council, system, seats, figures, lines, stood, _elected(lines, seats, system))


def _placed(ballot: Ballot, line: int, known: Known) -> tuple[Row | None, Row | None, list[Fault]]:
    council = known.council(ballot)
    if isinstance(council, str):
        return None, None, [Fault(line, "ballot_paper_id", council)]
    if council is None:
        seat = known.seat(ballot)
        return (None, None, [Fault(line, "ballot_paper_id", seat)]) if isinstance(seat, str) else (seat, None, [])
    place = known.ward(boundary_set(ballot, council), ballot.place or ballot.council or "")
    return place, council, []


def boundary_set(ballot: Ballot, council: Row) -> str:
    """The set of a ward, as fought that year, or of a council as a whole."""
    key = council["council_id"]
    return f"wards-{key}-{ballot.day.year}" if ballot.kind == "local" else f"council-{key}"


def _election_faults(lines: list[Line], ballot: Ballot, known: Known) -> list[Fault]:
    fits = {None, known.election.election_id, ballot.election_id, f"{ballot.kind}.{ballot.day}"}
    return [
        Fault(line.number, "election_id", f"{line.cells['election_id']!r} is not {ballot.election_id}")
        for line in lines
        if line.cells["election_id"] not in fits
    ]


def _held_faults(ballot: Ballot, line: int, known: Known, council: Row | None) -> list[Fault]:
    """Refusal of a contest that is there already, under this id or another of the same election."""
    ballot_id = ballot.ballot_id
    if (ballot.kind, council["council_id"] if council else None, ballot.day) in known.published_elections:
        what = f"the record holds the election that {ballot_id} is of, as officially published, and that stands"
        return [Fault(line, "ballot_paper_id", f"{what}; leave it out")]
    if ballot_id not in known.contests:
        return []
    file = known.contests[ballot_id]
    what = f"you added {ballot_id} already from {file}; see `hustings record added`, and remove that first"
    if not file:
        what = f"the record holds {ballot_id} already, and what was published officially stands; leave it out"
    return [Fault(line, "ballot_paper_id", what)]


def _figures(lines: list[Line]) -> tuple[Row, list[Fault]]:
    """The figures of the contest, which every line must repeat or leave blank."""
    figures: Row = {}
    faults = []
    for column in OF_CONTEST:
        said = {line.cells[column]: line.number for line in reversed(lines) if line.cells[column] is not None}
        figures[column] = min(said, key=said.__getitem__) if said else None
        for value, number in said.items():
            if value != figures[column]:
                what = f"{value} where line {said[figures[column]]} says {figures[column]} of the same contest"
                faults.append(Fault(number, column, what))
    spoilt, invalid = figures["spoilt_ballots"], figures["invalid_votes"]
    if spoilt is not None and invalid is not None and spoilt != invalid:
        what = f"{invalid} where spoilt_ballots, which is the same, says {spoilt}"
        faults.append(Fault(lines[0].number, "invalid_votes", what))
    figures["invalid_votes"] = spoilt if invalid is None else invalid
    return figures, faults


def _twice(lines: list[Line]) -> list[Fault]:
    """Candidates who are there twice: by number, or by name and party."""
    faults = []
    seen: dict[tuple[str, ...], int] = {}
    for line in filter(lambda line: line.sound, lines):
        number = line.text("person_id")
        keys: list[tuple[str, ...]] = [("person_id", number)] if number else []
        keys.append(("person_name", plain(line.text("person_name")), plain(line.text("party_name"))))
        again = next((key for key in keys if key in seen), None)
        if again:
            what = f"{line.text('person_name')!r} is on line {seen[again]} already"
            faults.append(Fault(line.number, again[0], f"{what}; a candidate stands once on a ballot"))
        seen |= {key: line.number for key in keys if key not in seen}
    return faults


def _stood(line: Line, known: Known, faults: list[Fault]) -> Stood:
    """What a candidate stands as; a fault is added where the party is not known and may be misspelt."""
    from hustings.record.identity import slug

    number, name = line.text("party_id"), line.text("party_name")
    if other := known.clash(number, name):
        faults.append(Fault(line.number, "party_id", f"{number} is {other}, not {name}; leave out whichever is wrong"))
    stood = known.stood(number, name)
    if stood:
        return stood
    if not name or not slug(name):
        faults.append(Fault(line.number, "party_id", f"no party has the number {number!r}; give party_name"))
    elif (near := known.near_parties(name)) and not line.cells["new_party"]:
        what = f"no party called {name!r}; did you mean {' or '.join(near)}? For a new party, add new_party: True"
        faults.append(Fault(line.number, "party_name", what))
    return Stood("party", slug(name))


def _seats(figures: Row, lines: list[Line], ballot: Ballot) -> int:
    """How many were to be elected; where a ward's are not given, as many as won."""
    winners = sum(bool(line.cells["is_winner"]) for line in lines)
    given = figures["seats"]
    return int(given) if given is not None else (winners if ballot.kind == "local" else 1)


def _system(ballot: Ballot, council: Row | None, seats: int) -> str:
    """The voting system by law: of the House, of a mayor by the day, of councillors by the country."""
    if ballot.kind == "mayor":
        return "SV" if ballot.day.isoformat() < SV_ENDED else "FPTP"
    if council and council["country"] in STV_COUNTRIES:
        return "STV"
    return "FPTP" if seats == 1 else "block"


def _count_faults(lines: list[Line], seats: int, figures: Row, system: str) -> list[Fault]:
    """Votes, ballots, electors and turnout against each other."""
    first = lines[0].number
    faults = []
    blank = [line for line in lines if line.cells["ballots_cast"] is None]
    if blank and len(lines) > seats:
        faults += [Fault(line.number, "ballots_cast", "blank in a contest that was polled") for line in blank]
    if blank:
        return faults
    votes = sum(int(line.text("ballots_cast")) for line in lines)
    ballots = figures["valid_ballots"]
    if ballots is not None:
        most = ballots * (seats if system == "block" else 1)
        if votes > most or (system != "block" and votes != ballots):
            what = f"{ballots} valid ballots cannot hold the {votes} votes of the candidates"
            faults.append(Fault(first, "valid_ballots", f"{what}; see both"))
    # Under block a voter may use one vote or all, so the fewest ballots are the votes shared out whole.
    fewest = ballots if ballots is not None else (-(-votes // seats) if system == "block" else votes)
    cast = fewest + (figures["invalid_votes"] or 0)
    electorate = figures["electorate"]
    if electorate is not None and cast > electorate:
        what = f"{electorate} electors cannot have cast {cast} ballots, a turnout of more than 100%"
        faults.append(Fault(first, "electorate", f"{what}; see both"))
    elif electorate and system != "block":
        faults += _turnout_fault(first, figures, fewest, cast)
    return faults


def _turnout_fault(line: int, figures: Row, valid: int, cast: int) -> list[Fault]:
    said, electorate = figures["turnout"], figures["electorate"]
    if said is None:
        return []
    low, high = (100 * count / electorate for count in (valid, cast))
    if (
        low - ROUNDING <= said <= high + ROUNDING
        or abs(said - round(low)) < ROUNDING
        or abs(said - round(high)) < ROUNDING
    ):
        return []
    what = (
        f"{said}% where the votes and the electorate make it {low:.2f}% in valid votes and {high:.2f}% in all ballots"
    )
    return [Fault(line, "turnout", what)]


def _winner_faults(lines: list[Line], seats: int, system: str) -> list[Fault]:
    """Winners against seats and votes."""
    said = Counter(line.cells["is_winner"] for line in lines)
    first = lines[0].number
    if seats == 0:
        return [Fault(first, "is_winner", "nobody is elected and seats are not given; say one of them")]
    if said[None] and len(said) > 1:
        blank = [line for line in lines if line.cells["is_winner"] is None]
        return [Fault(line.number, "is_winner", "blank where other lines of the contest are not") for line in blank]
    if said[None]:
        tied = system in ("FPTP", "block") and None in _elected(lines, seats, system)
        what = "the votes do not decide who was elected; say who was, by lot or otherwise"
        return [Fault(first, "is_winner", what)] if tied else []
    if said[True] != min(seats, len(lines)):
        what = f"{said[True]} elected where there {'is 1 seat' if seats == 1 else f'are {seats} seats'}"
        return [Fault(first, "is_winner", f"{what}; see is_winner and seats")]
    return []


def _order_faults(lines: list[Line], system: str) -> list[Fault]:
    """Under FPTP and block nobody who lost polled more than someone who won."""
    polled = [line for line in lines if line.cells["ballots_cast"] is not None]
    won = [line for line in polled if line.cells["is_winner"]]
    if not won or system not in ("FPTP", "block"):
        return []
    least = min(won, key=lambda line: int(line.text("ballots_cast")))
    return [
        Fault(
            line.number,
            "is_winner",
            f"{line.text('person_name')} polled {line.text('ballots_cast')} and lost where "
            f"{least.text('person_name')} won with {least.text('ballots_cast')}",
        )
        for line in polled
        if line.cells["is_winner"] is False and int(line.text("ballots_cast")) > int(least.text("ballots_cast"))
    ]


def _elected(lines: list[Line], seats: int, system: str) -> list[bool | None]:
    """Who was elected: as said, or where nothing is said by votes if they decide it, else unknown."""
    if lines[0].cells["is_winner"] is not None:
        return [bool(line.cells["is_winner"]) for line in lines]
    if len(lines) <= seats:
        return [True] * len(lines)
    if any(line.cells["ballots_cast"] is None for line in lines):
        return [None] * len(lines)
    votes = [int(line.text("ballots_cast")) for line in lines]
    ranked = sorted(votes, reverse=True)
    if system not in ("FPTP", "block") or ranked[seats - 1] == ranked[seats]:
        return [None] * len(lines)
    return [polled >= ranked[seats - 1] for polled in votes]
