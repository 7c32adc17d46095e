"""A map as a file: SVG, PNG, its table as CSV, or a page with the table whose seats the arrow keys walk."""

from __future__ import annotations

from pathlib import Path

from hustings.errors import UnusableInput
from hustings.publish.maps.map import Map, Paper
from hustings.publish.maps.page import page
from hustings.publish.sheet import as_csv
from hustings.publish.whole import whole

FORMS = ("svg", "png", "csv", "html")
# Pixels of a picture for each of the paper, so that it is sharp on a telephone.
SCALE = 2


def save(shown: Map, place: Path, paper: Paper = Paper(), *, force: bool = False) -> None:  # noqa: B008 a tuple
    """Write a map in the form that the file's name ends in, whole or not at all.

    Raises UnusableInput for another ending, and as `whole` does where a file exists and `force` is not given.
    """
    form = place.suffix.removeprefix(".").lower()
    if form not in FORMS:
        raise UnusableInput(f"{place} names no form of a map; end it in .{', .'.join(FORMS)}")
    with whole([place], force=force) as (unfinished,):
        unfinished.write_bytes(rendered(shown, form, paper))


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
