"""Which earlier contest each contest's change is measured from, and why."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from hustings.record.identity import slug
from hustings.record.readers.cells import Row, Value


class Known(NamedTuple):
    """What baselines are found by: seat names, declared results that notional ones repeat, which sets are stages."""

    seats: dict[Value, Value]
    repeated: dict[Value, Row]
    parents: dict[Value, Value]


def compile_baselines(contests: list[Row], known: Known) -> list[Row]:
    """A row for each legitimate comparison; one at most of a contest's is the standard one.

    The standard is the general election before on the same boundaries as declared; where the
    boundaries were new, the notional result of the one before, or the declared result that it
    repeats vote for vote: that has every candidate, where an estimate lumps the small. A seat that
    a stage of its boundary set left alone compares across the stages. The declared result of the
    seat of the same name on the older boundaries is there for whoever asks for it by name.
    """
    general = [row for row in contests if row["kind"] == "general"]
    same_area: dict[tuple[Value, ...], list[Row]] = defaultdict(list)
    same_name: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(general, key=lambda row: str(row["polling_on"])):
        same_area[_area(row, known)].append(row)
        if row["basis"] == "declared":
            same_name[_name(row, known.seats)].append(row)
    rows: list[Row] = []
    for contest in contests:
        # Where voters had two votes a party's share depends on how many candidates it stood: no change is measured.
        if contest["basis"] == "declared" and contest["seats"] == 1:
            before = _before(contest, same_area[_area(contest, known)])
            rows += [_standard(contest, before, known.repeated)] if before else []
            if before and before["contest_id"] not in known.repeated:
                rows += _by_name(contest, same_name[_name(contest, known.seats)], before)
    return rows


def _area(contest: Row, known: Known) -> tuple[Value, Value]:
    boundary_set = contest["boundary_set_id"]
    return known.parents.get(boundary_set) or boundary_set, contest["area_id"]


def _name(contest: Row, seats: dict[Value, Value]) -> str:
    # "Brighton, Pavilion" lost its comma in 2024.
    return f"{str(contest['boundary_set_id']).rsplit('-', 1)[0]} {slug(str(seats[contest['contest_id']]))}"


def _before(contest: Row, others: list[Row]) -> Row | None:
    """The latest general election before this contest on its boundaries; declared before notional."""
    earlier = [row for row in others if _day(row) < _day(contest)]
    return max(earlier, key=lambda row: (_day(row), row["basis"] == "declared"), default=None)


def _by_name(contest: Row, others: list[Row], standard: Row | None) -> list[Row]:
    if standard is None or standard["basis"] != "notional":
        return []
    return [_row(contest, row, "same-name", standard=False) for row in others if _day(row) == _day(standard)]


def _standard(contest: Row, before: Row, repeated: dict[Value, Row]) -> Row:
    declared = repeated.get(before["contest_id"])
    if declared:
        return _row(contest, declared, "as-declared", standard=True)
    rule = "notional" if before["basis"] == "notional" else "same-boundaries"
    return _row(contest, before, rule, standard=True)


def _row(contest: Row, before: Row, rule: str, *, standard: bool) -> Row:
    return {
        "contest_id": contest["contest_id"],
        "baseline_contest_id": before["contest_id"],
        "rule": rule,
        "standard": standard,
    }


def _day(contest: Row) -> date:
    return contest["polling_on"]  # type: ignore[return-value]
