"""Facts of whole councils: what each party won at an election, and how its seats moved since they were last fought."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import ibis
import ibis.expr.types as ir

from hustings import measures
from hustings.claims.catalogue.areas import TURNOUTS
from hustings.claims.catalogue.columns import fact
from hustings.claims.catalogue.fact import Measure
from hustings.record.councils.scope import baseline_of, elections_of

if TYPE_CHECKING:
    from hustings.record.open import Record


class Polled(NamedTuple):
    """A ward's contest in a council's election: which, and the one its seats were last fought at, or blank."""

    contest_id: str
    scope: str
    against: str


WARDS = """
    select council_id, contest_id, election_id, polling_on, seats, area_id as ward, detail, voting_system
    from contest where kind = 'local' and contest_id not like '%.by.%'
"""
SIZES = "select council_id, year, councillors from council_control"


def facts(record: Record, results: ir.Table) -> Iterator[ir.Table]:
    """Seats of parties, changes of them, votes, and who voted, at every election of every council."""
    polled = _table(record)
    whole = results.join(polled, "contest_id").drop("election_id").rename(election_id="scope")
    yield from _of_parties(whole, polled)
    yield from _of_everybody(whole)


def polled_wards(record: Record) -> list[Polled]:
    """The contests of every council's elections, those of a year being one, in order."""
    wards: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in record.query(WARDS):
        wards[row["council_id"]].append(row)
    sizes: dict[str, dict[int, int]] = defaultdict(dict)
    for row in record.query(SIZES):
        sizes[row["council_id"]][row["year"]] = row["councillors"]
    found = []
    for council, rows in wards.items():
        elections = elections_of(rows, sizes[council])
        for one in elections:
            before = baseline_of(one, elections).polled
            against = election_of(council, before.days[0]) if before else ""
            found += [Polled(key, election_of(council, one.days[0]), against) for key in one.contests]
    return sorted(found)


def election_of(council_id: str, day: date) -> str:
    """The scope of a council's election: its council, as two of one name share Democracy Club's id, and its day."""
    return f"council.{council_id}.{day}"


def _table(record: Record) -> ir.Table:
    """The contests of councils' elections as a table in the record's memory."""
    rows = polled_wards(record)
    columns = ", ".join(f"unnest(?) as {name}" for name in Polled._fields)
    values = [list(column) for column in zip(*rows, strict=True)]
    record.query(f"create or replace table polled_ward as select {columns}", values)
    schema = ibis.schema(dict.fromkeys(Polled._fields, "string"))
    return record.backend.sql("from polled_ward", schema=schema)


def _of_parties(whole: ir.Table, polled: ir.Table) -> Iterator[ir.Table]:
    totals = measures.party_totals(whole)
    totals = totals.mutate(subject=ibis.coalesce(totals.party_id, totals.party), scope=totals.election_id)
    named = {"scope": totals.scope, "subject": totals.subject}
    yield fact(totals, Measure.VOTES, totals.votes, **named)
    yield fact(totals, Measure.SHARE, totals.share, **named)
    won = totals.semi_join(_decided(whole), "election_id")
    yield fact(won, Measure.SEATS, won.seats, scope=won.scope, subject=won.subject)
    pairs = polled.filter(polled.against != "").select("scope", "against").distinct()
    then = won.select(against="scope", subject="subject", before="seats")
    both = won.join(pairs, "scope").left_join(then, ["against", "subject"]).drop("against_right", "subject_right")
    # A party that had none is not in the election before; where that election is not known whole, nothing is.
    known = won.select(against="scope").distinct()
    both = both.semi_join(known, "against").mutate(before=both.before.fill_null(0))
    moved = (both.seats, both.before)
    named = {"scope": both.scope, "subject": both.subject, "against": both.against}
    yield fact(both, Measure.SEATS_CHANGE, moved[0] - moved[1], moved, **named)


def _decided(whole: ir.Table) -> ir.Table:
    """The elections of which it is known who took every seat."""
    wards = whole.group_by(["election_id", "contest_id"]).aggregate(
        won=whole.elected.cast("int64").sum(), known=whole.elected.notnull().all(), seats=whole.seats.max()
    )
    elections = wards.group_by("election_id").aggregate(decided=(wards.known & (wards.won == wards.seats)).all())
    return elections.filter(elections.decided)


def _of_everybody(whole: ir.Table) -> Iterator[ir.Table]:
    contests = whole.select("election_id", "contest_id", "seats").distinct()
    seats = contests.group_by("election_id").aggregate(fought=contests.seats.sum())
    yield fact(seats, Measure.SEATS_IN_ALL, seats.fought, scope=seats.election_id)
    total = measures.national_turnout(whole, by=("election_id",))
    total = total.filter(total.contests == total.counted)
    yield fact(total, Measure.ELECTORATE, total.electorate, scope=total.election_id)
    for basis, column in TURNOUTS.items():
        yield fact(total, Measure.TURNOUT, total[column], scope=total.election_id, basis=basis)
