"""`hustings check --lsp` as an editor uses it: a process, told of documents, that says what it finds."""

import signal
import sys
import time
from collections.abc import Iterator
from typing import Any

import pytest
from lsp_client import DIAGNOSTICS, MARKDOWN, PATIENCE, SERVER, Editor

from command_line import run

WRONG = "Rushanara Ali held Bethnal Green and Stepney on 4 July 2024 with 15,986 votes. Her share fell by 39.4%.\n"
RIGHT = "Rushanara Ali held Bethnal Green and Stepney on 4 July 2024 with 15,896 votes.\n"
NOTED = "Rushanara Ali held Bethnal Green and Stepney on 4 July 2024. Her share fell by 39.4 points.\n"
# Accents, a party popper, and the flag of Wales, which is seven signs of two units of UTF-16 each.
FLAG = "\N{WAVING BLACK FLAG}\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
WELSH = (
    f"# Ynys Môn\n\nY Ŵyl: \N{PARTY POPPER}{FLAG} Llinos Medi won Ynys Môn on 4 July 2024 with 10,950 votes; "
    "ŷ turnout was 61.4%.\n"
)
UNDATED = "Rushanara Ali won Bethnal Green and Bow with a majority of 24,371.\n"
ENCODINGS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
UNIT = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    """An editor that takes Markdown, its server ready."""
    one = Editor()
    one.begin()
    yield one
    one.kill()


@pytest.fixture
def other() -> Iterator[Editor]:
    """A server of a test's own, which it meets, and ends, as it likes."""
    one = Editor()
    yield one
    one.kill()


def part(text: str, at: Any, encoding: str = "utf-16") -> str:
    """The signs of a text at a range of one line."""
    line = text.split("\n")[at["start"]["line"]].encode(ENCODINGS[encoding])
    assert at["start"]["line"] == at["end"]["line"]
    unit = UNIT[encoding]
    return line[at["start"]["character"] * unit : at["end"]["character"] * unit].decode(ENCODINGS[encoding])


def applied(text: str, action: Any, uri: str) -> str:
    """A text with an action's edits made."""
    (document,) = action["edit"]["documentChanges"]
    assert document["textDocument"]["uri"] == uri
    for edit in reversed(document["edits"]):
        start, end = (
            sum(len(line) + 1 for line in text.split("\n")[: place["line"]])
            + len(part(text, {"start": {"line": place["line"], "character": 0}, "end": place}))
            for place in (edit["range"]["start"], edit["range"]["end"])
        )
        text = text[:start] + edit["newText"] + text[end:]
    return text


def test_findings_are_underlined_as_a_document_is_opened(editor: Editor) -> None:
    editor.open("file:///opened.md", WRONG)
    told = editor.findings("file:///opened.md")
    digits, points = told["diagnostics"]
    assert told["version"] == 1
    assert (digits["code"], digits["severity"], digits["source"]) == ("digits", 1, "hustings")
    assert (points["code"], points["severity"]) == ("percent-for-points", 2)
    assert digits["message"].startswith("15,986 votes: a digit is out of place. Read as votes, Rushanara Ali")
    assert [part(WRONG, one["range"]) for one in (digits, points)] == ["15,986 votes", "39.4%"]
    editor.open("file:///noted.md", NOTED)
    (note,) = editor.findings("file:///noted.md")["diagnostics"]
    assert (note["code"], note["severity"]) == ("baseline-unstated", 3)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_places_are_exact_in_the_units_that_were_agreed(other: Editor, encoding: str) -> None:
    agreed = other.begin({**MARKDOWN, "general": {"positionEncodings": [encoding]}})
    assert agreed["positionEncoding"] == encoding
    other.open("file:///welsh.md", WELSH)
    (found,) = other.findings("file:///welsh.md")["diagnostics"]
    assert found["range"]["start"]["line"] == 2
    assert part(WELSH, found["range"], encoding) == "10,950 votes"
    told = other.hover("file:///welsh.md", 2, found["range"]["start"]["character"])
    assert told["range"] == found["range"]
    # What follows signs of several units is found under the same column as the editor shows it at.
    line = WELSH.split("\n")[2]
    at = len(line[: line.index("61.4")].encode(ENCODINGS[encoding])) // UNIT[encoding]
    assert part(WELSH, other.hover("file:///welsh.md", 2, at)["range"], encoding) == "61.4%"
    assert other.end() == 0


def test_a_document_is_checked_once_typing_pauses(editor: Editor) -> None:
    uri = "file:///typed.md"
    editor.open(uri, WRONG)
    assert len(editor.findings(uri)["diagnostics"]) == 2
    for version in range(2, 30):
        editor.change(uri, WRONG[: -30 + version], version)
    editor.change(uri, RIGHT, 30)
    told = editor.findings(uri)
    assert (told["version"], told["diagnostics"]) == (30, [])


def test_an_older_check_never_comes_after_a_newer_one(editor: Editor) -> None:
    uri = "file:///slow.md"
    editor.open(uri, f"{WRONG}\n" * 2000)
    editor.change(uri, RIGHT, 2)
    told = editor.findings(uri)
    assert (told["version"], told["diagnostics"]) == (2, [])
    # Nothing of the first may come behind: what is asked after it is answered next.
    editor.open("file:///after.md", WRONG)
    after = editor.shown.get(timeout=PATIENCE)
    assert (after.method, after.params["uri"]) == (DIAGNOSTICS, "file:///after.md")


def test_saving_checks_at_once_and_closing_takes_findings_back(editor: Editor) -> None:
    uri = "file:///saved.md"
    editor.open(uri, RIGHT)
    assert editor.findings(uri)["diagnostics"] == []
    editor.change(uri, WRONG, 2)
    editor.say("textDocument/didSave", {"textDocument": {"uri": uri}})
    assert len(editor.findings(uri)["diagnostics"]) == 2
    editor.say("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert editor.findings(uri)["diagnostics"] == []
    assert editor.hover(uri, 0, 70) is None


def test_a_document_of_other_things_has_no_findings(editor: Editor) -> None:
    editor.open("file:///scones.txt", "Rub 50g of butter into 225g of flour.\nBake for 12 minutes.\n", "plaintext")
    assert editor.findings("file:///scones.txt")["diagnostics"] == []
    editor.open("file:///empty.txt", "", "plaintext")
    assert editor.findings("file:///empty.txt")["diagnostics"] == []


def test_a_page_is_read_as_a_page(editor: Editor) -> None:
    text = f"<!doctype html>\n<title>Results</title>\n<p class='intro'>\n{WRONG}</p>\n"
    editor.open("file:///page.html", text, "html")
    found = editor.findings("file:///page.html")["diagnostics"]
    assert [part(text, one["range"]) for one in found] == ["15,986 votes", "39.4%"]


def test_lines_end_as_an_editor_counts_them(editor: Editor) -> None:
    for number, ending in enumerate(("\r\n", "\r")):
        uri = f"file:///ending-{number}.md"
        # A sign that parts pages, and one that parts lines in a word processor, end no line here.
        text = f"One\x0cand\N{LINE SEPARATOR}the same.{ending}{ending}{WRONG}"
        editor.open(uri, text)
        found = editor.findings(uri)["diagnostics"]
        assert [one["range"]["start"] for one in found] == [
            {"line": 2, "character": WRONG.index(figure)} for figure in ("15,986", "39.4")
        ]


def test_a_figure_that_is_right_says_what_it_was_read_as(editor: Editor) -> None:
    uri = "file:///hover.md"
    editor.open(uri, "Rushanara Ali held Bethnal Green and Stepney on 4 July 2024 with a majority of 1,689.\n")
    assert editor.findings(uri)["diagnostics"] == []
    told = editor.hover(uri, 0, 82)["contents"]
    assert told["kind"] == "markdown"
    for words in (
        "**1,689: right**",
        "read as: majority in votes",
        "1,689 (15,896 less 14,207)",
        "source: parl.bethnal",
    ):
        assert words in told["value"]
    assert editor.hover(uri, 0, 3) is None


def test_an_editor_without_markdown_is_told_in_plain_words(other: Editor) -> None:
    other.begin({"textDocument": {"hover": {"contentFormat": ["plaintext"]}}})
    other.open("file:///plain.md", WRONG)
    (digits, _) = other.findings("file:///plain.md")["diagnostics"]
    told = other.hover("file:///plain.md", 0, 66)["contents"]
    assert told["kind"] == "plaintext"
    assert told["value"].startswith("15,986 votes: a digit is out of place\nread as: votes, Rushanara Ali (Labour)")
    mend = other.actions("file:///plain.md", digits["range"])[0]
    assert mend["edit"]["changes"] == {"file:///plain.md": [{"range": digits["range"], "newText": "15,896 votes"}]}


def test_mends_and_ignoring_a_line_leave_no_finding(editor: Editor) -> None:
    uri = "file:///mended.md"
    editor.open(uri, f"{WELSH}\n{WRONG}")
    text = f"{WELSH}\n{WRONG}"
    for version in (2, 3):
        found = editor.findings(uri)["diagnostics"][0]
        mend = editor.actions(uri, found["range"])[0]
        assert (mend["kind"], mend["isPreferred"], mend["diagnostics"]) == ("quickfix", True, [found])
        text = applied(text, mend, uri)
        editor.change(uri, text, version)
    assert text == WELSH.replace("10,950", "10,590") + "\n" + WRONG.replace("15,986", "15,896")
    (left,) = editor.findings(uri)["diagnostics"]
    assert left["code"] == "percent-for-points"
    ignore = editor.actions(uri, left["range"])[-1]
    assert ignore["title"] == "hustings: ignore this line"
    editor.change(uri, applied(text, ignore, uri), 4)
    assert editor.findings(uri)["diagnostics"] == []


def test_actions_are_of_what_is_asked_and_of_the_text_as_it_is(editor: Editor) -> None:
    uri = "file:///asked.md"
    editor.open(uri, WRONG)
    found = editor.findings(uri)["diagnostics"][0]["range"]
    assert editor.actions(uri, found, only=["refactor"]) == []
    assert len(editor.actions(uri, found, only=["quickfix"])) == 2
    start = {"line": 0, "character": 0}
    assert editor.actions(uri, {"start": start, "end": start}) == []
    # What was typed since is not checked yet, so no place of it is known.
    editor.change(uri, f"Late: {WRONG}", 2)
    assert editor.actions(uri, found) == []
    assert editor.findings(uri)["version"] == 2


def test_the_day_of_a_story_is_taken_from_the_settings(other: Editor) -> None:
    other.begin(initializationOptions={"date": "2015-05-08"})
    other.open("file:///undated.md", UNDATED)
    (found,) = other.findings("file:///undated.md")["diagnostics"]
    assert found["code"] == "digits"
    assert "7 May 2015; the record has 24,317" in found["message"]


def test_the_day_of_a_story_is_given_to_the_command_and_the_storys_own_comes_before_it() -> None:
    editor = Editor(*SERVER, "--date", "2015-05-08")
    try:
        editor.begin()
        editor.open("file:///undated.md", UNDATED)
        (found,) = editor.findings("file:///undated.md")["diagnostics"]
        assert "7 May 2015; the record has 24,317" in found["message"]
        editor.open("file:///dated.md", f"---\ndate: 2017-06-09\n---\n\n{UNDATED}")
        (found,) = editor.findings("file:///dated.md")["diagnostics"]
        assert "8 June 2017; the record has 35,393" in found["message"]
    finally:
        editor.kill()


def test_a_day_that_is_none_is_said_and_left(other: Editor) -> None:
    other.begin(initializationOptions={"date": "8/5/2015"})
    assert other.message() == (
        "hustings: the day '8/5/2015' in the editor's settings is no date; write it as 2024-07-05"
    )
    other.open("file:///undated.md", UNDATED)
    (found,) = other.findings("file:///undated.md")["diagnostics"]
    assert "12 December 2019" in found["message"]


# A server whose record cannot be opened, and why.
UNOPENED = """
from hustings.claims.editor.server import serve_editor
from hustings.errors import RecordFault

def opened():
    raise {error}

serve_editor(opened, None)
"""


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            "RecordFault('the record is of another version; build it afresh')",
            "hustings: the record is of another version",
        ),
        ("ZeroDivisionError('none')", "hustings: a defect in Hustings, not in what you typed"),
    ],
)
def test_what_goes_wrong_is_said_once_and_the_server_stays(error: str, said: str) -> None:
    editor = Editor(sys.executable, "-c", UNOPENED.format(error=error))
    try:
        editor.begin()
        assert editor.message().startswith(said)
        editor.open("file:///a.md", WRONG)
        editor.change("file:///a.md", RIGHT, 2)
        assert editor.hover("file:///a.md", 0, 66) is None
        # The check of what was changed comes after a pause, and has nothing new to say.
        time.sleep(1)
        assert editor.shown.empty()
        assert editor.end() == 0
    finally:
        editor.kill()


def test_a_large_document_keeps_nobody_waiting(other: Editor) -> None:
    other.begin()
    other.open("file:///small.md", WRONG)
    other.findings("file:///small.md")
    large = f"{WRONG}Nobody had expected rain, and the count went on into the small hours.\n\n" * 5900
    assert len(large) > 1_000_000
    other.open("file:///large.md", large)
    waited = []
    for _ in range(20):
        asked = time.monotonic()
        assert other.hover("file:///small.md", 0, 66) is not None
        waited.append(time.monotonic() - asked)
        time.sleep(0.05)
    assert other.shown.empty(), "the large document was checked before anything was asked beside it"
    assert sorted(waited)[15] < 1.0
    asked = time.monotonic()
    assert other.end() == 0
    assert time.monotonic() - asked < 5.0


def test_nothing_but_messages_is_written(other: Editor) -> None:
    other.begin()
    other.open("file:///words.md", WRONG)
    other.findings("file:///words.md")
    assert other.end() == 0
    assert other.gone() == (b"", b"")


def test_an_editor_that_goes_away_ends_the_server(other: Editor) -> None:
    other.begin()
    other.process.stdin.close()
    assert other.process.wait(PATIENCE) == 1


def test_a_server_that_is_told_to_terminate_does(other: Editor) -> None:
    other.begin()
    other.process.send_signal(signal.SIGTERM)
    assert other.process.wait(PATIENCE) == 130


def test_what_serves_an_editor_is_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygls.lsp.server", None)
    monkeypatch.delitem(sys.modules, "hustings.claims.editor.server", raising=False)
    done = run("check", "--lsp")
    assert (done.code, done.out) == (2, "")
    assert "pip install 'hustings[editor]'" in done.err


def test_stories_are_not_named_to_an_editors_server() -> None:
    done = run("check", "--lsp", "story.md")
    assert (done.code, done.out) == (2, "")
    assert "--lsp checks what an editor has open; leave out stories" in done.err
