"""The page that says what the API gives and how it is asked."""

from __future__ import annotations

from typing import Any

from hustings.publish.exports.fields import ORIGINS
from hustings.publish.pages.page import Page
from hustings.web.api.described import ROOT
from hustings.web.api.resources import RESOURCES

PATH = "api/"
EXAMPLES = (
    (
        "Every candidate of one contest",
        "results.json?contest_id=parl.bethnal-green-and-stepney.2024-07-04",
    ),
    (
        "The ten smallest majorities of 2024",
        "contests.csv?election_id=parl.2024-07-04&sort=majority_share_percent&limit=10"
        "&fields=area,winner,majority,majority_share_percent",
    ),
    (
        "Independents who were elected to the Commons since 2010",
        "results.json?standing_as=independent&elected=true&kind=general&basis=declared&since=2010-01-01",
    ),
    (
        "What the seats of 2024 called Ilford were made of",
        "boundaries.json?new_area.has=ilford&new_boundary_set_id=england-2024",
    ),
    ("All results of the last general election, typed", "results.parquet?election_id=parl.2024-07-04&limit=all"),
    ("What was corrected in what was published", "corrections.json?since=2024-01-01"),
)


def about_page() -> Page:
    """Resources, fields, parameters and examples."""
    return Page(
        path=PATH,
        template="api.html",
        title="Data and API",
        description="Every row of the record as JSON, CSV, Parquet or a page, filtered, sorted and without a cap.",
        figures=_figures,
    )


def _figures() -> dict[str, Any]:
    return {
        "resources": [*RESOURCES.values()],
        "api": ROOT[1:],
        "examples": EXAMPLES,
        "origins": ORIGINS,
    }
