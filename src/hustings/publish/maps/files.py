"""A map as a file: SVG, PNG, its table as CSV, or a page with the table and a script that walks the seats."""

from __future__ import annotations

from pathlib import Path

from hustings.errors import CannotWrite, UnusableInput
from hustings.publish.maps.map import Map, Paper
from hustings.publish.maps.page import SCRIPT, page
from hustings.publish.sheet import as_csv

WALK = Path(__file__).parent / "walk.js"
FORMS = ("svg", "png", "csv", "html")
# Pixels of a picture for each of the paper, so that it is sharp on a telephone.
SCALE = 2


def save(shown: Map, place: Path, paper: Paper = Paper()) -> None:  # noqa: B008 a tuple cannot change
    """Write a map in the form that the file's name ends in; a page has its script beside it.

    Raises UnusableInput for another ending or where a file that is not ours has the script's name, CannotWrite
    where there is no room; a file is written whole or not at all.
    """
    form = place.suffix.removeprefix(".").lower()
    if form not in FORMS:
        raise UnusableInput(f"{place} names no form of a map; end it in .{', .'.join(FORMS)}")
    content = rendered(shown, form, paper)
    if form == "html":
        _script(place.parent / SCRIPT)
    _write(place, content)


def rendered(shown: Map, form: str, paper: Paper = Paper()) -> bytes:  # noqa: B008
    """The map as svg, png, csv or html."""
    if form == "png":
        return _png(shown.svg(paper._replace(mode=paper.mode or "light")))
    text = {"svg": lambda: shown.svg(paper), "csv": lambda: as_csv(shown.sheet), "html": lambda: page(shown)}[form]()
    return text.encode()


def _png(svg: str) -> bytes:
    try:
        import vl_convert
    except ImportError:
        raise UnusableInput("a PNG needs what is not installed; run pip install 'hustings[charts]'") from None
    picture: bytes = vl_convert.svg_to_png(svg, scale=SCALE)
    return picture


def _script(place: Path) -> None:
    """Put the script beside a page, over an older one of ours but over nobody else's file."""
    ours = WALK.read_text(encoding="utf-8")
    if place.exists() and not place.read_text(encoding="utf-8", errors="replace").startswith("// Hustings:"):
        raise UnusableInput(
            f"{place} is not ours, and the page needs a script of that name; move it or write elsewhere"
        )
    _write(place, ours.encode())


def _write(place: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    unfinished = place.with_name(f".{place.name}.unfinished")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(place)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise CannotWrite(f"cannot write {place} ({error.strerror}); name a file where there is room") from None
