"""A borough's page: its seats on one scale as declared, its council and mayor as their reports say, its census."""

import re

import pytest
from reading import parsed, words_of

from hustings.publish import words
from hustings.publish.pages.multiples import multiples
from hustings.publish.reports.council import council_report
from hustings.publish.reports.mayor import mayor_report
from hustings.publish.reports.notable import notable_places
from hustings.publish.reports.seat import seat_reports
from hustings.record.open import Record

pytestmark = pytest.mark.xdist_group("site")
RECT = "{http://www.w3.org/2000/svg}rect"
SEATS = ("bethnal-green-and-stepney", "poplar-and-limehouse", "stratford-and-bow")
CONTESTS = [f"parl.{seat}.2024-07-04" for seat in SEATS]


@pytest.fixture
def page(pages: dict[str, str]) -> str:
    return pages["boroughs/tower-hamlets"]


def test_the_panels_have_every_seat_in_one_order_and_on_one_scale(record: Record, page: str) -> None:
    reports = seat_reports(record, CONTESTS)
    panels = next(one for one in parsed(page).iter("div") if one.get("class") == "multiples").findall("table")
    assert len(panels) == len(SEATS)
    assert len({tuple(words_of(row.find("th")) for row in panel.iter("tr")) for panel in panels}) == 1
    top = max(one["share"] for report in reports.values() for one in report.candidates)
    longest = [float(bar.get("width")) for panel in panels for bar in panel.iter(RECT)]
    assert max(longest) == 100
    shares = [words_of(row.findall("td")[-1]) for row in panels[0].iter("tr")]
    stepney = reports[CONTESTS[0]].candidates
    best = {row["party"]: row["share"] for row in reversed(stepney)}
    named = [words_of(row.find("th")) for row in panels[0].iter("tr")]
    assert shares == [words.percent(best[party]) if party in best else "–" for party in named]
    # Who counted them stands under them.
    for source in {source["publisher"] for report in reports.values() for source in report.sources}:
        assert f"Source: {source}" in words_of(parsed(page))
    assert longest[0] == pytest.approx(100 * best[named[0]] / top, abs=0.05)


def test_of_several_independents_the_first_is_drawn(record: Record) -> None:
    found = multiples(list(seat_reports(record, CONTESTS).values()))
    stepney = next(row for row in found.panels[0]["rows"] if row["standing_as"] == "independent")
    assert words.percent(stepney["share"]) == "30.5%"


def test_a_line_that_nobody_stood_for_has_no_share(record: Record) -> None:
    # The Speaker stood in Chorley and in no other seat.
    ids = ["parl.chorley.2024-07-04", "parl.south-ribble.2024-07-04"]
    found = multiples(list(seat_reports(record, ids).values()))
    speaker = [[row["share"] for row in panel["rows"] if row["standing_as"] == "speaker"] for panel in found.panels]
    assert speaker[0][0] > 0.5
    assert speaker[1] == [None]


def test_the_council_and_the_mayor_are_as_their_reports_say(record: Record, page: str) -> None:
    said = words_of(parsed(page))
    council = council_report(record, "tower-hamlets")
    for row in council.fought.parties:
        assert re.search(rf"{re.escape(row['party'])}\s+{row['contested']}\s+{row['seats']}\b", said), row["party"]
    latest = mayor_report(record, "tower-hamlets").elections[0]
    assert f"{latest.candidates[0]['candidate']}" in said
    assert f"the latest of {words.day(latest.contest['polling_on'])}. One held since" in said
    # What a reader of a page cannot run is not told there.
    assert "hustings mayor" not in said


def test_the_census_ranks_the_borough_among_its_own_kind(record: Record, page: str) -> None:
    first = notable_places(record, "local authority")["E09000030"][0]
    said = words_of(parsed(page))
    assert f"{words.percent(first['share'])} of {first['counted']}" in said
    assert "among the local authorities of England and Wales" in said
    assert first["of"] == 318
