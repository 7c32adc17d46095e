"""SARIF has what version 2.1.0 asks for, its regions and fixes fit the file, and only findings are results."""

import json
from typing import Any

import pytest
from handmade import EMPTY, FILE, NASTY, NASTY_CLAIMS, NASTY_REPORT, claim_in, report_of

from hustings import __version__
from hustings.claims.report.claim import Report
from hustings.claims.report.sarif import sarif
from hustings.claims.verdict import CODES


def run_of(*reports: Report) -> Any:
    log = json.loads(sarif(list(reports)))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    return run


def cut(source: str, region: dict[str, int], put: str = "") -> tuple[str, str]:
    """What stands in a region, counted in code points, and the source with something put for it."""
    lines = source.split("\n")
    start = sum(len(line) + 1 for line in lines[: region["startLine"] - 1]) + region["startColumn"] - 1
    end = sum(len(line) + 1 for line in lines[: region["endLine"] - 1]) + region["endColumn"] - 1
    return source[start:end], source[:start] + put + source[end:]


def test_the_driver_has_a_rule_for_each_code() -> None:
    driver = run_of(EMPTY)["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("Hustings", __version__)
    assert "informationUri" not in driver
    assert [rule["id"] for rule in driver["rules"]] == list(CODES)
    for rule, code in zip(driver["rules"], CODES.values(), strict=True):
        assert rule["shortDescription"]["text"].lower() == f"{code.says}.".lower()
        assert rule["fullDescription"]["text"] == code.explained
        assert rule["help"]["text"].startswith(code.explained)
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")


def test_only_findings_and_notes_are_results() -> None:
    results = run_of(NASTY_REPORT)["results"]
    assert [(one["ruleId"], one["level"]) for one in results] == [
        ("digits", "error"),
        ("percent-for-points", "warning"),
        ("baseline-unstated", "note"),
        ("arithmetic", "error"),
    ]
    rules = run_of(NASTY_REPORT)["tool"]["driver"]["rules"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in results)


def test_a_region_holds_the_figure_in_code_points() -> None:
    run = run_of(NASTY_REPORT)
    assert run["columnKind"] == "unicodeCodePoints"
    regions = [one["locations"][0]["physicalLocation"]["region"] for one in run["results"]]
    assert [cut(NASTY, region)[0] for region in regions] == ["15,986 votes", "39.4%", "4.0 points", "9.9 per\ncent"]
    assert regions[0] == {"startLine": 3, "startColumn": 13, "endLine": 3, "endColumn": 25}


def test_a_message_has_the_right_figure_and_its_formula() -> None:
    messages = [one["message"]["text"] for one in run_of(NASTY_REPORT)["results"]]
    assert messages[1] == (
        "39.4%: a change in percentage points is printed as per cent. Read as change of share, in percentage points, "
        "Rushanara Ali; the record has \N{MINUS SIGN}39.4 points (34.1% less 73.5%). Mend: 39.4 points."
    )
    assert messages[3] == "9.9 per\ncent: the story's own figures do not add up."


def test_a_fix_makes_the_file_right() -> None:
    results = run_of(NASTY_REPORT)["results"]
    told = NASTY
    # From the last, or the places of the others would move.
    for one in reversed([one for one in results if "fixes" in one]):
        (change,) = one["fixes"][0]["artifactChanges"]
        (replacement,) = change["replacements"]
        assert change["artifactLocation"] == one["locations"][0]["physicalLocation"]["artifactLocation"]
        _, told = cut(told, replacement["deletedRegion"], replacement["insertedContent"]["text"])
    assert told == NASTY.replace("15,986 votes", "15,896 votes").replace("39.4%", "39.4 points")
    assert ["fixes" in one for one in results] == [True, True, False, False]


@pytest.mark.parametrize(("source", "stands"), [("It fell by 39.4\n%.", "39.4\n%"), ("By **39.4**%.", "39.4**%")])
def test_a_figure_with_markup_or_over_two_lines_has_no_fix(source: str, stands: str) -> None:
    claim = claim_in(source, stands, "misleading", code="percent-for-points", mend="39.4 points")
    claim["text"] = "39.4%"
    (result,) = run_of(report_of("story.md", claim))["results"]
    assert "fixes" not in result


def test_files_are_addresses_and_each_is_there_once() -> None:
    run = run_of(NASTY_REPORT, EMPTY, NASTY_REPORT, report_of("/srv/a b.md"))
    addresses = [one["location"]["uri"] for one in run["artifacts"]]
    assert addresses == [
        "stories/50%25%2C%20a%3A%20b%20%26%20%22c%22%20%3Cd%3E%0A.md",
        "empty.md",
        "file:///srv/a%20b.md",
    ]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == addresses[0]


def test_coverage_is_in_the_properties() -> None:
    properties = run_of(NASTY_REPORT, EMPTY)["properties"]
    assert properties["coverage"] == {"figures": 7, "decided": 5, "left": 2}
    assert properties["files"] == [
        {"file": FILE, "figures": 7, "decided": 5, "left": 2},
        {"file": "empty.md", "figures": 0, "decided": 0, "left": 0},
    ]


def test_no_story_is_a_run_without_results() -> None:
    assert run_of()["results"] == []
    assert run_of(EMPTY)["results"] == []


def test_of_each_finding_all_is_told_to_programs() -> None:
    told = run_of(NASTY_REPORT)["results"][0]["properties"]
    assert told["readAs"] == NASTY_CLAIMS[0]["read_as"]
    assert told["otherReadings"] == NASTY_CLAIMS[0]["other_readings"]
    assert told["sources"] == NASTY_CLAIMS[0]["sources"]
