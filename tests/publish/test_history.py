"""A place followed back: which seat follows which, by what rule, and what is printed of it."""

import csv
import io
import json

import pytest

from hustings.errors import UnknownName
from hustings.publish.reports.history import history_report
from hustings.publish.reports.history_forms import render_history
from hustings.record.lineage import trace
from hustings.record.open import open_record


@pytest.fixture(scope="module")
def record():
    return open_record()


def followed(record, name: str) -> list[tuple[str, str, str]]:
    return [(stage.boundary_set_id, stage.area, stage.link.rule) for stage in trace(record, name)]


def test_bethnal_green_is_followed_to_1918(record):
    assert followed(record, "Bethnal Green and Stepney") == [
        ("england-2024", "Bethnal Green and Stepney", "asked"),
        ("england-2010", "Bethnal Green and Bow", "overlap"),
        ("england-1997", "Bethnal Green and Bow", "same-name"),
        ("england-1992", "Bethnal Green and Stepney", "part-of-name"),
        ("england-1983-1992", "Bethnal Green and Stepney", "same-boundaries"),
        ("england-1974", "Bethnal Green and Bow", "part-of-name"),
        ("england-1955", "Bethnal Green", "part-of-name"),
        ("england-1950", "Bethnal Green", "same-name"),
        ("england-1945", "Bethnal Green North East", "part-of-name"),
        ("england-1945", "Bethnal Green South West", "part-of-name"),
        ("england-1918", "Bethnal Green North East", "same-name"),
        ("england-1918", "Bethnal Green South West", "same-name"),
    ]


def test_a_city_of_many_seats_is_not_guessed(record):
    assert not [area for _, area, rule in followed(record, "Glasgow East") if rule == "part-of-name"]


def test_a_point_of_the_compass_before_a_place_is_part_of_its_name(record):
    assert not [area for _, area, _ in followed(record, "Stratford and Bow") if area.startswith("East Ham")]


def test_text_marks_each_break_and_names_winners_as_published(record):
    text = render_history(history_report(record, "Bethnal Green and Stepney"), "text")
    assert text.count("-- Boundaries changed") == 8
    assert "2005-05-05  Respect Party" in text
    assert "10,057" in text
    assert "not published" in text
    assert all(len(line) <= 80 for line in text.splitlines())


def test_rows_for_a_program_sum_to_the_whole(record):
    rows = csv.DictReader(io.StringIO(render_history(history_report(record, "Ilford North"), "csv")))
    shares: dict[str, float] = {}
    for row in rows:
        shares[row["contest_id"]] = shares.get(row["contest_id"], 0) + float(row["share_percent"] or 0)
    assert shares
    assert all(total == pytest.approx(100, abs=0.01) for total in shares.values())


def test_json_is_whole_and_by_elections_stand_in_order(record):
    whole = json.loads(render_history(history_report(record, "Rochdale"), "json"))
    days = [contest["polling_on"] for seat in whole["seats"][:2] for contest in seat["contests"]]
    assert days == sorted(days, reverse=True)
    assert "by-election" in {contest["kind"] for seat in whole["seats"] for contest in seat["contests"]}


def test_a_name_misspelt_gets_names_near_it(record):
    with pytest.raises(UnknownName, match="did you mean Bethnal Green"):
        history_report(record, "Bethnal Gren")


def test_a_history_that_does_not_reach_the_first_map_says_where_it_ends(record):
    assert "Followed no further back than 12 April 2005" in render_history(history_report(record, "Glasgow East"), "md")
    assert "no further back" not in render_history(history_report(record, "Ilford North"), "md")
