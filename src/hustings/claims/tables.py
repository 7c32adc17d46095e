"""The cells of tables: each figure is of its row, and is what its column's heading says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hustings.claims.block import Block, Kind, cut
from hustings.claims.contests import contests_of
from hustings.claims.docket import Docket
from hustings.claims.lexemes import Lexeme, Unit
from hustings.claims.names import Mention, Named
from hustings.claims.reading import TIMES, Reading
from hustings.claims.sentences import LONGEST, Span
from hustings.claims.topic import Told, Topic
from hustings.claims.when import When
from hustings.claims.who import Subject

# What headings of columns, and labels of rows that are of nobody, say their figures are; the first that fits holds.
HEADINGS = (
    (Topic.OUTSIDE, re.compile(r"\b(?:population|census|age|spend|cost|odds|poll of|forecast|prediction)\b", re.I)),
    (Topic.SWING, re.compile(r"\bswing\b", re.I)),
    (Topic.INVALID, re.compile(r"\b(?:rejected|spoil(?:ed|t)|invalid)\b", re.I)),
    (Topic.VALID, re.compile(r"\b(?:valid|total) votes?\b|\bvotes cast\b|^total$", re.I)),
    (Topic.ELECTORATE, re.compile(r"\b(?:electorate|electors|registered)\b", re.I)),
    (Topic.TURNOUT, re.compile(r"\bturn-?out\b", re.I)),
    (Topic.MAJORITY, re.compile(r"\b(?:majority|margin)\b", re.I)),
    (Topic.SHARE_CHANGE, re.compile(r"\b(?:change|chg)\b|\+/-|\N{PLUS-MINUS SIGN}", re.I)),
    (Topic.SEATS, re.compile(r"\b(?:seats|MPs)\b", re.I)),
    (Topic.SHARE, re.compile(r"%|\bshare\b|\bper ?cent\b|\bpc\b", re.I)),
    (Topic.VOTES, re.compile(r"\bvotes?\b|\bpolled\b|\btotal\b", re.I)),
    (Topic.PLACE, re.compile(r"\b(?:place|position|rank|pos)\b", re.I)),
)
IN_PARTS: dict[Topic | None, Unit] = {
    Topic.SHARE: Unit.PERCENT,
    Topic.TURNOUT: Unit.PERCENT,
    Topic.SHARE_CHANGE: Unit.POINTS,
    Topic.SWING: Unit.POINTS,
}
YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
PARTS = (Unit.PERCENT, Unit.POINTS)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its words that are no figures, whom it is of, all columns' headings, where it is of.

    `seat` and `place` are those that it names, blank and None for none; `about` the seat its story is of.
    """

    label: str
    subjects: tuple[Subject, ...]
    headings: dict[int, str]
    seat: str
    place: str | None
    about: str


def table_readings(
    blocks: Sequence[Block], mentions: Sequence[list[Mention]], figures: Sequence[list[Lexeme]], docket: Docket
) -> Iterator[Reading]:
    """Every figure of the tables of a story, in the order they stand; a row of headings has none."""
    rows: dict[tuple[int, int], list[int]] = defaultdict(list)
    headings: dict[int, dict[int, str]] = defaultdict(dict)
    across: dict[tuple[int, int], list[Mention]] = {}
    seats: dict[int, str] = {}
    seat = next(iter(docket.of_seat), "")
    for number, one in enumerate(blocks):
        if one.kind is not Kind.CELL:
            named = [name.name for name in mentions[number] if name.kind is Named.SEAT and name.name in docket.of_seat]
            seat = named[-1] if named else seat
            continue
        seats.setdefault(one.table, seat)
        rows[one.table, one.row].append(number)
        if one.row == 0:
            headings[one.table][one.column] = one.text
            across[one.table, one.column] = mentions[number]
    for (table, place), cells in rows.items():
        label = " ".join(blocks[cell].text for cell in cells if not figures[cell])[:LONGEST]
        row = _row(label, [one for cell in cells for one in mentions[cell]], headings[table], seats[table], docket)
        for cell in cells if place else ():
            for lexeme in figures[cell]:
                if lexeme.unit not in TIMES:
                    whom = _row(label, across.get((table, blocks[cell].column), []), {}, "", docket).subjects
                    yield _cell(
                        cell, blocks[cell], lexeme, row if row.subjects else replace(row, subjects=whom), docket
                    )


def _row(label: str, whom: list[Mention], headings: dict[int, str], about: str, docket: Docket) -> Row:
    seat = next((one.name for one in whom if one.kind is Named.SEAT and one.name in docket.of_seat), "")
    place = next((one.keys[0] for one in whom if one.kind is Named.PLACE), None)
    return Row(label, _subjects(whom), headings, seat, place, about)


def _subjects(whom: Sequence[Mention]) -> tuple[Subject, ...]:
    people = [one for one in whom if one.kind is Named.PERSON] or [one for one in whom if one.kind is Named.PARTY]
    return tuple(Subject(one, True) for one in people[:1])


def _cell(number: int, block: Block, lexeme: Lexeme, row: Row, docket: Docket) -> Reading:
    heading = row.headings.get(block.column, "")
    year = YEAR.search(heading) or YEAR.search(row.label)
    timed = When((int(year[1]),) if year else (), bool(year), False, None)
    topic = _topic(heading, row.label, lexeme, somebody=bool(row.subjects))
    if unit := IN_PARTS.get(topic):
        # A table's heading says the unit, and a change in a table is in points whatever its sign.
        lexeme = lexeme._replace(unit=unit)
    return Reading(
        block=number,
        lexeme=lexeme,
        sentence=next(Span(*part) for part in cut(block.text, LONGEST) if lexeme.start < part[1]),
        told=Told(topic, lexeme.sign if topic is Topic.SHARE_CHANGE else 0),
        seat_near=True,
        when=timed,
        subjects=row.subjects,
        contests=contests_of("", row.seat or row.about, timed, row.subjects, docket),
        place=row.place if row.place and not row.seat else "" if topic is Topic.SEATS else None,
        seat_said=bool(row.seat),
        table=True,
    )


def _topic(heading: str, label: str, lexeme: Lexeme, *, somebody: bool) -> Topic | None:
    """What a cell is of: as its row is labelled where that is of nobody, else as its column is headed."""
    part = lexeme.unit in PARTS
    for words in ("" if somebody else label, heading):
        for topic, pattern in HEADINGS:
            if words and pattern.search(words):
                # Both may stand under one heading: 15,896 (34.1%).
                if topic in (Topic.VOTES, Topic.SHARE):
                    return Topic.SHARE if part or (topic is Topic.SHARE and lexeme.decimals) else Topic.VOTES
                return topic
    if not somebody:
        return None
    if lexeme.sign and (part or lexeme.decimals):
        return Topic.SHARE_CHANGE
    return Topic.SHARE if part else Topic.VOTES
