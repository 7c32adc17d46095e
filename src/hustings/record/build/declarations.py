"""When each seat of 2024 declared, and when the Commons Library recorded it."""

import re
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
    by_code = {row["area_id"]: row for row in fought}
    for time in declared:
        _found(by_name, seat_letters(str(time["constituency"])), time)["declared_at"] = time["declared_at"]
    for time in recorded:
        _found(by_code, time["ons_id"], time)["recorded_at"] = time["time_recorded"]


def seat_letters(seat: str) -> str:
    """The letters of a seat's name, with Kingston upon Hull as the broadcasters call it."""
    return re.sub("[^a-z]", "", slug(seat).replace("kingston-upon-", ""))


def _found(contests: dict[str, Row] | dict[Value, Row], key: Value, time: Row) -> Row:
    contest = contests.get(key)  # type: ignore[arg-type, call-overload]
    if contest is None:
        raise SourceFault(f"a time is given for {time} but no such seat was fought on {POLLING_ON}")
    return contest  # type: ignore[no-any-return]
