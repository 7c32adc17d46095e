"""What the tests share: the shipped record, the published files where they are, and tiny contests."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import CHROMIUM, MISSING, chromium

import hustings
from hustings.record.open import Record
from root import ROOT

# Nobody's own additions are seen by a test, nor does a test add to them.
os.environ["HUSTINGS_OVERLAY"] = str(Path(tempfile.gettempdir()) / f"hustings-tests-{os.getpid()}" / "no-additions")
SOURCES = Path(os.environ.get("HUSTINGS_SOURCES", ROOT.parent / "shared" / "data"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if SOURCES.is_dir():
        return
    skip = pytest.mark.skip(reason=f"needs the published files in {SOURCES}, which are not part of the project")
    for item in items:
        if "sources" in item.keywords:
            item.add_marker(skip)


@pytest.fixture(scope="session")
def record() -> Record:
    """The record in the package."""
    return hustings.open_record()


@pytest.fixture(scope="session")
def sources() -> Path:
    """The folder of published files."""
    return SOURCES


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A Chromium without a screen, where there is one."""
    if CHROMIUM is None:
        pytest.skip(MISSING)
    with chromium() as one:
        yield one
