"""A place followed back through the seats it was in: by published overlaps, else by name, saying which."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from hustings.record.names import holds_words, plain
from hustings.record.seats import find_contest

if TYPE_CHECKING:
    from hustings.record.open import Record

Row = dict[str, Any]

# A part of a name that stands in more seats than this says nothing of which of them to follow.
MOST_NAMESAKES = 3
# A predecessor that gave less of the addresses than this is not named.
LEAST_PART = 0.1
COMPASS = {"north", "south", "east", "west", "central", "mid", "eastern", "western", "northern", "southern", "the"}

SETS = """
    select boundary_set_id, country, start_on, end_on from boundary_set as one
    where one.kind = 'constituencies' and exists (from area where area.boundary_set_id = one.boundary_set_id)
    order by start_on desc
"""
OVERLAPS = """
    select new_boundary_set_id, new_area_id, old_boundary_set_id as boundary_set_id, old_area_id as area_id, area.area,
        addresses_of_new, addresses_of_old, formed_from_whole_of and forms_whole_of as whole
    from overlap join area on area.boundary_set_id = old_boundary_set_id and area.area_id = old_area_id
    order by addresses_of_new desc
"""
AREAS = """
    select boundary_set_id, area_id, area, area.country from area join boundary_set using (boundary_set_id)
    where boundary_set.kind = 'constituencies' order by area
"""


@dataclass(frozen=True, slots=True)
class Atlas:
    """Every map of constituencies in memory, so that many places can be followed back at once."""

    sets: list[Row]
    areas: dict[str, list[Row]]
    holding: dict[tuple[str, str], list[Row]]
    overlaps: dict[tuple[str, str], list[Row]]


def read_atlas(record: Record) -> Atlas:
    """The constituencies of every boundary set, by set and by each word of their names, and all overlaps."""
    areas: dict[str, list[Row]] = defaultdict(list)
    holding: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for area in record.query(AREAS):
        areas[area["boundary_set_id"]].append(area)
        for word in set(plain(area["area"]).split()):
            holding[area["boundary_set_id"], word].append(area)
    overlaps: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in record.query(OVERLAPS):
        overlaps[row["new_boundary_set_id"], row["new_area_id"]].append(row)
    return Atlas(record.query(SETS), areas, holding, overlaps)


class Link(NamedTuple):
    """Why one seat follows another: the rule, the rule in words, and seats that might have been followed too."""

    rule: str
    words: str
    also: tuple[str, ...] = ()


class Stage(NamedTuple):
    """One seat on one set of boundaries, and how the place is followed to it."""

    boundary_set_id: str
    area_id: str
    area: str
    start_on: Any
    end_on: Any
    link: Link


def trace(record: Record, name: str) -> list[Stage]:
    """The seat a name means and its predecessors, latest first; raises as `find_contest` does."""
    contest = find_contest(record, name)
    return follow(read_atlas(record), contest["boundary_set_id"], contest["area_id"])


def follow(atlas: Atlas, boundary_set_id: str, area_id: str) -> list[Stage]:
    """A seat and its predecessors, latest first.

    Where overlaps are published the seat that gave most of the addresses is followed. Where none
    are, the seat of the same name on the boundaries before; else the seats whose names hold a part
    of the name, up to three; boundaries on which there is none are passed over.
    """
    first = next(row for row in atlas.areas[boundary_set_id] if row["area_id"] == area_id)
    drawn = next(row for row in atlas.sets if row["boundary_set_id"] == boundary_set_id)
    ireland = "Ireland" if first["country"] == "Northern Ireland" else first["country"]
    stages = [_stage(first, drawn, Link("asked", "the seat asked for"))]
    frontier, passed = list(stages), list[Row]()
    for older in atlas.sets:
        if older["country"] in (first["country"], ireland) and older["start_on"] < drawn["start_on"]:
            found = [_over(stage, passed) for stage in _predecessors(atlas, frontier, older)]
            passed = [] if found else [*passed, older]
            frontier = found or frontier
            stages += found
    return stages


def _over(stage: Stage, passed: list[Row]) -> Stage:
    """The stage, saying which boundaries were passed over to come to it by name."""
    if not passed or stage.link.rule not in ("same-name", "part-of-name"):
        return stage
    years = ", ".join(str(one["start_on"].year) for one in reversed(passed))
    over = f"; passed over, since no seat on them had the name or a part of it: the boundaries of {years}"
    return stage._replace(link=stage.link._replace(words=stage.link.words + over))


def _stage(area: Row, boundary_set: Row, link: Link) -> Stage:
    dates = boundary_set["start_on"], boundary_set["end_on"]
    return Stage(boundary_set["boundary_set_id"], area["area_id"], area["area"], *dates, link)


def _predecessors(atlas: Atlas, frontier: list[Stage], older: Row) -> list[Stage]:
    """The seats on older boundaries that those of the frontier are followed to, each once."""
    found: dict[str, Stage] = {}
    for seat in frontier:
        overlaps = atlas.overlaps.get((seat.boundary_set_id, seat.area_id), [])
        here = [row for row in overlaps if row["boundary_set_id"] == older["boundary_set_id"]]
        linked = [_by_overlap(here)] if here else [] if overlaps else _by_name(seat, atlas, older["boundary_set_id"])
        for area, link in linked:
            found.setdefault(area["area_id"], _stage(area, older, link))
    return list(found.values())


def _by_overlap(overlaps: list[Row]) -> tuple[Row, Link]:
    main, *rest = overlaps
    if main["whole"]:
        return main, Link("same-boundaries", "the same seat in full, by published overlap")
    words = (
        f"published overlap: {main['addresses_of_new']:.1%} of the later seat's addresses, "
        f"{main['addresses_of_old']:.1%} of this one's"
    )
    also = tuple(
        f"{row['area']} ({row['addresses_of_new']:.1%} of the addresses)"
        for row in rest
        if row["addresses_of_new"] >= LEAST_PART
    )
    return main, Link("overlap", words, also)


def _by_name(seat: Stage, atlas: Atlas, older: str) -> list[tuple[Row, Link]]:
    """The areas that a seat's name leads to: itself under other dates, its name, or a part of it."""
    stayed = [area for area in atlas.areas[older] if area["area_id"] == seat.area_id]
    if stayed:
        return [(stayed[0], Link("same-boundaries", "the same boundaries, redrawn elsewhere"))]
    same = [area for area in _holding(atlas, older, seat.area) if _words(area["area"]) == _words(seat.area)]
    if same:
        return [(same[0], Link("same-name", "the same name on older boundaries; how much they share is not published"))]
    return _by_part(seat, atlas, older)


def _by_part(seat: Stage, atlas: Atlas, older: str) -> list[tuple[Row, Link]]:
    """The areas whose names hold the first part of the name that any does, and those of its other parts beside."""
    chosen: list[Row] = []
    by, also = "", []
    for part in _parts(seat.area):
        holding = _best(_holding(atlas, older, part), part)
        if holding and not chosen and len(holding) <= MOST_NAMESAKES:
            chosen, by = holding, part
        elif len(holding) <= MOST_NAMESAKES:
            also += [f"{area['area']} (for {part})" for area in holding if area not in chosen]
    words = f"part of the name, {by}; whether it is the same place is not published"
    return [(area, Link("part-of-name", words, tuple(also))) for area in chosen]


def _holding(atlas: Atlas, boundary_set_id: str, name: str) -> list[Row]:
    """The areas of a set whose names hold every word of a name, found by its rarest word."""
    words = plain(name).split()
    fewest = min((atlas.holding.get((boundary_set_id, word), []) for word in words), key=len, default=[])
    return [area for area in fewest if holds_words(area["area"], name)]


def _best(areas: list[Row], part: str) -> list[Row]:
    """The areas of which it is a whole part of the name, or else all."""
    whole = [area for area in areas if plain(part) in map(plain, _joined(area["area"]))]
    return whole or areas


def _joined(name: str) -> list[str]:
    """What a name joins by and or commas."""
    return [part.strip() for part in re.split(r",|&|\band\b", name) if part.strip()]


def _parts(name: str) -> list[str]:
    """The name, what it joins, and each without the points of the compass at its end: Ilford of Ilford North."""
    joined = _joined(name)
    bare = []
    for part in joined:
        words = part.split()
        while len(words) > 1 and words[-1].lower() in COMPASS:
            words.pop()
        bare.append(" ".join(words))
    return list(dict.fromkeys(part for part in (name, *joined, *bare) if set(plain(part).split()) - COMPASS))


def _words(name: str) -> list[str]:
    return sorted(plain(name).split())
