"""A general election: parties, rankings of seats, regions; and the party table of any part of the country."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

import ibis.expr.types as ir

from hustings import measures
from hustings.errors import AmbiguousName, NoSuchElection, UnknownName
from hustings.publish import words
from hustings.publish.reports.added import added_note
from hustings.publish.reports.election_notes import change_note, totals_note, undecided_note
from hustings.publish.reports.winners import winners
from hustings.publish.sheet import Sheet, Shown
from hustings.record.names import nearest, plain
from hustings.record.open import Record
from hustings.record.select import election_ids

Row = dict[str, Any]

PARTIES = (
    Shown("party", "Party"),
    Shown("contested", "Stood", "count"),
    Shown("votes", "Votes", "count"),
    Shown("share", "Share", "percent"),
    Shown("share_change", "Change", "points"),
    Shown("seats", "Seats", "count"),
    Shown("seats_change", "Change", "signed"),
)
SEATS = (
    Shown("rank", "", "place"),
    Shown("area", "Seat"),
    Shown("candidate", "Won by"),
    Shown("party", "Party"),
    Shown("share", "Share", "percent"),
    Shown("majority", "Majority", "count"),
    Shown("majority_share", "Maj. %", "margin"),
    Shown("valid_turnout", "Turnout", "percent"),
)
TIMED = (*SEATS[:4], Shown("declared_at", "Declared", "moment"))
ALONE = (Shown("contest_id", "contest_id"), Shown("area_id", "area_id"), Shown("region", "region"))
REGION = Shown("region", "Region")
# What each ranking is by, and whether the highest stands first.
RANKINGS = {
    "majority": ("majority_share", True),
    "share": ("share", True),
    "turnout": ("valid_turnout", True),
    "declaration": ("declared_at", False),
}
GREAT_BRITAIN = ("England", "Scotland", "Wales")
TURNOUT_NOTE = "Turnout: valid votes as a percentage of the electorate."


class View(NamedTuple):
    """How an election is looked at: by party, region or one of RANKINGS, in which part, from which end."""

    by: str = "party"
    country: str | None = None
    region: str | None = None
    reverse: bool = False


def election_sheet(record: Record, election: str, view: View = View()) -> Sheet:  # noqa: B008 a tuple cannot change
    """A table of a general election, of the whole, a country or a region of England.

    Raises NoSuchElection for a year without one or a place it was not fought in, UnknownName for
    a place that is no country or region.
    """
    found = _general(record, election)
    results, place = _within(record, record.results(election=found["election_id"]), view)
    if not record.rows(results.limit(1)):
        raise NoSuchElection(f"the record has no results of {found['election']} in {place}")
    scope = place or found["coverage"] or "United Kingdom"
    title = f"{found['election']}, {words.day(found['polling_on'])}: {scope}"
    if view.by == "party":
        sheet = party_sheet(record, results, title)
    elif view.by == "region":
        sheet = region_sheet(record, results, title)
    else:
        sheet = ranking_sheet(record, results, title, view)
    stamp = {key: found[key] for key in ("election_id", "polling_on", "basis")} | {"scope": scope}
    return replace(
        sheet,
        rows=[row | stamp for row in sheet.rows],
        notes=sheet.notes + _caveats(found) + _source(record, found),
        wide=sheet.wide + STAMP,
    )


# What each row carries for a program, so that no row of a notional election can pass for a declared one.
STAMP = (
    Shown("election_id", "election_id"),
    Shown("polling_on", "polling_on", "day"),
    Shown("basis", "basis"),
    Shown("scope", "scope"),
)


def _caveats(found: Row) -> tuple[str, ...]:
    part = (f"The record holds only a part of this election: {found['coverage']}.",) if found["coverage"] else ()
    if found["basis"] == "declared":
        return part
    if found["basis"] == "provisional":
        return ("Provisional: added before it was declared, so these figures may change.", *part)
    estimate = (
        "Notional: a published estimate that redistributes the votes of an election over boundaries drawn later. Its "
        "electorates may be of another register than its votes, so a turnout here is the turnout of no poll."
    )
    return (estimate, *part)


def _source(record: Record, found: Row) -> tuple[str, ...]:
    return (*_official(record, found), *added_note(record, [found["election_id"]]))


def _official(record: Record, found: Row) -> tuple[str, ...]:
    source = record.query("select publisher, title from source where source_id = ?", [found["source_id"]])[0]
    return (f"Source: {source['publisher']}, {source['title']}.",)


def _general(record: Record, election: str) -> Row:
    ids = election_ids(record, election, "declared")
    found = record.query("select * from election where list_contains(?, election_id) order by 1", [ids])
    if len(found) > 1 and all(row["kind"] == "general" for row in found):
        days = tuple(str(row["polling_on"]) for row in found)
        raise AmbiguousName(f"there were general elections on {' and '.join(days)}; name one by its day", days)
    if len(found) != 1 or found[0]["kind"] != "general":
        raise NoSuchElection(f"{election} had by-elections only; `hustings by-elections` lists them")
    return found[0]


def _within(record: Record, results: ir.Table, view: View) -> tuple[ir.Table, str]:
    """The results of the country and region looked at, and their name; blank for the whole."""
    place = ""
    for column, named in (("country", view.country), ("region", view.region)):
        if named is not None and column == "country" and plain(named) == "great britain":
            results, place = results.filter(results.country.isin(GREAT_BRITAIN)), "Great Britain"
        elif named is not None:
            name = _place(record, column, named)
            results = results.filter(results[column] == name)
            place = f"{name}, {place}" if place else name
    return results, place


def _place(record: Record, column: str, named: str) -> str:
    """The name of the country or region that a name means, as the record writes it."""
    known = [row["name"] for row in record.query(f"select distinct {column} as name from area order by 1")]
    for name in known:
        if plain(name) == plain(named):
            return str(name)
    near = nearest(named, known)
    what = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(known)}"
    raise UnknownName(f"no {column} called {named!r}; {what}", near)


def party_sheet(record: Record, results: ir.Table, title: str) -> Sheet:
    """Parties by seats, then votes, with their change on the baselines of these seats."""
    pairs = record.baselines()
    rows = record.rows(measures.party_change(results, record.results(), pairs))
    rows.sort(key=lambda row: (-(row["seats"] or 0), -(row["votes"] or 0), -row["contested"], row["party"]))
    return Sheet(
        title,
        PARTIES,
        rows,
        (*totals_note(record, results), *undecided_note(record, results), *change_note(record, results, rows)),
        wide=(PARTY_ID,),
    )


PARTY_ID = Shown("party_id", "party_id")


def region_sheet(record: Record, results: ir.Table, title: str) -> Sheet:
    """Parties that won a seat or a twentieth of the vote in each region of England and each other country."""
    totals = measures.party_totals(results, by=("region",))
    rows = record.rows(totals.filter((totals.seats > 0) | (totals.share >= 0.05)))
    rows.sort(key=lambda row: (row["region"], -(row["seats"] or 0), -(row["votes"] or 0)))
    columns = (REGION, *(column for column in PARTIES if not column.key.endswith("_change")))
    shown = "Shown: parties with a seat, or a twentieth of the vote, in the region."
    return Sheet(title, columns, rows, (shown,), wide=(PARTY_ID,))


def ranking_sheet(record: Record, results: ir.Table, title: str, view: View) -> Sheet:
    """Seats in order of a measure, ties sharing a rank, or of declaration, earliest first."""
    column, highest_first = RANKINGS[view.by]
    won = seats_won(record, results)
    known = won.filter(won[column].notnull())
    ranked = known.mutate(rank=measures.rank_among(known, column, highest_first=highest_first != view.reverse))
    rows = record.rows(ranked.order_by("rank", "area"))
    unknown = record.rows(won.aggregate(seats=won.count()))[0]["seats"] - len(rows)
    left_out = (f"Left out: {words.plural(unknown, 'seat')} where it is unknown.",) if unknown else ()
    about = () if view.by == "declaration" else (TURNOUT_NOTE,)
    columns = TIMED if view.by == "declaration" else SEATS
    return Sheet(f"{title}, by {view.by}", columns, rows, (*about, *left_out), wide=ALONE)


def seats_won(record: Record, results: ir.Table) -> ir.Table:
    """Each seat's winner with share, majority, turnout and time of declaration."""
    times = record.table("contest").select("contest_id", "declared_at")
    return winners(results).join(times, "contest_id")
