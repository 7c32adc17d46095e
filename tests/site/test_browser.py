"""The pages in a real Chromium: accessible, quiet, narrow, without JavaScript, and searched with the keyboard."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import served

pytestmark = pytest.mark.xdist_group("site")
SEAT = "seats/bethnal-green-and-stepney/2024-07-04/"
PAGES = [
    "",
    SEAT,
    "seats/poplar-and-limehouse/",
    "seats/bethnal-green-and-bow/2010-05-06/",
    "seats/",
    "elections/",
    "elections/2024/",
    "elections/2024/majority-share/",
    "boroughs/tower-hamlets/",
    "parties/labour/",
    "people/",
    "people/rushanara-ali-mnis-4138/",
    "by-elections/",
    "boundaries/london/",
    "boundaries/seats/bethnal-green-and-stepney/",
    "elections/2024/change-labour/",
    "elections/2024/swing/",
    SEAT + "story/",
    "embed/" + SEAT,
    "corrections/contest/",
    "sources/",
    "measures/",
    "search/",
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as place:
        yield place


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_break_no_rule_of_accessibility(browser: Any, address: str, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = browser.new_page(color_scheme=scheme)
    for path in PAGES:
        assert page.goto(address + path).ok, path
        found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
        assert not [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found], path
    page.close()


def test_the_rules_are_really_applied(browser: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = browser.new_page()
    page.set_content(
        '<html lang="en"><title>A page</title><p style="color:#ccc;background:#fff">Too pale<img src="x.png">'
    )
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    assert {"image-alt", "color-contrast"} <= {one["id"] for one in found}
    page.close()


def test_pages_are_quiet_and_ask_nothing_of_others(browser: Any, address: str) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda asked: said.append(asked.url) if not asked.url.startswith(address) else None)
    page.on("response", lambda answer: said.append(answer.url) if answer.status >= 400 else None)
    for path in PAGES:
        page.goto(address + path)
    assert said == []
    page.close()


@pytest.mark.parametrize("width", [320, 375, 1280])
def test_no_page_is_wider_than_its_window(browser: Any, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    for path in PAGES:
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.close()


def test_pages_read_without_javascript(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + SEAT)
    assert "won by 1,689 votes" in page.inner_text(".result")
    page.click("summary")
    assert page.locator("details table").first.is_visible()
    page.goto(address + "search/?q=bethnal")
    assert page.locator("noscript").count() == 1
    page.click("text=boroughs")
    page.click("text=Tower Hamlets")
    page.click("text=Bethnal Green and Stepney")
    assert page.inner_text("h1") == "Bethnal Green and Stepney"
    context.close()


@pytest.mark.parametrize("typed", ["bethnal", "stepny", "green bethnal stepney", "Masroor"])
def test_search_by_keyboard(browser: Any, address: str, typed: str) -> None:
    page = browser.new_page()
    page.goto(address)
    # The cursor is in the field once the page is drawn, which may be after it is loaded.
    page.wait_for_function("document.activeElement.id === 'find'")
    page.keyboard.type(typed)
    page.wait_for_selector(".hits a")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/seats/**" if typed != "Masroor" else "**/people/**")
    assert ("Masroor" if typed == "Masroor" else "Bethnal Green") in page.inner_text("h1")
    page.close()


def test_the_table_is_copied_as_cells(browser: Any, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + SEAT)
    page.click("text=Copy the table")
    page.wait_for_selector("text=Copied")
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert lines[1].split("\t")[:5] == ["1", "Rushanara Ali elected", "Labour", "15,896", "34.1%"]
    context.close()


def test_a_search_that_finds_nothing_says_so(browser: Any, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "search/?q=zzzzzz")
    page.wait_for_selector("text=Nothing of that name.")
    assert page.locator("#found a").count() == 0
    page.close()
