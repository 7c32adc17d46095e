"""The Commons Library's list of the 650 winners of 2024 with the time it recorded each result."""

from pathlib import Path

from hustings.record.readers.cells import MEND, Place, Row
from hustings.record.readers.csv_file import read_csv

WINNERS = {
    "ons_id": "text",
    "constituency_name": "text",
    "region_name": "text",
    "country_name": "text",
    "constituency_type": "text",
    "time_recorded": "moment m/d/y",
    "result": "text",
    "party_abbreviation": "text",
    "party_name": "text",
    "title": "text",
    "firstname": "text",
    "surname": "text",
    "middlenames": "text",
    "mnis_id": "text",
    "gender": "text",
    "candidate_type": "text",
    "old_constituency": "text",
}

# The last seat to declare stands last with its name, time and party alone.
PUBLISHED_SHORT = {"S14000094": 9}
SEATS = 650


def read_recording_times(path: Path) -> list[Row]:
    """A row a seat; the time is when the Library recorded the result, some minutes after it was declared."""
    rows = list(read_csv(path, WINNERS, PUBLISHED_SHORT))
    if len(rows) != SEATS:
        raise Place(path.name, len(rows) + 1).fault(f"{len(rows)} winners, {SEATS} were published", MEND)
    return rows
