"""The council elections that the local contests were part of."""

from collections import defaultdict

from hustings.record.councils import read_councils
from hustings.record.readers.cells import Row, Value


def compile_local_elections(contests: list[Row]) -> list[Row]:
    """A row for each council and day."""
    polled: dict[Value, list[Row]] = defaultdict(list)
    for contest in contests:
        polled[contest["election_id"]].append(contest)
    return [_election(rows) for rows in polled.values()]


def _election(contests: list[Row]) -> Row:
    first = contests[0]
    council = read_councils().name(str(first["council_id"]))
    return {
        "election_id": first["election_id"],
        "polling_on": first["polling_on"],
        "kind": "local",
        "basis": "declared",
        "election": f"{council} council election of {str(first['polling_on'])[:4]}",
        "parliament": None,
        "coverage": _coverage(contests),
        "briefing": None,
        "source_id": first["source_id"],
    }


def _coverage(contests: list[Row]) -> str | None:
    """Which of its figures the record does not hold; null: candidates, winners, electorate and turnout are there."""
    missing = [
        words
        for words, lacking in (
            ("party votes only, no candidates or winners", contests[0]["detail"] == "party"),
            ("no electorate", all(row["electorate"] is None for row in contests)),
        )
        if lacking
    ]
    return "; ".join(missing) or None
