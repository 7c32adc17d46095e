"""Where two publications state one figure, both, so that a difference can be seen and filed."""

from collections import defaultdict
from typing import NamedTuple

from hustings.record.build.by_elections import csv_candidacy_ids, csv_contest_id
from hustings.record.build.declarations import seat_letters
from hustings.record.build.library_index import SOURCE, LibraryIndex, number
from hustings.record.build.raw import Raw
from hustings.record.readers.cells import Row, Value
from hustings.record.readers.library_by_elections import TALLIES

# The broadcasters' list abbreviates parties in capitals of its own; the names are the Library's.
BROADCAST = {
    "LAB": "Lab",
    "CON": "Con",
    "REF": "RUK",
    "GRN": "Green",
    "IND": "Ind",
    "SPK": "Spk",
    # It calls one winner other: the Traditional Unionist Voice in North Antrim.
    "OTH": "TUV",
}
# One winner stands under a name in the column of abbreviations.
RECORDED = {"Alliance": "APNI"}
TOTALS = {"Electorate": "electorate", "Valid votes": "valid_votes", "Invalid votes": "invalid_votes"}


class Stated(NamedTuple):
    """What the other publication says, and which it is."""

    source_id: str
    value: Value


def compile_reconciliation(
    raw: Raw,
    index: LibraryIndex,
    tables: dict[str, list[Row]],
    seats: dict[Value, Value],
) -> list[Row]:
    """A row for each figure that a second publication states."""
    contests, candidacies, parties = (tables[name] for name in ("contest", "candidacy", "party"))
    by_contest = {row["contest_id"]: row for row in contests}
    by_candidacy = {row["candidacy_id"]: row for row in candidacies}
    labels = _labels(parties)
    winners = {row["contest_id"]: row for row in candidacies if row["elected"]}
    return [
        *_own_labels(index),
        *_totals(raw.by_constituencies, by_contest),
        *_tallies(raw.by_constituencies, by_contest, candidacies, labels),
        *_votes(raw.by_candidacies, by_candidacy),
        *_recorded_winners(raw.recording_times, contests, winners, labels),
        *_broadcast_winners(raw.declaration_times, contests, winners, labels, seats),
    ]


def _own_labels(index: LibraryIndex) -> list[Row]:
    """Where the dump gives one candidacy two parties, or a party and the flag of an independent."""
    listed: dict[Value, list[str]] = defaultdict(list)
    for row in sorted(index.dump["certifications"], key=lambda row: number(row["id"])):
        if row["adjunct_to_certification_id"] is None:
            listed[row["candidacy_id"]].append(index.parties[row["political_party_id"]])
    rows = []
    for row in index.dump["candidacies"]:
        contest = {"contest_id": index.contests[row["election_id"]], **SOURCE}
        key, parties = index.candidacies[row["id"]], listed[row["id"]]
        if len(parties) > 1:
            rows.append(reconciliation_row(contest, key, "party_id", parties[0], Stated("library-dump", parties[1])))
        if parties and row["is_standing_as_independent"]:
            rows.append(reconciliation_row(contest, key, "standing_as", "party", Stated("library-dump", "independent")))
    return rows


def reconciliation_row(contest: Row, key: Value, field: str, value: Value, other: Stated) -> Row:
    """One figure as the record has it and as another publication states it; `contest` gives its id and source."""
    return {
        "contest_id": contest["contest_id"],
        "key": key,
        "field": field,
        "source_id": contest["source_id"],
        "value": None if value is None else str(value),
        "other_source_id": other.source_id,
        "other_value": None if other.value is None else str(other.value),
        "difference": _difference(value, other.value),
        "agrees": value == other.value,
    }


def _difference(value: Value, other: Value) -> float | None:
    """The other number less the one used; None where they are not both numbers."""
    if isinstance(value, int) and isinstance(other, int):
        return float(other - value)
    return None


def _labels(parties: list[Row]) -> dict[Value, Value]:
    return {row["party_id"]: row["abbreviation"] for row in parties}


def label(candidacy: Row, labels: dict[Value, Value]) -> Value:
    """A candidacy's label as the Library abbreviates it: Lab, Ind, Spk."""
    return {"independent": "Ind", "speaker": "Spk"}.get(str(candidacy["standing_as"])) or labels.get(
        candidacy["party_id"]
    )


def _totals(constituencies: list[Row], contests: dict[Value, Row]) -> list[Row]:
    rows = []
    for row in constituencies:
        contest = contests[csv_contest_id(row, "By-election date")]
        for column, field in TOTALS.items():
            other = "library-by-election-constituencies"
            if contest["source_id"] != other:
                rows.append(
                    reconciliation_row(
                        contest, contest["contest_id"], field, contest[field], Stated(other, row[column])
                    )
                )
    return rows


def _tallies(
    constituencies: list[Row], contests: dict[Value, Row], candidacies: list[Row], labels: dict[Value, Value]
) -> list[Row]:
    """The tallies by party of each by-election against the sum of the party's candidates."""
    votes: dict[tuple[Value, Value], int] = defaultdict(int)
    for row in candidacies:
        tallied = label(row, labels)
        votes[row["contest_id"], tallied if tallied in TALLIES else "other"] += int(str(row["votes"] or 0))
    rows = []
    for row in constituencies:
        contest = contests[csv_contest_id(row, "By-election date")]
        for column, key in [*zip(TALLIES, TALLIES, strict=True), ("All other candidates", "other")]:
            summed = votes[contest["contest_id"], key]
            field = f"votes of {key}"
            other = "library-by-election-constituencies"
            rows.append(reconciliation_row(contest, contest["contest_id"], field, summed, Stated(other, row[column])))
    return rows


def _votes(csv_rows: list[Row], candidacies: dict[Value, Row]) -> list[Row]:
    other = "library-by-election-candidacies"
    pairs = [(candidacies[key], row) for key, row in zip(csv_candidacy_ids(csv_rows), csv_rows, strict=True)]
    return [
        reconciliation_row(
            candidacy, candidacy["candidacy_id"], "votes", candidacy["votes"], Stated(other, row["Votes"])
        )
        for candidacy, row in pairs
        if candidacy["source_id"] != other
    ]


def _recorded_winners(
    recorded: list[Row], contests: list[Row], winners: dict[Value, Row], labels: dict[Value, Value]
) -> list[Row]:
    fought = {row["area_id"]: row for row in contests if row["election_id"] == "parl.2024-07-04"}
    rows = []
    for row in recorded:
        contest = fought[row["ons_id"]]
        winner = winners[contest["contest_id"]]
        other = "library-recording-times"
        printed = str(row["party_abbreviation"])
        rows.append(
            reconciliation_row(
                contest,
                contest["contest_id"],
                "winner",
                label(winner, labels),
                Stated(other, RECORDED.get(printed, printed)),
            )
        )
    return rows


def _broadcast_winners(
    declared: list[Row],
    contests: list[Row],
    winners: dict[Value, Row],
    labels: dict[Value, Value],
    seats: dict[Value, Value],
) -> list[Row]:
    fought = {
        seat_letters(str(seats[row["contest_id"]])): row for row in contests if row["election_id"] == "parl.2024-07-04"
    }
    rows = []
    for row in declared:
        contest = fought[seat_letters(str(row["constituency"]))]
        printed = str(row["winner"])
        found = label(winners[contest["contest_id"]], labels)
        other = "declaration-times-2024"
        rows.append(
            reconciliation_row(
                contest, contest["contest_id"], "winner", found, Stated(other, BROADCAST.get(printed, printed))
            )
        )
    return rows
