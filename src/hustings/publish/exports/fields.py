"""The columns of an export: what each holds, in what unit, and whether it was published or is computed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from hustings.publish.sheet import Shown, program_key, program_value
from hustings.record.schema import TABLES, Column
from hustings.record.schema.column import flag, real, text, whole
from hustings.record.shape import RESULTS

Origin = Literal["published", "identifier", "computed", "estimated"]
ORIGINS: dict[Origin, str] = {
    "published": "As its publisher has it, mended where a correction is filed.",
    "identifier": "An identifier, a name or a mark that the record gives.",
    "computed": "Computed by Hustings from what was published, by a measure; see docs/measures.md.",
    "estimated": "Estimated by Hustings, and published by nobody; see docs/methods/people.md.",
}
UNITS = {"percent": "percent", "points": "percentage points"}


@dataclass(frozen=True, slots=True)
class Field:
    """A column of an export: its declaration, how it is shown, and where its values come from.

    `found` is the column of the query it is read from; a share found as a fraction of 1 is given in percent, a
    change in points, and named so.
    """

    column: Column
    found: str
    style: str
    origin: Origin

    @property
    def name(self) -> str:
        """Its name in every file: share_percent, change_points, votes."""
        return self.column.name

    def value(self, found: Any) -> Any:
        """The value that files hold: percents and points to four decimals, all else as found."""
        return program_value(found, Shown(self.found, "", self.style)) if self.style in UNITS else found


def computed(column: Column, style: str = "") -> Field:
    """A column that a measure gives; of a `percent` or `points` style, named by its unit."""
    named = program_key(Shown(column.name, "", style))
    unit = UNITS.get(style, column.unit)
    return Field(replace(column, name=named, unit=unit), column.name, style or column.kind, "computed")


def published(column: Column) -> Field:
    """A column as the record holds it."""
    own = column.name.endswith("_id") or column.refers or column.name in GIVEN
    return Field(column, column.name, column.kind, "identifier" if own else "published")


# What the record itself says of a row, which no publisher prints.
GIVEN = ("kind", "basis", "detail", "election", "licence", "baseline_rule", "person_known_by", "disputed")


def of(table: str, *names: str) -> tuple[Field, ...]:
    """Columns of one of the record's tables."""
    return tuple(published(TABLES[table].column(name)) for name in names)


ELECTION = of("election", "election")
COUNCIL = published(replace(TABLES["council"].column("council"), optional=True))
BASELINE = (
    published(replace(TABLES["baseline"].column("baseline_contest_id"), optional=True)),
    published(replace(TABLES["baseline"].column("rule"), name="baseline_rule", optional=True)),
)
SHARE = computed(real("share", "Votes as a part of the contest's valid votes.", optional=True), "percent")
MAJORITY = (
    computed(
        whole(
            "majority",
            "Votes of the first less those of the second; under the Supplementary Vote, of final totals; null where "
            "several were elected.",
            unit="votes",
            optional=True,
        )
    ),
    computed(
        real(
            "majority_share",
            "The majority as a part of the valid votes; under the Supplementary Vote, of the votes of the round that "
            "decided.",
            optional=True,
        ),
        "percent",
    ),
)
NO_POLL = "null in a notional result, which is of no poll"
TURNOUT = (
    computed(real("valid_turnout", f"Valid votes as a part of the electorate; {NO_POLL}.", optional=True), "percent"),
    computed(
        real(
            "ballot_turnout",
            f"Valid and rejected ballots as a part of the electorate; never to be compared with the other; {NO_POLL}.",
            optional=True,
        ),
        "percent",
    ),
)
VOID = (
    *of("contest", "voided_on"),
    published(flag("disputed", "The record contradicts itself on this row or its contest, and nothing settles it.")),
)
LICENCE = published(text("licence", "The licence of the source the row was read from."))
CHANGE = computed(
    real(
        "change",
        "Share of the party's line less its share at the baseline, positive for a rise; null where it did not stand, "
        "for independents, and where no baseline is known.",
        optional=True,
    ),
    "points",
)

# What a row of results holds besides the shape of results: names, and the measures of the row and its contest.
BESIDE: tuple[Field, ...] = (
    *ELECTION,
    COUNCIL,
    computed(
        whole(
            "place",
            "Place by votes, ties sharing the higher; null for candidates whom the publication lumps together.",
            least=1,
            optional=True,
        )
    ),
    SHARE,
    computed(
        real("baseline_share", "The share of the party's line at the baseline.", optional=True),
        "percent",
    ),
    CHANGE,
    *BASELINE,
    computed(
        flag(
            "deposit_kept",
            "Polled more than a twentieth of the valid votes (an eighth before October 1985); null where no deposit "
            "is asked, in a notional result, and where it is not known.",
            optional=True,
        )
    ),
    *MAJORITY,
    *TURNOUT,
    *VOID,
    published(replace(TABLES["person_link"].column("how"), name="person_known_by", optional=True)),
    replace(
        published(replace(TABLES["person_link"].column("probability"), name="person_probability")), origin="estimated"
    ),
    LICENCE,
)
# What a reader looks for stands first, what a program joins by last.
RESULT_ORDER = """
    election polling_on kind basis country region council area candidate party standing_as
    votes share_percent place change_points baseline_rule baseline_share_percent
    elected deposit_kept voided_on disputed majority majority_share_percent
    electorate valid_votes valid_ballots invalid_votes valid_turnout_percent ballot_turnout_percent
    voting_system seats final_votes detail
    contest_id election_id boundary_set_id area_id council_id candidacy_id party_id line_id baseline_contest_id
    person_id person_known_by person_probability source_id licence
"""
SEAT_ORDER = """
    election polling_on kind basis country region council area winner winner_party outcome held
    winner_votes winner_share_percent majority majority_share_percent baseline_rule
    electorate valid_votes valid_ballots invalid_votes ballots valid_turnout_percent ballot_turnout_percent
    declared_at voided_on disputed voting_system seats detail
    contest_id election_id boundary_set_id area_id council_id baseline_contest_id source_id licence
"""


def _in_order(fields: tuple[Field, ...], order: str) -> tuple[Field, ...]:
    known = {field.name: field for field in fields}
    return tuple(known[name] for name in order.split())


RESULT_FIELDS: tuple[Field, ...] = _in_order((*map(published, RESULTS), *BESIDE), RESULT_ORDER)
SEATS: tuple[Field, ...] = (
    *(published(column) for column in TABLES["contest"].columns),
    *of("area", "area", "region", "country"),
    *ELECTION,
    COUNCIL,
    published(text("winner", "Who was elected, several parted by semicolons; null where not known.", optional=True)),
    published(text("winner_party", "The winner's party, several parted by semicolons.", optional=True)),
    computed(
        whole("winner_votes", "The winner's votes; null where several were elected.", unit="votes", optional=True)
    ),
    computed(
        real("winner_share", "The winner's share of the valid votes; null where several were elected.", optional=True),
        "percent",
    ),
    *MAJORITY,
    computed(flag("held", "The winner's party won the baseline; null where no baseline is known.", optional=True)),
    computed(text("outcome", "Hold or gain, in words.", optional=True)),
    *BASELINE,
    computed(whole("ballots", "All ballots, valid and rejected.", unit="ballots", optional=True)),
    *TURNOUT,
    LICENCE,
)
SEAT_FIELDS: tuple[Field, ...] = _in_order(SEATS, SEAT_ORDER)
PARTY_FIELDS: tuple[Field, ...] = (
    *of("election", "election_id", "election", "basis"),
    published(replace(TABLES["party"].column("party_id"), optional=True)),
    of("party", "party")[0],
    computed(whole("seats", "Seats known to be won.", unit="seats", optional=True)),
    computed(whole("seats_change", "Seats less those at the baselines.", unit="seats", least=None, optional=True)),
    computed(whole("votes", "Votes of all its candidates in this file.", unit="votes", optional=True)),
    computed(
        real("share", "Votes as a part of all candidates' votes in that election in this file.", optional=True),
        "percent",
    ),
    computed(
        real("share_change", "The share less that at the baselines of these contests added up.", optional=True),
        "points",
    ),
    computed(whole("contested", "Its candidates, or contests where only party votes are known.", unit="rows")),
)
SOURCE_FIELDS: tuple[Field, ...] = (
    *of("source", "source_id", "publisher", "title", "licence", "address", "as_of", "retrieved_on", "sha256", "note"),
    computed(
        whole(
            "rows",
            "Rows of results read from it; 0: it gives the baselines of changes, or figures of contests.",
            unit="rows",
        )
    ),
)
