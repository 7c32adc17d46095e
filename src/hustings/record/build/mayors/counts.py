"""The counts of elections of mayors in one shape, whoever published them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from hustings.record.councils import read_councils
from hustings.record.readers.cells import Row

TOWER_HAMLETS = "tower-hamlets-mayors"
DEMOCRACY_CLUB = "democracy-club-2018"


class Counted(NamedTuple):
    """One candidate's count: first preferences, and if known the transfers and the final total."""

    candidate: str
    label: str
    first: int
    elected: bool
    transfers: int | None = None
    final: int | None = None
    first_address: str | None = None
    final_address: str | None = None
    democracy_club_id: str | None = None
    other_votes: int | None = None


class Count(NamedTuple):
    """The count of one election of a mayor, as one publication gives it."""

    council_id: str
    polling_on: date
    source_id: str
    candidates: list[Counted]
    invalid_votes: int | None = None
    voided_on: date | None = None
    turnout: float | None = None

    @property
    def contest_id(self) -> str:
        """`mayor.tower-hamlets.2014-05-22`, which is also the election's id."""
        return f"mayor.{read_councils().slug(self.council_id)}.{self.polling_on}"


def tower_hamlets_counts(rows: Iterable[Row]) -> list[Count]:
    """The elections of the compiled file, each with its rounds."""
    days: dict[Any, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        days[row["election_date"]].append(row)
    return [
        Count(
            "tower-hamlets",
            day,
            TOWER_HAMLETS,
            [_tower_hamlets(row) for row in fought],
            voided_on=next((row["voided_on"] for row in fought if row["voided_on"]), None),
        )
        for day, fought in sorted(days.items())
    ]


def _tower_hamlets(row: dict[str, Any]) -> Counted:
    return Counted(
        row["candidate"],
        row["party"],
        row["first_pref"],
        row["elected"],
        row["second_pref_transfers_counted"],
        row["final_total"],
        row["first_address"],
        row["final_address"],
        other_votes=row["other_votes"],
    )


def democracy_club_counts(rows: Iterable[Row]) -> list[Count]:
    """The elections of mayors among Democracy Club's results: first preferences, and who was elected."""
    ballots: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if str(row["ballot_paper_id"]).startswith("mayor."):
            ballots[str(row["ballot_paper_id"])].append(row)
    return [_democracy_club(ballot, fought) for ballot, fought in sorted(ballots.items())]


def _democracy_club(ballot: str, rows: list[dict[str, Any]]) -> Count:
    _, organisation, day = ballot.split(".")
    polling_on = date.fromisoformat(day)
    return Count(
        read_councils().by_name(organisation, polling_on),
        polling_on,
        DEMOCRACY_CLUB,
        [
            Counted(
                row["person_name"],
                row["party_name"],
                row["ballots_cast"],
                row["is_winner"],
                first_address=row["source"],
                democracy_club_id=str(row["person_id"]),
            )
            for row in rows
        ],
        invalid_votes=rows[0]["spoilt_ballots"],
        turnout=None if rows[0]["turnout"] is None else rows[0]["turnout"] / 100,
    )
