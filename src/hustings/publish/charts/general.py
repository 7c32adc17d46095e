"""From a seat and an election to the general election that a chart of all its seats is of."""

from __future__ import annotations

from typing import Any

import ibis.expr.types as ir

from hustings.errors import NoSuchElection, UnknownName, UnusableInput
from hustings.record.names import nearest, plain
from hustings.record.open import Record
from hustings.record.seats import find_contest
from hustings.record.select import election_ids

Row = dict[str, Any]


def general_election(record: Record, election: str | None) -> Row:
    """The declared general election that a year, a day or an id means, the latest where none is named.

    Raises NoSuchElection where there were by-elections only, and UnusableInput for a year that had two.
    """
    every = record.query(GENERAL)
    if election is None:
        return every[-1]
    ids = election_ids(record, election, "declared")
    found = [row for row in every if row["election_id"] in ids]
    if not found:
        raise NoSuchElection(f"{election} is no declared general election; this chart is of all seats of one")
    if len(found) > 1:
        days = " and ".join(str(row["polling_on"]) for row in found)
        raise UnusableInput(f"there were general elections on {days}; name one by its day")
    return found[0]


GENERAL = "from election where kind = 'general' and basis = 'declared' order by polling_on"
MARKED = """
    select contest_id, polling_on from contest join election using (election_id, polling_on)
    where boundary_set_id = ? and area_id = ? and election.kind = 'general' and election.basis = 'declared'
    order by polling_on desc
"""


def within(record: Record, results: ir.Table, named: str | None) -> tuple[ir.Table, str]:
    """The results of a country or a region of England, and its name; of all where none is named.

    Raises UnknownName for a place that is neither.
    """
    if named is None:
        return results, "United Kingdom"
    places = {row["place"] for row in record.query(PLACES)}
    for place in places:
        if plain(place) == plain(named):
            return results.filter((results.country == place) | (results.region == place)), place
    near = nearest(named, sorted(places))
    mend = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(sorted(places))}"
    raise UnknownName(f"no country or region called {named!r}; {mend}", near)


PLACES = """
    select distinct unnest([area.country, region]) as place from area join boundary_set using (boundary_set_id)
    where boundary_set.kind = 'constituencies'
"""


def marked_contest(record: Record, seat: str, election: str | None) -> Row:
    """The contest of a seat at a general election, the latest where none is named; raises as `find_contest` does.

    Raises UnusableInput for a by-election and for a notional result: there are no other seats to set it among.
    """
    contest = find_contest(record, seat, election)
    if election is None and contest["kind"] == "by-election":
        days = record.query(MARKED, [contest["boundary_set_id"], contest["area_id"]])
        contest |= days[0] if days else {}
        contest = find_contest(record, seat, contest["contest_id"])
    if contest["kind"] != "general" or contest["basis"] != "declared":
        raise UnusableInput(
            f"{contest['contest_id']} is no contest of a declared general election, so there are no other seats to "
            "set it among; name a general election with --election"
        )
    return contest
