"""The seats as a swing would leave them, measured as every other result is."""

from __future__ import annotations

import threading
from typing import Any, NamedTuple

import ibis

from hustings import measures
from hustings.models import swung
from hustings.publish.pages import links
from hustings.publish.reports.winners import winners
from hustings.record.open import Record
from hustings.web.swing.asked import Asked, grounds

Row = dict[str, Any]


class Scenario(NamedTuple):
    """What a swing leaves: a row a party with its seats and share of all votes, and a row a seat with its winner.

    `swung` are the seats in which both parties stood.
    """

    parties: list[Row]
    seats: list[Row]
    swung: int


class Swingometer:
    """Swings the results of a record; threads may ask at once."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.grounds = grounds(record)
        self._statements: dict[tuple[str, str, str], list[str]] = {}
        self._bases: dict[str, str] = {}
        self._still: dict[str, Scenario] = {}
        self._lock = threading.Lock()

    def scenario(self, asked: Asked) -> Scenario:
        """The parties, most seats first, and the seats by name, as a swing would leave them."""
        with self._lock:
            base, statements = self._base(asked.ground.election["election_id"]), self._asked(asked)
        regions = asked.ground.regions
        given = [
            [*regions],
            [asked.scope_of(region) for region in regions],
            [asked.points_in(region) / 100 for region in regions],
        ]
        parties, seats = (self.record.query(GIVEN.format(base=base) + one, given) for one in statements)
        # Of no party are independents and the Speaker, each under its own name.
        kinds = ({"standing_as": "party" if row["party_id"] else links.slug(row["party"])} for row in parties)
        swung_ = self.record.query(BOTH.format(base=base), [asked.to.line_id, asked.from_.line_id])
        named = [row | kind for row, kind in zip(parties, kinds, strict=True)]
        return Scenario(named, seats, len(swung_))

    def still(self, asked: Asked) -> Scenario:
        """The result as it was, which is the same whatever is swung."""
        election_id = asked.ground.election["election_id"]
        if election_id not in self._still:
            self._still[election_id] = self.scenario(asked._replace(points=0.0, regional={}))
        return self._still[election_id]

    def _base(self, election_id: str) -> str:
        """The name of a table of an election's results, copied out of the record when it is first swung."""
        if election_id not in self._bases:
            name = f"swung_{links.slug(election_id).replace('-', '_')}"
            self.record.query(f"create table {name} as from results where election_id = ?", [election_id])
            self._bases[election_id] = name
        return self._bases[election_id]

    def _asked(self, asked: Asked) -> list[str]:
        """The SQL of both tables: to compile it takes ten times as long as to run it, and the swing is not in it."""
        key = asked.to.line_id, asked.from_.line_id, asked.rule
        if key not in self._statements:
            if len(self._statements) >= MOST_HELD:
                self._statements.clear()
            results = swung(ibis.table(self.record.results().schema(), name="base"), MOVES, *key)
            parties, seats = measures.party_totals(results), winners(results)
            ordered = (parties.order_by(ibis.desc("seats"), ibis.desc("votes")), seats.order_by("area", "contest_id"))
            self._statements[key] = [f"select * from ({self.record.backend.compile(one)})" for one in ordered]
        return self._statements[key]


MOST_HELD = 200
MOVES = ibis.table({"contest_id": "string", "scope": "string", "swing": "float64"}, name="moves")
BOTH = """
    select contest_id from {base} where line_id in (?, ?) and standing_as = 'party' and votes is not null and seats = 1
    group by contest_id having count(distinct line_id) = 2
"""
# What the measures are asked of: the results of an election, and the swing of each contest.
GIVEN = """
    with base as (from {base}),
    moved as (select unnest(?::text[]) as region, unnest(?::text[]) as scope, unnest(?::double[]) as swing),
    moves as (select distinct contest_id, scope, swing from base join moved using (region))
"""
