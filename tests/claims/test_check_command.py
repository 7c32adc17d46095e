"""`hustings check` as it is run: its forms, its exit codes, its mended copy, what it says to wrong use."""

import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import docx
import pytest

from command_line import Ran, run

WRONG = "Rushanara Ali held Bethnal Green and Stepney on 4 July 2024 with 15,986 votes. Her share fell by 39.4%.\n"
RIGHT = "Rushanara Ali held Bethnal Green and Stepney on 4 July 2024 with 15,896 votes.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    place = tmp_path / "story.md"
    place.write_text(WRONG, encoding="utf-8")
    return place


def test_findings_make_exit_code_1_and_say_what_is_right(story: Path) -> None:
    done = run("check", str(story))
    assert done.code == 1
    assert "wrong[digits] 15,986 votes" in done.out
    assert "the record: 15,896" in done.out
    assert "mend: 15,896 votes" in done.out
    assert "2 figures, 2 decided, 0 left: 1 wrong, 1 misleading." in done.out


def test_a_clean_story_is_exit_code_0(tmp_path: Path) -> None:
    place = tmp_path / "story.txt"
    place.write_text(RIGHT, encoding="utf-8")
    done = run("check", str(place))
    assert (done.code, done.err) == (0, "")
    assert "1 figure, 1 decided, 0 left: 1 right." in done.out


@pytest.mark.parametrize("form", ["json", "sarif", "claimreview"])
def test_machines_read_the_same_findings(story: Path, form: str) -> None:
    done = run("check", str(story), "--format", form)
    assert done.code == 1
    assert "15,986" in json.dumps(json.loads(done.out), ensure_ascii=False)


def test_pages_and_annotations(story: Path) -> None:
    assert run("check", str(story), "-f", "html").out.startswith("<!doctype html>")
    assert "::error file=" in run("check", str(story), "-f", "github").out


def test_a_folder_is_searched_for_stories(story: Path) -> None:
    (story.parent / "other.txt").write_text(RIGHT, encoding="utf-8")
    (story.parent / "data.csv").write_text("a,b\n", encoding="utf-8")
    told = json.loads(run("check", str(story.parent), "-f", "json").out)
    assert [Path(one["file"]).name for one in told] == ["other.txt", "story.md"]


def test_safe_mends_are_written_beside_and_never_over(story: Path) -> None:
    done = run("check", str(story), "--fix")
    copy = story.with_name("story.mended.md")
    assert copy.read_text(encoding="utf-8") == WRONG.replace("15,986", "15,896").replace("39.4%", "39.4 points")
    assert story.read_text(encoding="utf-8") == WRONG
    assert "15,986 votes is now 15,896 votes [digits]" in done.err
    again = run("check", str(story), "--fix")
    assert again.code == 2
    assert "is there already and is left as it is" in again.err


def test_every_code_is_explained() -> None:
    assert "percentage points, not per cent" in run("check", "--explain", "percent-for-points").out
    done = run("check", "--explain", "percnt")
    assert done.code == 2
    assert "no finding has the code 'percnt'; there are figure, digits" in done.err


def test_what_is_no_text_is_refused_and_what_windows_writes_is_read(tmp_path: Path) -> None:
    picture, notepad = tmp_path / "picture.md", tmp_path / "notepad.txt"
    picture.write_bytes(b"\x89PNG\r\n\0\0\0\rIHDR")
    notepad.write_text(RIGHT, encoding="utf-16")
    done = run("check", str(picture))
    assert (done.code, done.out) == (2, "")
    assert "picture.md is no text; give the story as text, Markdown or HTML, in UTF-8" in done.err
    assert "1 right" in run("check", str(notepad)).out


def test_the_day_a_story_says_comes_before_the_day_that_is_given(tmp_path: Path) -> None:
    undated, dated = tmp_path / "undated.md", tmp_path / "dated.md"
    text = "Rushanara Ali won Bethnal Green and Bow with a majority of 24,371.\n"
    undated.write_text(text, encoding="utf-8")
    dated.write_text(f"---\ndate: 2015-05-08\n---\n\n{text}", encoding="utf-8")
    out = run("check", str(undated), str(dated), "--date", "2017-06-09").out
    assert "the record: 35,393" in out.partition("dated.md:5")[0]
    assert f"{dated}:5:60 wrong[digits]" in out


def test_lines_that_old_macs_ended_are_lines(tmp_path: Path) -> None:
    place = tmp_path / "story.txt"
    place.write_text(f"Results\n\n{WRONG}".replace("\n", "\r"), encoding="utf-8", newline="")
    assert f"{place}:3:66 wrong[digits] 15,986 votes" in run("check", str(place)).out


def test_a_folder_may_be_called_as_a_story_is(story: Path) -> None:
    (story.parent / "drafts.md").mkdir()
    assert "15,986 votes" in run("check", str(story.parent)).out


def test_wrong_use_is_one_sentence(tmp_path: Path) -> None:
    for given, said in (
        (["no-such.md"], "cannot read no-such.md"),
        ([], "name a story to check"),
        ([str(tmp_path)], "no story in the folder"),
    ):
        done = run("check", *given)
        assert done.code == 2
        assert said in done.err
        assert "Traceback" not in done.err


def process(*command: str, folder: Path, given: bytes = b"") -> Ran:
    """A Python of its own, run in a folder, with what it is given on standard input."""
    done = subprocess.run([sys.executable, *command], cwd=folder, input=given, capture_output=True, check=False)
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.mark.parametrize(("name", "given"), [("docx", "story.docx"), ("urllib3", "--url=http://127.0.0.1/")])
def test_what_is_not_installed_is_named_with_how_to_install_it(tmp_path: Path, name: str, given: str) -> None:
    (tmp_path / "story.docx").write_bytes(b"PK")
    without = f"import sys; sys.modules[{name!r}] = None; from hustings.cli import main; main()"
    done = process("-c", without, "check", given, folder=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "not installed; pip install 'hustings[check]'" in done.err
    assert done.err.count("\n") == 1


def test_a_word_file_is_read_from_standard_input_and_has_no_place_for_a_copy(tmp_path: Path) -> None:
    document, saved = docx.Document(), BytesIO()
    document.add_paragraph(WRONG)
    document.save(saved)
    (tmp_path / "other.md").write_text(WRONG, encoding="utf-8")
    done = process("-m", "hustings", "check", "-", folder=tmp_path, given=saved.getvalue())
    assert "standard input:1:66 wrong[digits] 15,986 votes" in done.out
    done = process("-m", "hustings", "check", "other.md", "-", "--fix", folder=tmp_path, given=saved.getvalue())
    assert (done.code, done.out) == (2, "")
    assert "standard input has no place for a mended copy; name a file to --fix" in done.err
    # Nothing is written of those before it either.
    assert not (tmp_path / "other.mended.md").exists()


def test_a_story_pasted_for_its_name_is_refused_in_a_sentence() -> None:
    done = run("check", "Labour won the seat. " * 30)
    assert done.code == 2
    assert "cannot look at Labour won" in done.err
    assert len(done.err.strip().splitlines()) == 1


def test_mended_copies_are_no_stories_of_a_folder(story: Path) -> None:
    assert run("check", str(story), "--fix").code == 1
    told = json.loads(run("check", str(story.parent), "-f", "json").out)
    assert Path(told["file"]).name == "story.md"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names that are not UTF-8")
def test_a_name_that_is_not_utf_8_is_told_as_far_as_it_can_be(tmp_path: Path) -> None:
    place = Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff.md"))
    place.write_text(WRONG, encoding="utf-8")
    done = run("check", str(tmp_path))
    assert done.code == 1
    assert "bad\N{REPLACEMENT CHARACTER}.md:1:" in done.out
