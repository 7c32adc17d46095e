"""Notional results that repeat a declared one vote for vote: the boundaries did not change, or nobody re-estimated."""

from datetime import date

from hustings.record.build.general.places import place_letters
from hustings.record.readers.cells import Row, Value

FIRST_NOTIONAL = date(2005, 5, 5)


def repeated_contests(contests: list[Row], overlaps: list[Row], seats: dict[Value, Value]) -> dict[Value, Row]:
    """From each notional contest that is a declared result under another heading to the contest declared.

    Of 2019, the seats that are the whole of one old seat, with its valid votes. Of 2005, those with
    the name, the electorate and the valid votes of a seat as the Electoral Commission's workbook has it.
    """
    notional = [row for row in contests if row["basis"] == "notional"]
    declared = [row for row in contests if row["basis"] == "declared" and row["kind"] == "general"]
    return _whole_seats(notional, declared, overlaps) | _as_in_2005(notional, declared, seats)


def _area(row: Row, age: str = "") -> tuple[Value, Value]:
    return row[f"{age}boundary_set_id"], row[f"{age}area_id"]


def _whole_seats(notional: list[Row], declared: list[Row], overlaps: list[Row]) -> dict[Value, Row]:
    same = {
        _area(row, "new_"): _area(row, "old_")
        for row in overlaps
        if row["formed_from_whole_of"] and row["forms_whole_of"]
    }
    held = {(*_area(row), row["polling_on"], row["valid_votes"]): row for row in declared}
    found = {
        row["contest_id"]: held.get((*same[_area(row)], row["polling_on"], row["valid_votes"]))
        for row in notional
        if _area(row) in same
    }
    return {contest: row for contest, row in found.items() if row}


def _as_in_2005(notional: list[Row], declared: list[Row], seats: dict[Value, Value]) -> dict[Value, Row]:
    def key(row: Row) -> tuple[str, Value, Value]:
        return place_letters(str(seats[row["contest_id"]])), row["electorate"], row["valid_votes"]

    held = {key(row): row for row in declared if row["polling_on"] == FIRST_NOTIONAL}
    found = {row["contest_id"]: held.get(key(row)) for row in notional if row["polling_on"] == FIRST_NOTIONAL}
    return {contest: row for contest, row in found.items() if row}
