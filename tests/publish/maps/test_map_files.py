"""Maps as files: the command, the page that the arrow keys walk, nobody's file overwritten."""

import csv
from pathlib import Path
from typing import Any

import pytest

from command_line import run


def test_the_command_writes_what_the_name_ends_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("map", "2024", "--by", "majority", "--seat", "Ilford North", "-o", "map.svg")
    assert ran == (0, "Wrote map.svg: Ilford North: majority 1.1%, 630th highest of 650.\n", "")
    assert Path("map.svg").read_text().startswith("<svg ")
    assert run("map", "2024", "-o", "map.csv").code == 0
    rows = list(csv.DictReader(Path("map.csv").read_text().splitlines()))
    assert sum(row["party"] == "Labour" for row in rows) == 411
    assert run("map", "2024", "--region", "Wales", "--crop", "-o", "map.png").code == 0
    assert Path("map.png").read_bytes().startswith(b"\x89PNG")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["map.csv", "map.png", "map.svg"]


def test_a_map_is_replaced_where_that_is_asked_for(tmp_path: Path) -> None:
    place = tmp_path / "map.svg"
    place.write_text("mine")
    assert run("map", "2024", "-o", str(place)).code == 2
    assert place.read_text() == "mine"
    assert run("map", "2024", "--force", "-o", str(place)).code == 0
    assert place.read_text().startswith("<svg ")


def test_a_form_that_is_none_is_refused(tmp_path: Path) -> None:
    assert run("map", "2024", "-o", str(tmp_path / "map.gif")).code == 2
    assert run("map", "2024", "-o", str(tmp_path / "no" / "map.svg")).code == 2


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    place = tmp_path_factory.mktemp("map") / "map.html"
    assert run("map", "2024", "-o", str(place)).code == 0
    return place.as_uri()


def test_arrow_keys_walk_the_seats(browser: Any, address: str) -> None:
    page = browser.new_page(viewport={"width": 375, "height": 800})
    page.goto(address)
    assert page.locator('svg a[tabindex="0"]').count() == 1
    start = page.locator("svg a", has_text="Poplar and Limehouse:")
    start.focus()
    heard = []
    for key in ("ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
        heard.append(page.locator("[data-line]").text_content())
    assert len(set(heard)) >= 3
    assert heard[1].startswith("Poplar and Limehouse: Labour hold, majority ")
    assert page.locator('svg a[tabindex="0"]').count() == 1
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(':target th').textContent") in heard[-1]


def test_a_key_of_the_legend_shows_its_seats_alone(browser: Any, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    key = page.get_by_role("button", name="Conservative 121")
    key.click()
    assert page.locator("svg a:not(.away)").count() == page.locator("tbody tr:visible").count() == 121
    assert key.get_attribute("aria-pressed") == "true"
    key.click()
    assert page.locator("tbody tr:visible").count() == 650


def test_a_page_without_scripts_is_whole_and_asks_for_nothing(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    assert page.locator("svg a[href]").count() == page.locator("tbody tr").count() == 650
    assert all(one.startswith("file:") for one in asked)


def test_the_page_is_accessible(browser: Any, tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe

    assert run("map", "2024", "--region", "Wales", "--crop", "-o", str(tmp_path / "map.html")).code == 0
    for mode in ("light", "dark"):
        page = browser.new_page(viewport={"width": 1280, "height": 900}, color_scheme=mode)
        page.goto((tmp_path / "map.html").as_uri())
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
