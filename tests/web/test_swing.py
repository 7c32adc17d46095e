"""The swingometer: what its address means, what its page says, and the whole drawn in a real browser."""

import csv
import io
import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlencode

import pytest
from asking import ask, colours_drawn
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import parsed, words_of

from hustings.models import RULES
from hustings.record.open import Record
from hustings.web.swing.asked import asked
from hustings.web.swing.scenario import Swingometer
from hustings.web.swing.words import RIGHT, STILL
from hustings.web.unreadable import Unreadable
from root import ROOT

pytestmark = pytest.mark.xdist_group("desk")
FIVE = {"election": "2024-07-04", "to": "conservative", "from": "labour", "swing": "5"}


@pytest.fixture(scope="module")
def swingometer(record: Record) -> Swingometer:
    return Swingometer(record)


def seats(swingometer: Swingometer, given: dict[str, str]) -> dict[str, int]:
    return {row["party"]: row["seats"] for row in swingometer.scenario(asked(swingometer.grounds, given)).parties}


def test_no_swing_is_the_result(swingometer: Swingometer, record: Record) -> None:
    for key, ground in swingometer.grounds.items():
        told = seats(swingometer, {"election": key})
        won = record.query(
            "select party, count(*) as seats from results where election_id = ? and elected group by party",
            [ground.election["election_id"]],
        )
        assert {party: number for party, number in told.items() if number} == {
            row["party"]: row["seats"] for row in won
        }


def test_a_region_may_go_its_own_way(swingometer: Swingometer) -> None:
    everywhere = swingometer.scenario(asked(swingometer.grounds, FIVE)).seats
    but_london = swingometer.scenario(asked(swingometer.grounds, FIVE | {"london": "-5"})).seats
    pairs = [*zip(everywhere, but_london, strict=True)]
    assert {one["region"] for one, other in pairs if one["party"] != other["party"]} == {"London"}
    only = swingometer.scenario(asked(swingometer.grounds, FIVE | {"swing": "0", "london": "-5"})).seats
    assert [row["votes"] for row in only if row["region"] == "London"] == [
        row["votes"] for row in but_london if row["region"] == "London"
    ]


@pytest.mark.parametrize("rule", RULES)
def test_what_the_page_says_of_the_past_is_counted(swingometer: Swingometer, record: Record, rule: str) -> None:
    """Told the true national swing, how often the winner's party is called rightly."""
    told, still = {}, {}
    for key, later in (
        ("2010-05-06", "2015-05-07"),
        ("2015-05-07", "2017-06-08"),
        ("2017-06-08", "2019-12-12"),
        ("2019-12-12.notional", "2024-07-04"),
    ):
        before, after = (record.query(NATIONAL, [f"parl.{one}"])[0] for one in (key, later))
        swing = 100 * (after["labour"] - before["labour"] - after["conservative"] + before["conservative"]) / 2
        wanted = {"election": key, "to": "labour", "from": "conservative", "swing": f"{swing:.6f}", "rule": rule}
        won = winners_of(record.query("select * from results where election_id = ? and elected", [f"parl.{later}"]))
        assert len(won) == 650
        for found, swing_ in ((told, wanted["swing"]), (still, "0")):
            called = winners_of(swingometer.scenario(asked(swingometer.grounds, wanted | {"swing": swing_})).seats)
            found[int(later[:4])] = sum(called[seat] == party for seat, party in won.items())
    assert (told, still) == (RIGHT[rule], STILL)
    page = (ROOT / "docs" / "methods" / "two-party-swing.md").read_text(encoding="utf-8")
    lines = [line.strip("| ").split(" | ") for line in page.splitlines() if line.startswith("| 20")]
    place = 2 + RULES.index(rule)
    assert {int(line[0][:4]): (int(line[1]), int(line[place])) for line in lines} == {
        year: (still[year], told[year]) for year in told
    }


def winners_of(rows: list[dict[str, Any]]) -> dict[tuple[str, str], tuple[str | None, str]]:
    """The party of each seat, or what else its member stood as."""
    return {(row["boundary_set_id"], row["area_id"]): (row["party_id"], row["standing_as"]) for row in rows}


NATIONAL = """
    select sum(votes) filter (line_id = 'labour') / sum(votes) as labour,
        sum(votes) filter (line_id = 'conservative') / sum(votes) as conservative
    from results where election_id = ?
"""


def test_the_address_keeps_the_state(swingometer: Swingometer) -> None:
    for given_ in (FIVE, FIVE | {"rule": "proportional", "scotland": "2.5", "yorkshire-and-the-humber": "-1"}):
        wanted = asked(swingometer.grounds, given_)
        again = asked(swingometer.grounds, dict(pair.split("=") for pair in wanted.address.split("&")))
        assert again == wanted


@settings(max_examples=200, deadline=None)
@given(
    given_=st.dictionaries(
        st.sampled_from(["election", "to", "from", "swing", "rule", "london", "wales", "x"]),
        st.sampled_from(["labour", "reform-uk", "5", "-5", "nan", "inf", "1e300", "50.1", "uniform", "2019-12-12"])
        | st.text(max_size=20),
    )
)
def test_whatever_is_asked_is_read_or_refused_in_a_sentence(swingometer: Swingometer, given_: dict[str, str]) -> None:
    said = ""
    try:
        wanted = asked(swingometer.grounds, given_)
    except Unreadable as unreadable:
        said = str(unreadable)
    if said:
        assert said[-1] in ".?"
        return
    assert abs(wanted.points) <= 50
    assert wanted.to != wanted.from_


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        ({"to": "labor"}, "did you mean labour?"),
        ({"to": "reform-uk", "election": "2010-05-06"}, "No party 'reform-uk' stood in 2010"),
        ({"to": "labour", "from": "labour"}, "choose another for one of them"),
        ({"swing": "99"}, "write points from −50 to 50"),
        ({"swing": "5_0"}, "write points from −50 to 50"),
        ({"swing": "1e-300"}, "write points from −50 to 50"),
        ({"london": "much"}, "The swing of London cannot be 'much'"),
        ({"election": "1832"}, "There is no election '1832'"),
        ({"election": "2005-05-05.notional"}, "There is no election"),
        ({"rule": "cube"}, "There is no rule"),
    ],
)
def test_what_cannot_be_swung_says_how_to_mend_it(desk: Any, given_: dict[str, str], said: str) -> None:
    answer = ask(f"{desk.address}swing/?{urlencode(given_)}")
    assert answer.status == 400
    assert said in words_of(parsed(answer.data.decode()))
    # Nothing is said of seats that nobody asked for, and what could be read is kept.
    page = parsed(answer.data.decode())
    assert "of 650 seats" not in words_of(page)
    kept = [one for one in page.iter("option") if one.get("selected") is not None]
    assert given_.get("election") in (None, kept[0].get("value"), "1832", "2005-05-05.notional")
    told = ask(f"{desk.address}swing/seats.csv?{urlencode(given_)}")
    assert (told.status, said in told.data.decode()) == (400, True)


def test_the_page_the_file_and_the_scenario_agree(desk: Any, swingometer: Swingometer) -> None:
    page = words_of(parsed(ask(f"{desk.address}swing/?{urlencode(FIVE)}").data.decode()))
    found = seats(swingometer, FIVE)
    assert f"Labour {found['Labour']}, the Conservatives {found['Conservative']}" in page
    assert "No party would have the 326 seats of a majority" in page
    assert "Estimated by Hustings: a scenario, not a forecast" in page
    told = [*csv.DictReader(io.StringIO(ask(f"{desk.address}swing/seats.csv?{urlencode(FIVE)}").data.decode()))]
    assert {row["basis"] for row in told} == {"scenario", "declared"}
    assert {(row["swing_to"], row["swing_rule"], row["swing_points"]) for row in told} == {
        ("conservative", "uniform", "5.0")
    }
    for party, number in found.items():
        assert sum(row["party"] == party for row in told) == number
    changed = int(re.search(r"Seats that change hands: (\d+)", page)[1])
    assert sum("gain from" in row["outcome"] for row in told) == changed


def test_several_who_come_first_are_all_answered(record: Record) -> None:
    """The first to swing an election has it copied out; none may meet another who does the same."""
    swingometer = Swingometer(record.__class__(record.folder))
    wanted = [asked(swingometer.grounds, FIVE | {"swing": f"{points}"}) for points in range(8)]
    with ThreadPoolExecutor(8) as pool:
        found = [*pool.map(swingometer.scenario, wanted)]
    assert len({one.parties[0]["seats"] for one in found}) > 4


def test_what_moves_nothing_says_so(swingometer: Swingometer, desk: Any) -> None:
    nowhere = swingometer.scenario(asked(swingometer.grounds, {"to": "sinn-fein", "from": "labour", "swing": "5"}))
    assert nowhere.swung == 0
    said = words_of(parsed(ask(f"{desk.address}swing/?to=sinn-fein&from=labour&swing=5").data.decode()))
    assert "Nothing is swung: Sinn Féin and Labour both stood in no seat" in said
    still = words_of(parsed(ask(f"{desk.address}swing/").data.decode()))
    assert "Labour had a majority of 172 over all others" in still
    assert "(scenario)" not in still


def test_the_parties_add_up_and_those_asked_are_among_them(desk: Any) -> None:
    page = parsed(ask(f"{desk.address}swing/?to=the-yorkshire-party&swing=2").data.decode())
    rows = [[words_of(cell) for cell in row] for row in page.find(".//table").iter("tr")][1:]
    assert "The Yorkshire Party" in [row[0] for row in rows]
    assert sum(int(row[1]) for row in rows) == 650
    assert abs(sum(float(row[3].rstrip("%")) for row in rows) - 100) < 1


def test_it_works_without_a_script(desk: Any, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(desk.address + "swing/")
    assert "No swing yet" in page.inner_text("#told")
    page.fill("input[name=swing]", "5")
    page.click("button:has-text('Swing')")
    assert "Labour 318, the Conservatives 219" in page.inner_text(".result")
    page.click("#after-map tbody a >> nth=0")
    assert page.locator(".result-table").count() == 1
    context.close()


def test_the_slider_is_drawn_and_the_seats_follow(desk: Any, browser: Any, swingometer: Swingometer) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(desk.address + "swing/")
    knob = page.locator("input[type=range]").first
    box = knob.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    for step in range(1, 6):
        page.mouse.move(box["x"] + box["width"] * (0.5 + 0.05 * step), box["y"] + box["height"] / 2)
    page.mouse.up()
    swing = page.input_value("input[name=swing]")
    assert 8 <= float(swing) <= 12
    page.wait_for_url(re.compile(rf"swing={re.escape(swing)}(&|$)"))
    found = seats(swingometer, FIVE | {"swing": swing})
    page.wait_for_selector(f".result:has-text('Labour {found['Labour']}')")
    # It has the colours of its parties: as many as would win seats.
    assert colours_drawn(page) >= 8
    # The map that was drawn anew is walked with the keys as the first was.
    page.locator("svg[data-walk] a[tabindex='0']").focus()
    page.keyboard.press("ArrowDown")
    assert "(scenario)" in page.inner_text(".line")
    page.reload()
    assert page.input_value("input[name=swing]") == swing
    assert said == []
    # A key of the legend stays pressed; the one party chosen for the other's place changes places with it.
    page.click("[data-legend] button:has-text('Labour')")
    page.select_option("select[name=to]", "labour")
    page.wait_for_url(re.compile("to=labour&from=conservative"))
    assert page.locator("[data-legend] [aria-pressed=true]").inner_text().strip().startswith("Labour")
    # What cannot be read is said in place of a result, and has no address.
    page.fill("input[name=swing]", "80")
    page.wait_for_selector("[role=alert]")
    assert f"swing={swing}" in page.url
    page.fill("input[name=swing]", "3")
    page.wait_for_selector(".result:has-text('Labour')")
    # When the desk is gone the page says that what it shows is of before.
    page.route("**/swing/?*", lambda route: route.abort())
    page.fill("input[name=swing]", "4")
    page.wait_for_selector(".result:has-text('cannot be reached')")
    page.close()
