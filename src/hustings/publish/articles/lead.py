"""Headline and standfirst: which words fit is a table of conditions, the first that holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from hustings.publish import words
from hustings.publish.articles.told import Told, named, who
from hustings.publish.party_names import called, party_of_name, verb
from hustings.publish.prose import listed, spelt, starting
from hustings.publish.reports import seat_words

# Majorities as parts of valid votes: under the first a knife-edge, under the second narrow; over the third
# comfortable, over the last a landslide.
KNIFE_EDGE, NARROW, COMFORTABLE, LANDSLIDE = 0.01, 0.05, 0.2, 0.4


class Headline(NamedTuple):
    """A headline and when it fits."""

    fits: Callable[[Told], bool]
    words: Callable[[Told], str]


def headline(told: Told) -> str:
    """The headline that fits the contest."""
    return starting(next(one.words(told) for one in HEADLINES if one.fits(told)))


def standfirst(told: Told) -> str:
    """Who won by how much over whom, when and on what turnout; or what is known of it."""
    if not told.decided:
        return f"{starting(told.poll)}. {seat_words.result_sentence(told.report)}"
    contest, second = told.contest, told.second
    over = f" over {who(second)}" if second else ""
    turnout = contest["valid_turnout"]
    votes = f" Turnout, in valid votes, was {words.percent(turnout)} of the electorate." if turnout else ""
    by = spelt(contest["majority"], "vote")
    margin = f"by {by}, {words.margin(contest['majority_share'])} of valid votes,"
    if contest["majority"] == 0:
        margin = "by the drawing of lots, after a tie,"
    return starting(f"{who(told.first)} won {margin}{over} at {told.poll}.{votes}")


def _held(told: Told) -> bool | None:
    held: bool | None = told.report.outcome["held"] if told.report.outcome else None
    return held


def _place(told: Told) -> str:
    return str(told.contest["area"])


def _margin(told: Told) -> str:
    """By how much, as a headline says it: by 528 votes where it is close, a majority where it is not."""
    contest = told.contest
    close = contest["majority_share"] < NARROW
    said = (
        f"by {spelt(contest['majority'], 'vote')}"
        if close
        else f"with a majority of {words.count(contest['majority'])}"
    )
    return f" {said}{' in by-election' if contest['kind'] == 'by-election' else ''}"


def _loser(told: Told) -> str:
    outcome = told.report.outcome or {}
    return party_of_name(str(outcome["loser"])).name


def _gain(told: Told) -> str:
    party = called(told.first)
    return f"{party.name} {verb(party, 'gains', 'gain')} {_place(told)} from {_loser(told)}{_margin(told)}"


def _hold(told: Told) -> str:
    party = called(told.first)
    return f"{party.name} {verb(party, 'holds', 'hold')} {_place(told)}{_margin(told)}"


def _win(told: Told) -> str:
    party = called(told.first)
    return f"{party.name} {verb(party, 'wins', 'win')} {_place(told)}{_margin(told)}"


def _unopposed(told: Told) -> str:
    parties = dict.fromkeys(called(row).name for row in told.report.candidates)
    return f"{_place(told)}: {listed([*parties])} returned unopposed in {told.contest['polling_on']:%Y}"


def _as(standing: str) -> Callable[[Told], bool]:
    return lambda told: told.first["standing_as"] == standing and told.first["candidate"] is not None


HEADLINES = (
    Headline(lambda told: told.first["votes"] is None, _unopposed),
    Headline(
        lambda told: not told.decided,
        lambda told: f"{_place(told)} in {told.contest['polling_on']:%Y}: the parties' votes",
    ),
    Headline(
        lambda told: told.contest["majority"] == 0,
        lambda told: f"{named(told.first)} elected in {_place(told)} by the drawing of lots after a tie",
    ),
    Headline(
        _as("speaker"), lambda told: f"{named(told.first)}, the Speaker, returned in {_place(told)}{_margin(told)}"
    ),
    Headline(
        lambda told: _as("independent")(told) and _held(told) is False,
        lambda told: f"{named(told.first)}, an independent, gains {_place(told)} from {_loser(told)}{_margin(told)}",
    ),
    Headline(
        _as("independent"), lambda told: f"{named(told.first)}, an independent, wins {_place(told)}{_margin(told)}"
    ),
    Headline(lambda told: _held(told) is False, _gain),
    Headline(lambda told: _held(told) is True, _hold),
    Headline(lambda _: True, _win),
)
