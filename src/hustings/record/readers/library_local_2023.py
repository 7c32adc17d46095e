"""The Commons Library's local elections of 2023: a row a ward, a column a party, and no candidates."""

import csv
from pathlib import Path

from hustings.record.readers.cells import MEND, Place, Row, parse
from hustings.record.readers.lines import numbered_lines

FIRST = {
    "COUNTYNAME": ("county", "text"),
    "DISTRICTNAME": ("council", "text"),
    "WARDNAME": ("ward", "text"),
    "VACS": ("seats", "whole"),
    "TYPE": ("type", "text"),
    "ELECT": ("electorate", "whole"),
    "TURNOUT": ("turnout", "real"),
}
LAST = "Grand Total"
PARTIES = 144
WARDS = 4_797


def read_local_2023(path: Path) -> list[Row]:
    """A row a ward and party: council, ward, seats, electorate, turnout in percent, label, votes, ward's total."""
    reader = csv.reader((f"{line}\n" for _, line in numbered_lines(path)), strict=True)
    try:
        header = next(reader)
        labels = _labels(header, Place(path.name, 1))
        wards = [_ward(cells, header, labels, Place(path.name, reader.line_num)) for cells in reader]
    except csv.Error as error:
        raise Place(path.name, reader.line_num).fault(f"not CSV ({error})", MEND) from None
    if len(wards) != WARDS:
        raise Place(path.name, reader.line_num).fault(f"{len(wards)} wards where {WARDS} were published", MEND)
    return [row for ward in wards for row in ward]


def _labels(header: list[str], place: Place) -> list[str]:
    """The parties' abbreviations; SourceFault where a column is missing or moved."""
    for position, name in enumerate(FIRST):
        found = header[position] if position < len(header) else ""
        if found != name:
            raise Place(place.file, 1, name).fault(
                f"column {position + 1} is {found!r} where {name!r} was published", MEND
            )
    labels = header[len(FIRST) : -1]
    if header[-1] != LAST or len(labels) != PARTIES or len(set(labels)) != PARTIES:
        what = f"{len(labels)} parties before {header[-1]!r} where {PARTIES} before {LAST!r} were published"
        raise place.fault(what, MEND)
    return labels


def _ward(cells: list[str], header: list[str], labels: list[str], place: Place) -> list[Row]:
    if len(cells) != len(header):
        raise place.fault(f"{len(cells)} cells where the header has {len(header)}", MEND)
    about: Row = {
        word: parse(cell.strip(), kind, Place(place.file, place.line, name))
        for (name, (word, kind)), cell in zip(FIRST.items(), cells, strict=False)
    }
    about["total"] = parse(cells[-1], "whole", Place(place.file, place.line, LAST))
    return [
        about | {"label": label, "votes": parse(cell, "whole", Place(place.file, place.line, label))}
        for label, cell in zip(labels, cells[len(FIRST) : -1], strict=True)
        if cell
    ]
