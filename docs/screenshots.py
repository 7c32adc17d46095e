"""Take the pictures in docs/screenshots/ again, of the site in Chromium at two widths: `make screenshots`."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import hustings
from hustings.publish.site.build import build_site
from hustings.publish.site.contents import Choices

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "site"))
from browser import chromium, served

SHOWN = {
    "seat": "seats/bethnal-green-and-stepney/2024-07-04/",
    "election": "elections/2024/",
    "map": "elections/2024/map/",
    "borough": "boroughs/tower-hamlets/",
}
# Two telephones high, and a screen and a half.
SIZES = {375: 1600, 1280: 1500}


def main() -> None:
    """Build the whole site in a temporary folder and take each page at each width."""
    place = Path(__file__).parent / "screenshots"
    place.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="hustings-screenshots-") as folder:
        build_site(hustings.open_record(), Path(folder) / "site", Choices())
        with served(Path(folder) / "site") as address, chromium() as browser:
            for width, height in SIZES.items():
                page = browser.new_page(viewport={"width": width, "height": height})
                for name, path in SHOWN.items():
                    page.goto(address + path, wait_until="networkidle")
                    page.screenshot(path=str(place / f"{name}-{width}.png"))


if __name__ == "__main__":
    main()
