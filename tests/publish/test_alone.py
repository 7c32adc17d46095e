"""Charts, maps and reports as pages of one file: whole by themselves, true to what they are of, and embedded."""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest
from browser import served
from reading import links_of, parsed, table_of, words_of

from command_line import run
from hustings.publish.charts import result
from hustings.publish.embeds.alone import of_markdown
from hustings.publish.sheet import SHOWN
from hustings.record.open import Record

REPORTS = [
    ("seat", "Ilford North"),
    ("history", "Bethnal Green"),
    ("council", "Tower Hamlets", "--year", "2022"),
    ("mayor", "Tower Hamlets"),
    ("division", "2023-11-15"),
    ("borough", "Tower Hamlets"),
    ("person", "Ajmal Masroor"),
    ("election", "2024"),
]
PAGES = {
    "chart": ("chart", "result", "Ilford North", "--election", "2024"),
    "history": ("chart", "history", "Ilford North"),
    "map": ("map", "2024", "--region", "Wales", "--crop"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of each kind."""
    place = tmp_path_factory.mktemp("alone")
    for name, command in PAGES.items():
        assert run(*command, "--out", str(place / f"{name}.html")).code == 0
    (place / "seat.html").write_text(run("seat", "Ilford North", "--format", "html").out)
    return place


@pytest.mark.parametrize("width", [360, 1000])
def test_a_map_keeps_its_shape_at_every_width(browser: Any, folder: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto((folder / "map.html").as_uri())
    drawn, meant = page.evaluate(SHAPE)
    assert drawn == pytest.approx(meant, rel=0.01)
    page.close()


SHAPE = """() => {
    const svg = document.querySelector("figure svg"), box = svg.getBoundingClientRect(), view = svg.viewBox.baseVal;
    return [box.width / box.height, view.width / view.height];
}"""


@pytest.mark.parametrize("command", REPORTS, ids=shlex.join)
def test_a_report_as_a_page_has_the_cells_of_its_markdown(command: tuple[str, ...]) -> None:
    page = parsed(run(*command, "--format", "html").out)
    markdown = run(*command, "--format", "md").out
    cells = [words_of(cell) for row in page.iter("tr") for cell in row]
    lines = [line for line in markdown.splitlines() if line.startswith("|") and not line.startswith(("|-", "| -"))]
    written = [cell.strip() for line in lines for cell in line.strip("|").split(" | ")]
    assert cells == written
    assert len(list(page.iter("h1"))) == 1
    assert page.find("head/title").text == words_of(next(page.iter("h1")))
    assert not links_of(page)


def test_a_page_of_a_chart_has_its_table_and_its_source(record: Record, folder: Path) -> None:
    page = parsed((folder / "chart.html").read_text())
    sheet = result(record, "Ilford North", "2024").sheet
    shown = [[SHOWN[column.style](row[column.key]) for column in sheet.columns] for row in sheet.rows]
    (table,) = page.iter("table")
    assert [[words_of(cell) for cell in row] for row in table.find("tbody")] == shown
    said = words_of(page)
    assert "Source: House of Commons Library" in said
    assert "Notional 2019: a published estimate" in said
    assert not links_of(page)


def test_tables_that_are_alike_stay_apart() -> None:
    table = "| a | b |\n| --- | ---: |\n| 2024-07-04 | 1 |\n"
    page = parsed(of_markdown(f"## Two\n\n{table}\nThen:\n\n{table}"))
    regions = [node for node in page.iter("div") if node.get("role") == "region"]
    assert [node.get("aria-label") for node in regions] == ["Table 1", "Table 2"]
    assert [len(list(node.iter("table"))) for node in regions] == [1, 1]


@pytest.mark.parametrize(
    "command",
    [
        ("chart", "result", "Ilford North", "--dark"),
        ("chart", "result", "Ilford North", "--width", "375"),
        ("map", "2024", "--mode", "dark"),
        ("map", "2024", "--width", "360"),
    ],
    ids=" ".join,
)
def test_a_page_is_of_every_width_and_both_modes(tmp_path: Path, command: tuple[str, ...]) -> None:
    ran = run(*command, "--out", str(tmp_path / "page.html"))
    assert (ran.code, list(tmp_path.iterdir())) == (2, [])
    assert "for every width, in light and in dark" in ran.err


def test_a_page_is_made_ready_for_its_address(folder: Path, tmp_path: Path) -> None:
    page = tmp_path / "a chart.html"
    page.write_text((folder / "chart.html").read_text())
    codes = {run("embed", str(page), "--address", "https://example.org/charts").out for _ in range(2)}
    (code,) = codes
    assert 'src="https://example.org/charts/a%20chart.html"' in code
    answer = json.loads((tmp_path / "a chart.oembed.json").read_text())
    assert answer["title"] == "Labour held Ilford North by 528 votes, 1.1% of valid votes"
    assert answer["html"] in code
    found = [node.get("href") for node in parsed(page.read_text()).iter("link")]
    assert found == ["https://example.org/charts/a%20chart.oembed.json"]
    run("embed", str(page), "--address", "https://example.com/")
    assert page.read_text().count("oembed.json") == 1


@pytest.mark.parametrize(
    ("name", "content", "address", "said"),
    [
        ("page.html", None, "https://example.org/", "cannot read"),
        ("page.html", "<title>Mine</title>", "https://example.org/", "no page of ours"),
        ("page.html", "", "", "--address is empty"),
        ("page.html", "", "example.org", "does not begin with https://"),
    ],
)
def test_what_is_no_page_of_ours_is_refused(
    tmp_path: Path, name: str, content: str | None, address: str, said: str
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content)
    ran = run("embed", str(tmp_path / name), "--address", address)
    assert ran.code == 2
    assert said in ran.err
    assert len(list(tmp_path.iterdir())) == (content is not None)


@pytest.mark.parametrize("name", ["hustings-embed.js", "chart.oembed.json"])
def test_a_file_of_somebody_else_stays(folder: Path, tmp_path: Path, name: str) -> None:
    page, script = tmp_path / "chart.html", tmp_path / name
    page.write_text((folder / "chart.html").read_text())
    script.write_text("mine")
    assert run("embed", str(page), "--address", "https://example.org/").code == 2
    assert (script.read_text(), len(list(tmp_path.iterdir()))) == ("mine", 2)


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("name", [*PAGES, "seat"])
def test_a_page_fits_its_frame_in_another_site(
    browser: Any, folder: Path, tmp_path: Path, name: str, scripts: bool
) -> None:
    with served(folder) as ours, served(tmp_path) as theirs:
        code = run("embed", str(folder / f"{name}.html"), "--address", ours).out
        (tmp_path / "story.html").write_text(f"<!doctype html><title>A story</title>{code}<p>More.</p>")
        context = browser.new_context(java_script_enabled=scripts)
        page = context.new_page()
        page.goto(f"{theirs}story.html")
        frame = page.frame_locator("iframe")
        assert frame.locator("svg:visible, table:visible").count() > 0
        if scripts:
            page.wait_for_function("parseInt(document.querySelector('iframe').style.height) > 0")
            content = page.frames[1].evaluate("document.documentElement.offsetHeight")
            assert abs(page.locator("iframe").bounding_box()["height"] - content) <= 2
        else:
            # What is folded away opens without scripts.
            for summary in frame.locator("summary").all():
                summary.click()
            assert frame.locator("tbody tr").first.is_visible()
        context.close()


def test_one_drawing_of_a_chart_is_seen_and_it_fits(browser: Any, folder: Path) -> None:
    for width in (320, 375, 719, 720, 1280):
        for scheme in ("light", "dark"):
            page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
            page.goto((folder / "chart.html").as_uri())
            (seen,) = page.locator("figure > div:visible").all()
            assert seen.get_attribute("class").startswith(scheme)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            page.close()


def test_a_page_of_a_map_is_no_higher_than_a_reader_scrolls(browser: Any, tmp_path: Path) -> None:
    assert run("map", "2024", "--out", str(tmp_path / "map.html")).code == 0
    page = browser.new_page(viewport={"width": 640, "height": 800})
    page.goto((tmp_path / "map.html").as_uri())
    assert page.locator("tbody tr").count() == 650
    assert page.evaluate("document.documentElement.offsetHeight") < 2000
    # A seat's link brings its row into sight.
    page.locator("svg a", has_text="Ynys Môn:").focus()
    page.keyboard.press("Enter")
    row, region = page.locator("tr:target").bounding_box(), page.locator("#table").bounding_box()
    assert region["y"] <= row["y"] <= region["y"] + region["height"]
    page.close()


def test_pages_alone_break_no_rule_of_accessibility(browser: Any, folder: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe

    for path in sorted(folder.glob("*.html")):
        for scheme in ("light", "dark"):
            page = browser.new_page(color_scheme=scheme)
            page.goto(path.as_uri())
            found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
            assert found.violations_count == 0, (path.name, found.generate_report())
            page.close()


def test_a_table_of_the_page_of_a_seat_is_the_seats(folder: Path) -> None:
    page = parsed((folder / "seat.html").read_text().replace("<table>", '<table class="x">', 1))
    assert table_of(page, "x")[0] == ["1", "Wes Streeting", "Labour", "15,647", "33.4%", "−20.8", ""]
