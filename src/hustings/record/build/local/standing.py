"""The one shape of local elections before they are compiled: a candidate, a ward, a publication."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from hustings.record.councils import read_councils
from hustings.record.names import plain


class Name(NamedTuple):
    """A name as a reader says it, and its parts as published."""

    candidate: str | None
    given: str | None
    family: str | None


class WardKey(NamedTuple):
    """Which ward: the council, and the ward's name without case, accents or marks."""

    council_id: str
    ward: str


class Standing(NamedTuple):
    """One candidate of a ward, or with `detail` party one party there, as a publication has it."""

    ward: WardKey
    name: Name
    label: str | None
    votes: int | None
    elected: bool | None
    gender: str | None = None
    democracy_club_id: str | None = None
    party_number: str | None = None


class Ward(NamedTuple):
    """One ward as a publication has it; what it does not say is None. Turnout is a fraction of 1."""

    ward: WardKey
    name: str
    code: str | None = None
    seats: int | None = None
    electorate: int | None = None
    ballots: int | None = None
    invalid: int | None = None
    turnout: float | None = None
    valid_turnout: float | None = None
    leading_votes: int | None = None
    county_division: bool = False


class Publication(NamedTuple):
    """What one publication says of the elections of one day."""

    source_id: str
    polling_on: date
    standings: list[Standing]
    wards: dict[WardKey, Ward]
    detail: str = "candidate"


def ward_key(council_id: str, ward: str) -> WardKey:
    """The key of a ward by its name as a reader says it: `St. Mary's Abbey` and `St Marys Abbey` are one."""
    return WardKey(council_id, plain(ward.replace(".", "")))


def council_of(name: object, code: object, day: date) -> str:
    """The council that a published name or code means; UnknownName where there is none."""
    return read_councils().identify(str(name), None if code is None else str(code), day)


def united(wards: Iterable[Ward]) -> dict[WardKey, Ward]:
    """One ward a key: what a later row says fills what an earlier one does not."""
    found: dict[WardKey, Ward] = {}
    for ward in wards:
        before = found.get(ward.ward)
        if before is None:
            found[ward.ward] = ward
        elif before != ward:
            later = ward._asdict()
            missing = {name: later[name] for name, value in before._asdict().items() if value is None}
            found[ward.ward] = before._replace(**missing)
    return found
