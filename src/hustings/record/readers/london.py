"""The Greater London Authority's results of London borough elections: a CSV of 2022, a database of 2026."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from hustings.record.readers.cells import MEND, Place, Row, Value
from hustings.record.readers.csv_file import read_csv

COLUMNS_2022 = {
    "borough_original": "text",
    "ward_original": "text",
    "election_date": "date",
    "surname": "text",
    "firstname": "text",
    "party": "text",
    "votes": "whole",
    "elected": "text",
    "ward": "text",
    "borough": "text",
    "WD22CD": "text",
    "LAD22CD": "text",
}
TRUE = {"True": True, "False": False}
ROWS_2022 = 6_191
# Tables of 2026, their columns in order, and their rows.
TABLES_2026 = {
    "candidates": (("wd22cd", "surname", "firstname", "party", "female", "votes", "elected"), 8_987),
    "election_stats": (
        (
            *("wd22cd", "num_councillors", "entitled_electors", "valid_ballots", "ballots_polling", "ballots_postal"),
            *("turnout", "rejected_ballots", "rb_official_mark", "rb_more_candidates", "rb_voter_defined"),
            *("rb_unmarked_void", "rb_rejected_part"),
        ),
        679,
    ),
    "geo_lkp": (("f", "ward", "tabname", "WD22CD", "LAD22CD", "LAD22NM", "file"), 679),
    "party_lookup": (("ward_party_name", "official_party_name", "party_code"), 174),
}
# Cells of election_stats are text, and a few hold a turnout, a note or a point for a comma where a
# count belongs: what is no count is for whoever uses it to leave out.
COUNTS = {"votes"}


@dataclass(frozen=True, slots=True)
class London2026:
    """The tables of 2026: candidates, the count of each ward, where it is, and the parties' names."""

    candidates: list[Row]
    stats: list[Row]
    places: list[Row]
    parties: list[Row]


def read_london_2022(path: Path) -> list[Row]:
    """A row a candidate of 2022, names as each borough wrote them."""
    rows = []
    for line, row in enumerate(read_csv(path, COLUMNS_2022), start=2):
        if row["elected"] not in TRUE:
            raise Place(path.name, line, "elected").fault(f"{row['elected']!r} is neither True nor False", MEND)
        rows.append(row | {"elected": TRUE[str(row["elected"])]})
    if len(rows) != ROWS_2022:
        raise Place(path.name, len(rows) + 1).fault(f"{len(rows)} rows where {ROWS_2022} were published", MEND)
    return rows


def read_london_2026(path: Path) -> London2026:
    """The four tables of 2026, votes as whole numbers; SourceFault where a table or column is not as published."""
    if not path.is_file():
        raise FileNotFoundError(2, "No such file or directory", str(path))
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        return London2026(*(_table(connection, path.name, name) for name in TABLES_2026))
    except sqlite3.DatabaseError as error:
        raise Place(path.name, 1).fault(f"not an SQLite database ({error})", MEND) from None
    finally:
        connection.close()


def _table(connection: sqlite3.Connection, file: str, table: str) -> list[Row]:
    columns, published = TABLES_2026[table]
    found = tuple(row[1] for row in connection.execute("select * from pragma_table_info(?)", [table]))
    place = Place(f"{file}, table {table}", 1)
    if found != columns:
        wrong = next((name for name, here in zip(columns, found, strict=False) if name != here), "the last")
        raise Place(place.file, 1, wrong).fault(f"the columns are {found} where {columns} were published", MEND)
    # A table's name takes no bound value; these four are written above.
    cells = connection.execute(f'select * from "{table}"').fetchall()
    if len(cells) != published:
        raise Place(place.file, len(cells)).fault(f"{len(cells)} rows where {published} were published", MEND)
    return [
        {name: _value(cell, name, Place(place.file, number, name)) for name, cell in zip(columns, line, strict=True)}
        for number, line in enumerate(cells, start=1)
    ]


def _value(cell: str | int | float | None, name: str, place: Place) -> Value:
    if cell is None or cell == "":
        return None
    if name == "elected":
        if cell not in (0, 1):
            raise place.fault(f"{cell!r} is neither 1 nor 0", MEND)
        return bool(cell)
    if name not in COUNTS:
        # A no-break space ends one name.
        return " ".join(str(cell).split())
    return _count(cell, place)


def _count(cell: str | int | float, place: Place) -> int:
    try:
        count = float(cell)
    except ValueError:
        count = -1.0
    if count < 0 or count != int(count):
        raise place.fault(f"{cell!r} is not a count", MEND)
    return int(count)
