"""A change as a part of what it is a change of."""

import ibis
import pytest

from hustings.measures.relative_change import relative_change

ROWS = [
    {"now": 34.1, "before": 73.5, "part": -0.536},
    {"now": 50.0, "before": 25.0, "part": 1.0},
    {"now": 50.0, "before": 0.0, "part": None},
    {"now": None, "before": 25.0, "part": None},
]


def test_a_change_is_a_part_of_what_was() -> None:
    table = ibis.memtable(ROWS, schema={"now": "float64", "before": "float64", "part": "float64"})
    given = table.mutate(given=relative_change(table.now, table.before)).execute()
    known = given[given.part.notna()]
    assert list(known.given) == pytest.approx(list(known.part), abs=5e-4)
    assert given[given.part.isna()].given.isna().all()
