"""The style sheet of party marks, from the palette of the record: a class a party, its outline where it needs one."""

from __future__ import annotations

from hustings.publish.charts.style import NEUTRAL, NO_PARTY, Mark, palette
from hustings.publish.pages import links
from hustings.record.open import Record


def stylesheet(record: Record) -> str:
    """A rule for every party with a colour of its own and for what is no party; others stay neutral."""
    marks = {
        links.slug(key): mark
        for key, mark in sorted(palette(record).marks.items())
        if key in NO_PARTY or mark.fill != NEUTRAL
    }
    light = "".join(_rule(key, mark, mark.outline_light) for key, mark in marks.items())
    dark = "".join(_edge(key, mark.outline_dark) for key, mark in marks.items())
    return f":root{{--c:{NEUTRAL}}}\n{light}@media (prefers-color-scheme: dark){{\n{dark}}}\n"


def _rule(key: str, mark: Mark, outline: str | None) -> str:
    edge = f";--edge:{outline}" if outline else ""
    return f".p-{key}{{--c:{mark.fill}{edge}}}\n"


def _edge(key: str, outline: str | None) -> str:
    return f".p-{key}{{--edge:{outline or 'transparent'}}}\n"
