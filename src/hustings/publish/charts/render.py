"""A chart as a file: SVG that says what it shows, PNG, Vega-Lite JSON, the table as CSV, or a page with both."""

from __future__ import annotations

import hashlib
import json
import re
import struct
import zlib
from html import escape
from pathlib import Path

from hustings.errors import UnusableInput
from hustings.publish.charts.chart import Canvas, Chart
from hustings.publish.sheet import as_csv
from hustings.publish.whole import whole

# The Vega-Lite that specifications are written for, among those that the renderer holds.
VEGA_LITE = "6.4"
# Pixels of a picture for each of the canvas, so that it is sharp on a telephone.
SCALE = 2
STYLE = "font-variant-numeric: tabular-nums; max-width: 100%; height: auto"
# What the renderer says of groups of marks, to no reader's use: the picture is told as a whole.
PARTS = re.compile(r' role="graphics-[a-z]+" aria-roledescription="[^"]*"')
FORMS = ("svg", "png", "json", "csv", "html")


def rendered(chart: Chart, form: str, canvas: Canvas = Canvas()) -> bytes:  # noqa: B008 a tuple cannot change
    """The chart as svg, png, json (Vega-Lite), csv (its table), or html: a page for every width and both modes."""
    if form == "csv":
        return as_csv(chart.sheet).encode()
    if form == "html":
        from hustings.publish.charts.page import page

        return page(chart).encode()
    spec = _specified(chart, canvas)
    if form == "json":
        return (json.dumps(json.loads(spec), ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
    return _png(spec) if form == "png" else _svg(spec, chart).encode()


def picture(chart: Chart, canvas: Canvas = Canvas()) -> str:  # noqa: B008
    """The chart as SVG, to stand in a page."""
    return _svg(_specified(chart, canvas), chart)


def fingerprint(chart: Chart, canvas: Canvas = Canvas()) -> str:  # noqa: B008
    """A mark of everything drawn and said, by which two pictures of a chart are known to be the same."""
    return _print_of(_specified(chart, canvas))


def _specified(chart: Chart, canvas: Canvas) -> str:
    spec: str = chart.spec(canvas.width, canvas.mode).to_json(indent=None, sort_keys=True)
    return spec


def _print_of(spec: str) -> str:
    return hashlib.sha256(f"{VEGA_LITE} {spec}".encode()).hexdigest()[:16]


def kept(chart: Chart, form: str, folder: Path, canvas: Canvas = Canvas()) -> bytes:  # noqa: B008
    """The chart rendered, from `folder` where it was rendered before from the same words, figures and size."""
    told = "\n".join((fingerprint(chart, canvas), as_csv(chart.sheet)))
    place = folder / f"{hashlib.sha256(told.encode()).hexdigest()[:32]}.{form}"
    if not place.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        save(chart, place, canvas, force=True)
    return place.read_bytes()


def save(chart: Chart, place: Path, canvas: Canvas, *, force: bool = False) -> None:
    """Write the chart to a file in the form its name ends in; over one that exists only with `force`."""
    form = place.suffix.lower().removeprefix(".")
    if form not in FORMS:
        raise UnusableInput(f"the name {place.name} does not tell a form; end it in .svg, .png, .json, .csv or .html")
    with whole([place], force=force) as (unfinished,):
        unfinished.write_bytes(rendered(chart, form, canvas))


def _converter() -> object:
    try:
        import vl_convert
    except ImportError:
        raise UnusableInput("charts need what is not installed; run pip install 'hustings[charts]'") from None
    return vl_convert


def _png(spec: str) -> bytes:
    picture: bytes = _converter().vegalite_to_png(spec, vl_version=VEGA_LITE, scale=SCALE)  # type: ignore[attr-defined]
    return _packed(picture)


def _packed(picture: bytes) -> bytes:
    """The same PNG with its pixels deflated again: the renderer writes them quickly, and four times as large."""
    head, pixels, place = picture[:8], b"", 8
    while place < len(picture):
        size, kind = struct.unpack(">I4s", picture[place : place + 8])
        part = picture[place : place + 12 + size]
        place += len(part)
        if kind == b"IDAT":
            pixels += part[8:-4]
        elif kind != b"IEND":
            head += part
    return head + _chunk(b"IDAT", zlib.compress(zlib.decompress(pixels), 9)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    """A part of a PNG with its length and its check."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _svg(spec: str, chart: Chart) -> str:
    """The drawing with a name and a description for whoever does not see it."""
    drawn: str = _converter().vegalite_to_svg(spec, vl_version=VEGA_LITE)  # type: ignore[attr-defined]
    head, _, rest = drawn.partition(">")
    key = _print_of(spec)
    named = f'role="img" aria-labelledby="title-{key}" aria-describedby="desc-{key}" style="{STYLE}"'
    words = f'<title id="title-{key}">{escape(chart.title)}</title><desc id="desc-{key}">{escape(chart.alt)}</desc>'
    return f"{head} {named}>{words}{PARTS.sub('', rest)}\n"
