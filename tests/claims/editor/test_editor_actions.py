"""Where the comment that leaves a line unchecked is put, and what is offered of figures that markup parts."""

from functools import partial

import pytest
from lsprotocol import types

from hustings.claims.check import Checker, ignored_lines
from hustings.claims.editor.actions import IGNORE_TITLE, actions
from hustings.claims.editor.hover import hover
from hustings.claims.editor.proof import UNITS, Placed, Proof, proof
from hustings.claims.report.claim import report
from hustings.claims.story import read_story
from hustings.record.open import Record

ALI = "Rushanara Ali held Bethnal Green and Stepney on 4 July 2024 with 15,986 votes"
TABLE = "# Bethnal Green and Stepney, 4 July 2024\n\n| Candidate | Votes |\n| --- | --- |\n| Rushanara Ali | 15,986 |\n"
WHOLE = types.Range(types.Position(0, 0), types.Position(99, 0))


@pytest.fixture(scope="module")
def checker(record: Record) -> Checker:
    return Checker(record)


def checked(checker: Checker, text: str) -> Proof:
    return proof(text, report(checker.check(text), "story.md"), UNITS["utf-16"])


def edits(made: list[types.TextEdit]) -> types.WorkspaceEdit:
    return types.WorkspaceEdit(changes={"story.md": made})


def with_edit(text: str, action: types.CodeAction) -> str:
    """A text of signs of one unit each, with the one edit of an action made."""
    (edit,) = action.edit.changes["story.md"]
    lines = text.split("\n")
    at, end = edit.range.start, edit.range.end
    assert at.line == end.line
    line = lines[at.line]
    lines[at.line] = line[: at.character] + edit.new_text + line[end.character :]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{ALI}.\n", f"{ALI}. <!-- hustings: ignore -->"),
        (f"{ALI}", f"{ALI} <!-- hustings: ignore -->"),
        (f"{ALI}.\r\nAnd on.\r\n", f"{ALI}. <!-- hustings: ignore -->\r"),
        (f"{ALI}.  \nAnd on.\n", f"{ALI}. <!-- hustings: ignore -->  "),
        (f"{ALI}.\\\nAnd on.\n", f"{ALI}. <!-- hustings: ignore -->\\"),
        (f"## {ALI} ##\n", f"## {ALI} <!-- hustings: ignore --> ##"),
        (TABLE, "| Rushanara Ali | 15,986 <!-- hustings: ignore --> |"),
        (f"<html><p>{ALI}. <a\nhref='x'>More</a></p></html>\n", f"<html><p>{ALI}. <!-- hustings: ignore --> <a"),
    ],
    ids=["sentence", "no end", "windows", "break of blanks", "break of a stroke", "heading", "table", "open tag"],
)
def test_the_comment_leaves_the_line_unchecked_and_the_story_as_it_is_read(
    checker: Checker, text: str, line: str
) -> None:
    found = checked(checker, text)
    ignore = next(one for one in actions(found, WHOLE, edits) if one.title == IGNORE_TITLE)
    ignored = with_edit(text, ignore)
    assert line in ignored.split("\n")
    words, before = ([block.text.split() for block in read_story(one).blocks] for one in (ignored, text))
    assert words == before
    assert len(ignored_lines(ignored)) == 1
    assert actions(checked(checker, ignored), WHOLE, edits) == []


def test_a_line_with_two_findings_is_ignored_once(checker: Checker) -> None:
    text = f"{ALI}. Her share fell by 39.4%.\n"
    offered = actions(checked(checker, text), WHOLE, edits)
    assert [one.title for one in offered] == [
        "hustings: print 15,896 votes",
        "hustings: print 39.4 points",
        IGNORE_TITLE,
    ]
    assert [one.code for one in offered[-1].diagnostics] == ["digits", "percent-for-points"]
    assert with_edit(text, offered[0]) == text.replace("15,986", "15,896")
    assert with_edit(text, offered[1]) == text.replace("39.4%", "39.4 points")


def test_what_markup_parts_is_not_replaced(checker: Checker) -> None:
    text = f"{ALI.replace('15,986', '15,**986**')}.\n"
    found = checked(checker, text)
    assert [one.claim["code"] for one in found.figures] == ["digits"]
    assert [one.title for one in actions(found, WHOLE, edits)] == [IGNORE_TITLE]


def test_a_quotation_is_never_reworded(checker: Checker) -> None:
    found = checked(checker, f"> {ALI}.\n")
    assert [one.claim["code"] for one in found.figures] == ["digits"]
    assert [one.title for one in actions(found, WHOLE, edits)] == [IGNORE_TITLE]


def test_a_figure_is_found_up_to_the_place_after_it(checker: Checker) -> None:
    found = checked(checker, f"{ALI}, a majority of 1,689.\n")
    votes, majority = (one.at for one in found.figures)
    at = partial(types.Position, 0)
    assert found.figure(at(votes.start.character - 1)) is None
    for character in (votes.start.character, votes.end.character - 1, votes.end.character):
        assert found.figure(at(character)).at == votes
    assert found.figure(at(majority.start.character)).at == majority


def test_words_of_the_record_are_no_markup(checker: Checker) -> None:
    (one, *_) = checked(checker, f"{ALI}.\n").figures
    told = hover(Placed(one.at, {**one.claim, "read_as": "votes, A*B* <b> [x](y)"}), types.MarkupKind.Markdown)
    assert r"- read as: votes, A\*B\* \<b> \[x\](y)" in told.contents.value
