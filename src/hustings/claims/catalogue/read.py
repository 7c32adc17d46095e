"""The catalogue read: the facts of a few contests, in milliseconds."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from hustings.claims.catalogue.build import CATALOGUE
from hustings.claims.catalogue.fact import Fact, Measure
from hustings.errors import UnusableInput

if TYPE_CHECKING:
    from hustings.record.open import Record

FACTS = """
    select scope, subject, measure, basis, against, value, first, second from read_parquet({place})
    where scope in ({scopes}) order by scope, measure, subject, basis, against
"""
POLLED = """
    select distinct scope, value from read_parquet({place})
    where scope in ({scopes}) and measure in ('votes', 'majority') and value in ({values})
"""

MEASURES = {measure.value: measure for measure in Measure}


def facts_of(record: Record, scopes: Collection[str]) -> list[Fact]:
    """Every fact of some contests or elections, in an order that is always the same.

    Raises UnusableInput where the record has no catalogue beside it.
    """
    rows = _ask(record, FACTS, sorted(scopes)) if scopes else []
    return [Fact(**{**row, "measure": MEASURES[row["measure"]]}) for row in rows]


def polled_in(record: Record, scopes: Collection[str], figures: Collection[int]) -> dict[str, int]:
    """How many of some whole numbers are votes or a majority of each contest; contests with none are left out."""
    if not scopes or not figures:
        return {}
    held: dict[str, int] = {}
    for row in _ask(record, POLLED, sorted(scopes), sorted(figures)):
        held[str(row["scope"])] = held.get(str(row["scope"]), 0) + 1
    return held


def _ask(record: Record, sql: str, scopes: list[str], figures: list[int] | None = None) -> list[dict[str, Any]]:
    place = record.folder / CATALOGUE
    if not place.exists():
        raise UnusableInput(
            f"{record.folder} has no catalogue of facts; build the record afresh with `hustings record build`"
        )
    # Written out rather than joined: then only the parts of the file that hold these contests are read.
    marks = {"place": "?", "scopes": ", ".join("?" * len(scopes)), "values": ", ".join("?" * len(figures or []))}
    return record.query(sql.format(**marks), [str(place), *scopes, *(figures or [])])
