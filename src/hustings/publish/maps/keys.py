"""Keys of a map: how each seat is marked and what the mark means, in colour, in dark and without colour."""

from __future__ import annotations

from typing import Any, NamedTuple

from hustings.publish import words
from hustings.publish.charts.style import Mark, Palette, contrast, marked
from hustings.publish.maps.figures import undecided
from hustings.publish.maps.scales import Class, Tone, class_words, diverging, sequential
from hustings.publish.maps.subjects import Subject

Row = dict[str, Any]


class Key(NamedTuple):
    """One entry of a legend: a short name, its words, fills and outlines in both modes, a letter and a pattern."""

    name: str
    words: str
    light: str
    dark: str
    edge_light: str | None = None
    edge_dark: str | None = None
    letter: str = ""
    pattern: str = "plain"

    def ink(self, mode: str) -> str:
        """Black or white, whichever is read better on its fill."""
        fill = self.dark if mode == "dark" else self.light
        return max(("#000000", "#ffffff"), key=lambda ink: contrast(fill, ink))


class Legend(NamedTuple):
    """The keys of a map in the order they are read, and the name of the key of each contest."""

    keys: tuple[Key, ...]
    of_contest: dict[str, str]


UNKNOWN = Key("u", "unknown", "#ffffff", "#14161a", "#555b66", "#a9b0bc", "?", "hatch")
ABSENT = Key("n", "", "#ffffff", "#14161a", "#7d8390", "#7d8390", "", "open")
HELD = Key("h", "held by the same party", "#eceef2", "#262a32", "#7d8390", "#7d8390")
# Patterns for areas, where a letter has no room; the party with most seats is plain.
AREAS = ("plain", "stripes", "dots", "back", "grid", "bars", "rows", "hatch")


def party_legend(rows: list[Row], won: list[Row], palette: Palette, *, gains: bool) -> Legend:
    """A key for each party that won a seat, with its seats; with `gains`, for each that gained one."""
    shown = [row for row in rows if not gains or row["held"] is False]
    kinds = {_kind(row): row for row in shown if not undecided(row)}
    seats = {(row["party_id"], row["party"]): row["seats"] for row in won}
    if gains:
        seats = {kind: sum(_kind(row) == kind for row in shown) for kind in kinds}
    ordered = sorted(kinds, key=lambda kind: (-seats[kind], kind[1]))
    marks = {kind: palette.mark(kind[0], kinds[kind]["standing_as"]) for kind in ordered}
    letters = _letters([marks[kind].label for kind in ordered])
    keys = {
        kind: _party_key(index, kind[1], seats[kind], (marks[kind], letters[index]))
        for index, kind in enumerate(ordered)
    }
    of_contest = {row["contest_id"]: _party_name(row, keys, gains=gains) for row in rows}
    return Legend((*keys.values(), *_rest(of_contest)), of_contest)


def _kind(row: Row) -> tuple[str | None, str]:
    return row["party_id"], row["party"]


def _party_key(index: int, party: str, seats: int, sign: tuple[Mark, str]) -> Key:
    mark, letter = sign
    said = f"{party} {words.count(seats)}"
    edges = (mark.outline_light, mark.outline_dark)
    return Key(f"p{index}", said, mark.fill, mark.fill, *edges, letter, AREAS[index % len(AREAS)])


def _party_name(row: Row, keys: dict[tuple[str | None, str], Key], *, gains: bool) -> str:
    if undecided(row) or (gains and row["held"] is None):
        return UNKNOWN.name
    return HELD.name if gains and row["held"] else keys[_kind(row)].name


def _letters(labels: list[str]) -> list[str]:
    """A letter for each party by its short name, the first not taken yet; two letters where all are."""
    taken: list[str] = []
    for label in labels:
        letters = [letter.upper() for letter in label if letter.isalpha()]
        pairs = [label[:2].upper(), *(f"{letters[0]}{other}" for other in letters[1:])]
        taken.append(next(sign for sign in (*letters, *pairs, label) if sign not in taken))
    return taken


def figure_legend(rows: list[Row], subject: Subject, absent: str) -> Legend:
    """A key for each class of a figure; `absent` says what a seat without one lacks, where that is known."""
    values = [row[subject.column] for row in rows if row[subject.column] is not None]
    classes = (diverging if subject.style in ("points", "swing") else sequential)(values) if values else ()
    keys = [_class_key(index, one, subject.style) for index, one in enumerate(classes)]
    of_contest = {row["contest_id"]: _class_name(row, subject, classes) for row in rows}
    shown = [key for key in keys if key.name in of_contest.values()]
    return Legend((*shown, *_rest(of_contest, absent)), of_contest)


def _class_key(index: int, one: Class, style: str) -> Key:
    tone: Tone = one.tone
    edges = (marked(tone.light, "").outline_light, marked(tone.dark, "").outline_dark)
    pattern = "stripes" if tone.striped else "plain"
    return Key(f"c{index}", class_words(one, style), tone.light, tone.dark, *edges, "", pattern)


def _class_name(row: Row, subject: Subject, classes: tuple[Class, ...]) -> str:
    value = row[subject.column]
    if value is not None:
        return f"c{next(index for index, one in enumerate(classes) if one.holds(value))}"
    lacks = row["party_state"] != "lumped" if subject.of_party else subject.style == "swing"
    return ABSENT.name if lacks else UNKNOWN.name


def _rest(of_contest: dict[str, str], absent: str = "") -> list[Key]:
    """The keys of what is no class and no party, those that a seat has."""
    used = set(of_contest.values())
    return [one for one in (HELD, ABSENT._replace(words=absent), UNKNOWN) if one.name in used]
