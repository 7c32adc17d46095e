"""A command a finding, escaped so that the runner reads what was meant, and a plain line at the end."""

import re

from handmade import EMPTY, FILE, NASTY_REPORT, claim_in, report_of

from hustings.claims.report.github import github

# How the runner reads a command: it splits at the signs, then takes the escapes back (actions/runner,
# ActionCommand.TryParseV2).
COMMAND = re.compile(r"::(?P<name>\w+) (?P<properties>.*?)::(?P<message>.*)")


def taken_back(text: str, *, in_properties: bool) -> str:
    escapes = [("%0D", "\r"), ("%0A", "\n"), *([("%3A", ":"), ("%2C", ",")] if in_properties else []), ("%25", "%")]
    for written, sign in escapes:
        text = text.replace(written, sign)
    return text


def commands(told: str) -> list[tuple[str, dict[str, str], str]]:
    found = []
    for line in told.splitlines()[:-1]:
        command = COMMAND.fullmatch(line)
        assert command, line
        pairs = dict(one.split("=", 1) for one in command["properties"].split(","))
        properties = {name: taken_back(value, in_properties=True) for name, value in pairs.items()}
        found.append((command["name"], properties, taken_back(command["message"], in_properties=False)))
    return found


def test_a_command_a_finding() -> None:
    found = commands(github([NASTY_REPORT]))
    assert [name for name, _, _ in found] == ["error", "warning", "notice", "error"]


def test_properties_are_read_back_as_they_were() -> None:
    (_, properties, message), *_ = commands(github([NASTY_REPORT]))
    assert properties == {
        "file": FILE,
        "line": "3",
        "endLine": "3",
        "col": "13",
        "endColumn": "25",
        "title": "wrong: a digit is out of place",
    }
    assert message == (
        '15,986 votes: a digit is out of place. Read as votes, Rushanara "Shanara" Ali <Labour>, 100%; '
        "the record has 15,896. Mend: 15,896 votes."
    )


def test_signs_are_escaped_as_the_runner_has_them() -> None:
    source = "It was 5%\r\nor so::error::x, no"
    claim = claim_in(source, "5%\r\nor so::error::x", "wrong", code="figure", right="4%", read_as="a: b, c")
    line, summary = github([report_of("a%3A:b,c.md", claim)]).splitlines()
    assert line.startswith("::error file=a%253A%3Ab%2Cc.md,line=1,endLine=2,title=wrong%3A the record has another")
    assert line.endswith(
        "::5%25%0D%0Aor so::error::x: the record has another figure. Read as a: b, c; the record has 4%25."
    )
    assert summary == "1 story: 1 figure, 1 decided, 0 left: 1 wrong."


def test_a_figure_over_two_lines_has_no_columns() -> None:
    *_, (_, properties, _) = commands(github([NASTY_REPORT]))
    assert (properties["line"], properties["endLine"]) == ("6", "7")
    assert "col" not in properties
    assert "endColumn" not in properties


def test_the_last_line_counts_all_stories_and_is_no_command() -> None:
    told = github([NASTY_REPORT, EMPTY, report_of("::error::x", *NASTY_REPORT["claims"][:2])])
    assert told.splitlines()[-1] == (
        "3 stories: 9 figures, 7 decided, 2 left: 2 right, 1 right with a note, 3 wrong, 1 misleading, "
        "1 left because the words do not say enough, 1 outside the record."
    )


def test_nothing_found_is_one_line() -> None:
    assert github([EMPTY]) == "1 story: 0 figures, 0 decided, 0 left.\n"
    assert github([]) == "0 stories: 0 figures, 0 decided, 0 left.\n"
