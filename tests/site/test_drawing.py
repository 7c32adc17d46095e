"""The drawing of a seat's history: a line only where boundaries are one seat's, and every share at its height."""

import itertools
import re

import pytest

from hustings.publish.pages.drawing import along, drawings, ticks
from hustings.publish.reports.history import history_report
from hustings.record.open import Record


def test_a_line_breaks_where_boundaries_change(record: Record) -> None:
    wide, narrow = drawings(history_report(record, "Bethnal Green and Stepney").chapters)
    labour = next(one for one in wide.series if one.key == "labour")
    # 2024 alone; 2010-19; 1997-2005; 1983-92; 1974-79; 1955-70; 1950-51; and two seats of 1945 and of 1918-35.
    assert labour.path.count("M") == 11
    assert len(wide.breaks) == len(narrow.breaks) >= 7


def test_a_seat_redrawn_elsewhere_is_one_line(record: Record) -> None:
    (wide, _) = drawings(history_report(record, "Ynys Môn").chapters)
    plaid = next(one for one in wide.series if one.key == "plaid-cymru")
    latest = plaid.path.split("M")[1]
    # 2010 to 2024, though every other seat of Wales was redrawn in 2024.
    assert latest.count("L") == 4


def test_shares_lie_between_nothing_and_the_top(record: Record) -> None:
    for drawing in drawings(history_report(record, "Liverpool Walton").chapters):
        heights = [dot.y for one in drawing.series for dot in one.dots]
        assert all(drawing.top <= y <= drawing.bottom for y in heights)
        labels = sorted(one.label_y for one in drawing.series if one.label)
        assert all(b - a >= 13.9 for a, b in itertools.pairwise(labels))


@pytest.mark.parametrize("values", [[0.1, 0.2, 0.2, 0.4], [0.5]])
def test_every_value_has_a_tick_and_equal_ones_share_it(values: list[float]) -> None:
    path, span = ticks(values)
    places = {int(x) for x in re.findall(r"M(\d+)", path)}
    assert places == {along(value, span) for value in values}
    assert len(places) == len(set(values))
