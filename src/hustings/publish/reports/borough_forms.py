"""A local authority's constituencies as a dossier: shares of people both ways, and results side by side."""

from typing import Any

from hustings.publish import words
from hustings.publish.dossier import Dossier, Part
from hustings.publish.reports.borough import BoroughReport
from hustings.publish.reports.place_forms import filed_part
from hustings.publish.reports.seat_words import source_sentence
from hustings.publish.sheet import Sheet, Shown
from hustings.record.slivers import LEAST_PART

Row = dict[str, Any]

SHARED = (
    Shown("area", "Constituency"),
    Shown("people", "People in both", "count"),
    Shown("population_of_authority", "Of authority", "percent"),
    Shown("population_of_constituency", "Of seat", "percent"),
    Shown("land", "Land of seat"),
)
RESULTS = (
    Shown("area", "Constituency"),
    Shown("candidate", "Won by"),
    Shown("party", "Party"),
    Shown("share", "Share", "percent"),
    Shown("majority", "Majority", "count"),
    Shown("majority_shown", "Maj. %", "place"),
    Shown("valid_turnout", "Turnout", "percent"),
)
DATA = (
    Shown("local_authority_id", "local_authority_id"),
    Shown("local_authority", "local_authority"),
    Shown("area_id", "area_id"),
    Shown("boundary_set_id", "boundary_set_id"),
    Shown("area", "area"),
    Shown("people", "people", "count"),
    Shown("split_people", "split_people", "count"),
    Shown("population_of_authority", "population_of_authority", "percent"),
    Shown("population_of_constituency", "population_of_constituency", "percent"),
    Shown("land_of_authority", "land_of_authority", "percent"),
    Shown("land_of_constituency", "land_of_constituency", "percent"),
    Shown("wards", "wards", "count"),
    Shown("split_wards", "split_wards", "count"),
    Shown("contest_id", "contest_id"),
    Shown("polling_on", "polling_on", "day"),
    Shown("basis", "basis"),
    Shown("candidate", "candidate"),
    Shown("party", "party"),
    Shown("votes", "votes", "count"),
    Shown("share", "share", "percent"),
    Shown("majority", "majority", "count"),
    Shown("majority_share", "majority_share", "percent"),
    Shown("valid_turnout", "valid_turnout", "percent"),
    Shown("ballot_turnout", "ballot_turnout", "percent"),
    Shown("source_id", "source_id"),
)
# Whose count of people it is, by the file it comes from.
COUNTS = {
    "census-religion-england-and-wales": "usual residents on 21 March 2021 (Census 2021)",
    "census-religion-scotland": "usual residents on 20 March 2022 (Scotland's Census 2022)",
    "authority-to-constituency": "people by mySociety's estimate, of no stated day: Northern Ireland's census is not "
    "in the record",
}


def borough_dossier(report: BoroughReport) -> Dossier:
    """The report in parts: who lives in both, the results, what is estimated, sources."""
    place = report.place
    rows = [_row(row, report) for row in report.constituencies]
    title = f"{place.name}: local authority, {place.within} ({place.area_id})"
    parts = (
        Part(
            "Its constituencies",
            (_counted(report),),
            Sheet("", SHARED, rows),
            tuple(_shared_notes(report)),
            Sheet("", DATA, rows),
        ),
        Part(_heading(rows), (), Sheet("", RESULTS, rows), tuple(_result_notes(report)), Sheet("", DATA, rows)),
        *filed_part(report.filed),
        Part("Sources", tuple(map(source_sentence, report.sources))),
    )
    return Dossier(title, tuple(_lead(report)), parts, Sheet(title, DATA, rows))


def _row(row: Row, report: BoroughReport) -> Row:
    return row | {
        "local_authority": report.place.name,
        "land": words.UNKNOWN if row["land_of_constituency"] is None else words.percent(row["land_of_constituency"]),
        "majority_shown": words.margin(row["majority_share"]),
    }


def _lead(report: BoroughReport) -> list[str]:
    total = sum(row["people"] for row in (*report.constituencies, *report.slivers))
    whole = [row for row in report.constituencies if row["population_of_constituency"] > 1 - LEAST_PART]
    number = words.plural(len(report.constituencies), "constituency", "constituencies")
    inside = f"{len(whole)} of them wholly or but for a sliver in it" if whole else "none of them wholly in it"
    lead = [f"{words.count(total)} people in {number}, {inside}."]
    if report.council:
        lead.append(f"Its council in the record: {report.council['council']} ({report.council['council_id']}).")
    return lead


def _counted(report: BoroughReport) -> str:
    counts = sorted({COUNTS[row["source_id"]] for row in report.constituencies})
    return (
        f"People: {'; '.join(counts)}. Of authority: part of its people who live in the constituency. "
        "Of seat: part of the constituency's people who live in it."
    )


def _shared_notes(report: BoroughReport) -> list[str]:
    """What was estimated, what was left out, what is unknown."""
    notes = []
    split = {row["area"]: row["split_people"] for row in report.constituencies if row["split_people"]}
    total = sum(row["people"] for row in report.constituencies)
    if split:
        listed = ", ".join(f"{words.count(people)} in {area}" for area, people in split.items())
        part = words.percent(sum(split.values()) / total)
        notes.append(
            f"Estimated: {listed} ({part} of all) are from small areas that lie in several constituencies, split by "
            "where their people live as mySociety has it. The rest are counted."
        )
    elif all(row["split_people"] == 0 for row in report.constituencies):
        notes.append("No estimate: every small area lies wholly in one constituency.")
    if any(row["split_people"] is None for row in report.constituencies):
        notes.append("Estimated: all of it, from small areas of 2011 by their people.")
    if report.slivers:
        listed = ", ".join(
            f"{row['area']} ({words.plural(row['people'], 'person', 'people')})" for row in report.slivers
        )
        notes.append(f"Left out, less than half a percent of both: {listed}.")
    if any(row["land_of_constituency"] is None for row in report.constituencies):
        notes.append("Land is unknown where mySociety's overlaps lack one of the parts.")
    return notes


def _heading(rows: list[Row]) -> str:
    return f"Results of the general election of {words.day(rows[0]['polling_on'])}"


def _result_notes(report: BoroughReport) -> list[str]:
    """The basis of the figures, and what has been fought since."""
    notes = ["Results are of whole constituencies, declared. Turnout: valid votes as a percentage of the electorate."]
    for row in report.constituencies:
        notes += [
            f"Since then: a by-election in {row['area']} on {words.day(one['polling_on'])}, won by "
            f"{one['candidate']} ({one['party']}) by {words.plural(one['majority'], 'vote')}."
            for one in row["since"]
        ]
    return notes
