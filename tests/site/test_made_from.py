"""What a site is made from: anything that shapes its bytes is seen, wherever it stands."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import hustings
from hustings.publish.site.contents import Choices
from hustings.publish.site.made_from import COUNTING, DRAWING, WRITING, drawn_by, made_from
from hustings.record.open import DATA, Record

CHOICES = Choices("Tower Hamlets")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The code of the package, to be altered."""
    ours = Path(hustings.__file__).parent
    return shutil.copytree(
        ours / "publish", tmp_path / "hustings" / "publish", ignore=shutil.ignore_patterns("__pycache__")
    ).parent


def alter_template(package: Path) -> None:
    with (package / "publish" / "pages" / "templates" / "seat.html").open("a") as file:
        file.write("\n")


def move_template(package: Path) -> None:
    templates = package / "publish" / "pages" / "templates"
    (templates / "seat.html").rename(templates.parent / "seat.html")


def add_words(package: Path) -> None:
    (package / "publish" / "words.json").write_text("{}")


@pytest.mark.parametrize("change", [alter_template, move_template, add_words])
def test_a_change_of_the_code_is_seen(record: Record, package: Path, change: Callable[[Path], None]) -> None:
    before = made_from(record, CHOICES, package)
    assert made_from(record, CHOICES, package) == before
    change(package)
    assert made_from(record, CHOICES, package) != before


def test_what_python_makes_of_the_code_is_not_looked_at(record: Record, package: Path) -> None:
    before = made_from(record, CHOICES, package)
    made = package / "publish" / "__pycache__" / "words.cpython-311.pyc"
    made.parent.mkdir()
    made.write_bytes(b"")
    assert made_from(record, CHOICES, package) == before


@pytest.mark.parametrize("library", [*COUNTING, *DRAWING, *WRITING])
def test_another_version_of_a_library_is_seen(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    before, drawn_before = made_from(record, CHOICES), drawn_by()
    told = tmp_path / f"{library.replace('-', '_')}-99.dist-info"
    told.mkdir()
    (told / "METADATA").write_text(f"Name: {library}\nVersion: 99\n")
    monkeypatch.syspath_prepend(tmp_path)
    assert made_from(record, CHOICES) != before
    assert (drawn_by() != drawn_before) == (library in DRAWING)


def test_another_record_and_other_choices_are_seen(record: Record, tmp_path: Path) -> None:
    found = {made_from(record, CHOICES), made_from(record, Choices("Redbridge"))}
    for file in DATA.glob("*.parquet"):
        (tmp_path / file.name).symlink_to(file)
    other = hustings.open_record(tmp_path)
    assert made_from(other, CHOICES) in found
    (tmp_path / "correction.parquet").unlink()
    assert made_from(other, CHOICES) not in found
    assert len(found) == 2
