"""What each publication calls a party, by country and year, and the party that is meant."""

from functools import cache
from typing import NamedTuple

from hustings.errors import SourceFault
from hustings.record.build.general.polls import Poll
from hustings.record.build.general.tables import table
from hustings.record.identity import slug
from hustings.record.readers.cells import Row

OTHER = "other"
SPEAKER = "speaker"


class Meant(NamedTuple):
    """What a label means: a party by its id, the Speaker, or everybody else."""

    standing_as: str
    party_id: str | None

    @property
    def key(self) -> str:
        """The party's id, or speaker, or other."""
        return self.party_id or self.standing_as


@cache
def meant(source_id: str, label: str, country: str, poll: Poll) -> Meant:
    """What a label means in a country at an election; SourceFault for a label the table does not hold."""
    for row in table("party_labels"):
        right = row["source_id"] == source_id and row["label"] == label and row["country"] in ("", country)
        if right and int(row["first"]) <= poll.year <= int(row["last"]):
            return Meant(row["standing_as"], slug(row["party"]) if row["party"] else None)
    raise SourceFault(
        f"{source_id} has votes under {label!r} in {country} in {poll.label}; add that label to party_labels.csv"
    )


@cache
def keys_of(source_id: str, country: str, poll: Poll) -> frozenset[str]:
    """Everything that a publication could name in a country at an election, as keys."""
    return frozenset(
        slug(row["party"]) if row["party"] else row["standing_as"]
        for row in table("party_labels")
        if row["source_id"] == source_id
        and row["country"] in ("", country)
        and int(row["first"]) <= poll.year <= int(row["last"])
    )


def earlier_parties() -> list[Row]:
    """Rows of `party` for the parties that no later publication names."""
    return [
        {
            "party_id": slug(row["party"]),
            "party": row["party"],
            "abbreviation": row["abbreviation"],
            "mnis_id": None,
            "line_id": slug(row["line"]),
            "parliamentary": False,
            "note": row["note"] or None,
            "source_id": row["source_id"],
        }
        for row in table("parties")
    ]
