"""A published CSV file with a header that must be the one we know, column by column."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from hustings.record.readers.cells import MEND, Place, Row, parse
from hustings.record.readers.lines import numbered_lines


def read_csv(path: Path, columns: Mapping[str, str], published_short: Mapping[str, int] | None = None) -> Iterator[Row]:
    """The rows of a CSV file as typed values, one dictionary a row, in the file's order.

    `columns` maps each header, in order, to the kind of its cells. `published_short` maps the
    first cell of a row that its publisher left short to the cells it has; the rest are None.
    Raises SourceFault where the header is not exactly that, where another row is short or long,
    and where a cell is of another kind.
    """
    short = published_short or {}
    reader = csv.reader((f"{line}\n" for _, line in numbered_lines(path)), strict=True)
    try:
        check_header(next(reader), list(columns), Place(path.name, 1))
        for cells in reader:
            place = Place(path.name, reader.line_num)
            if cells and len(cells) == short.get(cells[0]):
                cells.extend([""] * (len(columns) - len(cells)))
            if len(cells) != len(columns):
                raise place.fault(f"{len(cells)} cells where the header has {len(columns)}", MEND)
            yield {
                name: parse(cell.strip(), kind, Place(path.name, reader.line_num, name))
                for (name, kind), cell in zip(columns.items(), cells, strict=True)
            }
    except csv.Error as error:
        raise Place(path.name, reader.line_num).fault(f"not CSV ({error})", MEND) from None


def check_header(found: list[str], known: list[str], place: Place) -> None:
    """SourceFault naming the first column that is missing, unknown or out of order."""
    for position, name in enumerate(known):
        here = found[position].strip() if position < len(found) else ""
        if here != name:
            what = f"column {position + 1} is {here!r} where {name!r} was published"
            raise Place(place.file, place.line, name).fault(what, MEND)
    if len(found) > len(known):
        raise place.fault(f"an unknown column {found[len(known)]!r} after the last", MEND)
