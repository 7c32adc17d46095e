"""The general elections since 1918, and which publication the record takes each figure of them from."""

from datetime import date
from typing import NamedTuple

from hustings.record.build.general.tables import table


class Poll(NamedTuple):
    """A general election: what the Library's file calls it and the day of the poll."""

    label: str
    polling_on: date

    @property
    def year(self) -> int:
        """The year of the poll."""
        return self.polling_on.year


class Rule(NamedTuple):
    """Where a figure of an election is taken from, and what it is held against."""

    chosen: str
    held_against: tuple[str, ...]


def polls() -> dict[str, Poll]:
    """Every general election from 1918 to 2019 by its label: 1970, 1974F, 1974O."""
    return {row["label"]: Poll(row["label"], date.fromisoformat(row["polling_on"])) for row in table("elections")}


def rules(field: str) -> dict[str, Rule]:
    """The rule for a field, votes or electorate, of each election by its label."""
    return {
        row["label"]: Rule(row["chosen"], tuple(row["held_against"].split()))
        for row in table("chosen_sources")
        if row["field"] == field
    }
