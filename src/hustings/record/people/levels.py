"""How often each level of each comparison is met by some pairs: the m and u of the model, by counting."""

from collections.abc import Iterable
from typing import Any

import duckdb

from hustings.record.people.model import Settings, read_model

# Added to each count, so that a level nobody met in the sample is rare and not impossible.
SMOOTHING = 0.5


def count_levels(connection: duckdb.DuckDBPyConnection, pairs: str) -> dict[str, list[float]]:
    """For each comparison, the weighted number of pairs at each level in order.

    `pairs` is a table or query with the columns of the evidence of both candidacies, `_l` and `_r`,
    and `weighing`, what each pair counts for. Pairs whose evidence is unknown are passed over.
    """
    return {one["name"]: _counts(connection, pairs, one) for one in read_model()["comparison"]}


def shares(
    counted: dict[str, list[float]], random: dict[str, list[float]], smoothing: float = SMOOTHING
) -> dict[str, list[float]]:
    """Counts as parts of their group, times the group's part of all random pairs, so that a group has weight nil."""
    result = {}
    for one in read_model()["comparison"]:
        groups = [level.get("group") for level in one["levels"]]
        counts = [count + smoothing for count in counted[one["name"]]]
        found = random[one["name"]]
        result[one["name"]] = [
            count / _total(counts, groups, group) * _total(found, groups, group) / sum(found)
            for count, group in zip(counts, groups, strict=True)
        ]
    return result


def _total(counts: list[float], groups: list[Any], group: Any) -> float:
    return sum(count for count, other in zip(counts, groups, strict=True) if other == group)


def _counts(connection: duckdb.DuckDBPyConnection, pairs: str, comparison: Settings) -> list[float]:
    found = dict(
        connection.execute(
            f"select level, sum(weighing) from (select {level_sql(comparison)} as level, weighing from ({pairs})) "
            "where level >= 0 group by level"
        ).fetchall()
    )
    return [float(found.get(level, 0)) for level in range(len(comparison["levels"]))]


def level_sql(comparison: Settings) -> str:
    """SQL for the place of the level a pair meets, -1 where its evidence is unknown."""
    cases: Iterable[str] = (
        f"when {level['sql']} then {place}" for place, level in enumerate(comparison["levels"]) if "sql" in level
    )
    unknown = f"when {comparison['unknown']} then -1 " if "unknown" in comparison else ""
    return f"case {unknown}{' '.join(cases)} else {len(comparison['levels']) - 1} end"
