"""The derived figures that publishers printed: shares, changes, positions, majorities and outcomes."""

from hustings.record.build.by_elections import CANDIDACIES, CONSTITUENCIES, csv_candidacy_ids, csv_contest_id
from hustings.record.build.library_index import SOURCE, LibraryIndex
from hustings.record.readers.cells import Row, Value


def compile_published(
    index: LibraryIndex, candidacies: list[Row], constituencies: list[Row], held: set[Value]
) -> list[Row]:
    """A row a figure of a declared contest, from the dump and from the CSV files for contests not in `held`."""
    return _of_dump(index) + _of_files(candidacies, constituencies, held)


def _of_dump(index: LibraryIndex) -> list[Row]:
    rows: list[Row] = []
    outcomes = {row["id"]: row["summary"] for row in index.dump["result_summaries"]}
    for row in index.dump["elections"]:
        if not row["is_notional"]:
            outcome = outcomes[row["result_summary_id"]]
            rows += _contest_figures(index.contests[row["id"]], row["majority"], outcome, SOURCE)
    notional = {row["id"] for row in index.dump["elections"] if row["is_notional"]}
    for row in index.dump["candidacies"]:
        if row["election_id"] not in notional:
            figures = {"share": row["vote_share"], "change": row["vote_change"], "position": row["result_position"]}
            rows += _figures(index.contests[row["election_id"]], index.candidacies[row["id"]], figures, SOURCE)
    return rows


def _of_files(candidacies: list[Row], constituencies: list[Row], held: set[Value]) -> list[Row]:
    rows: list[Row] = []
    for row in constituencies:
        contest = csv_contest_id(row, "By-election date")
        if contest not in held:
            rows += _contest_figures(contest, row["Majority"], row["Result"], CONSTITUENCIES)
    for row, key in zip(candidacies, csv_candidacy_ids(candidacies), strict=True):
        if csv_contest_id(row) not in held:
            figures = {"share": row["Share"], "change": row["Change"]}
            rows += _figures(csv_contest_id(row), key, figures, CANDIDACIES)
    return rows


def _contest_figures(contest: str, majority: Value, outcome: Value, source: Row) -> list[Row]:
    row = {"contest_id": contest, "candidacy_id": None, **source}
    return [
        row | {"figure": "majority", "value": float(str(majority)), "words": None, "decimals": 0},
        row | {"figure": "outcome", "value": None, "words": outcome, "decimals": None},
    ]


def _figures(contest: str, candidacy: str, printed: dict[str, Value], source: Row) -> list[Row]:
    """One row for each figure, blank ones too: a blank is a statement that there is none."""
    return [
        {
            "contest_id": contest,
            "candidacy_id": candidacy,
            "figure": figure,
            "value": None if value is None else float(str(value)),
            "words": None,
            # The publisher drops zeros at the end of a figure of three decimals or more.
            "decimals": None if value is None else max(3, len(str(value).partition(".")[2])),
            **source,
        }
        for figure, value in printed.items()
    ]
