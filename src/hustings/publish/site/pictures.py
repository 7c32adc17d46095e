"""Pictures of each general election, drawn once and written under names of their content: its map and its flow."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_cache_path

from hustings.publish import charts
from hustings.publish.facts import Facts, Row
from hustings.publish.maps import hexes
from hustings.publish.maps.map import Paper
from hustings.publish.maps.places import Focus
from hustings.publish.pages.page import Picture
from hustings.publish.site.folder import SiteFolder, named_by_content
from hustings.record.open import Record

# The first general election on the boundaries that boroughs are known for.
BOROUGHS_SINCE = 2024


def election_pictures(record: Record, facts: Facts, folder: SiteFolder) -> dict[str, list[Picture]]:
    """The pictures of every general election of the site by its id."""
    general = [row for row in facts.elections if row["kind"] == "general" and row["basis"] == "declared"]
    return {
        row["election_id"]: [_map(record, facts, folder, row), _flow(record, folder, row["election_id"])]
        for row in general
    }


def _map(record: Record, facts: Facts, folder: SiteFolder, election: Row) -> Picture:
    """The map of winners, which follows the reader's light or dark by itself; a borough is pointed at where it can."""
    known = facts.borough is not None and election["polling_on"].year >= BOROUGHS_SINCE
    focus = Focus(borough=facts.borough) if known else Focus()
    shown = hexes(record, election["election_id"], highlight=focus)
    file = _written(folder, "map.svg", shown.svg(Paper()).encode())
    return Picture(file, None, shown.title, shown.alt)


def _flow(record: Record, folder: SiteFolder, election_id: str) -> Picture:
    """Seats from party to party, in light and in dark."""
    chart = charts.flow(record, election_id)
    light, dark = (
        _written(folder, f"flow-{mode}.svg", charts.kept(chart, "svg", _cache(), charts.Canvas(mode=mode)))
        for mode in ("light", "dark")
    )
    return Picture(light, dark, chart.title, chart.alt)


def _cache() -> Path:
    """Where charts that were rendered once are kept, by a digest of what they show."""
    return user_cache_path("hustings", appauthor=False) / "charts"


def _written(folder: SiteFolder, name: str, data: bytes) -> str:
    path = named_by_content(name, data)
    folder.add_once(path, data)
    return path
