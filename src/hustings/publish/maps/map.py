"""A map as a value: what it finds in words, where that comes from, the table behind it, and how it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from hustings.publish.maps.geometry import Layout
from hustings.publish.maps.keys import Legend
from hustings.publish.maps.places import Pointed
from hustings.publish.sheet import Sheet

WIDTH = 640


class Seat(NamedTuple):
    """A seat on the map: its contest, its name, and its sentence for whoever points at it or does not see it."""

    contest_id: str
    area: str
    said: str


class Paper(NamedTuple):
    """What a map is drawn on.

    `width` in pixels; `mode` light or dark, None to follow the reader's own; `words` whether title, legend and notes
    are drawn too; `link` from a contest to the address that its seat leads to, None for a map that only shows.
    """

    width: int = WIDTH
    mode: str | None = None
    words: bool = True
    link: Callable[[str], str] | None = None


@dataclass(frozen=True, slots=True)
class Map:
    """A finding and its map; every figure that a colour stands for is in the sheet.

    `title` says the finding; `subtitle` measure, election and basis; `notes` what a reader must know; `source` who
    says so; `alt` the finding and its main figures, for whoever does not see the map.
    """

    kind: str
    title: str
    subtitle: str
    source: str
    alt: str
    sheet: Sheet
    notes: tuple[str, ...]
    seats: tuple[Seat, ...] = field(repr=False)
    legend: Legend = field(repr=False)
    lay: Callable[[float], Layout] = field(repr=False, compare=False)
    pointed: Pointed | None = field(default=None, repr=False)
    cropped: bool = False

    def svg(self, paper: Paper = Paper()) -> str:  # noqa: B008 a tuple cannot change
        """The map as one SVG that asks for nothing outside itself: a title and text for every seat."""
        from hustings.publish.maps.svg import drawn

        return drawn(self, paper)

    def _repr_svg_(self) -> str:
        """The map, for a notebook that shows it."""
        return self.svg()
