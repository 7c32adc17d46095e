"""Stories of a spread of every election since 1918: none fails, and none reads wrong."""

import re

import pytest
from phrasing import WRONG, prose

from hustings.publish.articles.forms import as_markdown
from hustings.publish.articles.seat import seat_article
from hustings.publish.articles.welsh import in_welsh, welsh_article
from hustings.publish.facts import Facts, gather
from hustings.record.open import Record

pytestmark = pytest.mark.xdist_group("articles")
# One in forty of all seats, and every seat that was won by three votes or fewer or had several members.
SPREAD = """
    select contest_id from contest where basis = 'declared' and kind = 'general' and polling_on < '2024-01-01'
        and (hash(contest_id) % 40 = 0 or seats > 1 and hash(contest_id) % 4 = 0)
    union
    select contest_id from candidacy join contest using (contest_id) where kind = 'general' and basis = 'declared'
    group by contest_id having max(votes) - max(votes, 2)[2] <= 3
"""


@pytest.fixture(scope="module")
def facts(record: Record) -> Facts:
    return gather(record, [row["contest_id"] for row in record.query(SPREAD)])


@pytest.fixture(scope="module")
def stories(facts: Facts) -> dict[str, str]:
    return {contest_id: as_markdown(seat_article(facts, contest_id)) for contest_id in facts.reports}


def test_the_spread_is_of_every_general_election(record: Record, facts: Facts) -> None:
    held = record.query("select count(*) as n from election where kind = 'general' and basis = 'declared'")[0]["n"]
    assert len({one.contest["election_id"] for one in facts.reports.values()}) >= held - 1


@pytest.mark.parametrize(("pattern", "what"), WRONG, ids=[f"{what} {pattern}" for pattern, what in WRONG])
def test_no_story_of_any_age_reads_wrong(stories: dict[str, str], pattern: str, what: str) -> None:
    for contest_id, text in stories.items():
        found = re.search(pattern, prose(text))
        assert found is None, (contest_id, what, prose(text)[max(0, found.start() - 60) : found.end() + 20])


def test_a_column_of_changes_says_from_what(facts: Facts, stories: dict[str, str]) -> None:
    for contest_id, text in stories.items():
        heading = "| Change on " if facts.reports[contest_id].baseline else "| Change, points |"
        assert heading in text, contest_id


def test_stories_of_seats_without_a_known_winner_name_none(facts: Facts, stories: dict[str, str]) -> None:
    for contest_id, report in facts.reports.items():
        if not any(row["elected"] for row in report.candidates):
            title = stories[contest_id].partition("title: ")[2].partition("\n")[0]
            assert not re.search(r"\b(holds?|gains?|wins?)\b", title), title


def test_stories_in_welsh_of_every_age_have_no_empty_slot(facts: Facts) -> None:
    for contest_id in filter(lambda one: in_welsh(facts, one), facts.reports):
        assert not re.search(
            r"\bNone\b(?! [Oo]f )|\bnan\b|  +| [,.;:]", prose(as_markdown(welsh_article(facts, contest_id)))
        )


def test_two_votes_in_a_city_are_not_rounded_to_none(record: Record) -> None:
    facts = gather(record, ["parl.winchester.1997-05-01"])
    story = as_markdown(seat_article(facts, "parl.winchester.1997-05-01"))
    assert "**The Liberal Democrats won by two votes, 0.003% of valid votes, over the Conservatives" in story
    assert "the smallest of 656 seats whose majority is known" in story
