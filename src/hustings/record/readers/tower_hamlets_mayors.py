"""Counts of the elections of the Mayor of Tower Hamlets, 2010 to 2022, with the address of each figure."""

import re
from pathlib import Path

from hustings.record.readers.cells import MEND, Place, Row, parse
from hustings.record.readers.csv_file import read_csv

COLUMNS = {
    "election_date": "date",
    "candidate": "text",
    "party": "text",
    "first_pref": "whole",
    "second_pref_transfers_counted": "whole",
    "final_total": "whole",
    "elected": "whole",
    "status": "text",
    "source_url": "text",
}
PUBLISHED = 39
VOID = re.compile(r"declared void by election court (\d{4}-\d\d-\d\d)")
# "SOURCES DISAGREE: council page (via lovewapping.org) 1959; BBC copy 1969": the second is the other figure.
DISAGREE = re.compile(r"SOURCES DISAGREE: (?P<who>.+?) (?P<this>\d+); (?P<other_who>.+?) (?P<other>\d+)")
ROUNDS = re.compile(r"first: (?P<first>.+?) ; final: (?P<final>.+)")
AS_ABOVE = "same"


def read_tower_hamlets_mayors(path: Path) -> list[Row]:
    """A row a candidate: first preferences, transfers, final total, elected, and what the notes say.

    `voided_on` is the day an election court voided the election; `other_votes` the figure another
    publication gives; `first_address` and `final_address` where the figures were published.
    Raises SourceFault where the file is not the one that was compiled.
    """
    rows: list[Row] = []
    for number, row in enumerate(read_csv(path, COLUMNS), start=2):
        rows.append(row | _notes(row, rows, Place(path.name, number)))
    if len(rows) != PUBLISHED:
        raise Place(path.name, len(rows) + 1).fault(f"{len(rows)} rows where {PUBLISHED} were published", MEND)
    return rows


def _notes(row: Row, before: list[Row], place: Place) -> Row:
    for name in ("election_date", "candidate", "party", "first_pref", "source_url"):
        if row[name] is None:
            raise Place(place.file, place.line, name).fault("blank where none was published blank", MEND)
    if row["elected"] not in (0, 1):
        raise Place(place.file, place.line, "elected").fault(f"{row['elected']!r} is neither 1 nor 0", MEND)
    status = str(row["status"] or "")
    void, disagree = VOID.search(status), DISAGREE.search(status)
    return {
        "elected": row["elected"] == 1,
        "voided_on": parse(void[1], "date", place) if void else None,
        "other_votes": int(disagree["other"]) if disagree else None,
        **_addresses(str(row["source_url"]), row["election_date"], before),
    }


def _addresses(printed: str, on: object, before: list[Row]) -> Row:
    """Where the first preferences and the final totals were published; "same" is the row above's."""
    above = before[-1] if before and before[-1]["election_date"] == on else None
    if printed == AS_ABOVE and above:
        return {name: above[name] for name in ("first_address", "final_address")}
    two = ROUNDS.fullmatch(printed)
    return (
        {"first_address": two["first"], "final_address": two["final"]}
        if two
        else dict.fromkeys(("first_address", "final_address"), printed)
    )
