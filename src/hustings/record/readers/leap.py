"""The Local Elections Archive Project's files: 2014 with a header, 2016 to 2019 without one."""

import csv
import re
from pathlib import Path

from hustings.record.readers.cells import MEND, Place, Row
from hustings.record.readers.csv_file import check_header
from hustings.record.readers.lines import numbered_lines

COLUMNS = ("council", "council_code", "ward", "ward_code", "candidate", "party", "votes", "elected")
HEADER_2014 = ["Ward", "Council", "Candidate", "Party", "Votes", "Elected"]
COLUMNS_2014 = ("ward", "council", "candidate", "party", "votes", "elected")
COUNCIL_CODE = re.compile(r"[EWSN]\d{8}")
# Rows of each file as published, by its day: a file cut short is refused.
PUBLISHED = {"2014": 17_119, "2016": 10_880, "2017": 15_862, "2018": 16_063, "2019": 25_848}
NULL = "NULL"
ELECTED = {"1": True, "0": False, NULL: None}


def read_leap(path: Path, year: int) -> list[Row]:
    """A row a candidate: council, ward, their codes (none in 2014), candidate, party, votes, elected.

    A row that only says that a mayor was elected, or that a ward was not polled, has no candidate.
    Raises SourceFault where the first line is not what that year's file begins with.
    """
    columns = COLUMNS_2014 if year == 2014 else COLUMNS
    reader = csv.reader((f"{line}\n" for _, line in numbered_lines(path)), strict=True)
    rows: list[Row] = []
    try:
        if year == 2014:
            check_header(next(reader), HEADER_2014, Place(path.name, 1))
        for cells in reader:
            rows.append(_row(cells, columns, Place(path.name, reader.line_num)))
    except csv.Error as error:
        raise Place(path.name, reader.line_num).fault(f"not CSV ({error})", MEND) from None
    if len(rows) != PUBLISHED[str(year)]:
        what = f"{len(rows)} rows where {PUBLISHED[str(year)]} were published"
        raise Place(path.name, reader.line_num).fault(what, MEND)
    return rows


def _row(cells: list[str], columns: tuple[str, ...], place: Place) -> Row:
    if len(cells) != len(columns):
        raise place.fault(f"{len(cells)} cells where {len(columns)} were published", MEND)
    row: Row = {
        name: None if cell == NULL else " ".join(cell.split()) for name, cell in zip(columns, cells, strict=True)
    }
    if "council_code" in row and not COUNCIL_CODE.fullmatch(str(row["council_code"])):
        raise Place(place.file, place.line, "council code").fault(f"{row['council_code']!r} is no council's code", MEND)
    votes = cells[columns.index("votes")]
    if not votes.isdecimal() and votes != NULL:
        raise Place(place.file, place.line, "votes").fault(f"{votes!r} is not a count", MEND)
    elected = cells[columns.index("elected")]
    if elected not in ELECTED:
        raise Place(place.file, place.line, "elected").fault(f"{elected!r} is neither 1 nor 0", MEND)
    return row | {"votes": None if votes == NULL else int(votes), "elected": ELECTED[elected]}
