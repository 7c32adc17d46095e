"""Notional results that repeat a declared one vote for vote: the boundaries did not change, or nobody re-estimated."""

from collections import defaultdict
from datetime import date

from hustings.record.build.general.places import place_letters
from hustings.record.readers.cells import Row, Value

FIRST_NOTIONAL = date(2005, 5, 5)


def repeated_contests(
    contests: list[Row], overlaps: list[Row], general_2005: list[Row], seats: dict[Value, Value]
) -> set[Value]:
    """The notional contests that are a declared result under another heading.

    Of 2019, the seats that are the whole of one old seat, with its valid votes. Of 2005, those with
    the electorate and the valid votes of the seat of that name in the Electoral Commission's workbook.
    """
    return _whole_seats(contests, overlaps) | _as_in_2005(contests, general_2005, seats)


def _area(row: Row, age: str = "") -> tuple[Value, Value]:
    return row[f"{age}boundary_set_id"], row[f"{age}area_id"]


def _whole_seats(contests: list[Row], overlaps: list[Row]) -> set[Value]:
    same = {
        _area(row, "new_"): _area(row, "old_")
        for row in overlaps
        if row["formed_from_whole_of"] and row["forms_whole_of"]
    }
    declared = {
        (*_area(row), row["polling_on"]): row["valid_votes"]
        for row in contests
        if row["basis"] == "declared" and row["kind"] == "general"
    }
    return {
        row["contest_id"]
        for row in contests
        if row["basis"] == "notional"
        and _area(row) in same
        and declared.get((*same[_area(row)], row["polling_on"])) == row["valid_votes"]
    }


def _as_in_2005(contests: list[Row], general_2005: list[Row], seats: dict[Value, Value]) -> set[Value]:
    votes: dict[tuple[str, Value], int] = defaultdict(int)
    for row in general_2005:
        votes[place_letters(str(row["seat"])), row["electorate"]] += int(str(row["votes"]))
    return {
        row["contest_id"]
        for row in contests
        if row["basis"] == "notional"
        and row["polling_on"] == FIRST_NOTIONAL
        and votes.get((place_letters(str(seats[row["contest_id"]])), row["electorate"])) == row["valid_votes"]
    }
