"""Pages of places: the list of seats, the boroughs with their seats side by side, and how the boundaries changed."""

from __future__ import annotations

from collections.abc import Iterable

from hustings.publish import words
from hustings.publish.facts import Facts, Row
from hustings.publish.pages import links
from hustings.publish.pages.page import Page, of_links, of_sheets
from hustings.publish.pages.seat_context import seats_sheet
from hustings.publish.reports.seat import SeatReport
from hustings.publish.sheet import Sheet, Shown

PARTS = (
    Shown("area", "Seat"),
    Shown("people", "People in both", "count"),
    Shown("population_of_authority", "Of the borough's people", "percent"),
    Shown("population_of_constituency", "Of the seat's people", "percent"),
)
CHANGES = (
    Shown("area", "Seat of 2024"),
    Shown("from_", "Made of, by residential addresses"),
    Shown("notional", "Notional 2019"),
    Shown("won", "Won 2024"),
)
# A part under this is a sliver that the list of boundary changes leaves out.
LEAST_PART = 0.02


def place_pages(facts: Facts) -> Iterable[Page]:
    """The list of seats, each borough, the list of boroughs, and the list of boundary changes."""
    yield _seats(facts)
    boroughs = _boroughs(facts)
    yield from boroughs
    yield _borough_list(boroughs)
    yield from _boundary_changes(facts)


def _latest(facts: Facts, path: str) -> SeatReport:
    return facts.reports[facts.fought[path][-1]]


def _seats(facts: Facts) -> Page:
    rows = [{"path": path, "area": _latest(facts, path).contest["area"]} for path in facts.fought]
    abolished = {row["path"] for row in rows if _latest(facts, row["path"]).contest["end_on"]}
    rows.sort(key=lambda row: row["area"])
    return Page(
        path=links.SEATS,
        template="index.html",
        title="Seats",
        description="Every constituency of the House of Commons fought since 2010, by name.",
        figures=of_links(
            "Each page has the seat's latest contest, and a line of links to the others.",
            [
                ("Seats of today", [row for row in rows if row["path"] not in abolished]),
                ("Seats that are no more", [row for row in rows if row["path"] in abolished]),
            ],
        ),
    )


def _boroughs(facts: Facts) -> list[Page]:
    named: dict[str, list[Row]] = {}
    for parts in facts.authorities.values():
        for part in parts:
            named.setdefault(part["local_authority"], []).append(part)
    held = {one.contest["area_id"] for one in facts.reports.values()}
    return [
        _borough(facts, name, parts)
        for name, parts in sorted(named.items())
        if any(part["area_id"] in held for part in parts)
    ]


def _borough(facts: Facts, name: str, parts: list[Row]) -> Page:
    seats = facts.seats_of[parts[0]["local_authority_id"]]
    elections = [row for row in facts.elections if row["kind"] == "general" and row["basis"] == "declared"]
    sheets = []
    for election in elections:
        keys = [(election["election_id"], seat) for seat in seats]
        contests = [facts.reports[facts.contest_at[key]].contest for key in keys if key in facts.contest_at]
        if contests:
            sheets.append(seats_sheet(f"{election['election']}: the seats of {name}", contests))
    rows = [part | {"area_path": _seat_path(facts, part)} for part in sorted(parts, key=lambda row: -row["people"])]
    estimated = any(part["split_people"] for part in parts)
    people = Sheet(f"{name} and its constituencies", PARTS, rows, PEOPLE + (ESTIMATED if estimated else ()))
    return Page(
        path=links.borough(name),
        template="list.html",
        title=f"{name}: constituencies",
        description=f"The constituencies that {name} lies in, and their results side by side.",
        figures=of_sheets([*sheets, people], f"{words.plural(len(rows), 'constituency', 'constituencies')}."),
    )


PEOPLE = (
    "People: usual residents by the census of 2021 (Scotland 2022). Turnout: valid votes as a percentage of the "
    "electorate. Results are of whole constituencies.",
)
ESTIMATED = (
    "Estimated in part by Hustings: small areas that lie in several constituencies are split by where their "
    "people live, as mySociety has it.",
)


def _seat_path(facts: Facts, part: Row) -> str | None:
    seat = part["boundary_set_id"], part["area_id"]
    found = [contest_id for (_, one), contest_id in facts.contest_at.items() if one == seat]
    return links.seat(found[0]) if found else None


def _borough_list(boroughs: list[Page]) -> Page:
    rows = [{"path": page.path, "area": page.title.removesuffix(": constituencies")} for page in boroughs]
    return Page(
        path=links.BOROUGHS,
        template="index.html",
        title="Boroughs and councils",
        description="Local authorities and the constituencies that lie in them.",
        figures=of_links("Local authorities of December 2024, each with its constituencies.", [("", rows)]),
    )


def _boundary_changes(facts: Facts) -> list[Page]:
    made = [one for one in facts.reports.values() if one.predecessors and one.contest["kind"] == "general"]
    if not made:
        return []
    rows = sorted((_change(one) for one in made), key=lambda row: str(row["area"]))
    by_letter: dict[str, list[Row]] = {}
    for row in rows:
        by_letter.setdefault(row["region"], []).append(row)
    pages = [_region(region, found) for region, found in sorted(by_letter.items())]
    listed = [{"path": page.path, "area": page.title.removeprefix("Boundary changes of 2024: ")} for page in pages]
    overview = Page(
        path=links.BOUNDARIES,
        template="index.html",
        title="Boundary changes of 2024",
        description="What each constituency of 2024 was made of, and its notional result of 2019.",
        figures=of_links(NOTIONAL, [("Regions and nations", listed)]),
    )
    return [overview, *pages]


NOTIONAL = (
    "Constituencies were redrawn for the general election of 2024. A notional result is a published estimate that "
    "redistributes the votes of 2019 over the new boundaries: nobody was elected by it."
)


def _region(region: str, rows: list[Row]) -> Page:
    sheet = Sheet(f"{region}: seats of 2024 and what they were made of", CHANGES, rows)
    return Page(
        path=f"{links.BOUNDARIES}{links.slug(region)}/",
        template="list.html",
        title=f"Boundary changes of 2024: {region}",
        description=f"What each constituency of {region} was made of in 2024, and its notional result of 2019.",
        figures=of_sheets([sheet], NOTIONAL),
    )


def _change(report: SeatReport) -> Row:
    contest = report.contest
    parts = [part for part in report.predecessors if part["of_this"] >= LEAST_PART]
    notional = [row for row in report.earlier if row["basis"] == "notional"]
    return {
        "area": contest["area"],
        "area_path": links.contest(contest["contest_id"]),
        "region": contest["region"],
        "from_": "; ".join(f"{words.percent(part['of_this'])} {part['area']}" for part in parts),
        "notional": notional[0]["party"] if notional else words.NONE,
        "won": contest["party"],
    }
