"""Democracy Club's results of 3 May 2018: local councils, mayors and a parliamentary by-election."""

import csv
import re
from pathlib import Path

from hustings.record.readers.cells import MEND, Place, Row, parse
from hustings.record.readers.csv_file import check_header
from hustings.record.readers.lines import numbered_lines

# The export was piped from a program that printed its answer first.
FIRST_LINE = "False"
COLUMNS = {
    "election_id": "text",
    "ballot_paper_id": "text",
    "person_id": "text",
    "party_id": "text",
    "party_name": "text",
    "person_name": "text",
    "ballots_cast": "whole",
    "is_winner": "true",
    "spoilt_ballots": "whole",
    "turnout": "real",
    "source": "text",
}
BALLOT = re.compile(r"(local|mayor|parl)\.[a-z0-9.-]+\.\d{4}-\d\d-\d\d")
TRUE = {"True": True, "False": False}
PUBLISHED = 16_090


def read_democracy_club(path: Path) -> list[Row]:
    """A row a candidate, with the ballot, the person's and the party's numbers; `ballots_cast` is votes received."""
    lines = numbered_lines(path)
    _, first = next(lines)
    if first != FIRST_LINE:
        raise Place(path.name, 1).fault(f"the line is {first!r} where {FIRST_LINE!r} was published", MEND)
    reader = csv.reader((f"{line}\n" for _, line in lines), strict=True)
    try:
        check_header(next(reader, []), list(COLUMNS), Place(path.name, 2))
        rows = [_row(cells, Place(path.name, reader.line_num + 1)) for cells in reader]
    except csv.Error as error:
        raise Place(path.name, reader.line_num + 1).fault(f"not CSV ({error})", MEND) from None
    if len(rows) != PUBLISHED:
        raise Place(path.name, reader.line_num + 1).fault(f"{len(rows)} rows where {PUBLISHED} were published", MEND)
    return rows


def _row(cells: list[str], place: Place) -> Row:
    if len(cells) != len(COLUMNS):
        raise place.fault(f"{len(cells)} cells where the header has {len(COLUMNS)}", MEND)
    row: Row = {}
    for (name, kind), cell in zip(COLUMNS.items(), cells, strict=True):
        here = Place(place.file, place.line, name)
        if kind == "true":
            if cell not in TRUE:
                raise here.fault(f"{cell!r} is neither True nor False", MEND)
            row[name] = TRUE[cell]
        else:
            row[name] = parse(" ".join(cell.split()), kind, here)
    if not BALLOT.fullmatch(str(row["ballot_paper_id"])):
        raise Place(place.file, place.line, "ballot_paper_id").fault(f"{row['ballot_paper_id']!r} is no ballot", MEND)
    return row
