"""The page of every seat of 2024 and of every by-election: rendered, light, and without an empty slot."""

import html
import re

import pytest

from hustings.publish.facts import Facts, gather
from hustings.publish.pages.render import Frame, render_page
from hustings.publish.pages.seat import seat_page
from hustings.record.open import Record

ALL = """
    select contest_id from contest
    where basis = 'declared' and (kind = 'by-election' or election_id = 'parl.2024-07-04')
"""
TAG = re.compile(r"<(script|style|svg|code)\b.*?</\1>|<[^>]+>", re.DOTALL)
WRONG = re.compile(r"\bNone\b|\bnan\b|\{\{|\}\}|\b1 (votes|seats|candidates|candidacies)\b|\b0 votes more\b")
HEAVIEST = 150_000


@pytest.fixture(scope="module")
def facts(record: Record) -> Facts:
    return gather(record, [row["contest_id"] for row in record.query(ALL)])


def test_no_page_of_a_seat_is_heavy_or_has_an_empty_slot(facts: Facts) -> None:
    pages = [seat_page(facts, contest_id) for contest_id in facts.reports]
    assert len(pages) == 650 + 65
    frame = Frame({page.path for page in pages}, lambda name: name, "13 August 2026", "0")
    for page in pages:
        text = render_page(page, frame)
        assert len(text.encode()) < HEAVIEST, page.path
        said = re.sub(r"\s+", " ", html.unescape(TAG.sub(" ", text)))
        found = WRONG.search(said)
        assert found is None, (page.path, said[max(0, found.start() - 60) : found.end() + 30])
        # A change says from what.
        assert "Change on " in said or "no earlier result for these boundaries" in said, page.path
