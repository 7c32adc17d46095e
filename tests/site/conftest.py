"""One small site for all tests of pages: Tower Hamlets, built once a session by whichever worker has the group."""

from pathlib import Path

import pytest

from hustings.publish.site.build import build_site
from hustings.publish.site.contents import Choices
from hustings.record.open import Record

BOROUGH = "Tower Hamlets"


@pytest.fixture(scope="session")
def site(record: Record, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site of one borough, at an address."""
    out = tmp_path_factory.mktemp("site") / "site"
    assert build_site(record, out, Choices(BOROUGH, "https://example.org/results/"))
    return out


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, str]:
    """The pages of it by path."""
    return {str(path.relative_to(site).parent).removeprefix("."): path.read_text() for path in site.rglob("index.html")}
