"""Pages of places: the list of seats, and how the boundaries changed."""

from __future__ import annotations

from collections.abc import Iterable

from hustings.publish import words
from hustings.publish.facts import Facts, Row
from hustings.publish.pages import links
from hustings.publish.pages.page import Page, of_links, of_sheets
from hustings.publish.reports.seat import SeatReport
from hustings.publish.sheet import Sheet, Shown

CHANGES = (
    Shown("area", "Seat of 2024"),
    Shown("from_", "Made of, by residential addresses"),
    Shown("notional", "Notional 2019"),
    Shown("won", "Won 2024"),
)
# A part under this is a sliver that the list of boundary changes leaves out.
LEAST_PART = 0.02


def place_pages(facts: Facts) -> Iterable[Page]:
    """The list of seats, and what those of 2024 were made of, by region."""
    yield _seats(facts)
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
