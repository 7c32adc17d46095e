"""Who held a council's seats in a year, as its publisher lists them, for figures that say what a party has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from hustings.claims.catalogue.contest import Contest
from hustings.claims.catalogue.fact import Fact, Measure

if TYPE_CHECKING:
    from hustings.record.open import Record

COMPOSITION = "composition."
HELD = """
    select council_id, council, region, country, year, party_label, council_composition.councillors,
        council_control.councillors as size, council_composition.source_id
    from council_composition join council_control using (council_id, year) join council using (council_id)
    where council_id in ({marks}) order by council_id, year, party_label
"""
# The publisher's columns; Other is every party and independent without one, and nobody's.
PARTIES = {
    "Conservative": "conservative",
    "Labour": "labour",
    "Liberal Democrat": "liberal-democrat",
    "Green": "green-party",
    "SNP": "scottish-national-party",
    "Plaid Cymru": "plaid-cymru",
    "UKIP": "uk-independence-party",
    "Reform UK": "reform-uk",
}


class Held(NamedTuple):
    """A council in one year: as a contest that a figure may be of, how many seats it has, and whose they were."""

    contest: Contest
    council_id: str
    size: int
    facts: list[Fact]


def compositions(record: Record, councils: Collection[str]) -> Iterator[Held]:
    """Some councils in every year that the record has; the publisher does not say of what day of it."""
    if not councils:
        return
    years: dict[tuple[str, int], list[dict[str, Any]]] = defaultdict(list)
    for row in record.query(HELD.format(marks=", ".join("?" * len(councils))), sorted(councils)):
        years[row["council_id"], row["year"]].append(row)
    for (council_id, year), rows in years.items():
        one = rows[0]
        scope = f"{COMPOSITION}{council_id}.{year}"
        seats = [
            Fact(scope, PARTIES[row["party_label"]], Measure.SEATS, "", "", row["councillors"], None, None)
            for row in rows
            if row["party_label"] in PARTIES
        ]
        size = Fact(scope, "", Measure.SEATS_IN_ALL, "", "", one["size"], None, None)
        contest = Contest(
            contest_id=scope,
            election_id=scope,
            polling_on=date(year, 12, 31),
            kind="composition",
            basis="declared",
            seat=f"seats held on {one['council']} council",
            region=one["region"],
            country=one["country"],
            source_id=one["source_id"],
        )
        yield Held(contest, council_id, one["size"], [*seats, size])
