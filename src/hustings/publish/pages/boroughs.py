"""Pages of boroughs: the seats of each side by side and on one scale, its council, its mayor, its census."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache, partial
from typing import Any, NamedTuple

from hustings.measures.outcome import outcome_words
from hustings.publish import words
from hustings.publish.dossier import Part
from hustings.publish.facts import Facts, Row
from hustings.publish.pages import links
from hustings.publish.pages.census import notable_words
from hustings.publish.pages.multiples import multiples
from hustings.publish.pages.page import Figures, Page, of_links
from hustings.publish.reports.borough import COUNCILS
from hustings.publish.reports.council import CouncilReport, council_reports
from hustings.publish.reports.council_forms import council_dossier
from hustings.publish.reports.mayor import mayor_report
from hustings.publish.reports.mayor_forms import mayor_dossier
from hustings.publish.reports.notable import notable_places
from hustings.publish.reports.seat import SeatReport
from hustings.publish.reports.seat_words import source_sentence
from hustings.publish.sheet import Sheet, Shown
from hustings.record.open import Record

SEATS = (
    Shown("area", "Seat"),
    Shown("outcome", "Result"),
    Shown("candidate", "Won by"),
    Shown("party", "Party"),
    Shown("share", "Share", "percent or none"),
    Shown("majority", "Majority", "count or none"),
    Shown("majority_share", "Majority, %", "margin"),
    Shown("valid_turnout", "Turnout", "percent or none"),
)
PARTS = (
    Shown("area", "Seat"),
    Shown("people", "People in both", "count"),
    Shown("population_of_authority", "Of the borough's people", "percent"),
    Shown("population_of_constituency", "Of the seat's people", "percent"),
)
RESULTS = (
    "Results are of whole constituencies. Shares and majorities are of valid votes; turnout: valid votes as a "
    "percentage of the electorate. Hold and gain are against the winner at the baseline: the notional result, a "
    "published estimate of the election before on these boundaries, or the seat's own general election before."
)
PEOPLE = ("People: usual residents by the census of 2021 (Scotland 2022; Northern Ireland by mySociety's estimate).",)
ESTIMATED = (
    "Estimated in part by Hustings: small areas that lie in several constituencies are split by where their "
    "people live, as mySociety has it.",
)
TITLE = ": constituencies, council and census"


class Council(NamedTuple):
    """A borough's council: its id, the parts told of it, and whether the borough has a mayor."""

    council_id: str
    parts: tuple[Part, ...]
    has_mayor: bool


class Shared(NamedTuple):
    """What is found once for all boroughs, when the first asks: notable answers and councils, by local authority."""

    notable: Callable[[], dict[str, list[Row]]]
    councils: Callable[[], dict[str, Council]]


def borough_pages(record: Record, facts: Facts) -> Iterable[Page]:
    """A page each borough that a seat of the site lies in, and their list."""
    held = {one.contest["area_id"] for one in facts.reports.values()}
    named: dict[str, list[Row]] = {}
    for parts in facts.authorities.values():
        for part in parts:
            named.setdefault(part["local_authority"], []).append(part)
    own = {name: parts for name, parts in sorted(named.items()) if any(part["area_id"] in held for part in parts)}
    shared = Shared(
        cache(partial(notable_places, record, "local authority")),
        cache(partial(_councils, record, [parts[0]["local_authority_id"] for parts in own.values()])),
    )
    pages = [_page(name, partial(_figures, record, facts, parts, shared)) for name, parts in own.items()]
    return [*pages, _list(pages)]


def _councils(record: Record, local_authority_ids: list[str]) -> dict[str, Council]:
    """The councils of local authorities, each with its latest election and who held it year by year."""
    found = record.query(COUNCILS, [local_authority_ids])
    reports = council_reports(record, [row["council_id"] for row in found])
    return {row["local_authority_id"]: _council(reports[row["council_id"]]) for row in found}


def _council(report: CouncilReport) -> Council:
    parts = tuple(_titled(part) for part in council_dossier(report).parts)
    return Council(report.council["council_id"], parts, report.has_mayor)


def _page(name: str, figures: Figures) -> Page:
    return Page(
        path=links.borough(name),
        template="borough.html",
        title=f"{name}{TITLE}",
        description=f"The constituencies that {name} lies in, side by side; its council, and its census.",
        figures=figures,
    )


def borough_name(page: Page) -> str:
    """The name of the borough that a page is of."""
    return page.title.removesuffix(TITLE)


def _figures(record: Record, facts: Facts, parts: list[Row], shared: Shared) -> dict[str, Any]:
    name, local_authority_id = parts[0]["local_authority"], parts[0]["local_authority_id"]
    council = shared.councils().get(local_authority_id)
    census, census_note = notable_words(shared.notable().get(local_authority_id, []), "local authorities of {}")
    return {
        "name": name,
        "words": _lead(name, parts),
        "elections": [_election(name, found) for found in _by_election(facts, local_authority_id)],
        "since": _since(facts, local_authority_id),
        "people": _people(facts, name, parts),
        "council": council.parts if council else (),
        "council_id": council.council_id if council else "",
        "local_authority_id": local_authority_id,
        "mayor": mayor_dossier(mayor_report(record, council.council_id)) if council and council.has_mayor else None,
        "census": census,
        "census_note": census_note,
    }


def _lead(name: str, parts: list[Row]) -> str:
    verb = "lies" if len(parts) == 1 else "lie"
    return f"{words.plural(len(parts), 'constituency', 'constituencies')} {verb} in {name}, in whole or in part."


def _by_election(facts: Facts, local_authority_id: str) -> Iterable[list[SeatReport]]:
    """The results of the borough's seats at each general election on their boundaries, the latest first."""
    for election in facts.elections:
        if election["kind"] == "general" and election["basis"] == "declared":
            keys = [(election["election_id"], seat) for seat in facts.seats_of[local_authority_id]]
            found = [facts.reports[facts.contest_at[key]] for key in keys if key in facts.contest_at]
            if found:
                yield sorted(found, key=lambda one: str(one.contest["area"]))


def _election(name: str, found: list[SeatReport]) -> dict[str, Any]:
    contest = found[0].contest
    rows = [_seat(one) for one in found]
    sources = dict.fromkeys(f"Source: {source_sentence(source)}" for one in found for source in one.sources)
    return {
        "heading": contest["election"],
        "key": links.slug(contest["election"]),
        "sheet": Sheet(f"The seats of {name}, {words.day(contest['polling_on'])}", SEATS, rows, (RESULTS, *sources)),
        # One seat has none to be compared with.
        "multiples": multiples(found) if len(found) > 1 else None,
    }


def _seat(report: SeatReport) -> Row:
    contest = report.contest
    return contest | {
        "area_path": links.contest(contest["contest_id"]),
        "candidate": contest["candidate"] or words.NONE,
        "outcome": (outcome_words(report.outcome) if report.outcome else "") or words.NONE,
    }


def _since(facts: Facts, local_authority_id: str) -> list[Row]:
    """By-elections in the borough's seats, the latest first."""
    seats = set(facts.seats_of[local_authority_id])
    found = [
        one.contest
        for one in facts.reports.values()
        if one.contest["kind"] == "by-election" and (one.contest["boundary_set_id"], one.contest["area_id"]) in seats
    ]
    return sorted(found, key=lambda row: str(row["polling_on"]), reverse=True)


def _people(facts: Facts, name: str, parts: list[Row]) -> Sheet:
    rows = [part | {"area_path": _seat_path(facts, part)} for part in sorted(parts, key=lambda row: -row["people"])]
    estimated = any(part["split_people"] for part in parts)
    return Sheet(f"People of {name} by constituency", PARTS, rows, PEOPLE + (ESTIMATED if estimated else ()))


def _seat_path(facts: Facts, part: Row) -> str | None:
    seat = part["boundary_set_id"], part["area_id"]
    found = [contest_id for (_, one), contest_id in facts.contest_at.items() if one == seat]
    return links.seat(found[0]) if found else None


def _titled(part: Part) -> Part:
    """The part, its table called as the part is."""
    return replace(part, sheet=replace(part.sheet, title=part.heading)) if part.sheet else part


def _list(pages: list[Page]) -> Page:
    rows = [{"path": page.path, "area": borough_name(page)} for page in pages]
    return Page(
        path=links.BOROUGHS,
        template="index.html",
        title="Boroughs and councils",
        description="Local authorities: their constituencies, councils and census.",
        figures=of_links("Local authorities of December 2024, each with its constituencies.", [("", rows)]),
    )
