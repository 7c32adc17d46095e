"""Figures of who lives where held against the census: shares, counts, places among others, and populations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from hustings.claims.answer import Answer
from hustings.claims.census.answers import HOUSEHOLDS, Named, Spoken, spoken_in
from hustings.claims.census.cues import AFTER, ANOTHER, BEFORE, CENSUS, HOME_TO, LIVE, MOVED, OF_SOME, PEOPLE
from hustings.claims.census.held import People, Share, people_of, share_of
from hustings.claims.census.places import Gazetteer, Place, Stands, place_of
from hustings.claims.census.ranks import rank_findings
from hustings.claims.finding import Finding
from hustings.claims.interval import Interval, interval
from hustings.claims.lexemes import Lexeme, Unit
from hustings.claims.matter import Findings, Matter, Matters
from hustings.claims.misprint import one_slip
from hustings.claims.verdict import Verdict

if TYPE_CHECKING:
    from hustings.record.open import Record

# The record is of seats as they have been since this day.
REDRAWN = date(2024, 5, 30)
# A smaller whole number is seldom one of people.
LEAST_PEOPLE = 1000


def census_findings(matters: Matters) -> Findings:
    """What is found of the figures of the census in a story, by where they stand."""
    blocks = [bool(spoken_in(block.text) or PEOPLE.search(block.text)) for block in matters.blocks]
    if not any(blocks):
        return {}
    gazetteer = Gazetteer(matters.record)
    stands = [gazetteer.find(block.text, some) for block, some in zip(matters.blocks, matters.mentions, strict=True)]
    said = False
    found: Findings = {}
    for matter in matters.all:
        number = matter.passage.number
        said |= bool(CENSUS.search(matter.passage.words))
        if not blocks[number] or ANOTHER.search(matter.passage.words):
            continue
        earlier = [one for some in stands[:number] for one in some]
        places, sure = place_of(matter, stands[number], earlier)
        if places:
            firm = sure and said and _now(matters)
            asking = _Asking(matters.record, matter, places, sure=firm)
            asking.hide(stands[number])
            found |= {**asking.figures(), **rank_findings(matters, matter, places, sure=firm)}
    return found


def _now(matters: Matters) -> bool:
    """Whether the seats that a story speaks of are those of today."""
    day = matters.dated or matters.docket.main
    return day is None or day >= REDRAWN


class _Asking:
    """The figures of one sentence asked of one place, or of two of one name."""

    def __init__(self, record: Record, matter: Matter, places: tuple[Place, ...], *, sure: bool) -> None:
        self.record, self.matter, self.places, self.sure = record, matter, places, sure
        self.text = matter.passage.block.text
        self.spoken: list[Spoken] = []

    def hide(self, stands: Iterable[Stands]) -> None:
        """Leave out what places are called: their names are no words between a figure and what it is of."""
        text = list(self.text)
        for one in stands:
            text[one.start : one.end] = " " * (one.end - one.start)
        self.text = "".join(text)
        self.spoken = spoken_in(self.text)

    def figures(self) -> Findings:
        """What is found of each figure that is of an answer, or of how many people there are."""
        found: Findings = {}
        for one in self.matter.figures:
            told = self._figure(one)
            if told is not None:
                found[self.matter.place(one)] = told
        return found

    def _figure(self, one: Lexeme) -> Finding | None:
        sentence = self.matter.passage.sentence
        before, after = self.text[sentence.start : one.start], self.text[one.end : sentence.end]
        whole = one.unit is Unit.COUNT and one.value >= LEAST_PEOPLE
        if whole and (HOME_TO.search(before) or LIVE.match(after)):
            return self._people(one)
        if not (whole or one.unit is Unit.PERCENT) or MOVED.match(after):
            return None
        spoken = self._answer(one)
        if spoken is None or OF_SOME.search(re.split(r"[.;]|,\s", after)[0]):
            return None
        return self._share(one, spoken.answer)

    def _answer(self, one: Lexeme) -> Spoken | None:
        """The answer that a figure is of: the one that follows it, else the one before it."""
        sentence = self.matter.passage.sentence
        here = [some for some in self.spoken if sentence.start <= some.start and some.end <= sentence.end]
        for some in here:
            if some.start >= one.end and AFTER.match(self.text[one.end : some.start]):
                return some
        for some in reversed(here):
            if some.end <= one.start and BEFORE.match(self.text[some.end : one.start]):
                return some
        return None

    def _share(self, one: Lexeme, answer: Named) -> Finding | None:
        held = [(place, share) for place in self.places if (share := share_of(self.record, place, answer))]
        within, reading = interval(one), self.matter.reading(one)
        for place, share in held:
            if within.holds(_value(share, one)):
                return Finding(reading, Verdict.CORRECT, "", answer=_told(place, answer, share, one))
        if not held:
            return None
        place, share = held[0]
        households = share.counted == "households" and not HOUSEHOLDS.search(self.matter.passage.words)
        if not self.sure or len(held) > 1 or households or _may_be(share, within, one):
            return Finding(reading, Verdict.CANNOT_TELL)
        right = _told(place, answer, share, one)
        code = "digits" if one_slip(one, f"{_value(share, one):.{max(0, one.decimals)}f}") else "figure"
        return Finding(reading, Verdict.WRONG, code, answer=right._replace(mend=_mend(one, _value(share, one))))

    def _people(self, one: Lexeme) -> Finding | None:
        held = [(place, some) for place in self.places for some in people_of(self.record, place)]
        within, reading = _rounded(one), self.matter.reading(one)
        for place, some in held:
            if within.holds(some.people):
                return Finding(reading, Verdict.CORRECT, "", answer=_of_people(place, some))
        for place, some in held:
            # An estimate of another year may be meant, so only a figure printed to the last digit is a slip.
            if self.sure and some.exact and int(one.value) % 100 and one_slip(one, str(some.people)):
                answer = _of_people(place, some)._replace(mend=_mend(one, some.people))
                return Finding(reading, Verdict.WRONG, "digits", answer=answer)
        return Finding(reading, Verdict.CANNOT_TELL) if held else None


def _value(share: Share, one: Lexeme) -> float:
    """A share as a figure prints it: in per cent, or as how many."""
    if one.unit is Unit.PERCENT:
        return share.share * 100
    return float(share.people or 0)


def _may_be(share: Share, within: Interval, one: Lexeme) -> bool:
    """Whether a figure may be right of the place put together in another way."""
    away = share.open * (100 if one.unit is Unit.PERCENT else (share.base or 0))
    value = _value(share, one)
    if one.unit is not Unit.PERCENT and (share.people is None or within.least != within.most):
        return True
    return within.least - away <= value <= within.most + away


def _rounded(one: Lexeme) -> Interval:
    """What a number of people may stand for: one that ends in noughts is rounded to them."""
    within = interval(one)
    printed = str(int(one.value))
    noughts = len(printed) - len(printed.rstrip("0"))
    half = 0.5 * 10**noughts if noughts >= len("000") and within.least == within.most else 0.0
    return Interval(within.least - half, within.most + half)


def _told(place: Place, answer: Named, share: Share, one: Lexeme) -> Answer:
    percent = one.unit is Unit.PERCENT
    decimals = max(1, one.decimals)
    right = f"{share.share * 100:.{decimals}f}%" if percent else f"{share.people:,}"
    formula = f"{share.people:,} of {share.base:,} {share.counted}" if share.base and share.people is not None else ""
    estimate = ", an estimate where small areas lie in two seats" if share.open and share.base else ""
    what = f"share of {share.counted}" if percent else share.counted
    read_as = f"{answer.called}, {what}, {_where(place)}, census of {share.census}{estimate}"
    return Answer(read_as, right, formula, f"{place.kind} {place.area_id}", share.source_id)


def _of_people(place: Place, some: People) -> Answer:
    return Answer(
        f"{some.told}, {_where(place)}", f"{some.people:,}", "", f"{place.kind} {place.area_id}", some.source_id
    )


def _where(place: Place) -> str:
    return f"{place.name} (boundaries of 2024)" if place.kind == "constituency" else f"{place.name} (local authority)"


def _mend(one: Lexeme, right: float) -> str:
    """The right figure in the form of the printed one; none where it is approximate or in words."""
    if one.about or not one.text[0].isdigit():
        return ""
    return re.sub(r"^[\d,.]+", f"{right:,.{max(0, one.decimals)}f}", one.text)
