"""Pages of elections: the list of them, each general election, its seats in order of a figure, and by-elections."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from hustings.publish import words
from hustings.publish.facts import Facts, Row
from hustings.publish.pages import links
from hustings.publish.pages.page import Page, Picture
from hustings.publish.pages.rankings import figure_rankings, party_rankings
from hustings.publish.reports.by_elections import by_elections_sheet
from hustings.publish.reports.election import View, election_sheet
from hustings.publish.reports.standing import FIGURES
from hustings.publish.sheet import Sheet, Shown
from hustings.record.open import Record

GAINS = (
    Shown("area", "Seat"),
    Shown("winner", "Gained by"),
    Shown("loser", "From"),
    Shown("majority", "Majority", "count or none"),
)
Pictures = Callable[[str], Sequence[Picture]]
LIST = (
    Shown("election", "Election"),
    Shown("largest", "Most seats"),
    Shown("seats", "Seats won", "count"),
    Shown("contests", "Seats", "count"),
    Shown("turnout", "Turnout", "percent or none"),
)


def election_pages(record: Record, facts: Facts, pictures: Pictures) -> Iterable[Page]:
    """A page each general election, with its pictures, and each of its tables; their list, and the by-elections."""
    general = [row for row in facts.elections if row["kind"] == "general" and row["basis"] == "declared"]
    for election in general:
        yield Page(
            path=links.election(election["election_id"]),
            template="election.html",
            figures=partial(_election, record, facts, election, pictures),
        )
        yield _part(election, "gains", "Seats gained", partial(_gains, facts, election))
        yield _part(election, "regions", "Regions and nations", partial(_regions, record, election))
        yield from figure_rankings(facts, election)
        yield from party_rankings(facts, election)
    yield _list(record, general)
    yield _by_elections(record, facts)


def _election(record: Record, facts: Facts, election: Row, pictures: Pictures) -> dict[str, Any]:
    election_id = election["election_id"]
    parties = election_sheet(record, election_id)
    contests = [one.contest for one in facts.reports.values() if one.contest["election_id"] == election_id]
    lead, own = parties.rows[0], links.election(election_id)
    return {
        "title": f"{election['election']}, {words.day(election['polling_on'])}",
        "description": f"{lead['party']} won {words.plural(lead['seats'], 'seat')} with {words.percent(lead['share'])} "
        "of valid votes. Every seat, gain, ranking and region.",
        "election": election,
        "parties": with_paths(replace(parties, rows=[row for row in parties.rows if _large(row)]), election_id),
        "small": with_paths(
            replace(parties, title=SMALL, rows=[row for row in parties.rows if not _large(row)]), election_id
        ),
        "pictures": pictures(election_id),
        "map_path": links.map_of(election_id, "winner"),
        "gained": len(_gains(facts, election).rows),
        "complete": len(contests) == _contests(record, election_id),
        "election_parts": [(f"{own}gains/", "Seats gained"), (f"{own}regions/", "Regions and nations")],
        "rankings": [(links.ranking(election_id, one.column), one.name) for one in FIGURES],
        "party_rankings": [
            (one.party, links.party_share(election_id, one.party_id), links.party_change(election_id, one.party_id))
            for one in facts.party_standings[election_id]
        ],
        "later": [row for row in contests if row["polling_on"] != election["polling_on"]],
        "seats": sorted(contests, key=lambda row: str(row["area"])),
    }


SMALL = "Parties and labels without a seat, under a thousandth of valid votes"
LEAST_SHARE = 0.001


def _large(row: Row) -> bool:
    return bool(row["seats"] or row["seats"] is None or (row["share"] or 0) >= LEAST_SHARE)


def _gains(facts: Facts, election: Row) -> Sheet:
    """The seats that changed hands since the baseline."""
    reports = [one for one in facts.reports.values() if one.contest["election_id"] == election["election_id"]]
    gained = [_linked(one.contest | one.outcome) for one in reports if one.outcome and one.outcome["held"] is False]
    gained.sort(key=lambda row: (row["winner"], row["area"]))
    return Sheet(f"Seats gained, {election['election']}", GAINS, gained, (GAINS_NOTE,))


GAINS_NOTE = (
    "A gain is against the party that won the seat at the baseline: the general election before, on these boundaries, "
    "or its notional result. By-elections between are passed over."
)


def _regions(record: Record, election: Row) -> Sheet:
    return with_paths(election_sheet(record, election["election_id"], View(by="region")), election["election_id"])


def _sheets(table: Callable[[], Sheet]) -> dict[str, Any]:
    return {"sheets": [table()], "words": ""}


def _part(election: Row, name: str, title: str, table: Callable[[], Sheet]) -> Page:
    """One table of an election on a page of its own."""
    return Page(
        path=f"{links.election(election['election_id'])}{name}/",
        template="list.html",
        title=f"{title}, {election['election']}",
        description=f"{title} at the {election['election'].lower()}.",
        figures=partial(_sheets, table),
    )


def _contests(record: Record, election_id: str) -> int:
    held = record.query("select count(*)::int as n from contest where election_id = ?", [election_id])
    return int(held[0]["n"])


def _linked(row: Row) -> Row:
    """A row of a contest, its area linked to its page."""
    return row | {"area_path": links.contest(row["contest_id"])}


def with_paths(sheet: Sheet, election_id: str) -> Sheet:
    """The sheet with each party linked to its page, its figures to their rows, and its two changes told apart."""
    columns = tuple(replace(one, heading=HEADINGS.get(one.key, one.heading)) for one in sheet.columns)
    return replace(sheet, columns=columns, rows=[party_linked(row) | added_up(row, election_id) for row in sheet.rows])


HEADINGS = {"share_change": "Change in share, points", "seats_change": "Change in seats"}


def added_up(row: Row, election_id: str) -> Row:
    """Where a desk gives the rows that a party's seats and votes are the sums of."""
    whose = {"party_id": row["party_id"]} if row["party_id"] else {"standing_as": links.slug(row["party"])}
    asked = {"election_id": election_id} | whose | ({"region": row["region"]} if row.get("region") else {})
    return {
        "seats_rows": links.rows("results", **asked, elected="true"),
        "votes_rows": links.rows("results", **asked),
    }


def party_linked(row: Row) -> Row:
    """A row of party totals with the path of the party's page; those of no party have a mark of their own."""
    path = links.party(row["party_id"]) if row["party_id"] else None
    return row | {"party_path": path, "standing_as": links.slug(row["party"])}


def _list(record: Record, general: list[Row]) -> Page:
    def table() -> Sheet:
        rows = [_summary(record, election) for election in general]
        return Sheet("General elections, latest first", LIST, rows, (TURNOUT,))

    return Page(
        path=links.ELECTIONS,
        template="list.html",
        title="General elections",
        description="General elections of the United Kingdom: who won most seats, how many voted.",
        figures=partial(_sheets, table),
    )


TURNOUT = "Turnout: valid votes as a percentage of the electorate, of all seats taken together."


def _summary(record: Record, election: Row) -> Row:
    from hustings import measures

    results = record.results(election=election["election_id"])
    totals = measures.party_totals(results)
    lead = record.rows(totals.order_by(totals.seats.desc()).limit(1))[0]
    turnout = record.rows(measures.national_turnout(results))[0]
    return {
        "election": f"{election['polling_on']:%Y}, {words.day(election['polling_on'])}",
        "election_path": links.election(election["election_id"]),
        "largest": lead["party"],
        "seats": lead["seats"],
        "contests": turnout["contests"],
        "turnout": turnout["valid_turnout"],
    }


BY_ELECTIONS = "By-elections to the House of Commons by Parliament, the latest Parliament first."


def _by_elections(record: Record, facts: Facts) -> Page:
    parliaments = sorted({row["parliament"] for row in facts.elections if row["kind"] == "by-election"}, reverse=True)

    def tables() -> list[Sheet]:
        sheets = [by_elections_sheet(record, parliament) for parliament in parliaments]
        return [replace(one, rows=[_linked(row) for row in one.rows]) for one in sheets]

    return Page(
        path=links.BY_ELECTIONS,
        template="list.html",
        title="By-elections",
        description="Every by-election to the House of Commons since 2011: result, majority, turnout.",
        figures=lambda: {
            "sheets": tables(),
            "words": "By-elections to the House of Commons by Parliament, the latest first.",
        },
    )
