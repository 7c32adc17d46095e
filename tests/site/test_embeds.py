"""A result table in somebody else's page: as high as its content, and there without scripts too."""

import json
from pathlib import Path
from typing import Any

import pytest
from browser import served
from reading import parsed, table_of

pytestmark = pytest.mark.xdist_group("site")
ADDRESS = "https://example.org/results/"
EMBED = "embed/seats/bethnal-green-and-stepney/2024-07-04/"


def test_the_table_alone_is_the_table_of_the_page(pages: dict[str, str]) -> None:
    own, whole = (parsed(pages[path.rstrip("/")]) for path in (EMBED, EMBED.removeprefix("embed/")))
    assert table_of(own, "result-table") == table_of(whole, "result-table")


def test_content_systems_are_told_how_to_place_it(site: Path) -> None:
    answer = json.loads((site / EMBED / "oembed.json").read_text())
    assert (answer["version"], answer["type"], answer["provider_name"]) == ("1.0", "rich", "Hustings")
    assert f'src="{ADDRESS}{EMBED}"' in answer["html"]
    assert answer["html"].startswith("<iframe ")
    assert answer["html"].endswith("</iframe>")


@pytest.mark.parametrize("scripts", [True, False])
def test_the_code_to_paste_works_in_another_site(browser: Any, site: Path, tmp_path: Path, scripts: bool) -> None:
    with served(site) as ours, served(tmp_path) as theirs:
        code = (site / EMBED / "embed.txt").read_text().replace(ADDRESS, ours)
        (tmp_path / "story.html").write_text(f"<!doctype html><title>A story</title><p>Words.</p>{code}<p>More.</p>")
        context = browser.new_context(java_script_enabled=scripts)
        page = context.new_page()
        page.goto(f"{theirs}story.html")
        frame = page.frame_locator("iframe")
        assert frame.locator("text=Ajmal Masroor").first.is_visible()
        if scripts:
            page.wait_for_function("parseInt(document.querySelector('iframe').style.height) > 0")
            content = page.frames[1].evaluate("document.documentElement.offsetHeight")
            assert abs(page.locator("iframe").bounding_box()["height"] - content) <= 2
        else:
            assert page.locator("iframe").bounding_box()["height"] == 640
        context.close()
