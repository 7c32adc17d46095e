"""Notional results that repeat a declared one vote for vote: the boundaries did not change, or nobody re-estimated."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date

from hustings.record.build.general.places import place_letters
from hustings.record.readers.cells import Row, Value

MOST_OF_IT = 0.5
FIRST_NOTIONAL = date(2005, 5, 5)


def repeated_contests(tables: Mapping[str, list[Row]], seats: dict[Value, Value]) -> dict[Value, Row]:
    """From each notional contest that is a declared result under another heading to the contest declared.

    Of 2019, those with the very votes of the old seat that most of them was, party by party. Of 2005, those with
    the name, the electorate and the valid votes of a seat as the Electoral Commission's workbook has it.
    """
    general = [row for row in tables["contest"] if row["kind"] == "general"]
    notional = [row for row in general if row["basis"] == "notional"]
    declared = [row for row in general if row["basis"] == "declared"]
    votes = _votes(tables["candidacy"], {row["contest_id"] for row in general})
    return _vote_for_vote(notional, declared, tables["overlap"], votes) | _as_in_2005(notional, declared, seats)


def _area(row: Row, age: str = "") -> tuple[Value, Value]:
    return row[f"{age}boundary_set_id"], row[f"{age}area_id"]


def _votes(candidacies: list[Row], contests: set[Value]) -> dict[Value, Counter[tuple[Value, Value]]]:
    """The votes of each contest: how often each party, or none, had each number of them."""
    votes: dict[Value, Counter[tuple[Value, Value]]] = defaultdict(Counter)
    for row in candidacies:
        if row["contest_id"] in contests:
            votes[row["contest_id"]][row["party_id"], row["votes"]] += 1
    return votes


def _vote_for_vote(
    notional: list[Row], declared: list[Row], overlaps: list[Row], votes: Mapping[Value, Counter[tuple[Value, Value]]]
) -> dict[Value, Row]:
    most = [row for row in overlaps if float(str(row["addresses_of_new"])) > MOST_OF_IT]
    before = {_area(row, "new_"): _area(row, "old_") for row in most}
    held = {(*_area(row), row["polling_on"]): row for row in declared}
    found = {
        row["contest_id"]: held.get((*before[_area(row)], row["polling_on"]))
        for row in notional
        if _area(row) in before
    }
    return {contest: row for contest, row in found.items() if row and votes[contest] == votes[row["contest_id"]]}


def _as_in_2005(notional: list[Row], declared: list[Row], seats: dict[Value, Value]) -> dict[Value, Row]:
    def key(row: Row) -> tuple[str, Value, Value]:
        return place_letters(str(seats[row["contest_id"]])), row["electorate"], row["valid_votes"]

    held = {key(row): row for row in declared if row["polling_on"] == FIRST_NOTIONAL}
    found = {row["contest_id"]: held.get(key(row)) for row in notional if row["polling_on"] == FIRST_NOTIONAL}
    return {contest: row for contest, row in found.items() if row}
