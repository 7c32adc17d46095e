"""What the record knows that a user's file must agree with: parties, seats, councils, wards, persons, contests."""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from hustings.record.build.divisions import Seats, seats_on
from hustings.record.councils import read_councils
from hustings.record.identity import slug
from hustings.record.names import nearest, plain
from hustings.record.overlay.ballots import Ballot, Election
from hustings.record.overlay.folder import PUBLISHER

if TYPE_CHECKING:
    from hustings.record.open import Record

Row = dict[str, Any]

# What Democracy Club calls parties that are in the record under a shorter name.
NAMES = Path(__file__).parent / "party_names.csv"
STANDING = {
    "independent": "independent",
    "independents": "independent",
    "no description": "independent",
    "speaker": "speaker",
    "speaker seeking re election": "speaker",
    "the speaker seeking re election": "speaker",
}
# Democracy Club's own numbers for those who stand for no party.
NO_PARTY = {"ynmp-party:2": "independent", "ynmp-party:12522": "speaker"}
# A name of so many letters may have two slips of the keyboard, a shorter one a single slip.
LONG = 8
LINKS = "select registration_id, party_id from party_registration order by start_on"


class Stood(NamedTuple):
    """What someone stands as: for a party by its id, or as an independent or the Speaker."""

    standing_as: str
    party_id: str | None = None


class Known:
    """The record in the package, `held`, and the same with what was added before, `united`."""

    def __init__(self, held: Record, united: Record, election: Election) -> None:
        self.held, self.united, self.election = held, united, election

    @cached_property
    def contests(self) -> dict[str, str]:
        """Each contest there is already and who says so."""
        rows = self.united.query("select contest_id, title, publisher from contest join source using (source_id)")
        return {row["contest_id"]: row["title"] if row["publisher"] == PUBLISHER else "" for row in rows}

    @cached_property
    def published_elections(self) -> set[tuple[str, str | None, Any]]:
        """General elections, and elections of councils and mayors, that were published: kind, council and day."""
        rows = self.held.query("select distinct kind, council_id, polling_on from contest where kind != 'by-election'")
        return {
            ("parl" if row["kind"] == "general" else row["kind"], row["council_id"], row["polling_on"]) for row in rows
        }

    @cached_property
    def parties(self) -> dict[str, str]:
        """Every party of the record, and of what was added, by its id."""
        return {row["party_id"]: row["party"] for row in self.united.query("select party_id, party from party")}

    @cached_property
    def _called(self) -> dict[str, str]:
        """From what a party is called to the party, where only one is."""
        called: dict[str, set[str]] = defaultdict(set)
        for row in self.united.query("select party_id, abbreviation from party where abbreviation is not null"):
            called[plain(row["abbreviation"])].add(row["party_id"])
        unshared = {name: ids.pop() for name, ids in called.items() if len(ids) == 1}
        with NAMES.open(encoding="utf-8", newline="") as file:
            usual = {plain(row["name"]): row["party_id"] for row in csv.DictReader(file)}
        names = {plain(name): key for key, name in self.parties.items()}
        return unshared | usual | names | {plain(key): key for key in self.parties}

    @cached_property
    def _registered(self) -> dict[str, set[str]]:
        numbers: dict[str, set[str]] = defaultdict(set)
        for row in self.held.query(LINKS):
            numbers[row["registration_id"]].add(row["party_id"])
        return numbers

    def stood(self, party_id: str, name: str) -> Stood | None:
        """What a candidate stands as, by the number of the party or its name; None for a party not known."""
        if party_id in NO_PARTY or plain(name) in STANDING:
            return Stood(NO_PARTY.get(party_id) or STANDING[plain(name)])
        if party_id in self.parties:
            return Stood("party", party_id)
        by_name = self._called.get(plain(name)) if name else None
        numbered = self._registered.get(party_id.replace("party:", "PP"), set())
        if len(numbered) == 1 and by_name is None:
            return Stood("party", next(iter(numbered)))
        return Stood("party", by_name) if by_name else None

    def clash(self, party_id: str, name: str) -> str | None:
        """The party that a number means where the name means another; None where they agree."""
        numbered = self._registered.get(party_id.replace("party:", "PP"), set())
        by_name = self._called.get(plain(name)) if name else None
        if numbered and by_name and by_name not in numbered:
            return " or ".join(sorted(self.parties[one] for one in numbered))
        return None

    def near_parties(self, name: str) -> tuple[str, ...]:
        """The parties whose names a name may be a misspelling of."""
        from rapidfuzz.distance import OSA

        wanted = plain(name)
        slips = 1 if len(wanted) < LONG else 2
        return tuple(
            one for one in nearest(name, list(self.parties.values())) if OSA.distance(wanted, plain(one)) <= slips
        )

    @cached_property
    def seats(self) -> Seats:
        """The constituencies in force on the day of the election, by code and by the slug of their names."""
        sets = self.held.query("select * from boundary_set")
        seats = seats_on(sets, self.held.query("select * from area"), self.election.day)
        return Seats(seats.by_code, {slug(str(row["area"])): row for row in seats.by_code.values()})

    @cached_property
    def _councils(self) -> dict[str, Row]:
        rows = read_councils().rows.values()
        day = self.election.day
        return {str(row["slug"]): row for row in rows if row["end_on"] is None or row["end_on"] >= day}  # type: ignore[operator]

    @cached_property
    def _wards(self) -> dict[tuple[str, str], Row]:
        """The wards and whole councils that the record has, by boundary set and slug of the name."""
        rows = self.held.query(
            "select area.* from area join boundary_set using (boundary_set_id) where kind != 'constituencies'"
        )
        return {(row["boundary_set_id"], slug(row["area"])): row for row in rows}

    @cached_property
    def regions(self) -> dict[str, str]:
        """The GSS code of each region or country."""
        return {
            row["region"]: row["region_id"] for row in self.held.query("select distinct region, region_id from area")
        }

    @cached_property
    def persons(self) -> dict[str, str]:
        """The person of each number at Democracy Club."""
        rows = self.held.query("select democracy_club_id, person_id from person where democracy_club_id is not null")
        return {row["democracy_club_id"]: row["person_id"] for row in rows}

    def council(self, ballot: Ballot) -> Row | str | None:
        """The council of a local or mayoral ballot, None for a parliamentary one, or what is wrong with it."""
        if ballot.council is None:
            return None
        if ballot.council in self._councils:
            return self._councils[ballot.council]
        near = nearest(ballot.council, list(self._councils))
        mend = f"did you mean {' or '.join(near)}?" if near else "write it as Democracy Club's ids do"
        return f"no council is written {ballot.council!r}; {mend}"

    def seat(self, ballot: Ballot) -> Row | str:
        """The constituency of a parliamentary ballot, or what is wrong with it."""
        if ballot.place in self.seats.by_name:
            return self.seats.by_name[ballot.place]
        near = nearest(str(ballot.place), list(self.seats.by_name))
        mend = f"did you mean {' or '.join(near)}?" if near else "write its name with hyphens"
        return f"no constituency of {self.election.day} is written {ballot.place!r}; {mend}"

    def ward(self, boundary_set_id: str, place: str) -> Row | None:
        """A ward, or a council as a whole, that the record has."""
        return self._wards.get((boundary_set_id, place))
