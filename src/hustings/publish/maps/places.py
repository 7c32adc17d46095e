"""Which seats a map points at or is cut down to: one seat, those of a borough, of a region or nation."""

from __future__ import annotations

from typing import Any, NamedTuple

from hustings.errors import UnknownName, UnusableInput
from hustings.record.localities import find_locality
from hustings.record.names import holds_words, nearest, plain
from hustings.record.open import Record
from hustings.record.slivers import LIES_IN

Row = dict[str, Any]


class Focus(NamedTuple):
    """What a map points at: a seat, a local authority, or a region or nation; with `crop` it shows nothing else."""

    seat: str | None = None
    borough: str | None = None
    region: str | None = None
    crop: bool = False


EVERYWHERE = Focus()


class Pointed(NamedTuple):
    """What is pointed at by name, and the contests of it."""

    name: str
    contests: frozenset[str]


def pointed(record: Record, rows: list[Row], focus: Focus) -> Pointed | None:
    """The seats of a map's rows that the focus means; None for none.

    Raises UnusableInput where more than one is asked for or nothing is to be cropped to, UnknownName for a
    name that is in no seat.
    """
    named = [name for name in (focus.seat, focus.borough, focus.region) if name is not None]
    if len(named) > 1:
        raise UnusableInput("a map points at one seat, one borough or one region; name one of them")
    if not named:
        if focus.crop:
            raise UnusableInput("a map is cropped to a borough or a region; name it with --borough or --region")
        return None
    if focus.seat is not None:
        return _seat(rows, focus.seat, focus.crop)
    return _borough(record, rows, focus.borough) if focus.borough is not None else _region(rows, str(focus.region))


def _seat(rows: list[Row], named: str, crop: bool) -> Pointed:
    if crop:
        raise UnusableInput("a map is cropped to a borough or a region, not to one seat; leave --crop out")
    exact = [row for row in rows if plain(named) == plain(row["area"]) or named.upper() == row["area_id"]]
    found = exact or [row for row in rows if plain(named) and holds_words(row["area"], named)]
    if len(found) == 1:
        return Pointed(found[0]["area"], frozenset({found[0]["contest_id"]}))
    names = tuple(row["area"] for row in found[:3]) or nearest(named, [row["area"] for row in rows])
    mend = f"did you mean {' or '.join(names)}?" if names else "try `hustings find` with a part of its name"
    raise UnknownName(f"no one seat of this election is called {named!r}; {mend}", names)


PARTS = f"""
    select boundary_set_id, area_id from authority_part where local_authority_id = ? and {LIES_IN}
"""


def _borough(record: Record, rows: list[Row], named: str) -> Pointed:
    """The seats that share people with a local authority, slivers of the drawing left out."""
    place = find_locality(record, named, ("local authority",))
    parts = record.query(PARTS, [place.area_id])
    seats = {(row["boundary_set_id"], row["area_id"]) for row in parts}
    found = frozenset(row["contest_id"] for row in rows if (row["boundary_set_id"], row["area_id"]) in seats)
    if not found:
        raise UnusableInput(
            f"which seats lie in {place.name} is known of the boundaries of 2024 only; "
            "ask for a map of 2024, or point at a seat or a region"
        )
    return Pointed(place.name, found)


def _region(rows: list[Row], named: str) -> Pointed:
    names = sorted({row["region"] for row in rows} | {row["country"] for row in rows})
    name = next((one for one in names if plain(one) == plain(named)), None)
    if name is None:
        near = nearest(named, names)
        mend = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(names)}"
        raise UnknownName(f"no region or nation of this map is called {named!r}; {mend}", near)
    return Pointed(name, frozenset(row["contest_id"] for row in rows if name in (row["region"], row["country"])))
