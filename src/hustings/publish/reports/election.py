"""A general election: parties, rankings of seats, regions; and the party table of any part of the country."""

from __future__ import annotations

from typing import Any

import ibis.expr.types as ir

from hustings import measures
from hustings.errors import NoSuchElection, UnknownName
from hustings.measures.turnout import national_turnout
from hustings.publish import words
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
    Shown("majority_share", "Maj. %", "percent"),
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
ORDERS = ("party", *RANKINGS, "region")
GREAT_BRITAIN = ("England", "Scotland", "Wales")
TURNOUT_NOTE = "Turnout: valid votes as a percentage of the electorate."


def election_sheet(
    record: Record,
    election: str,
    by: str = "party",
    country: str | None = None,
    region: str | None = None,
    reverse: bool = False,
) -> Sheet:
    """A table of a general election by one of ORDERS, of the whole, a country or a region of England.

    Raises NoSuchElection for a year without one, UnknownName for a place that is no country or region.
    """
    found = _general(record, election)
    results = _within(record, record.results(found["election_id"]), country, region)
    scope = region or country or "United Kingdom"
    title = f"{found['election']}, {words.day(found['polling_on'])}: {scope}"
    coverage = (f"The record holds only a part of this election: {found['coverage']}.",) if found["coverage"] else ()
    if by == "party":
        return party_sheet(record, results, title, coverage)
    if by == "region":
        return region_sheet(record, results, title, coverage)
    return ranking_sheet(record, results, title, by, reverse, coverage)


def _general(record: Record, election: str) -> Row:
    ids = election_ids(record, election, "declared")
    found = record.query("select * from election where list_contains(?, election_id) order by 1", [ids])
    if len(found) != 1 or found[0]["kind"] != "general":
        raise NoSuchElection(f"{election} had by-elections only; `hustings by-elections` lists them")
    return found[0]


def _within(record: Record, results: ir.Table, country: str | None, region: str | None) -> ir.Table:
    for column, named in (("country", country), ("region", region)):
        if named is None:
            continue
        if column == "country" and plain(named) == "great britain":
            results = results.filter(results.country.isin(GREAT_BRITAIN))
            continue
        known = [row["name"] for row in record.query(f"select distinct {column} as name from area order by 1")]
        match = [name for name in known if plain(name) == plain(named)]
        if not match:
            near = nearest(named, known)
            what = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(known)}"
            raise UnknownName(f"no {column} called {named!r}; {what}", near)
        results = results.filter(results[column] == match[0])
    return results


def party_sheet(record: Record, results: ir.Table, title: str, notes: tuple[str, ...] = ()) -> Sheet:
    """Parties by seats, then votes, with their change on the baselines of these seats."""
    pairs = record.table("baseline").filter(lambda pair: pair.standard)
    rows = record.rows(measures.party_change(results, record.results(), pairs))
    rows.sort(key=lambda row: (-row["seats"], -row["votes"], -row["contested"], row["party"]))
    return Sheet(title, PARTIES, rows, (*_totals(record, results), *_change_note(rows), *notes), wide=(PARTY_ID,))


PARTY_ID = Shown("party_id", "party_id")


def _change_note(rows: list[Row]) -> tuple[str, ...]:
    if all(row["share_change"] is None for row in rows):
        return ("Change: none is shown, since the record holds no earlier result for these boundaries.",)
    return (
        "Change: share in percentage points and seats, on the baseline of each seat added up: the general "
        "election before on the same boundaries, or the notional result on new ones. "
        f"{words.NONE}: independents, and parties that did not stand then.",
    )


def _totals(record: Record, results: ir.Table) -> tuple[str, ...]:
    total = record.rows(national_turnout(results))[0]
    return (
        f"{words.plural(total['contests'], 'seat')}; electorate {words.count(total['electorate'])}; "
        f"valid votes {words.count(total['valid_votes'])}; rejected papers {words.count(total['invalid_votes'])}; "
        f"turnout {words.percent(total['valid_turnout'])} in valid votes, "
        f"{words.percent(total['ballot_turnout'])} in all ballots.",
    )


def region_sheet(record: Record, results: ir.Table, title: str, notes: tuple[str, ...] = ()) -> Sheet:
    """Parties that won a seat or a twentieth of the vote in each region of England and each other country."""
    totals = measures.party_totals(results, by=("region",))
    rows = record.rows(totals.filter((totals.seats > 0) | (totals.share >= 0.05)))
    rows.sort(key=lambda row: (row["region"], -row["seats"], -row["votes"]))
    columns = (REGION, *(column for column in PARTIES if not column.key.endswith("_change")))
    shown = "Shown: parties with a seat, or a twentieth of the vote, in the region."
    return Sheet(title, columns, rows, (shown, *notes), wide=(PARTY_ID,))


def ranking_sheet(
    record: Record, results: ir.Table, title: str, by: str, reverse: bool, notes: tuple[str, ...] = ()
) -> Sheet:
    """Seats in order of a measure, ties sharing a rank, or of declaration, earliest first."""
    column, highest_first = RANKINGS[by]
    won = seats_won(record, results)
    known = won.filter(won[column].notnull())
    ranked = known.mutate(rank=measures.rank_among(known, column, highest_first=highest_first != reverse))
    rows = record.rows(ranked.order_by("rank", "area"))
    unknown = record.rows(won.aggregate(seats=won.count()))[0]["seats"] - len(rows)
    left_out = (f"Left out: {words.plural(unknown, 'seat')} where it is unknown.",) if unknown else ()
    about = () if by == "declaration" else (TURNOUT_NOTE,)
    columns = TIMED if by == "declaration" else SEATS
    return Sheet(f"{title}, by {by}", columns, rows, (*about, *left_out, *notes), wide=ALONE)


def seats_won(record: Record, results: ir.Table) -> ir.Table:
    """Each seat's winner with share, majority, turnout and time of declaration."""
    won = results.filter(results.elected).select(
        "contest_id", "area", "area_id", "region", "candidate", "party", "votes", share=measures.share(results)
    )
    margin = measures.majority(results).select("contest_id", "majority", "majority_share")
    turnout = measures.turnout(results).select("contest_id", "valid_turnout", "ballot_turnout")
    times = record.table("contest").select("contest_id", "declared_at")
    return won.join(margin, "contest_id").join(turnout, "contest_id").join(times, "contest_id")
