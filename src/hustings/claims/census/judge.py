"""Figures of who lives where held against the census: shares, counts, places among others, and populations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from hustings.claims.answer import Answer
from hustings.claims.census.answers import HOUSEHOLDS, Named, Spoken, spoken_in
from hustings.claims.census.cues import (
    AFTER,
    ANOTHER,
    BEFORE,
    CENSUS,
    COUNTED,
    EVERYBODY,
    HOME_TO,
    LIVE,
    MOVED,
    OF,
    OF_SOME,
    OTHER_PLACE,
    PARTED,
    PEOPLE,
    WIDER,
)
from hustings.claims.census.held import Held, People, Share
from hustings.claims.census.places import Here, Place, Stands, gazetteer_of, places_of
from hustings.claims.census.ranks import RANKED, rank_findings
from hustings.claims.finding import Finding
from hustings.claims.interval import Interval, interval
from hustings.claims.lexemes import Lexeme, Unit
from hustings.claims.matter import Findings, Matter, Matters
from hustings.claims.misprint import one_slip
from hustings.claims.verdict import Verdict

# The record is of seats as they have been since this day.
REDRAWN = date(2024, 5, 30)
# A smaller whole number is seldom one of people.
LEAST_PEOPLE = 1000


def census_findings(matters: Matters) -> Findings:
    """What is found of the figures of the census in a story, by where they stand."""
    blocks = [_speaks(block.text, figures) for block, figures in zip(matters.blocks, matters.figures, strict=True)]
    if not any(blocks):
        return {}
    gazetteer, held = gazetteer_of(matters.record), Held(matters.record)
    stands = [gazetteer.find(block.text, some) for block, some in zip(matters.blocks, matters.mentions, strict=True)]
    meant = [gazetteer.meant(block.text, some) for block, some in zip(matters.blocks, stands, strict=True)]
    said = False
    found: Findings = {}
    for matter in matters.all:
        number = matter.passage.number
        said |= bool(CENSUS.search(matter.passage.words))
        if ANOTHER.search(matter.passage.words):
            said = False
            continue
        if not blocks[number]:
            continue
        earlier = [one for some in meant[:number] for one in some]
        here = places_of(matter, meant[number], earlier)
        here = here._replace(sure=here.sure and said and _now(matters))
        if here.own or here.carried:
            asking = _Asking(held, matter, here)
            asking.hide(stands[number])
            found |= {**asking.figures(), **rank_findings(held, matter, here)}
    return found


def _speaks(text: str, figures: Iterable[Lexeme]) -> bool:
    """Whether words may speak of the census, with a figure that it may have."""
    if RANKED.search(text):
        return True
    counted = any(one.unit is Unit.PERCENT or (one.unit is Unit.COUNT and one.value >= LEAST_PEOPLE) for one in figures)
    return counted and bool(PEOPLE.search(text) or spoken_in(text))


def _now(matters: Matters) -> bool:
    """Whether the seats that a story speaks of are those of today."""
    day = matters.dated or matters.docket.main
    return day is None or day >= REDRAWN


class _Asking:
    """The figures of one sentence asked of one place, or of two of one name."""

    def __init__(self, held: Held, matter: Matter, here: Here) -> None:
        self.held, self.matter, self.here, self.sure = held, matter, here, here.sure
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
        counted = COUNTED.search(before) and EVERYBODY.match(after) and not self._answer(one)
        if whole and (counted or HOME_TO.search(before) or LIVE.match(after)):
            return self._people(one)
        if not (whole or one.unit is Unit.PERCENT) or MOVED.match(after):
            return None
        spoken = self._answer(one)
        if spoken is None or self._of_elsewhere(one, spoken) or OF_SOME.search(re.split(r"[.;]|,\s", after)[0]):
            return None
        return self._share(one, spoken.answer)

    def _of_elsewhere(self, one: Lexeme, spoken: Spoken) -> bool:
        """Whether the words about a figure name another place: a wider one, or one that the record does not have."""
        sentence = self.matter.passage.sentence
        text = list(self.text)
        for some in self.spoken:
            # Born in the United Kingdom is an answer, no place.
            text[some.start : some.end] = " " * (some.end - some.start)
        bare = "".join(text)
        since = max([sentence.start, *(other.end for other in self.matter.figures if other.end <= one.start)])
        until = max(one.end, spoken.end)
        clause = bare[since : one.start] + bare[one.end : until] + PARTED.split(bare[until : sentence.end])[0]
        return bool(WIDER.search(clause) or OTHER_PLACE.search(clause))

    def _places(self, one: Lexeme) -> tuple[Place, ...]:
        return self.here.of(one.start, self.matter.passage.words)

    def _answer(self, one: Lexeme) -> Spoken | None:
        """The answer that a figure is of: the one that follows it, else the one before it."""
        sentence = self.matter.passage.sentence
        here = [some for some in self.spoken if sentence.start <= some.start and some.end <= sentence.end]
        for some in here:
            between = self.text[one.end : some.start]
            if some.start >= one.end and AFTER.match(between):
                # Of 60% of Muslims it is not said here what they are.
                return None if OF.search(between) else some
        for some in reversed(here):
            if some.end <= one.start and BEFORE.match(self.text[some.end : one.start]):
                return some
        return None

    def _share(self, one: Lexeme, answer: Named) -> Finding | None:
        held = [(place, share) for place in self._places(one) if (share := self.held.share(place, answer))]
        within, reading = interval(one), self.matter.reading(one)
        for place, share in held:
            if within.holds(_value(share, one)):
                return Finding(reading, Verdict.CORRECT, "", answer=_told(place, answer, share, one))
        if not held:
            return None
        place, share = held[0]
        households = share.counted == "households" and not HOUSEHOLDS.search(self.matter.passage.words)
        if not self.sure or len(held) > 1 or households or _may_be(share, one):
            return Finding(reading, Verdict.CANNOT_TELL)
        right = _told(place, answer, share, one)
        code = "digits" if one_slip(one, f"{_value(share, one):.{max(0, one.decimals)}f}") else "figure"
        return Finding(reading, Verdict.WRONG, code, answer=right._replace(mend=_mend(one, _value(share, one))))

    def _people(self, one: Lexeme) -> Finding | None:
        held = [(place, some) for place in self._places(one) for some in self.held.people(place)]
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


def _may_be(share: Share, one: Lexeme) -> bool:
    """Whether a figure may be right of the place put together in another way, and is no slip of the keys."""
    percent = one.unit is Unit.PERCENT
    if not percent and (share.people is None or one.about or not int(one.value) % 1000):
        return True
    within, value = interval(one), _value(share, one)
    away = share.open * (100 if percent else (share.base or 0))
    printed = f"{value:.{max(0, one.decimals)}f}"
    swapped = one_slip(one, printed) and sorted(f"{one.value}") == sorted(printed)
    return within.least - away <= value <= within.most + away and not swapped


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
