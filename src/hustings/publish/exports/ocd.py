"""Open Civic Data's identifiers of the United Kingdom's divisions, which the Civics format asks for.

Authority: opencivicdata/ocd-division-ids, identifiers/country-gb.csv: the country, its parts, the regions of England
and the constituencies of 2010 and of 2024, but no council and no ward.
"""

from __future__ import annotations

import re
from datetime import date

COUNTRY = "ocd-division/country:gb"
PARTS = {"England": "eng", "Northern Ireland": "nir", "Scotland": "sct", "Wales": "wls"}
# Regions are named by their codes in the statistical regions of the European Union.
REGIONS = {
    "North East": "ukc",
    "North West": "ukd",
    "Yorkshire and The Humber": "uke",
    "East Midlands": "ukf",
    "West Midlands": "ukg",
    "East of England": "ukh",
    "London": "uki",
    "South East": "ukj",
    "South West": "ukk",
}
# The list begins with the constituencies first fought on this day.
LISTED_FROM = date(2010, 5, 6)
# Accents are kept (ynys_môn), but not in this one.
UNLIKE = {"Montgomeryshire and Glyndŵr": "montgomeryshire_and_glyndwr"}


def part_id(country: str) -> str:
    """Of a country of the United Kingdom."""
    return f"{COUNTRY}/part:{PARTS[country]}"


def region_id(country: str, region: str) -> str:
    """Of a region of England; elsewhere, where the region is the country, of that."""
    part = part_id(country)
    return f"{part}/region:{REGIONS[region]}" if region in REGIONS else part


def constituency_id(country: str, region: str, area: str) -> str:
    """Of a constituency fought since LISTED_FROM: its region and its name, words joined by low lines."""
    plain = UNLIKE.get(area) or re.sub(r"[^\w\s-]", "", area.lower()).replace(" ", "_")
    return f"{region_id(country, region)}/ed:{plain}"
