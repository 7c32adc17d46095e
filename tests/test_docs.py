"""The docs are true: pages made from the code are fresh, and every example in the others runs as it says."""

import doctest
import re
import shlex
import sys
from pathlib import Path

import pytest

from command_line import run
from hustings.publish.charts.render import fingerprint
from hustings.record.open import Record
from root import ROOT

sys.path.insert(0, str(ROOT / "docs"))
from generate import DOCS, PICTURES, gallery, pages

EXAMPLES = [
    ROOT / "README.md",
    *sorted(path for path in DOCS.rglob("*.md") if str(path.relative_to(DOCS)) not in pages()),
]
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
FORGIVING = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@pytest.mark.parametrize("name", sorted(pages()))
def test_a_page_made_from_the_code_is_fresh(name: str) -> None:
    fresh = pages()[name]()
    assert (DOCS / name).read_text(encoding="utf-8") == fresh, "run `make docs`"


def test_a_picture_in_the_gallery_is_of_the_figures_in_the_record(record: Record) -> None:
    for name, one in gallery(record).items():
        picture = (DOCS / PICTURES / f"{name}.svg").read_text(encoding="utf-8")
        # The name of a picture's title is made of the whole specification, every figure in it.
        assert f'<title id="title-{fingerprint(one)}">' in picture, f"{name}: run `make docs`"


def consoles() -> list[tuple[str, str]]:
    """Each command that a page shows, with what the page says it prints."""
    blocks = [block for path in EXAMPLES for block in CONSOLE.findall(path.read_text(encoding="utf-8"))]
    return [tuple(block.removeprefix("$ ").split("\n", 1)) for block in blocks]  # type: ignore[misc]


@pytest.mark.parametrize(("command", "expected"), consoles(), ids=[command for command, _ in consoles()])
def test_a_command_prints_what_the_page_says(command: str, expected: str) -> None:
    ran = run(*shlex.split(command)[1:])
    assert ran.code == 0
    assert doctest.OutputChecker().check_output(expected, ran.out, FORGIVING), ran.out


def test_there_are_three_examples_that_run() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(CONSOLE.findall(readme)) + readme.count("```python\n>>>") >= 3


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_python_examples_run(path: Path) -> None:
    failed, _ = doctest.testfile(str(path), module_relative=False, optionflags=FORGIVING, encoding="utf-8")
    assert failed == 0


@pytest.mark.parametrize("path", [*EXAMPLES, ROOT / "CONTRIBUTING.md"], ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    for link in LINK.findall(path.read_text(encoding="utf-8")):
        assert (path.parent / link).exists(), link
