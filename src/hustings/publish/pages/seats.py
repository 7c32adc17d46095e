"""The list of every seat."""

from __future__ import annotations

from hustings.publish.facts import Facts
from hustings.publish.pages import links
from hustings.publish.pages.page import Page, of_links


def seats_page(facts: Facts) -> Page:
    """Every seat by name, those of today before those that are no more."""
    latest = {path: facts.reports[contests[-1]].contest for path, contests in facts.fought.items()}
    rows = [{"path": path, "area": contest["area"]} for path, contest in latest.items()]
    rows.sort(key=lambda row: row["area"])
    return Page(
        path=links.SEATS,
        template="index.html",
        title="Seats",
        description="Every constituency of the House of Commons fought since 2010, by name.",
        figures=of_links(
            "Each page has the seat's latest contest, and a line of links to the others.",
            [
                ("Seats of today", [row for row in rows if not latest[row["path"]]["end_on"]]),
                ("Seats that are no more", [row for row in rows if latest[row["path"]]["end_on"]]),
            ],
        ),
    )
