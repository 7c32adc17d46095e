"""Charts say true findings, draw only what their table holds, and are read in light and dark at any width."""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hustings.errors import HustingsError, NoSuchElection, UnknownName, UnusableInput
from hustings.publish import charts
from hustings.publish.charts import Canvas, Chart, rendered
from hustings.publish.charts.style import MARK_CONTRAST, MODES, TEXT_CONTRAST, contrast
from hustings.record.open import Record

Made = Callable[[Record], Chart]
CASES: dict[str, Made] = {
    "result": lambda record: charts.result(record, "Ilford North", "2024"),
    "result of parties": lambda record: charts.result(record, "Bethnal Green", "1951"),
    "result of two members": lambda record: charts.result(record, "Brighton", "1945"),
    "result unopposed": lambda record: charts.result(record, "Rhondda West", "1935"),
    "result notional": lambda record: charts.result(record, "Hendon", "parl.2019-12-12.notional"),
    "result of the Speaker": lambda record: charts.result(record, "Buckingham", "2010"),
    "result of many": lambda record: charts.result(record, "Makerfield", "2026"),
    "arrows": lambda record: charts.arrows(record, "Ilford North", "2024"),
    "arrows of a by-election": lambda record: charts.arrows(record, "Gorton and Denton", "2026"),
    "arrows in Northern Ireland": lambda record: charts.arrows(record, "Fermanagh and South Tyrone", "2024"),
    "history": lambda record: charts.history(record, "Bethnal Green and Stepney"),
    "history in Northern Ireland": lambda record: charts.history(record, "Belfast South and Mid Down"),
    "history with by-elections": lambda record: charts.history(record, "Clacton"),
    "history of the Speaker": lambda record: charts.history(record, "Chorley"),
    "swing": lambda record: charts.swing(record, "Hendon", "2024"),
    "swing of two parties": lambda record: charts.swing(record, None, "1951", ("Conservative", "Labour")),
    "swing in a region": lambda record: charts.swing(record, "Ilford South", "2024", ("Lab", "Con"), "london"),
    "turnout": lambda record: charts.turnout(record, "Bethnal Green and Stepney", "2024"),
    "majority": lambda record: charts.majority(record, "Hendon", "2024"),
    "seats": charts.seats,
    "seats of a country": lambda record: charts.seats(record, "northern ireland"),
    "scatter": lambda record: charts.scatter(record, "Ilford North", "2024", ("Muslim", "Labour change")),
    "scatter without a seat": lambda record: charts.scatter(record, None, "2024", ("deprivation", "turnout")),
    "waterfall": lambda record: charts.waterfall(record, "Conservative", "2024"),
    "flow": lambda record: charts.flow(record, "2024"),
    "flow of few": lambda record: charts.flow(record, "1945"),
}
EMPTY = re.compile(r"\bNone\b(?! [Oo]f )|\bnan\b|\(\)|\{|\}|  |\.\.")
PERCENT_FOR_POINTS = re.compile(r"(up|down|change of|by) [−+]?[\d.]+(%| per ?cent)", re.IGNORECASE)


@pytest.fixture(scope="module")
def made(record: Record) -> Callable[[str], Chart]:
    """Each case's chart, made once."""
    return cache(lambda name: CASES[name](record))


def drawn(chart: Chart, width: int = 720, mode: str = "light") -> dict[str, Any]:
    whole: dict[str, Any] = chart.spec(width, mode).to_dict()
    return whole


def marks(spec: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every single mark of a specification, however deep its layers."""
    for layer in spec.get("layer", []):
        yield from marks(layer)
    if "mark" in spec:
        yield spec["mark"]


@pytest.mark.parametrize("name", CASES)
def test_every_chart_says_its_finding_its_source_and_what_it_shows(made: Callable[[str], Chart], name: str) -> None:
    chart = made(name)
    assert chart.sheet.rows
    assert chart.source.startswith("Source: ")
    assert len(chart.source) > len("Source: . Chart: Hustings.")
    assert chart.title in chart.alt or len(chart.alt) > len(chart.title)
    for words in (chart.title, chart.subtitle, chart.alt, *chart.notes):
        assert not EMPTY.search(words), words
        assert not PERCENT_FOR_POINTS.search(words), words
    assert chart.title == chart.sheet.title


@pytest.mark.parametrize("name", CASES)
def test_every_figure_drawn_is_in_the_table(made: Callable[[str], Chart], name: str) -> None:
    chart = made(name)
    # What begins with at_ is a place on the drawing.
    figures = {
        (key, value)
        for rows in drawn(chart)["datasets"].values()
        for row in rows
        for key, value in row.items()
        if isinstance(value, int | float) and not isinstance(value, bool) and not key.startswith("at_")
    }
    assert figures or name == "result unopposed"
    held = {(key, value) for row in chart.sheet.rows for key, value in row.items() if not isinstance(value, list)}
    assert figures <= held
    shown = {column.key for column in (*chart.sheet.columns, *chart.sheet.wide)}
    assert {key for key, _ in figures} <= shown


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", CASES)
def test_text_and_marks_are_seen_against_the_page(made: Callable[[str], Chart], name: str, mode: str) -> None:
    page = MODES[mode].page
    spec = drawn(made(name), mode=mode)
    assert spec["background"] == page
    for mark in marks(spec):
        if mark["type"] == "text" and "strokeWidth" not in mark and "color" in mark:
            assert contrast(mark["color"], page) >= TEXT_CONTRAST
    for colour in (spec["config"]["text"]["color"], spec["config"]["axis"]["labelColor"], spec["title"]["color"]):
        assert contrast(colour, page) >= TEXT_CONTRAST
    for rows in spec["datasets"].values():
        for row in rows:
            edge = row.get("line_colour") or row.get("line") if "shape" in row else row.get("outline")
            if edge and edge.startswith("#"):
                assert contrast(edge, page) >= MARK_CONTRAST, row


@pytest.mark.parametrize(
    ("name", "width"), [*((name, 375) for name in CASES), *((name, 720) for name in CASES if " " not in name)]
)
def test_a_picture_fits_its_width_and_says_what_it_shows(made: Callable[[str], Chart], name: str, width: int) -> None:
    chart = made(name)
    svg = rendered(chart, "svg", Canvas(width)).decode()
    root = ET.fromstring(svg)
    # A text that stood out of the drawing would have made it wider.
    assert float(root.attrib["width"]) == width
    assert root.attrib["role"] == "img"
    title, desc = list(root)[:2]
    assert (title.text, desc.text) == (chart.title, chart.alt)
    assert root.attrib["aria-labelledby"] == title.attrib["id"]
    assert root.attrib["aria-describedby"] == desc.attrib["id"]
    assert "http" not in svg.replace("http://www.w3.org/", "")


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("result", "Labour held Ilford North by 528 votes, 1.1% of valid votes"),
        ("result of two members", "Brighton, 1945: who won is not published"),
        ("result unopposed", "Rhondda West, 1935: 1 member returned unopposed"),
        ("result notional", "The Conservatives would have won Hendon in 2019 by 3,661 votes, 8.0% of valid votes"),
        (
            "arrows",
            "Ilford North: Labour down 20.8 points, the Conservatives down 16.2 points; an independent took 32.2%",
        ),
        ("swing", "Hendon: 4.0 points to Labour from the Conservatives; the swing to Labour was 528th highest of 630"),
        ("majority", "Hendon: the majority was 0.04% of valid votes, smallest of 650 seats"),
        ("seats", "Labour won 411 of 650 seats in 2024, its most since 2001"),
        ("waterfall", "The Conservatives went from 372 notional seats to 121 in 2024, losing 182 to Labour"),
        ("flow", "303 of 650 seats changed hands in 2024, 182 of them from the Conservatives to Labour"),
    ],
)
def test_titles_of_elections_that_are_known(made: Callable[[str], Chart], name: str, title: str) -> None:
    assert made(name).title == title


def test_what_is_notional_says_so(made: Callable[[str], Chart]) -> None:
    assert "notional 2019" in made("result").subtitle
    assert any("a published estimate" in note for note in made("result").notes)
    assert any(note.startswith("Notional: ") for note in made("result notional").notes)
    assert "notional result, a published estimate" in made("result notional").subtitle


def test_an_independent_has_no_change(made: Callable[[str], Chart]) -> None:
    rows = [row for row in made("result").sheet.rows if row["party"] == "Independent"]
    assert [row["change"] for row in rows] == [None]
    assert "Leanne Mohamad, Independent, 32.2%;" in made("result").alt


def test_arrows_are_of_the_changes_of_the_seat(made: Callable[[str], Chart]) -> None:
    labour = next(row for row in made("arrows").sheet.rows if row["party"] == "Labour")
    assert labour["share"] - labour["baseline_share"] == pytest.approx(labour["change"])
    assert round(labour["change"] * 100, 1) == -20.8


def test_a_history_says_how_each_break_was_crossed(made: Callable[[str], Chart]) -> None:
    notes = " ".join(made("history").notes)
    assert "(1) Bethnal Green and Bow before 2024: by published overlap: 88.6%" in notes
    assert "shares on either side do not compare" in notes


def test_a_line_is_named_as_it_was_called_last(made: Callable[[str], Chart]) -> None:
    rows = [row for rows in drawn(made("history of the Speaker"))["datasets"].values() for row in rows]
    named = {row["label"] for row in rows if row.get("line") == "liberal-democrat" and row["label"]}
    assert named == {"LD"}


def test_undecided_seats_are_drawn_and_said(made: Callable[[str], Chart]) -> None:
    chart = made("seats")
    undecided = {row["polling_on"].year: row["seats"] for row in chart.sheet.rows if row["line"] == "undecided"}
    assert (undecided[1918], undecided[2024]) == (144, 0)
    assert "144 of 707 in 1918" in chart.notes[0]


def test_a_waterfall_comes_out(made: Callable[[str], Chart]) -> None:
    then, *moves, now = made("waterfall").sheet.rows
    change = sum(row["seats"] if row["step"] == "Gained from" else -row["seats"] for row in moves)
    assert then["seats"] + change == now["seats"] == 121


def test_a_party_that_lost_and_gained_nothing(record: Record) -> None:
    title = charts.waterfall(record, "Sinn Féin", "2024").title
    assert title == "Sinn Féin held 7 seats in 2024, none lost and none gained"


def test_a_flow_leaves_no_seat_out(made: Callable[[str], Chart]) -> None:
    assert sum(row["seats"] for row in made("flow").sheet.rows) == 650
    assert any("549 seats" in note for note in made("flow of few").notes)


@pytest.mark.parametrize(
    ("ask", "error", "said"),
    [
        (lambda record: charts.arrows(record, "Brighton", "1945"), UnusableInput, "no earlier result"),
        (lambda record: charts.swing(record, "Chorley", "2024"), UnusableInput, "no swing between Speaker and Green"),
        (lambda record: charts.swing(record, None, "2024"), UnusableInput, "name them with --party and --against"),
        (
            lambda record: charts.swing(record, "Hendon", "2024", None, "Scotland"),
            UnusableInput,
            "not among the seats of",
        ),
        (lambda record: charts.turnout(record, "Clacton", "2026"), UnusableInput, "no other seats"),
        (lambda record: charts.flow(record, "1918"), UnusableInput, "compared with no election"),
        (lambda record: charts.flow(record, "2023"), NoSuchElection, "no declared general election"),
        (lambda record: charts.flow(record, "1974"), UnusableInput, "name one by its day"),
        (lambda record: charts.seats(record, "Scotlnd"), UnknownName, "did you mean Scotland"),
        (lambda record: charts.scatter(record, None, "2024", ("luck", "turnout")), UnusableInput, "no figure called"),
        (lambda record: charts.scatter(record, None, "2019", ("Muslim", "turnout")), UnusableInput, "older boundaries"),
        (lambda record: charts.waterfall(record, "BNP"), UnusableInput, "won none"),
    ],
)
def test_what_cannot_be_drawn_is_said_in_one_sentence(
    record: Record, ask: Made, error: type[HustingsError], said: str
) -> None:
    with pytest.raises(error, match=said):
        ask(record)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_contest_has_a_result_that_can_be_drawn(record: Record, data: st.DataObject) -> None:
    query = "select contest_id, area from contest join area using (boundary_set_id, area_id) where kind in (?, ?)"
    contest = data.draw(st.sampled_from(record.query(query, ["general", "by-election"])))
    chart = charts.result(record, contest["area"], contest["contest_id"])
    said = json.dumps([chart.title, chart.subtitle, chart.alt, chart.notes])
    assert not EMPTY.search(said.replace('"', "")), said
    drawn(chart, 375, "dark")
