"""The page and the picture of every seat of 2024 and of every by-election: light, and without an empty slot."""

import html
import re
from xml.etree import ElementTree

import pytest

from hustings.publish import words
from hustings.publish.charts.style import palette
from hustings.publish.facts import Facts, gather
from hustings.publish.pages.boroughs import borough_pages
from hustings.publish.pages.elections import election_pages
from hustings.publish.pages.maps import embedded_maps, map_pages
from hustings.publish.pages.page import Page
from hustings.publish.pages.render import Frame, render_page
from hustings.publish.pages.result_picture import WIDTH, result_picture
from hustings.publish.pages.seat import seat_page
from hustings.record.open import Record

ALL = """
    select contest_id from contest
    where basis = 'declared' and (kind = 'by-election' or election_id = 'parl.2024-07-04')
"""
TAG = re.compile(r"<(script|style|svg|code)\b.*?</\1>|<[^>]+>", re.DOTALL)
# A Gaelic "nan" stands before a name with a capital, as in Ceann a Deas nan Loch.
WRONG = re.compile(r"\bNone\b|\bnan\b(?! [A-Z])|\{\{|\}\}|\b1 (votes|seats|candidates|candidacies)\b|\b0 votes more\b")
HEAVIEST = 150_000
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def facts(record: Record) -> Facts:
    return gather(record, [row["contest_id"] for row in record.query(ALL)])


def light_and_whole(page: Page, frame: Frame) -> str:
    """The words of a page, which is not heavy and has no empty slot."""
    text = render_page(page, frame)
    assert len(text.encode()) < HEAVIEST, page.path
    said = re.sub(r"\s+", " ", html.unescape(TAG.sub(" ", text)))
    found = WRONG.search(said)
    assert found is None, (page.path, said[max(0, found.start() - 60) : found.end() + 30])
    return said


def test_no_page_of_a_seat_is_heavy_or_has_an_empty_slot(facts: Facts) -> None:
    pages = [seat_page(facts, contest_id) for contest_id in facts.reports]
    assert len(pages) == 650 + 65
    frame = Frame({page.path for page in pages}, lambda name: name, "13 August 2026", "0")
    for page in pages:
        said = light_and_whole(page, frame)
        # A change says from what.
        assert "Change on " in said or "no earlier result for these boundaries" in said, page.path


def test_no_picture_of_a_result_lacks_a_figure_or_runs_over_its_edge(record: Record, facts: Facts) -> None:
    colours = palette(record)
    for contest_id, report in facts.reports.items():
        drawn = ElementTree.fromstring(result_picture(report, colours))
        texts = [re.sub(r"\s+", " ", "".join(text.itertext())).strip() for text in drawn.iter(f"{SVG}text")]
        said = " ".join(texts)
        assert WRONG.search(said) is None, (contest_id, said)
        for row in report.candidates:
            named = row["candidate"] or row["party"]
            assert any(text.startswith(named) for text in texts), (contest_id, named)
            assert row["share"] is None or words.percent(row["share"]) in texts, (contest_id, named)
        bars = [(float(bar.get("x", 0)), float(bar.get("width", 0))) for bar in drawn.iter(f"{SVG}rect")]
        assert len(bars) == len(report.candidates)
        assert all(x >= 0 and x + wide < WIDTH for x, wide in bars), contest_id
        # Bars are as long as shares are large.
        shares = [row["share"] or 0 for row in report.candidates]
        longest = max(wide for _, wide in bars)
        for (_, wide), share in zip(bars, shares, strict=True):
            assert abs(wide - longest * share / max(shares)) <= 1, (contest_id, share)


def test_no_page_of_a_borough_is_heavy_or_has_an_empty_slot(record: Record, facts: Facts) -> None:
    pages = [page for page in borough_pages(record, facts) if page.template == "borough.html"]
    assert len(pages) == 361
    frame = Frame({page.path for page in pages}, lambda name: name, "13 August 2026", "0")
    # One in eight, and those whose councils have most wards or a mayor.
    shown = [page for page in pages if page.path in HARD or pages.index(page) % 8 == 0]
    for page in shown:
        light_and_whole(page, frame)


HARD = {
    f"boroughs/{name}/" for name in ("birmingham", "cornwall", "belfast", "glasgow-city", "isles-of-scilly", "hackney")
}


def test_a_seat_that_polled_on_another_day_is_said_on_the_page_of_its_election(record: Record) -> None:
    facts = gather(record, ["parl.thirsk-and-malton.2010-05-06", "parl.hackney-south-and-shoreditch.2010-05-06"])
    page = next(page for page in election_pages(record, facts, lambda _: ()) if page.path == "elections/2010/")
    text = render_page(page, Frame(set(), lambda name: name, "13 August 2026", "0"))
    assert "Thirsk and Malton was polled on 27 May 2010, and is counted here." in TAG.sub("", text)
    assert text.count("was polled on") == 1


@pytest.fixture(scope="module")
def frame(record: Record, facts: Facts) -> Frame:
    pages = [*map_pages(record, facts), *embedded_maps(record, facts)]
    return Frame({page.path for page in pages}, lambda name: f"assets/{name}", "13 August 2026", "0")


def test_every_map_of_an_election_is_light_and_stands_in_a_frame_too(
    record: Record, facts: Facts, frame: Frame
) -> None:
    pairs = list(zip(map_pages(record, facts), embedded_maps(record, facts), strict=True))
    assert len(pairs) == 7
    for whole, own in pairs:
        text, alone = render_page(whole, frame), render_page(own, frame)
        assert own.path == f"embed/{whole.path}"
        assert max(len(text.encode()), len(alone.encode())) < HEAVIEST, whole.path
        # The same seats, each a link that leaves the frame for its page.
        seats = [re.findall(r'<a href="(?:\.\./)+(seats/[^"]+)"', page) for page in (text, alone)]
        assert len(set(seats[0])) == 650
        assert seats[0] == seats[1]
        assert '<base target="_top">' in alone
        assert f'href="{whole.root}{own.path}"' in text
        assert f'href="{own.root}{whole.path}"' in alone
        assert "Source: " in TAG.sub("", alone)
        assert not re.search(r'(src|href)="https?:', alone)
