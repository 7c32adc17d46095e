"""Parts of seats that others took: right only where the figure says by what it is measured."""

from __future__ import annotations

import re

from hustings.claims.catalogue.fact import Fact, Measure
from hustings.claims.docket import Docket
from hustings.claims.expected import Held
from hustings.claims.finding import Finding
from hustings.claims.interval import interval
from hustings.claims.reading import Reading
from hustings.claims.verdict import Verdict

# Words that name a measure. "Area" is none: it is said of a seat as often as of its land.
NAMED = {
    "addresses": re.compile(r"\b(?:address(?:es)?|homes|households|properties)\b", re.I),
    "population": re.compile(r"\b(?:population|people|residents|inhabitants|voters|electors|electorate)\b", re.I),
    "land": re.compile(r"\bland\b|\bsquare (?:miles|kilometres)\b", re.I),
}
# A figure this near to a measure, in points, is of that part, by it or by another way of measuring.
NEAR = 2.5
PARTS = (Measure.PART_OF_OLD, Measure.PART_OF_NEW)


def judge_part(reading: Reading, words: str, docket: Docket) -> Finding:
    """The verdict on a part of a seat: by a measure that its sentence names it is that, by none it is unstated."""
    parts = [Held(fact, fact.value * 100, "") for fact in _parts(reading, docket)]
    named = [basis for basis, pattern in NAMED.items() if pattern.search(words)]
    within = interval(reading.lexeme)
    fits = [one for one in parts if within.holds(one.value) and (not named or one.fact.basis in named)]
    if fits and named:
        return Finding(reading, Verdict.CORRECT, "", fits[0], None, tuple(fits[1:3]))
    printed = float(reading.lexeme.value)
    near = sorted(parts, key=lambda one: abs(one.value - printed))
    if not near or abs(near[0].value - printed) > NEAR:
        return Finding(reading, Verdict.CANNOT_TELL)
    one = near[0].fact
    same = [held for held in parts if (held.fact.against, held.fact.measure) == (one.against, one.measure)]
    if named:
        # Of the old and new seats of a sentence any two may be meant, and a part of one is no part of the other.
        return Finding(reading, Verdict.CANNOT_TELL)
    others = tuple(held for held in same if held is not near[0])
    return Finding(reading, Verdict.MISLEADING, "measure-unstated", near[0], None, others)


def _parts(reading: Reading, docket: Docket) -> list[Fact]:
    """The parts of old seats in the new ones that a sentence speaks of, or in the story's seat."""
    scopes = [*reading.contests, *reading.beside]
    seats = {docket.contests[key].seat for key in scopes}
    found = [fact for scope in scopes for measure in PARTS for fact in docket.of(scope, measure)]
    return [fact for fact in found if fact.against in docket.contests and docket.contests[fact.against].seat in seats]
