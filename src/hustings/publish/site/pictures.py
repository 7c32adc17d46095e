"""Pictures of each general election beside its page: the map of winners, and seats from party to party."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from platformdirs import user_cache_path

from hustings.publish import charts
from hustings.publish.charts import Chart
from hustings.publish.facts import Facts
from hustings.publish.maps import hexes
from hustings.publish.maps.map import Map, Paper
from hustings.publish.maps.places import Focus
from hustings.publish.pages import links
from hustings.publish.pages.page import Picture
from hustings.publish.site.made_from import drawn_by
from hustings.publish.site.shelf import Shelf
from hustings.record.open import Record

# The first general election on the boundaries that boroughs are known for.
BOROUGHS_SINCE = 2024
KEY = 16


def election_pictures(record: Record, facts: Facts, shelf: Shelf) -> Callable[[str], list[Picture]]:
    """Put the pictures of every general election on the shelf; what tells of those of one, by its id."""

    @cache
    def map_of(election_id: str) -> Map:
        return hexes(record, election_id, highlight=_focus(facts, election_id))

    @cache
    def flow_of(election_id: str) -> Chart:
        return charts.flow(record, election_id)

    def map_svg(election_id: str) -> str:
        return map_of(election_id).svg(Paper())

    def drawn(election_id: str, mode: str) -> bytes:
        return charts.kept(flow_of(election_id), "svg", _cache(), charts.Canvas(mode=mode))

    for election in facts.elections:
        if election["kind"] == "general" and election["basis"] == "declared":
            map_file, light, dark = _files(election["election_id"])
            # The map follows the reader's light or dark by itself.
            shelf.add(map_file, partial(map_svg, election["election_id"]))
            shelf.add(light, partial(drawn, election["election_id"], "light"))
            shelf.add(dark, partial(drawn, election["election_id"], "dark"))

    def told(election_id: str) -> list[Picture]:
        map_file, light, dark = _files(election_id)
        winners, flow = map_of(election_id), flow_of(election_id)
        return [Picture(map_file, None, winners.title, winners.alt), Picture(light, dark, flow.title, flow.alt)]

    return told


def _files(election_id: str) -> tuple[str, str, str]:
    """Where the map and the flow in light and in dark stand."""
    own = links.election(election_id)
    return f"{own}map.svg", f"{own}flow-light.svg", f"{own}flow-dark.svg"


def _focus(facts: Facts, election_id: str) -> Focus:
    """A borough is pointed at where the boundaries are those it is known for."""
    year = int(election_id.split(".")[1][:4])
    return Focus(borough=facts.borough) if facts.borough is not None and year >= BOROUGHS_SINCE else Focus()


def _cache() -> Path:
    """Where charts that were rendered once are kept: by what draws them, and in there by a digest of what they show."""
    return user_cache_path("hustings", appauthor=False) / "charts" / drawn_by()[:KEY]
