"""A chart as a value: what it finds in words, where that comes from, the table behind it, and how it is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from hustings.publish.charts.style import MODES, Tokens
from hustings.publish.cited import cited
from hustings.publish.sheet import Sheet
from hustings.record.open import Record

if TYPE_CHECKING:
    from altair import LayerChart

WIDTH = 720
MARGIN = 12
# Below this a chart is drawn for a telephone: names stand over bars, and type is a size smaller.
NARROW = 520


class Canvas(NamedTuple):
    """What a chart is drawn on: how many pixels wide, and in which mode."""

    width: int = WIDTH
    mode: str = "light"

    @property
    def tokens(self) -> Tokens:
        """The page's colours in this mode."""
        return MODES[self.mode]

    @property
    def inner(self) -> int:
        """The width between the margins."""
        return self.width - 2 * MARGIN

    @property
    def narrow(self) -> bool:
        """Whether it is a telephone's width."""
        return self.width < NARROW


class Body(NamedTuple):
    """The drawing between the words: its layers, its height, and the room that axes take left of it and below."""

    layers: list[Any]
    height: int
    left: int = 0
    below: int = 0


@dataclass(frozen=True, slots=True)
class Chart:
    """A finding and its drawing; every figure drawn is in the sheet.

    `title` says the finding; `subtitle` measure, place, time and basis; `notes` what a reader must know; `source` who
    says so; `alt` the finding and its main figures, for whoever does not see the drawing.
    """

    kind: str
    title: str
    subtitle: str
    source: str
    alt: str
    sheet: Sheet
    draw: Callable[[Canvas], Body] = field(repr=False, compare=False)
    notes: tuple[str, ...] = ()

    def spec(self, width: int = WIDTH, mode: str = "light") -> LayerChart:
        """The chart as an Altair object, so wide in pixels, for a page that is `light` or `dark`."""
        from hustings.publish.charts.frame import framed

        canvas = Canvas(width, mode)
        return framed(self, self.draw(canvas), canvas)

    def _repr_svg_(self) -> str:
        """The drawing, for a notebook that shows it."""
        from hustings.publish.charts.render import rendered

        return rendered(self, "svg").decode()

    def told(self) -> Sheet:
        """The table with everything that the chart says in words."""
        said = (f"{self.subtitle}.", *self.notes, self.source, f"Alternative text: {self.alt}")
        return replace(self.sheet, notes=tuple(dict.fromkeys((*said, *self.sheet.notes))))


def source_line(record: Record, contest_ids: Iterable[str], *other_ids: str) -> str:
    """Who published these contests and the other sources named: Source: House of Commons Library, ...."""
    return cited(record.query(SOURCES, [list(contest_ids), list(other_ids)]), "Chart")


SOURCES = """
    select distinct publisher, title, licence from source
    where source_id in (select source_id from contest where list_contains(?, contest_id)) or list_contains(?, source_id)
    order by publisher, title
"""
