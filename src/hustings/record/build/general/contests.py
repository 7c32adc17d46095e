"""Contests and party rows made from what a publication states of a seat."""

from hustings.record.build.general.labels import OTHER, Meant
from hustings.record.build.general.places import universities
from hustings.record.build.general.polls import rules
from hustings.record.build.general.statements import Statement
from hustings.record.build.places import Tables
from hustings.record.identity import candidacy_ids, contest_id, election_id
from hustings.record.readers.cells import Row, Value


def compile_party_contests(statements: list[Statement]) -> Tables:
    """A contest a statement whose publication is the one chosen for the votes of its election."""
    chosen = {label: rule.chosen for label, rule in rules("votes").items()}
    used = [one for one in statements if chosen[one.poll.label] == one.source_id]
    return {
        "contest": [_contest(one) for one in used],
        "candidacy": [row for one in used for row in _rows(one)],
        "published": [row for one in used for row in _printed(one)],
    }


def party_contest_id(statement: Statement) -> str:
    """The id of the contest a statement is about."""
    return contest_id(statement.seat, statement.poll.polling_on)


def voting_system(statement: Statement) -> str:
    """FPTP for one seat; for several the block vote, but choices in order for a university's.

    Authority: Representation of the People Act 1918, section 20.
    """
    if statement.seats == 1:
        return "FPTP"
    return "STV" if statement.place.area in universities() else "block"


def _contest(statement: Statement) -> Row:
    polled = sum(statement.votes.values())
    return {
        "contest_id": party_contest_id(statement),
        "election_id": election_id(statement.poll.polling_on),
        "polling_on": statement.poll.polling_on,
        "kind": "general",
        "basis": "declared",
        "voting_system": voting_system(statement),
        # Of members returned unopposed there is a row each; else a row is a party.
        "detail": "party" if polled else "candidate",
        "seats": statement.seats,
        "boundary_set_id": statement.place.boundary_set_id,
        "area_id": statement.place.area_id,
        "electorate": statement.electorate,
        "valid_votes": polled or None,
        "valid_ballots": statement.total if voting_system(statement) == "block" else None,
        "invalid_votes": None,
        "writ_on": None,
        "declared_at": None,
        "recorded_at": None,
        "disputed": False,
        "source_id": statement.source_id,
    }


def _rows(statement: Statement) -> list[Row]:
    """A row a party, or where nobody else stood a row a member returned unopposed, with no votes."""
    contest = party_contest_id(statement)
    if statement.votes:
        won = winner(statement)
        known = {one: None if won is None else one == won for one in statement.votes}
        stood: list[tuple[Meant, Value, Value]] = [
            (one, votes, known[one]) for one, votes in sorted(statement.votes.items(), key=lambda item: -item[1])
        ]
    else:
        stood = [(one, None, True) for one, members in statement.unopposed.items() for _ in range(members)]
    keys = candidacy_ids(contest, [one.key for one, _, _ in stood])
    return [
        {
            "candidacy_id": key,
            "contest_id": contest,
            "mnis_id": None,
            "democracy_club_id": None,
            "candidate": None,
            "standing_as": one.standing_as,
            "party_id": one.party_id,
            "votes": votes,
            "elected": elected,
            "disputed": False,
            "source_id": statement.source_id,
        }
        for key, (one, votes, elected) in zip(keys, stood, strict=True)
    ]


def winner(statement: Statement) -> Meant | None:
    """Whose candidate took the seat, where the votes of parties decide it.

    They do not where several members were elected, where two lead alike, or where the largest
    figure is of many candidates together, unless there is no other: then one of them did.
    """
    if statement.seats > 1:
        return None
    first, *rest = sorted(statement.votes.items(), key=lambda item: -item[1])
    if not rest:
        return first[0]
    undecided = first[0].standing_as == OTHER or first[1] == rest[0][1]
    return None if undecided else first[0]


# The file prints shares and turnouts to three decimals, and shares of one election to two.
DECIMALS = 3
ROUNDED = {"1974F": 2}


def _printed(statement: Statement) -> list[Row]:
    """The derived figures that the publication prints beside the votes."""
    if not statement.votes:
        return []
    contest = party_contest_id(statement)
    blank: Row = {"contest_id": contest, "candidacy_id": None, "words": None, "source_id": statement.source_id}
    figures = [("turnout", statement.turnout, DECIMALS), ("total", statement.total, 0)]
    rows = [
        blank | {"figure": figure, "value": float(str(value)), "decimals": decimals}
        for figure, value, decimals in figures
        if value is not None
    ]
    decimals = ROUNDED.get(statement.poll.label, DECIMALS)
    return rows + [
        blank | {"candidacy_id": f"{contest}:{one.key}", "figure": "share", "value": share, "decimals": decimals}
        for one, share in statement.shares.items()
    ]
