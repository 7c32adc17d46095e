"""The Commons Library's file of party votes in every seat at every general election from 1918 to 2017."""

import csv
import re
from pathlib import Path

from hustings.record.readers.cells import MEND, Place, Row, Value, parse
from hustings.record.readers.csv_file import check_header

# Two headings have a blank after them, as published, and the last column has no heading.
COLUMNS = {
    "constituency_id": "text",
    "seats": "whole",
    "constituency": "text",
    "country/region": "text",
    "electorate": "whole",
    "con_votes": "whole",
    "con_share": "real",
    "lib_votes": "whole",
    "lib_share": "real",
    "lab_votes": "whole",
    "lab_share": "real",
    "natSW_votes": "whole",
    "natSW_share": "real",
    "oth_votes": "whole",
    "oth_share": "real",
    "total_votes": "whole",
    "turnout": "real",
    "election": "text",
    "boundary_set": "text",
    "": "text",
}
# What a spreadsheet prints for a share of no votes, and a dash for none.
NO_SHARE = {"#DIV/0!", "#VALUE!", "-"}
ELECTION = re.compile(r"\d{4}[FO]?")
ROWS = 17048


def read_since_1918(path: Path) -> list[Row]:
    """A row a seat and election: votes as printed, with -1 and less for members returned unopposed, and the line.

    Raises SourceFault where a heading, the number of rows or of cells is not as published, where a
    cell is of another kind, and where the bytes are UTF-8 that were Latin-1.
    """
    text = _latin_1(path)
    reader = csv.reader(text.splitlines(), strict=True)
    check_header(next(reader, []), list(COLUMNS), Place(path.name, 1))
    rows = [_row(cells, Place(path.name, reader.line_num)) for cells in reader]
    if len(rows) != ROWS:
        raise Place(path.name, len(rows) + 1).fault(f"{len(rows):,} rows where {ROWS:,} were published", MEND)
    return rows


def _latin_1(path: Path) -> str:
    """The text of a Latin-1 file; a letter of two bytes shows that it was re-encoded."""
    content = path.read_bytes()
    for number, line in enumerate(content.split(b"\n"), start=1):
        if re.search(rb"[\xc2\xc3][\x80-\xbf]", line) or line.startswith(b"\xef\xbb\xbf"):
            raise Place(path.name, number).fault("UTF-8 text where Latin-1 was published", MEND)
    return content.decode("latin-1")


def _row(cells: list[str], place: Place) -> Row:
    if len(cells) != len(COLUMNS):
        raise place.fault(f"{len(cells)} cells where the header has {len(COLUMNS)}", MEND)
    row: Row = {"line": place.line}
    for (name, kind), cell in zip(COLUMNS.items(), cells, strict=True):
        row[name] = _value(cell.strip(), kind, Place(place.file, place.line, name))
    if not ELECTION.fullmatch(str(row["election"])):
        raise Place(place.file, place.line, "election").fault(f"{row['election']!r} is no election", MEND)
    del row[""]
    return row


def _value(cell: str, kind: str, place: Place) -> Value:
    if kind == "real" and cell in NO_SHARE:
        return None
    return parse(cell, kind, place)
