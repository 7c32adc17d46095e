"""Which election a figure is of: a year beside it, words that mean the one before, or the poll the story is of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from hustings.claims.lexemes import Lexeme, Unit
from hustings.claims.sentences import Span, said_about

SOME = r"(?:a|an|just|only|about|around|nearly|almost|over|under|some|more|less|than|the|its|her|his)"
# A year after these is what something is compared with, not what it is of.
COMPARED = re.compile(
    r"\b(?:since|on|than|from|against|over|compared (?:with|to)|until|before|between|versus|vs)\s+(?:in\s+|"
    r"at\s+)?(?:the\s+|its\s+|her\s+|his\s+|their\s+)?"
    r"(?:(?:last|previous|general|notional|election|result|figure|total|share|poll|declared|snap|december|june|may|"
    r"july)\s+)*(?:in\s+|of\s+|at\s+)?$",
    re.I,
)
DIRECTLY = re.compile(
    r"^(?:(?!since|than|compared|from|against|over|on the|on her|on his|on its)[^,.;:\d]){0,34}?\b(?:in|at|for|"
    r"of)\s+(?:the\s+)?(?:\w+\s+)?$",
    re.I,
)
BEFORE = re.compile(
    r"\b(?:last time|previous(?:ly)?|at the last|in the last|last (?:general )?election|five years (?:ago|earlier|"
    r"before)|"
    r"four years (?:ago|earlier)|two years (?:ago|earlier)|overturn(?:ed|ing|s)?|defend(?:ed|ing|s)?|used to|"
    r"had been|notional)\b",
    re.I,
)
# Of the poll before, though something is compared with it: less than in the previous election, which saw 68.7%.
THEN = re.compile(r"^[^.;\d]*\b(?:which|when|where|that)\b")
# Levels of a change: from one, of the poll before, to another, of this one.
FROM = re.compile(rf"\bfrom\s+(?:{SOME}\s+)*$", re.I)
TO = re.compile(rf"\bfrom\s(?:[^.;]|\.\d)*\d(?:[^.;]|\.\d)*\bto\s+(?:{SOME}\s+)*$", re.I)
AND_TO = re.compile(r"^[^.;]{0,40}?\bto\s+(?:\w+\s+){0,4}\d")
# Between a figure and a year these tell that the year is of another.
AWAY = re.compile(r",\s|;|\b(?:against|compared|than|from|after|down|up|and|but)\b", re.I)
# Another time than the poll's is about, though no year is named.
AT_ANOTHER_TIME = re.compile(
    r"\b(?:ago|earlier|later|before|previous(?:ly)?|last (?:time|returned|won|held|general|election|contest|"
    r"fought)|years on|"
    r"by then|since then|formerly|old (?:seat|lines|boundaries)|first (?:won|elected|stood)|had (?:been|won|taken|"
    r"had|polled|held|reached|"
    r"stood)|used to|once|next|again|decade|century|by-elections?)\b",
    re.I,
)
# A year right after a figure is that figure's: 1,044 in 2024.
ANOTHERS = re.compile(r"\d(?:\s?%|\s?per cent|\s?pc)?(?: votes| of the vote)? (?:in|at|of) (?:the )?$")
# After a figure: 69 per cent then, 25.3 per cent now.
THEN_AFTER = re.compile(r"\s*(?:of the vote\s+)?(?:then|in those days|at the time)\b")
NEAR = 70
# The time that the sentence before spoke of.
THAT = re.compile(
    r"\b(?:that (?:year|time|election|contest|poll|night)|then (?:was|had|stood)|(?:was|were|stood) then)\b", re.I
)
# Between a year and a figure that is of it, and of nothing else: in 2019 of 10,235.
RIGHT_AFTER = re.compile(r"\s*(?:of|was|were|by|at|to|with|:|,)?\s*(?:just|only|a|an)?\s*")
# A figure before a year: the year may be its own alone.
FIGURES = re.compile(r"\d[\d,.]*\s?(?:%|per cent|pc\b|votes)|\d,\d{3}")
NOW = re.compile(
    r"\b(?:this time|this year|today|yesterday|last night|on thursday|tonight|now|this morning|this week)\b", re.I
)


class When(NamedTuple):
    """The years a figure may be of; `said` where the sentence names one; `against` the year it is compared with.

    `before` is whether the words mean the poll before; `sure` whether nothing else in the sentence may be meant.
    """

    years: tuple[int, ...]
    said: bool
    before: bool
    against: int | None
    sure: bool = True


def years_in(lexemes: Sequence[Lexeme]) -> list[tuple[Span, int]]:
    """The years that some figures of a text name, each with its place."""
    found = []
    for one in lexemes:
        if one.unit is Unit.YEAR:
            found.append((Span(one.start, one.end), int(one.value)))
        elif one.unit is Unit.DATE and one.value >= 10_000_000:
            found.append((Span(one.start, one.end), int(one.value) // 10_000))
    return found


def when(text: str, sentence: Span, figure: Span, years: Sequence[tuple[Span, int]], carried: int | None) -> When:
    """The election a figure is of, as far as its sentence and the year carried from the one before tell."""
    here = [(place, year) for place, year in years if sentence.start <= place.start < sentence.end]
    compared = [year for place, year in here if _compared(text, sentence, place) and not _directly(text, figure, place)]
    against = compared[-1] if compared else None
    for place, year in here:
        if place.start >= figure.end and _directly(text, figure, place):
            return When((year,), True, False, against, True)
    before = text[sentence.start : figure.start]
    if TO.search(before):
        return When((), False, False, against)
    of = [
        (place, year)
        for place, year in here
        if not _compared(text, sentence, place) and not ANOTHERS.search(text[sentence.start : place.start])
    ]
    earlier = [year for place, year in of if place.end <= figure.start]
    before_words = text[max(sentence.start, figure.start - 70) : figure.start]
    back = (
        _back(text, sentence, figure)
        or bool(THEN_AFTER.match(text[figure.end : sentence.end]))
        or bool(FROM.search(before) and AND_TO.match(text[figure.end : sentence.end]))
    )
    if earlier and not (NOW.search(before_words) and not back):
        nearest = max(place for place, _ in of if place.end <= figure.start)
        return When((earlier[-1],), True, back, against, _alone(text, sentence, figure, nearest))
    if back or NOW.search(before_words):
        return When((), False, back, against)
    that = bool(carried and not of and THAT.search(before))
    later = [year for place, year in of if not AWAY.search(text[figure.end : place.start])]
    if later:
        return When((later[0],), True, False, against)
    # A year of the sentences before holds where the paragraph names no other.
    sure = that or (
        not of and (not carried or {year for place, year in years if not _in_passing(text, place)} == {carried})
    )
    return When((carried,) if carried else (), that, False, against, sure)


def left_behind(text: str, sentence: Span, years: Sequence[tuple[Span, int]]) -> int | None:
    """The year that a sentence leaves for those after it: its last, but for what is compared or said in passing."""
    here = [
        year
        for place, year in years
        if sentence.start <= place.start < sentence.end and not _in_passing(text, place, sentence.start)
    ]
    return here[-1] if here else None


def _in_passing(text: str, year: Span, start: int = 0) -> bool:
    """Whether a year is what something is compared with, or stands in a clause about somebody: , who won in 2010,"""
    before = text[max(start, year.start - PASSING) : year.start]
    return bool(COMPARED.search(before) or RELATIVE.search(before))


# A clause about somebody or something, still open at the end.
RELATIVE = re.compile(r",\s+(?:who|whom|whose|which|where)\b[^,.;]*$")
PASSING = 120


def _alone(text: str, sentence: Span, figure: Span, year: Span) -> bool:
    """Whether a year before a figure is the figure's: no other figure's before it, nor another time's after it."""
    start = said_about(text, sentence, figure).start
    return bool(RIGHT_AFTER.fullmatch(text[year.end : figure.start])) or not (
        FIGURES.search(text[min(start, year.start) : year.start])
        or AT_ANOTHER_TIME.search(text[year.end : figure.start])
    )


def _compared(text: str, sentence: Span, year: Span) -> bool:
    return bool(COMPARED.search(text[sentence.start : year.start]))


def _back(text: str, sentence: Span, figure: Span) -> bool:
    """Whether words near a figure say that it is of the poll before; what it is compared with does not."""
    start, end = max(sentence.start, figure.start - NEAR), min(sentence.end, figure.end + NEAR // 2)
    return any(
        not figure.start <= found.start() < figure.end
        and (not COMPARED.search(text[sentence.start : found.start()]) or THEN.match(text[found.end() : figure.start]))
        for found in BEFORE.finditer(text, start, end)
    )


def _directly(text: str, figure: Span, year: Span) -> bool:
    return year.start >= figure.end and bool(DIRECTLY.match(text[figure.end : year.start]))
