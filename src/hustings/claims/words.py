"""Facts in words: what a figure is of, how it is worked out, and the figure as a story would print it."""

from __future__ import annotations

from hustings.claims.catalogue.contest import Contest
from hustings.claims.catalogue.fact import Fact, Measure
from hustings.claims.docket import Docket
from hustings.claims.expected import FRACTIONS, IN_POINTS, RELATIVE, Held
from hustings.claims.lexemes import Lexeme, Unit

MINUS = "\N{MINUS SIGN}"
BASES = {
    "votes": "by votes",
    "seats": "by seats",
    "valid votes": "of valid votes",
    "all ballots": "of all ballots, rejected papers too",
    "as published": "as published",
} | {name: f"by {name}" for name in ("addresses", "population", "land")}
CALLED = {
    Measure.VOTES: "votes",
    Measure.SHARE: "share of the vote",
    Measure.PLACE: "place",
    Measure.MAJORITY: "majority in votes",
    Measure.MAJORITY_SHARE: "majority as a part of the valid votes",
    Measure.TURNOUT: "turnout",
    Measure.ELECTORATE: "electorate",
    Measure.VALID_VOTES: "valid votes",
    Measure.INVALID_VOTES: "rejected papers",
    Measure.BALLOTS: "all ballots",
    Measure.CANDIDATES: "candidates",
    Measure.SHARE_CHANGE: "change of share, in percentage points",
    Measure.SHARE_RELATIVE: "change of share, in per cent of what it was",
    Measure.VOTES_CHANGE: "change of votes",
    Measure.VOTES_RELATIVE: "change of votes, in per cent of what they were",
    Measure.MAJORITY_CHANGE: "change of the majority, in votes",
    Measure.MAJORITY_RELATIVE: "change of the majority, in per cent of what it was",
    Measure.MAJORITY_SHARE_CHANGE: "change of the majority as a part of the votes, in percentage points",
    Measure.TURNOUT_CHANGE: "change of turnout, in percentage points",
    Measure.TURNOUT_RELATIVE: "change of turnout, in per cent of what it was",
    Measure.PART_OF_OLD: "part of the old seat",
    Measure.PART_OF_NEW: "part of the new seat",
    Measure.SWING: "Butler swing to the winner from the second",
    Measure.SEATS: "seats",
    Measure.CONTESTED: "candidates",
    Measure.SEATS_IN_ALL: "seats in all",
    Measure.SEATS_CHANGE: "change of seats",
    Measure.SECOND_PREFERENCES: "second preferences received",
}
# How each measure is worked out of its two operands.
FORMULAS = {
    Measure.SHARE: "{first} of {second} valid votes",
    Measure.MAJORITY: "{first} less {second}",
    Measure.MAJORITY_SHARE: "{first} of {second} valid votes",
    Measure.TURNOUT: "{first} of an electorate of {second}",
    Measure.VOTES: "{first} less {second}",
}
LESS = {Measure.VOTES_CHANGE, Measure.MAJORITY_CHANGE, Measure.SEATS_CHANGE}
ORDINALS = {1: "first", 2: "second", 3: "third"}


def read_as(held: Held, docket: Docket) -> str:
    """What a figure was read as: of what, of whom, where, when, and against what."""
    fact = held.fact
    parts = [
        _called(fact),
        held.who,
        where(fact.scope, docket),
    ]
    said = ", ".join(part for part in parts if part)
    return f"{said}, on {baseline(fact.against, docket)}" if fact.against else said


def _called(fact: Fact) -> str:
    basis = fact.basis or ("votes" if fact.measure is Measure.PLACE else "")
    return f"{CALLED[fact.measure]} {BASES[basis]}" if basis else CALLED[fact.measure]


def where(scope: str, docket: Docket) -> str:
    """A contest or election by place and day."""
    if contest := docket.contests.get(scope):
        return f"{contest.seat}, {_day(contest)}"
    election, _, place = scope.partition("|")
    return f"{place or 'United Kingdom'}, general election of {election[5:9]}"


def _day(contest: Contest) -> str:
    day = contest.polling_on
    if contest.kind == "composition":
        return str(day.year)
    notional = ", notional" if contest.basis == "notional" else ""
    return f"{'by-election of ' if contest.kind == 'by-election' else ''}{day.day} {day:%B} {day.year}{notional}"


def baseline(contest_id: str, docket: Docket) -> str:
    """What a change is measured from, in words."""
    contest = docket.contests.get(contest_id)
    if contest is None:
        return f"the result of {where(contest_id, docket)}"
    if contest.basis == "notional":
        return f"the notional result of {contest.polling_on.year}"
    return f"the declared result of {contest.seat}, {contest.polling_on.year}"


def formula(fact: Fact) -> str:
    """How a fact is worked out, with its numbers; blank where it was counted."""
    if fact.first is None or fact.second is None:
        return ""
    if fact.measure in FORMULAS:
        return FORMULAS[fact.measure].format(first=f"{fact.first:,.0f}", second=f"{fact.second:,.0f}")
    if fact.measure in LESS:
        return f"{fact.first:,.0f} less {fact.second:,.0f}"
    parts = fact.measure not in (Measure.VOTES_RELATIVE, Measure.MAJORITY_RELATIVE)
    first, second = (f"{one:.1%}" if parts else f"{one:,.0f}" for one in (fact.first, fact.second))
    return f"{first} less {second}" + (f", of {second}" if fact.measure in RELATIVE else "")


def value(held: Held, decimals: int = 1) -> str:
    """A fact as it would be printed."""
    number = held.value
    if held.fact.measure is Measure.PLACE:
        return nth(int(number))
    if held.fact.measure not in FRACTIONS:
        return f"{number:,.0f}".replace("-", MINUS)
    sign = (
        f"{number:+.{decimals}f}".replace("-", MINUS)
        if held.points or held.fact.measure in RELATIVE
        else f"{number:.{decimals}f}"
    )
    return f"{sign} points" if held.fact.measure in IN_POINTS else f"{sign}%"


def nth(number: int) -> str:
    """A place in words or figures: second, 11th."""
    if number in ORDINALS:
        return ORDINALS[number]
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def printed_right(lexeme: Lexeme, held: Held) -> str:
    """The right figure in the form that the story prints the wrong one in."""
    if lexeme.unit is Unit.ORDINAL:
        return nth(int(held.value)) if lexeme.text[0].isalpha() else _number_nth(int(held.value))
    decimals = max(0, lexeme.decimals)
    number = f"{abs(held.value):,.{decimals}f}"
    if "," not in lexeme.text and abs(held.value) < GROUPED:
        number = number.replace(",", "")
    tail = lexeme.text.lstrip("+-\N{MINUS SIGN}\N{EN DASH}").lstrip("0123456789,.")
    return f"{number}{tail}" if lexeme.text[0] in "0123456789+-\N{MINUS SIGN}\N{EN DASH}" else number


GROUPED = 10_000


def _number_nth(number: int) -> str:
    return nth(number) if number > len(ORDINALS) else ("1st", "2nd", "3rd")[number - 1]
