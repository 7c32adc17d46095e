"""Charts as files: whole, the same twice, kept once, and refused with a reason."""

import json
import sys
from pathlib import Path

import pytest

from command_line import run
from hustings.publish import charts
from hustings.publish.charts import Canvas, kept, rendered
from hustings.record.open import Record


def test_a_chart_is_the_same_bytes_twice(record: Record) -> None:
    one, other = (charts.arrows(record, "Gorton and Denton", "2026") for _ in range(2))
    for form in ("svg", "png", "json", "csv"):
        assert rendered(one, form) == rendered(other, form)


def test_each_form_is_what_it_says(record: Record) -> None:
    chart = charts.result(record, "Ynys Môn", "2024")
    assert rendered(chart, "png").startswith(b"\x89PNG")
    assert json.loads(rendered(chart, "json"))["$schema"].startswith("https://vega.github.io/schema/vega-lite/v6")
    assert rendered(chart, "csv").decode().startswith("place,candidate,party,votes,share_percent,change_points")
    assert "Ynys Môn" in rendered(chart, "svg").decode()


def test_a_chart_is_rendered_once(record: Record, tmp_path: Path) -> None:
    chart = charts.result(record, "Chorley", "2024")
    first = kept(chart, "svg", tmp_path / "cache")
    (one,) = (tmp_path / "cache").iterdir()
    one.write_bytes(b"what was kept")
    assert kept(chart, "svg", tmp_path / "cache") == b"what was kept"
    assert kept(chart, "svg", tmp_path / "cache", Canvas(375)) != first
    assert len(list((tmp_path / "cache").iterdir())) == 2


def test_the_command_writes_a_picture_and_says_its_finding(tmp_path: Path) -> None:
    out = tmp_path / "out.svg"
    ran = run("chart", "result", "Ilford North", "-e", "2024", "-o", str(out), "--width", "375", "--dark")
    assert (ran.code, ran.out) == (0, f"Wrote {out}: Labour held Ilford North by 528 votes, 1.1% of valid votes.\n")
    assert 'width="375"' in out.read_text()
    assert [path.name for path in tmp_path.iterdir()] == ["out.svg"]


def test_the_command_without_a_file_prints_words_and_table() -> None:
    ran = run("chart", "result", "Ilford North", "-e", "2024")
    assert ran.code == 0
    assert ran.out.startswith("Labour held Ilford North by 528 votes, 1.1% of valid votes\n")
    assert "Alternative text: " in ran.out
    assert "Source: House of Commons Library" in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("result",), 'name one: hustings chart result "Ilford North"'),
        (("result", "Ilford Norh"), "did you mean Ilford North"),
        (("flow", "-o", "{}/x.gif"), "end it in .svg, .png, .json, .csv or .html"),
        (("flow", "-o", "{}/no/x.svg"), "no folder"),
        (("flow", "-o", "{}/there.svg"), "put --force to replace it"),
        (("swing", "--party", "Labour"), "name both"),
        (("scatter", "Hendon"), "a scatter is of two figures"),
    ],
)
def test_wrong_use_is_one_sentence(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    (tmp_path / "there.svg").write_text("mine")
    ran = run("chart", *(one.format(tmp_path) for one in arguments))
    assert ran.code == 2
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert (tmp_path / "there.svg").read_text() == "mine"


@pytest.mark.parametrize("missing", ["altair", "vl_convert"])
def test_what_is_not_installed_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, missing: str) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    ran = run("chart", "result", "Chorley", "-o", str(tmp_path / "out.svg"))
    assert ran.code == 2
    assert "pip install 'hustings[charts]'" in ran.err
