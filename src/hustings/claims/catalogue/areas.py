"""Facts of whole elections: what parties won in the United Kingdom, in each nation and in each region."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import ibis
import ibis.expr.types as ir

from hustings import measures
from hustings.claims.catalogue.columns import fact
from hustings.claims.catalogue.fact import Measure
from hustings.measures.relative_change import relative_change

if TYPE_CHECKING:
    from hustings.record.open import Record

TURNOUTS = {"valid votes": "valid_turnout", "all ballots": "ballot_turnout"}


def facts(results: ir.Table) -> Iterator[ir.Table]:
    """Seats, votes, shares and candidates of parties in general elections, by the whole, by nation and by region."""
    general = results.filter((results.kind == "general") & (results.basis == "declared"))
    # Totals are of a scope: the election's id, and the place after a bar.
    scopes = {
        "whole": general.mutate(place=ibis.literal("")),
        "nations": general.mutate(place=ibis.literal("|") + general.country),
        "regions": general.filter(general.region.notnull() & (general.region != general.country)).mutate(
            place=ibis.literal("|") + general.region
        ),
    }
    for rows in scopes.values():
        yield from _of_parties(rows)
        yield from _of_everybody(rows)
        yield from _changes(rows)


def _of_parties(rows: ir.Table) -> Iterator[ir.Table]:
    totals = measures.party_totals(rows, by=("place",))
    named = {"scope": totals.election_id + totals.place, "subject": ibis.coalesce(totals.party_id, totals.party)}
    yield fact(totals, Measure.SEATS, totals.seats, **named)
    yield fact(totals, Measure.VOTES, totals.votes, **named)
    yield fact(totals, Measure.SHARE, totals.share, **named)
    yield fact(totals, Measure.CONTESTED, totals.contested, **named)
    parties = totals.filter(totals.party_id.notnull())
    for basis in ("votes", "seats"):
        among = measures.rank_among(parties, basis, within=("election_id", "place"))
        placed = parties.mutate(among=among).filter(parties[basis] > 0)
        scope = placed.election_id + placed.place
        yield fact(placed, Measure.PLACE, placed.among, scope=scope, subject=placed.party_id, basis=basis)


def _of_everybody(rows: ir.Table) -> Iterator[ir.Table]:
    total = measures.national_turnout(rows, by=("election_id", "place"))
    scope = total.election_id + total.place
    yield fact(total, Measure.ELECTORATE, total.electorate, scope=scope)
    yield fact(total, Measure.VALID_VOTES, total.valid_votes, scope=scope)
    # The ids of elections are in the order of their days.
    order = ibis.window(group_by=total.place, order_by=total.election_id)
    before = total.election_id.lag().over(order) + total.place
    for basis, column in TURNOUTS.items():
        turnouts = (total[column], total[column].lag().over(order))
        yield fact(total, Measure.TURNOUT, total[column], scope=scope, basis=basis)
        named = {"scope": scope, "basis": basis, "against": before}
        yield fact(total, Measure.TURNOUT_CHANGE, turnouts[0] - turnouts[1], turnouts, **named)
        yield fact(total, Measure.TURNOUT_RELATIVE, relative_change(*turnouts), turnouts, **named)


def _changes(rows: ir.Table) -> Iterator[ir.Table]:
    """Changes of parties' totals, and of turnout, since the general election before."""
    moved = measures.party_totals_change(rows, by=("place",))
    named = {"scope": moved.election_id + moved.place, "subject": moved.party_id}
    named["against"] = moved.before_election_id + moved.place
    for measure, name in (
        (Measure.SHARE_CHANGE, "share"),
        (Measure.VOTES_CHANGE, "votes"),
        (Measure.SEATS_CHANGE, "seats"),
    ):
        operands = (moved[name], moved[f"before_{name}"])
        yield fact(moved, measure, moved[f"{name}_change"], operands, **named)
    for measure, name in ((Measure.SHARE_RELATIVE, "share"), (Measure.VOTES_RELATIVE, "votes")):
        operands = (moved[name], moved[f"before_{name}"])
        yield fact(moved, measure, relative_change(*operands), operands, **named)


# The parts of each seat of the last redrawing, as facts of its first contest against the last of the old seat.
PARTS = """
    select contest.contest_id, before.contest_id as baseline_contest_id, overlap.*
    from overlap
    join contest on contest.boundary_set_id = new_boundary_set_id and contest.area_id = new_area_id
    join contest as before on before.boundary_set_id = old_boundary_set_id and before.area_id = old_area_id
    where contest.kind = 'general' and contest.basis = 'declared' and before.kind = 'general'
        and before.basis = 'declared' and before.polling_on < contest.polling_on
    qualify row_number() over (
        partition by new_boundary_set_id, new_area_id, old_boundary_set_id, old_area_id
        order by contest.polling_on, before.polling_on desc
    ) = 1
"""
MEASURED = ("addresses", "population", "land")


def parts(record: Record) -> Iterator[ir.Table]:
    """How much of old and of new seats each shares with the other, by addresses, people and land."""
    ends = {f"{basis}_of_{seat}": "float64" for basis in MEASURED for seat in ("old", "new")}
    schema = ibis.schema({"contest_id": "string", "baseline_contest_id": "string"} | ends)
    wanted = f"select contest_id, baseline_contest_id, {', '.join(ends)} from ({PARTS})"
    table = record.backend.sql(wanted, schema=schema)
    for basis in MEASURED:
        for seat, measure in (("old", Measure.PART_OF_OLD), ("new", Measure.PART_OF_NEW)):
            yield fact(table, measure, table[f"{basis}_of_{seat}"], basis=basis, against=table.baseline_contest_id)
