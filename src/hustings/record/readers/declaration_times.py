"""The list of declaration times of 2024: ragged, its names with bare commas, its last column empty."""

import csv
from datetime import date, datetime, time, timedelta
from pathlib import Path

from hustings.record.readers.cells import MEND, Place, Row
from hustings.record.readers.csv_file import check_header
from hustings.record.readers.lines import numbered_lines

HEADER = [
    "Constituency",
    "2019 party",
    "2019 majority (percent)",
    "2024 party",
    "2024 majority (percent)",
    "Declaration time",
]
POLLING_ON = date(2024, 7, 4)
# Polls close at 22:00 (Representation of the People Act 1983, schedule 1, rule 1), so an hour
# before that on the clock is of the day after.
CLOSE_OF_POLL = time(22)


def read_declaration_times(path: Path) -> list[Row]:
    """A row a seat: name as printed, and `declared_at` as a UK clock time, in the file's order."""
    lines = numbered_lines(path)
    check_header(next(lines)[1].split(","), HEADER, Place(path.name, 1))
    return [_read_row(line, Place(path.name, number)) for number, line in lines if line.strip()]


def _read_row(line: str, place: Place) -> Row:
    cells = next(csv.reader([line]))
    name, times = ",".join(cells[:-6]), cells[-2:]
    if len(cells) < 7 or times[1] != "":
        raise place.fault("a row is not a name, five figures and an empty cell", MEND)
    try:
        clock = time.fromisoformat(times[0])
    except ValueError:
        raise Place(place.file, place.line, HEADER[-1]).fault(f"{times[0]!r} is no time", MEND) from None
    day = POLLING_ON if clock >= CLOSE_OF_POLL else POLLING_ON + timedelta(days=1)
    return {"constituency": name, "declared_at": datetime.combine(day, clock), "winner": cells[-4]}
