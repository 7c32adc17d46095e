"""The workflow and the settings of editors that the docs show: they parse, and the workflow's own commands are run."""

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from root import ROOT

WORKFLOW = ROOT / "docs" / "examples" / "check-stories.yml"
PAGE = ROOT / "docs" / "editors-and-pipelines.md"
WRONG = "\N{PARTY POPPER} Rushanara Ali held Bethnal Green and Stepney on 4 July 2024 with 15,986 votes.\n"
RIGHT = WRONG.replace("15,986", "15,896")
COMMAND = re.compile(
    r"::error file=(?P<file>[^,]+),line=(?P<line>\d+),endLine=\d+,col=(?P<col>\d+),endColumn=(?P<end>\d+)"
)
BLOCKS = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
PARSED = {"json": json.loads, "toml": tomllib.loads, "yaml": yaml.safe_load}


def steps() -> list[dict[str, Any]]:
    """The steps of the workflow's one job."""
    (job,) = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"].values()
    return job["steps"]


def run_step(name: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A step's own command, run as the runner runs it: by bash, which ends at the first that fails."""
    (command,) = [step["run"] for step in steps() if step.get("name") == name]
    beside = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    return subprocess.run(
        ["bash", "-e", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": beside},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A repository with a folder of stories, all right."""
    (tmp_path / "stories" / "2024").mkdir(parents=True)
    (tmp_path / "stories" / "right.md").write_text(RIGHT, encoding="utf-8")
    return tmp_path


def test_the_workflow_is_one_that_the_runner_takes() -> None:
    workflow = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    # YAML 1.1 takes the word for a truth.
    assert set(workflow[True]) == {"pull_request", "push"}
    assert workflow["jobs"]["check"]["permissions"] == {"contents": "read", "security-events": "write"}
    for step in steps():
        assert ("uses" in step) != ("run" in step), step
    (install,) = [step["run"] for step in steps() if step.get("name") == "Install"]
    name = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["name"]
    assert install == f"python -m pip install {name}"
    written = [step["with"]["sarif_file"] for step in steps() if "upload-sarif" in step.get("uses", "")]
    assert [step["run"] for step in steps() if f"> {written[0]}" in step.get("run", "")]


def test_a_right_story_passes_every_step(desk: Path) -> None:
    checked = run_step("Check", desk)
    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout == "1 story: 1 figure, 1 decided, 0 left: 1 right.\n"
    assert run_step("Write the findings down", desk).returncode == 0
    assert json.loads((desk / "hustings.sarif").read_text(encoding="utf-8"))["runs"][0]["results"] == []


def test_a_wrong_story_fails_the_check_and_is_written_down(desk: Path) -> None:
    story = desk / "stories" / "2024" / "wrong.md"
    story.write_text(WRONG, encoding="utf-8")
    checked = run_step("Check", desk)
    assert checked.returncode == 1
    (told,) = COMMAND.finditer(checked.stdout)
    assert desk / told["file"] == story
    assert WRONG[int(told["col"]) - 1 : int(told["end"]) - 1] == "15,986 votes"
    assert run_step("Write the findings down", desk).returncode == 0
    log = json.loads((desk / "hustings.sarif").read_text(encoding="utf-8"))
    assert log["version"] == "2.1.0"
    (result,) = log["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert desk / place["artifactLocation"]["uri"] == story
    region = place["region"]
    assert WRONG[region["startColumn"] - 1 : region["endColumn"] - 1] == "15,986 votes"


def test_a_story_that_cannot_be_read_fails_both_steps(desk: Path) -> None:
    (desk / "stories" / "picture.md").write_bytes(b"\x89PNG\r\n\0\0\0\rIHDR")
    checked = run_step("Check", desk)
    assert checked.returncode == 2
    assert "picture.md is no text" in checked.stderr
    assert run_step("Write the findings down", desk).returncode == 1


def test_settings_that_are_shown_are_whole() -> None:
    blocks = [(language, text) for language, text in BLOCKS.findall(PAGE.read_text(encoding="utf-8"))]
    found = [PARSED[language](text) for language, text in blocks if language in PARSED]
    assert len(found) == 5
    code, helix, sublime, zed, commit = found
    assert [code["glspc.server.command"], *code["glspc.server.commandArguments"]] == ["hustings", "check", "--lsp"]
    assert helix["language-server"]["hustings"]["args"] == ["check", "--lsp"]
    assert sublime["clients"]["hustings"]["command"] == ["hustings", "check", "--lsp"]
    assert list(zed["language_servers"]) == ["hustings"]
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [one["id"] for one in commit["repos"][0]["hooks"]] == [hook["id"]]
    dated = code["glspc.server.initializationOptions"]
    assert (
        dated
        == helix["language-server"]["hustings"]["config"]
        == sublime["clients"]["hustings"]["initializationOptions"]
    )
