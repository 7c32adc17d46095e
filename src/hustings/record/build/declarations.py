"""When each seat of 2024 declared, and when the Commons Library recorded it."""

import re
from collections.abc import Mapping
from datetime import date

from hustings.errors import SourceFault
from hustings.record.identity import slug
from hustings.record.readers.cells import Row, Value

POLLING_ON = date(2024, 7, 4)


def add_times(contests: list[Row], seats: dict[Value, Value], declared: list[Row], recorded: list[Row]) -> None:
    """Set `declared_at` and `recorded_at` on the contests of 2024; `seats` names each contest's seat.

    Raises SourceFault for a time whose seat was not fought.
    """
    fought = [row for row in contests if row["polling_on"] == POLLING_ON]
    by_name = {seat_letters(str(seats[row["contest_id"]])): row for row in fought}
    by_code = {str(row["area_id"]): row for row in fought}
    for time in declared:
        contest = _found(by_name, seat_letters(str(time["constituency"])), time)
        contest |= {"declared_at": time["declared_at"], "declared_source_id": "declaration-times-2024"}
    for time in recorded:
        contest = _found(by_code, str(time["ons_id"]), time)
        contest |= {"recorded_at": time["time_recorded"], "recorded_source_id": "library-recording-times"}


def seat_letters(seat: str) -> str:
    """The letters of a seat's name, with Kingston upon Hull as the broadcasters call it."""
    return re.sub("[^a-z]", "", slug(seat).replace("kingston-upon-", ""))


def _found(contests: Mapping[str, Row], key: str, time: Row) -> Row:
    if key not in contests:
        raise SourceFault(f"a time is given for {time} but no such seat was fought on {POLLING_ON}")
    return contests[key]
