"""The Commons Library's election results database, as a PostgreSQL dump in COPY text, read without a server."""

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from hustings.record.readers.cells import MEND, Place, Row, parse
from hustings.record.readers.csv_file import check_header
from hustings.record.readers.library_dump_columns import COLUMNS
from hustings.record.readers.lines import numbered_lines

Dump = dict[str, list[Row]]

COPY = re.compile(r"COPY public\.(\w+) \((.*)\) FROM stdin;")
LAST_LINE = "-- PostgreSQL database dump complete"
# pg_dump writes these two-character escapes in COPY text; the manual lists them under "Text Format".
ESCAPE = re.compile(r"\\(.)")
ESCAPED = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}


def read_library_dump(path: Path) -> Dump:
    """The tables of the dump that the record needs, each a list of typed rows in the dump's order.

    Raises SourceFault where the file is no dump, ends early, lacks a table, or where a table's
    columns or a row's cells are not the ones published.
    """
    lines = numbered_lines(path)
    tables: Dump = {}
    complete = False
    for number, line in lines:
        if number == 2 and line != "-- PostgreSQL database dump":
            raise Place(path.name, number).fault("not a PostgreSQL dump in text form", MEND)
        copy = COPY.fullmatch(line)
        if copy:
            tables |= _read_table(copy[1], copy[2], lines, Place(path.name, number))
        complete = complete or line == LAST_LINE
    if not complete:
        raise Place(path.name, number).fault("the dump ends early", MEND)
    for missing in COLUMNS.keys() - tables.keys():
        raise Place(path.name, number).fault(f"the dump has no table {missing!r}", MEND)
    return tables


def _read_table(name: str, header: str, lines: Iterator[tuple[int, str]], place: Place) -> Dump:
    """One COPY block, from the line after its header to its closing mark; none if not needed."""
    columns = COLUMNS.get(name)
    if columns is not None:
        check_header(header.split(", "), list(columns), place)
    rows: list[Row] = []
    number = place.line
    for number, line in lines:
        if line == r"\.":
            return {} if columns is None else {name: rows}
        if columns is not None:
            rows.append(_read_row(line, columns, Place(place.file, number)))
    raise Place(place.file, number).fault(f"table {name!r} is cut off", MEND)


def _read_row(line: str, columns: dict[str, str], place: Place) -> Row:
    cells = line.split("\t")
    if len(cells) != len(columns):
        missing = next(islice(columns, len(cells), None), "")
        what = f"{len(cells)} cells where the table has {len(columns)} columns"
        raise Place(place.file, place.line, missing).fault(what, MEND)
    return {
        # A space at the end of a cell is nobody's name: COPY text keeps whatever was typed.
        name: parse(_unescape(cell), kind, Place(place.file, place.line, name))
        for (name, kind), cell in zip(columns.items(), cells, strict=True)
    }


def _unescape(cell: str) -> str | None:
    if cell == r"\N":
        return None
    if "\\" not in cell:
        return cell.strip()
    return ESCAPE.sub(lambda found: ESCAPED.get(found[1], found[1]), cell)
