"""Figures of Commons divisions held against the counts that were announced, and those of the members named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hustings.claims.answer import Answer
from hustings.claims.divisions.house import Division, benches, divisions_of
from hustings.claims.divisions.roles import ELSEWHERE, HOUSE, VOTED, Counted, Role, counted, groups
from hustings.claims.divisions.which import ANOTHER, Meant, may_be_of, meant
from hustings.claims.finding import Finding
from hustings.claims.interval import interval
from hustings.claims.lexemes import Lexeme
from hustings.claims.matter import Findings, Matter, Matters
from hustings.claims.misprint import one_slip
from hustings.claims.verdict import Verdict

OTHER = {"aye": "no", "no": "aye"}
CALLED = {"aye": "ayes", "no": "noes"}
HOW = {"announced": "as announced", "by name": "by the names listed, tellers aside"}
SIDES = {Role.AYE: "aye", Role.NO: "no"}
VOTED_ON = re.compile(
    r"\b(?:voted|vote|division|rejected|defeated|passed|backed|approved)\b(?:(?!\b(?:will|return\w*|again|debat\w*|who)\b)[^.;,])"
    r"{0,60}\bon\s+$",
    re.I,
)
ON = re.compile(r"(?:On\s+)?")
# A division after midnight is under the day on which the sitting began.
AFTER_MIDNIGHT = 1


def division_findings(matters: Matters) -> Findings:
    """What is found of the figures of divisions in a story, by where they stand."""
    if not (matters.speak_of(HOUSE) and matters.speak_of(VOTED)):
        return {}
    spoken = [(one, counted(one)) for one in matters.all if VOTED.search(one.passage.words)]
    spoken = [(one, figures) for one, figures in spoken if figures and not ELSEWHERE.search(one.passage.words)]
    if not spoken:
        return {}
    house = divisions_of(matters.record)
    told = [
        (one, group, meant(one, group, matters, house)) for one, figures in spoken for group in groups(figures) if group
    ]
    found: Findings = {}
    for matter, group, here in told:
        if here:
            found |= {**_counts(matter, group, here, own=True), **_party_figures(matters, matter, group, here)}
            found |= _days(matters, matter, here)
            continue
        for other in _said_elsewhere(matter, told):
            # No counts of its own tie a sentence to a division: its counts may be of another, and are never wrong.
            counts = _counts(matter, group, other, own=False)
            found = _decided({**counts, **_party_figures(matters, matter, group, other)}) | found
    return found


def _said_elsewhere(matter: Matter, told: Sequence[tuple[Matter, list[Counted], Meant | None]]) -> list[Meant]:
    """The divisions that a sentence which names none may be of: its paragraph's only one, else any."""
    near = {one for other, _, one in told if one and other.passage.number == matter.passage.number}
    every = {one for _, _, one in told if one}
    near, every = ({one for one in some if may_be_of(matter, one.division)} for some in (near, every))
    if len(near) == 1:
        (one,) = near
        return [one._replace(sure=one.sure and not ANOTHER.search(matter.passage.words))]
    return [one._replace(sure=False) for one in sorted(near or every)]


def _decided(findings: Findings) -> Findings:
    return {place: one for place, one in findings.items() if one.verdict is not Verdict.CANNOT_TELL}


def _counts(matter: Matter, figures: Sequence[Counted], here: Meant, *, own: bool) -> Findings:
    """The counts and majorities of a sentence."""
    sides = [one for one in figures if one.role in (Role.PAIR, Role.AYE, Role.NO)]
    pairs = [one for one in sides if one.role is Role.PAIR]
    fits = [one for one in sides if here.division.sides_of(int(one.lexeme.value))]
    found: Findings = {}
    for one in sides:
        side = SIDES.get(one.role) or _side_of(one, pairs, here.division)
        found |= _kept(matter, one.lexeme, _count(one, side, here, known=own and bool(fits)))
    for one in figures:
        if one.role is Role.MAJORITY:
            # With counts that are of another vote goes a majority of that.
            sure = here.sure and (own or not sides)
            found |= _kept(matter, one.lexeme, _majority(one.lexeme, here._replace(sure=sure)))
    return found


def _side_of(one: Counted, pairs: Sequence[Counted], division: Division) -> str:
    """Which side one of two counts is: its own, or what the other leaves."""
    if own := division.sides_of(int(one.lexeme.value)):
        return min(own)
    others = {side for other in pairs if other is not one for side in division.sides_of(int(other.lexeme.value))}
    return OTHER[min(others)] if len(others) == 1 else ""


Said = tuple[Verdict, str, Answer | None]
UNKNOWN: Said = (Verdict.CANNOT_TELL, "", None)


def _kept(matter: Matter, lexeme: Lexeme, said: Said) -> Findings:
    verdict, code, answer = said
    return {matter.place(lexeme): Finding(matter.reading(lexeme), verdict, code, answer=answer)}


def _count(one: Counted, side: str, here: Meant, *, known: bool) -> Said:
    """One side's count: right as announced or by name; of the other side, or nothing, wrong where no doubt is left."""
    division, within = here.division, interval(one.lexeme)
    if not side:
        return UNKNOWN
    for how, counts in (("announced", division.announced), ("by name", division.named)):
        if side in counts and within.holds(counts[side]):
            return Verdict.CORRECT, "", _answer(division, side, how)
    right = _answer(division, side, "announced")
    if within.holds(division.announced[OTHER[side]]) or within.holds(division.named.get(OTHER[side], -1)):
        # For and against may be for and against something else than the motion: only ayes and noes are plain.
        return (Verdict.WRONG, "wrong-side", right) if one.sure and known else UNKNOWN
    if not (here.sure and known):
        return UNKNOWN
    return (
        Verdict.WRONG,
        _code(one.lexeme, division.announced[side]),
        right._replace(mend=_mend(one.lexeme, division.announced[side])),
    )


def _majority(lexeme: Lexeme, here: Meant) -> Said:
    division, within = here.division, interval(lexeme)
    for how, votes in division.majorities().items():
        if within.holds(votes):
            return Verdict.CORRECT, "", _by_how_many(division, how)
    if not here.sure:
        return UNKNOWN
    votes = division.majorities()["announced"]
    right = _by_how_many(division, "announced")._replace(mend=_mend(lexeme, votes))
    return Verdict.WRONG, _code(lexeme, votes), right


def _party_figures(matters: Matters, matter: Matter, figures: Sequence[Counted], here: Meant) -> Findings:
    """How many of a party voted, or rebelled, where the record has the names."""
    found: Findings = {}
    for one in figures:
        if one.role is Role.BENCHES and one.party is not None:
            found |= _kept(matter, one.lexeme, _of_party(matters, one, here))
    return found


def _of_party(matters: Matters, one: Counted, here: Meant) -> Said:
    division = here.division
    held = benches(matters.record, division, one.party.keys) if one.party else None
    if held is None or one.party is None:
        return UNKNOWN
    counts = {"aye": (held.ayes, held.told_ayes), "no": (held.noes, held.told_noes), "": (held.against,)}
    told = {
        "aye": f"{one.party.name} ayes by name",
        "no": f"{one.party.name} noes by name",
        "": f"{one.party.name} members who voted against most of their party, or where most of it did not vote",
    }
    within = interval(one.lexeme)
    own = counts.get(one.did, ())
    for side in dict.fromkeys([one.did, "", "aye", "no"]):
        if side in counts and any(within.holds(count) for count in counts[side]):
            right = next(count for count in counts[side] if within.holds(count))
            if side == one.did or one.did in ("", "unsaid"):
                return Verdict.CORRECT, "", _named(division, told[side], right)
            return UNKNOWN
    if not own or not any(own) or not here.sure:
        return UNKNOWN
    right = own[0]
    return (
        Verdict.WRONG,
        _code(one.lexeme, right),
        _named(division, told[one.did], right)._replace(mend=_mend(one.lexeme, right)),
    )


def _days(matters: Matters, matter: Matter, here: Meant) -> Findings:
    """The day that a sentence says the division was on, where its counts say which division it is."""
    found: Findings = {}
    for one in matter.figures:
        day = matters.day(one)
        if day is None or not int(one.value) // 10_000:
            continue
        voted = VOTED_ON.search(matter.before(one)) or (
            ON.fullmatch(matter.before(one)) and VOTED.search(matter.after(one))
        )
        on = here.division.divided_on
        answer = Answer(f"day of the division, {_title(here.division)}", _day(on), "", *_row(here.division))
        if day == on:
            found |= _kept(matter, one, (Verdict.CORRECT, "", answer))
        elif voted and here.sure and abs((day - on).days) > AFTER_MIDNIGHT:
            found |= _kept(matter, one, (Verdict.WRONG, "date", answer))
    return found


def _answer(division: Division, side: str, how: str) -> Answer:
    counts = division.named if how == "by name" else division.announced
    others = tuple(_otherwise(division, side, how))
    return Answer(f"{CALLED[side]} {HOW[how]}, {_of(division)}", f"{counts[side]:,}", "", *_row(division), others)


def _otherwise(division: Division, side: str, how: str) -> Iterator[str]:
    for other, counts in (("announced", division.announced), ("by name", division.named)):
        if (
            other != how
            and side in counts
            and counts[side] != (division.named if how == "by name" else division.announced)[side]
        ):
            yield f"{counts[side]:,}: {CALLED[side]} {HOW[other]}"


def _by_how_many(division: Division, how: str) -> Answer:
    counts = division.named if how == "by name" else division.announced
    most, least = sorted(counts.values(), reverse=True)
    others = tuple(
        f"{votes:,}: majority {HOW[other]}"
        for other, votes in division.majorities().items()
        if other != how and votes != most - least
    )
    return Answer(
        f"majority {HOW[how]}, {_of(division)}",
        f"{most - least:,}",
        f"{most:,} less {least:,}",
        *_row(division),
        others,
    )


def _named(division: Division, told: str, count: int) -> Answer:
    return Answer(f"{told}, {_of(division)}", f"{count:,}", "", *_row(division))


def _of(division: Division) -> str:
    return f"{_title(division)}, division {division.number} of {_day(division.divided_on)}"


def _title(division: Division) -> str:
    return division.title


def _row(division: Division) -> tuple[str, str]:
    return f"division {division.division_id}", division.source_id


def _day(day: object) -> str:
    return f"{day.day} {day:%B} {day.year}"  # type: ignore[attr-defined]


def _code(lexeme: Lexeme, right: int) -> str:
    return "digits" if one_slip(lexeme, str(right)) else "figure"


def _mend(lexeme: Lexeme, right: int) -> str:
    """The right count in the form of the printed one; none where it is approximate or in words."""
    if lexeme.about or not lexeme.text[0].isdigit():
        return ""
    return re.sub(r"^[\d,]+", f"{right:,}", lexeme.text)
