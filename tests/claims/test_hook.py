"""The hook for pre-commit, installed and run by pre-commit itself in a repository of stories."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from sysconfig import get_path

import pytest
import yaml

from root import ROOT

WRONG = "Rushanara Ali held Bethnal Green and Stepney on 4 July 2024 with 15,986 votes.\n"
RIGHT = "Rushanara Ali held Bethnal Green and Stepney on 4 July 2024 with 15,896 votes.\n"
# What the package is built of.
PACKAGE = ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
NOT_LIBRARIES = ("hustings", "_editable_impl_hustings", "pip")


def git(folder: Path, *words: str) -> str:
    told = ["-c", "user.name=A desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *told, *words], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def committed(folder: Path) -> str:
    """A folder as a repository with one commit: the commit."""
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "As it is")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What this environment has installed besides the package itself, so that nothing need be fetched."""
    folder = tmp_path_factory.mktemp("libraries")
    for one in Path(get_path("purelib")).iterdir():
        if not one.name.startswith(NOT_LIBRARIES):
            (folder / one.name).symlink_to(one)
    return folder


@pytest.fixture(scope="module")
def hook(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The package in a repository of its own, as pre-commit takes it."""
    folder = tmp_path_factory.mktemp("hustings")
    for name in PACKAGE:
        shutil.copy(ROOT / name, folder / name)
    shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    return {"repo": str(folder), "rev": committed(folder)}


@pytest.fixture
def stories(tmp_path: Path, hook: dict[str, str]) -> Path:
    """A repository of stories that asks for the hook."""
    folder = tmp_path / "stories"
    folder.mkdir()
    config = {"repos": [{**hook, "hooks": [{"id": "hustings-check"}]}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (folder / "right.md").write_text(RIGHT, encoding="utf-8")
    (folder / "right.txt").write_text(RIGHT, encoding="utf-8")
    # A figure in what is no story is nobody's business.
    (folder / "notes.py").write_text(f"# {WRONG}", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory, libraries: Path) -> dict[str, str]:
    """Built and installed as ever, but from what is here: pip's own names for leaving the rest out."""
    return {
        **os.environ,
        "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("pre-commit")),
        "PYTHONPATH": str(libraries),
        "PIP_NO_DEPS": "1",
        "PIP_NO_INDEX": "1",
        # The name says the opposite of what it sets.
        "PIP_NO_BUILD_ISOLATION": "0",
    }


def run_hook(stories: Path, environment: dict[str, str]) -> tuple[int, str]:
    """What pre-commit says of every story that is added."""
    git(stories, "add", "-A")
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never"],
        cwd=stories,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_the_hook_stops_a_wrong_figure_and_lets_a_right_one_by(stories: Path, environment: dict[str, str]) -> None:
    git(stories, "init", "-q")
    code, said = run_hook(stories, environment)
    assert code == 0, said
    assert "Passed" in said
    (stories / "wrong.md").write_text(WRONG, encoding="utf-8")
    (stories / "page.html").write_text(f"<!doctype html>\n<title>A</title>\n<p>{WRONG}</p>\n", encoding="utf-8")
    code, said = run_hook(stories, environment)
    assert code == 1, said
    assert "- exit code: 1" in said
    assert "wrong.md:1:66 wrong[digits] 15,986 votes" in said
    assert "page.html:3:69 wrong[digits] 15,986 votes" in said
    # All stories in one run, each told of once, and nothing but stories.
    assert said.count("right.md: 1 figure") == said.count("right.txt: 1 figure") == 1
    assert "notes.py" not in said
