"""Every figure of a general election that a second publication states, beside the one the record took."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from hustings.record.build.general.labels import OTHER, keys_of
from hustings.record.build.general.polls import polls, rules
from hustings.record.build.general.statements import Statement
from hustings.record.build.general.tables import table
from hustings.record.identity import election_id
from hustings.record.readers.cells import Row, Value

Votes = dict[str, int]


def compare_statements(statements: list[Statement], contests: list[Row], candidacies: list[Row]) -> list[Row]:
    """Rows of `reconciliation`: electorate, total and each party's votes, as taken and as held against."""
    fought = _by_seat(contests)
    polled: dict[Value, list[Row]] = defaultdict(list)
    for row in candidacies:
        polled[row["contest_id"]].append(row)
    chosen = {field: rules(field) for field in ("votes", "electorate")}
    rows: list[Row] = []
    for said in statements:
        if said.source_id in chosen["votes"][said.poll.label].held_against:
            contest = _contest(said, fought)
            rows += _votes(said, contest, polled[contest["contest_id"]])
        if said.source_id in chosen["electorate"][said.poll.label].held_against:
            contest = _contest(said, fought)
            rows.append(_row(said, contest, "electorate", contest["electorate"], said.electorate))
    return rows


def _by_seat(contests: list[Row]) -> dict[tuple[Value, Value], list[Row]]:
    found: dict[tuple[Value, Value], list[Row]] = defaultdict(list)
    for row in contests:
        if row["basis"] == "declared" and row["kind"] in ("general", "by-election"):
            found[row["boundary_set_id"], row["area_id"]].append(row)
    return found


def _contest(said: Statement, fought: dict[tuple[Value, Value], list[Row]]) -> Row:
    """The contest of the day; or where a death put the poll off, the first one after it."""
    rows = fought[said.place.boundary_set_id, said.place.area_id]
    later = [row for row in rows if str(row["polling_on"]) >= str(said.poll.polling_on)]
    return min(later, key=lambda row: str(row["polling_on"]))


def _votes(said: Statement, contest: Row, rows: Iterable[Row]) -> Iterator[Row]:
    """The total, and the votes of each party that the other publication could name; the rest are other."""
    yield _row(said, contest, "valid_votes", contest["valid_votes"], said.total)
    keys = keys_of(said.source_id, said.place.country, said.poll)
    ours: Votes = defaultdict(int)
    for row in rows:
        key = str(row["party_id"] or row["standing_as"])
        ours[key if key in keys else OTHER] += int(str(row["votes"] or 0))
    theirs = {one.key: votes for one, votes in said.votes.items()}
    for key in sorted({key for key, votes in ours.items() if votes} | theirs.keys()):
        yield _row(said, contest, f"votes of {key}", ours.get(key, 0), theirs.get(key, 0))


def _row(said: Statement, contest: Row, field: str, ours: Value, theirs: Value) -> Row:
    return {
        "contest_id": contest["contest_id"],
        "key": contest["contest_id"],
        "field": field,
        "source_id": contest["source_id"],
        "value": None if ours is None else str(ours),
        "other_source_id": said.source_id,
        "other_value": None if theirs is None else str(theirs),
        "difference": None if ours is None or theirs is None else float(str(theirs)) - float(str(ours)),
        "agrees": ours == theirs,
    }


def explained_differences() -> list[Row]:
    """Rows of `explained_difference`, from the table that files them."""
    days = polls()
    rows: list[Row] = []
    for filed in table("explained_differences"):
        row: Row = {name: value for name, value in filed.items() if name != "label"}
        rows.append(row | {"election_id": election_id(days[filed["label"]].polling_on), "rows": int(filed["rows"])})
    return rows
