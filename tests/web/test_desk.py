"""The desk's pages: what they say, how they are sent, what is refused, and the whole in a real browser."""

import csv
import gzip
import io
import json
import socket
import urllib.parse
from typing import Any

import pytest
from asking import ask, colours_drawn
from reading import parsed, table_of, words_of

from command_line import run
from hustings.record.open import Record

pytestmark = pytest.mark.xdist_group("desk")
SEAT = "seats/bethnal-green-and-stepney/2024-07-04/"
# What only a desk has.
OWN = [
    "api/",
    "sql/",
    "sql/?query=select+area%2C+majority+from+api.contests+limit+5",
    "api/v1/contests.html?election_id=parl.2024-07-04&sort=majority&limit=20",
    "api/v1/results.html?area.has=ilford&kind=general&limit=20",
    "api/v1/contests/parl.bethnal-green-and-stepney.2024-07-04.html",
    "search/?q=ilford",
    "check/",
    "compare/",
    "compare/?a=bethnal-green-and-stepney",
    "compare/?a=ilford-north&b=ilford-south",
    "swing/?swing=5",
    "swing/?election=2019-12-12.notional&to=labour&from=conservative&swing=10&rule=proportional&scotland=15",
    SEAT + "why/",
]
PAGES = [
    "",
    SEAT,
    SEAT + "story/",
    "seats/runcorn-and-helsby/",
    "elections/2024/",
    "elections/2024/map/",
    "elections/2019/map-change-labour/",
    "elections/2024/map-swing/",
    "elections/2024/change-labour/",
    "boroughs/leeds/",
    "boundaries/seats/ilford-north/",
    "people/rushanara-ali-mnis-4138/",
    "parties/labour/",
    "corrections/",
    "measures/",
    "search/",
    "embed/" + SEAT,
    "embed/elections/2024/map/",
    *OWN,
]


def test_a_seat_page_has_the_result_to_the_last_vote(desk: Any, record: Record) -> None:
    page = parsed(ask(desk.address + SEAT).data.decode())
    rows = table_of(page, "result-table")
    declared = record.query(
        "select votes from candidacy where contest_id = ? order by votes desc",
        ["parl.bethnal-green-and-stepney.2024-07-04"],
    )
    assert [int(row[3].replace(",", "")) for row in rows] == [row["votes"] for row in declared]
    data = json.loads(ask(desk.address + SEAT + "results.json").data)
    assert [row["votes"] for row in data["candidates"]] == [row["votes"] for row in declared]


def test_a_page_is_sent_packed_and_not_twice(desk: Any) -> None:
    whole, packed = ask(desk.address + SEAT), ask(desk.address + SEAT, Accept_Encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.data) == whole.data
    assert len(packed.data) * 3 < len(whole.data)
    again = ask(desk.address + SEAT, If_None_Match=whole.headers["etag"])
    assert (again.status, again.data) == (304, b"")
    assert ask(desk.address + SEAT, If_None_Match='"another"').status == 200
    assert ask(desk.address + SEAT, method="HEAD").data == b""


def test_what_never_changes_is_kept_for_ever(desk: Any) -> None:
    sheet = next(one for one in parsed(ask(desk.address).data.decode()).iter("link") if one.get("rel") == "stylesheet")
    assert "immutable" in ask(desk.address + sheet.get("href")).headers["cache-control"]
    assert ask(desk.address + SEAT).headers["cache-control"] == "no-cache"


def test_an_address_without_its_stroke_is_mended(desk: Any) -> None:
    sent = ask(desk.address + "seats/hendon")
    assert (sent.status, sent.headers["location"]) == (308, "/seats/hendon/")


@pytest.mark.parametrize("path", ["seats/hendn/", "seats/hendn", "seats/hendn/2024-07-04/"])
def test_a_page_that_is_not_there_names_those_near_to_it(desk: Any, path: str) -> None:
    missing = ask(desk.address + path)
    assert missing.status == 404
    page = parsed(missing.data.decode())
    assert "Hendon, 4 July 2024 general election" in words_of(page)
    # Its links lead to the same places however deep it was asked for.
    found = [link.get("href") for link in page.iter("a") if (link.get("href") or "").endswith("seats/hendon/")]
    assert ask(urllib.parse.urljoin(desk.address + path, found[0])).status == 200


OUTSIDE = ["../pyproject.toml", "%2e%2e/%2e%2e/etc/passwd", "seats//hendon/", "seats/%00/", "assets/", "%C3%A9/"]


@pytest.mark.parametrize("path", [*OUTSIDE, "a" * 4000])
def test_no_address_leads_out_of_the_site(desk: Any, path: str) -> None:
    answered = ask(desk.address + path)
    assert answered.status == 404
    assert b"No page here" in answered.data


def test_only_this_machines_names_and_only_reading_are_answered(desk: Any) -> None:
    assert ask(desk.address, Host="evil.example").status == 400
    assert ask(desk.address, Host="localhost").status == 200
    assert ask(desk.address, method="POST").status == 405
    assert ask(desk.address + "healthz").data == b"ok\n"


def test_every_answer_says_what_a_page_may_load(desk: Any) -> None:
    for path in PAGES:
        policy = ask(desk.address + path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert ("frame-ancestors *" in policy) == path.startswith("embed/")


def test_a_port_that_is_taken_is_said_with_the_way_out() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        ran = run("serve", "--port", str(port))
    assert (ran.code, ran.out) == (2, "")
    assert f"cannot serve at port {port} of 127.0.0.1" in ran.err
    assert "--port 8080" in ran.err
    assert run("serve", "--port", "70000").code == 2
    nowhere = run("serve", "--host", "no.such.host.invalid")
    assert (nowhere.code, nowhere.out) == (2, "")
    assert "name another with --host" in nowhere.err


def test_pages_are_quiet_under_their_own_policy(desk: Any, browser: Any) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.on("request", lambda asked: said.append(asked.url) if not asked.url.startswith(desk.address) else None)
    page.on("response", lambda answer: said.append(answer.url) if answer.status >= 400 else None)
    for path in PAGES:
        page.goto(desk.address + path)
    assert said == []
    page.close()


def test_a_seat_is_found_by_typing_and_another_election_chosen(desk: Any, browser: Any) -> None:
    page = browser.new_page()
    page.goto(desk.address)
    page.wait_for_function("document.activeElement.id === 'find'")
    page.keyboard.type("bethnal green st")
    page.wait_for_selector(".hits a:has-text('Bethnal Green and Stepney')")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/seats/bethnal-green-and-stepney/")
    assert "1,689 votes" in page.inner_text(".result")
    page.goto(desk.address + "seats/runcorn-and-helsby/")
    page.click("nav.switch a:has-text('2024')")
    page.wait_for_url("**/seats/runcorn-and-helsby/2024-07-04/")
    assert "change on notional 2019" in page.inner_text(".result-table caption")
    page.close()


def tabbed_to(page: Any, said: str) -> None:
    """Go on with the tabulator until what has the focus says that."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if said in (page.evaluate(FOCUSED) or ""):
            return
    raise AssertionError(f"the tabulator does not come to {said!r}")


def test_the_map_is_opened_and_walked_with_the_keyboard_alone(desk: Any, browser: Any) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(desk.address + "elections/")
    tabbed_to(page, "2024, 4 July 2024")
    page.keyboard.press("Enter")
    page.wait_for_url("**/elections/2024/")
    tabbed_to(page, "Maps of every seat")
    page.keyboard.press("Enter")
    page.wait_for_url("**/elections/2024/map/")
    tabbed_to(page, "Year of the election")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/elections/2019/map/")
    page.wait_for_selector("h1:has-text('Conservatives won 365')")
    assert "2019" in page.title()
    # The map of another election has its colours under the page's own policy.
    assert colours_drawn(page) >= 5
    tabbed_to(page, "Aberavon")
    page.keyboard.press("ArrowUp")
    walked = page.inner_text(".line")
    assert walked
    assert "Aberavon" not in walked
    page.keyboard.press("Enter")
    page.wait_for_url("**/2019-12-12/")
    assert page.inner_text("h1") == walked.partition(":")[0]
    assert said == []
    page.close()


FOCUSED = """() => document.activeElement.matches("a, input")
    ? document.activeElement.textContent + document.activeElement.ariaLabel
    : null"""


def test_pages_read_without_scripts(desk: Any, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(desk.address + "elections/2024/map/")
    page.click("svg a >> nth=0")
    assert page.locator(".result-table").count() == 1
    context.close()


@pytest.mark.parametrize("path", OWN)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_desks_own_pages_keep_the_accessibility_rules_and_fit_a_telephone(
    desk: Any, browser: Any, path: str, scheme: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(color_scheme=scheme, viewport={"width": 320, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto(desk.address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    context.close()


def test_rows_are_sorted_filtered_and_taken_without_a_script(desk: Any, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False, accept_downloads=True)
    page = context.new_page()
    page.goto(desk.address + "api/v1/contests.html?election_id=parl.2024-07-04")
    page.click("thead a:has-text('majority') >> nth=0")
    assert page.get_attribute("thead th:has-text('majority') >> nth=0", "aria-sort") == "descending"
    page.click("thead a:has-text('majority') >> nth=0")
    page.click("summary:has-text('Filter')")
    page.fill("input[name='area.has']", "bethnal green")
    page.click("button:has-text('Show these')")
    assert page.locator("tbody tr").count() == 1
    assert "1,689" in page.inner_text("tbody")
    with page.expect_download() as taken:
        page.click("a[download]:has-text('CSV')")
    told = [*csv.DictReader(io.StringIO(taken.value.path().read_text(encoding="utf-8")))]
    assert [(row["area"], row["majority"]) for row in told] == [("Bethnal Green and Stepney", "1689")]
    page.click("tbody a >> nth=0")
    page.wait_for_url("**/seats/bethnal-green-and-stepney/2024-07-04/")
    context.close()
