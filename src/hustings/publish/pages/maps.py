"""Pages of maps: each seat of an election a hexagon and a link, coloured by one figure, with the legend as a filter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, NamedTuple

from hustings.publish import words
from hustings.publish.facts import Facts, Row
from hustings.publish.maps import hexes
from hustings.publish.maps.map import Paper
from hustings.publish.maps.page import WIDTH, legend_list
from hustings.publish.maps.svg import map_id
from hustings.publish.pages import links
from hustings.publish.pages.page import Page
from hustings.record.open import Record


class Colouring(NamedTuple):
    """What a map is coloured by: its name in addresses, in words, and as a map is asked for it."""

    key: str
    name: str
    by: str
    party: str | None = None


COLOURINGS = (
    Colouring("winner", "Who won", "winner"),
    Colouring("gain", "Gains", "gain"),
    Colouring("majority", "Majority", "majority"),
    Colouring("turnout", "Turnout", "turnout"),
    Colouring("swing", "Swing", "swing"),
    Colouring("change-labour", "Labour's change", "change", "Labour"),
    Colouring("change-conservative", "The Conservatives' change", "change", "Conservative"),
)


def map_pages(record: Record, facts: Facts) -> Iterable[Page]:
    """A page each map of each general election; none where only a borough's seats have pages to lead to."""
    elections = _mapped(facts)
    return [_map(record, election, colouring, elections) for election in elections for colouring in COLOURINGS]


def embedded_maps(record: Record, facts: Facts) -> Iterable[Page]:
    """Each of the maps as a small page of its own, for a frame in somebody else's page."""
    elections = _mapped(facts)
    return [_embedded(record, election, colouring, elections) for election in elections for colouring in COLOURINGS]


def _mapped(facts: Facts) -> list[Row]:
    if facts.borough is not None:
        return []
    return [row for row in facts.elections if row["kind"] == "general" and row["basis"] == "declared"]


def _map(record: Record, election: Row, colouring: Colouring, elections: list[Row]) -> Page:
    path = links.map_of(election["election_id"], colouring.key)
    return Page(
        path=path,
        template="map.html",
        title=f"Map, {election['election']}: {colouring.name}",
        description=f"Every seat of the {election['election'].lower()}, {words.day(election['polling_on'])}, by "
        f"{colouring.name[:1].lower()}{colouring.name[1:]}.",
        figures=lambda: (
            _drawn(record, election, colouring, path) | {"elections": _years(elections, election, colouring)}
        ),
    )


def _years(elections: list[Row], own: Row, colouring: Colouring) -> list[tuple[str, str, bool]]:
    """The same map of each election, oldest first: its page, its year, and whether that is this one."""
    ordered = sorted(elections, key=lambda one: one["polling_on"])
    return [(links.map_of(one["election_id"], colouring.key), f"{one['polling_on']:%Y}", one is own) for one in ordered]


def _embedded(record: Record, election: Row, colouring: Colouring, elections: list[Row]) -> Page:
    whole = _map(record, election, colouring, elections)
    path = links.embed(whole.path)
    return replace(
        whole,
        path=path,
        template="embed_map.html",
        figures=lambda: _drawn(record, election, colouring, path) | {"full": whole.path},
    )


def _drawn(record: Record, election: Row, colouring: Colouring, path: str) -> dict[str, Any]:
    """The map as it is drawn on the page of that path, whose links lead up from there."""
    root = "../" * path.count("/")
    paper = Paper(WIDTH, words=False, link=lambda contest_id: root + links.contest(contest_id))
    shown = hexes(record, str(election["election_id"]), colouring.by, colouring.party)
    own = map_id(shown, paper)
    return {
        "election": election,
        "shown": shown,
        "svg": shown.svg(paper),
        "own": own,
        "legend": legend_list(own, shown),
        "others": [(links.map_of(election["election_id"], one.key), one.name, one == colouring) for one in COLOURINGS],
        "embed_path": links.embed(links.map_of(election["election_id"], colouring.key)),
    }
