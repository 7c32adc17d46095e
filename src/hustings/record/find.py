"""Finding seats, councils, parties, wards and people by any part of a name, with small misspellings forgiven."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from hustings.record.names import plain
from hustings.record.names_index import index_rows
from hustings.record.overlay.folder import PUBLISHER

if TYPE_CHECKING:
    from hustings.record.open import Record


Row = dict[str, Any]


class Named(NamedTuple):
    """Something in the record that has a name."""

    kind: str
    name: str
    about: str
    key: str
    score: float


# Of names that answer alike, a seat before a council, and a ward after whatever is larger.
KINDS = ("seat", "council", "party", "ward", "person")
LARGER = KINDS[:3]
# Of 100: a name that holds every word asked for, one that is near to them; fewer letters than this
# cannot be misspelt.
SAME = 100.0
HOLDS = 95.0
NEAR_ENOUGH = 78.0
SHORTEST = 4
# A part of a name that answers is worth this much of what the whole would be; a name much shorter than what was
# asked is no whole of which that is a part.
PART = 0.9
MOST = 0.6

HOLDING = """
    from name where kind in (select unnest(?))
    and (plain = ? or (not whole and list_has_all(string_split(plain, ' '), ?)))
"""
WORDS = "select list(distinct plain) as names from name where not whole and kind in (select unnest(?))"
NEAR = "from name where not whole and plain in (select unnest(?)) and kind in (select unnest(?))"
ADDED = "select contest_id from contest join source using (source_id) where publisher = ?"


def find(record: Record, text: str) -> list[Named]:
    """What answers to a text, best first: names holding its words, or where none does, names near to it."""
    return holding(record, text) or near(record, text)


def holding(record: Record, text: str, kinds: tuple[str, ...] = KINDS) -> list[Named]:
    """What of these kinds has a name that is the text or holds all its words, best first."""
    wanted = plain(text)
    if not wanted:
        return []
    words, added = wanted.split(), _added(record, kinds)
    found = _known(record.query(HOLDING, [list(kinds), wanted, words]), added)
    found += [row for row in added if row["plain"] == wanted or (not row["whole"] and _holds(row["plain"], words))]
    return [_named(row, score) for row, score in _ranked(found, {wanted: SAME})]


def near(record: Record, text: str, kinds: tuple[str, ...] = KINDS) -> list[Named]:
    """What of these kinds has a name that a text may be a misspelling of, best first."""
    added = _added(record, kinds)
    names = {*(record.query(WORDS, [list(kinds)])[0]["names"] or ()), *(row["plain"] for row in added)}
    scores = _near(plain(text), names)
    found = _known(record.query(NEAR, [list(scores), list(kinds)]), added)
    found += [row for row in added if row["plain"] in scores and not row["whole"]]
    return [_named(row, score) for row, score in _ranked(found, scores)]


def _holds(name: str, words: list[str]) -> bool:
    return set(words) <= set(name.split())


def _added(record: Record, kinds: tuple[str, ...]) -> list[Row]:
    """The names of these kinds of whatever stands in a contest that the user added: the index was made before them."""
    if not record.overlay or not record.overlay.additions:
        return []
    contests = [row["contest_id"] for row in record.query(ADDED, [PUBLISHER])]
    return [row for row in index_rows(record, contests) if row["kind"] in kinds] if contests else []


def _known(rows: list[Row], added: list[Row]) -> list[Row]:
    """Rows of the index of what no addition touches."""
    touched = {(row["kind"], row["key"]) for row in added}
    return [row for row in rows if (row["kind"], row["key"]) not in touched]


def _near(wanted: str, names: set[str]) -> dict[str, float]:
    """How near each name is that is near enough: RapidFuzz's token-sorted ratio, or the best-matching part."""
    from rapidfuzz import fuzz, process  # only a name that nothing holds pays for this

    if len(wanted) < SHORTEST:
        return {}
    near: dict[str, float] = {}
    for scorer, worth, least in ((fuzz.token_sort_ratio, 1.0, 0), (fuzz.partial_ratio, PART, MOST * len(wanted))):
        listed = [name for name in names if len(name) >= least]
        cutoff = NEAR_ENOUGH / worth
        for name, score, _ in process.extract(wanted, listed, scorer=scorer, score_cutoff=cutoff, limit=None):
            near[name] = max(near.get(name, 0.0), min(worth * score, HOLDS - 1))
    return near


def _ranked(rows: list[Row], scores: dict[str, float]) -> Iterator[tuple[Row, float]]:
    """Each thing once, by the name of its that answers best; the best first."""
    rated = [(row, scores.get(row["plain"], HOLDS)) for row in rows]
    best = max((score for row, score in rated if row["kind"] in LARGER and not row["older"]), default=SAME)
    rated.sort(key=lambda one: _order(one[0], one[1], best))
    seen = set()
    for row, score in rated:
        if (key := (row["kind"], row["key"])) not in seen:
            seen.add(key)
            yield row, score


def _order(row: Row, score: float, best: float) -> tuple[bool, float, int, float, int]:
    """Best first; what is gone last, a ward after the best of what is larger: unless that very name was asked for."""
    counted = min(score, best) if row["kind"] == "ward" and score < SAME else score
    return row["older"] and score < SAME, -counted, KINDS.index(row["kind"]), -score, row["place"]


def _named(row: Row, score: float) -> Named:
    return Named(row["kind"], row["name"], row["about"], row["key"], round(score, 1))
