"""What a figure of a sentence about a vote of the Commons is: one side's count, one of two, a majority, a party's."""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from hustings.claims.lexemes import Lexeme, Unit
from hustings.claims.matter import Matter
from hustings.claims.names import Mention, Named


class Role(StrEnum):
    """What a figure counts."""

    PAIR = "one of two counts"
    AYE = "ayes"
    NO = "noes"
    MAJORITY = "majority"
    BENCHES = "members of a party"


class Counted(NamedTuple):
    """A figure with what it counts.

    `sure` is whether the words are ayes or noes themselves, not for or against something; `party` whose members they
    are; `did` what those are said to have done: aye, no, or blank for against their party.
    """

    lexeme: Lexeme
    role: Role
    sure: bool = False
    party: Mention | None = None
    did: str = ""


# Words that a story of a vote of the Commons has, and a sentence of its counts.
HOUSE = re.compile(
    r"\b(?:MPs|Commons|[Pp]arliament|Westminster|[Dd]ivision|[Aa]yes|[Nn]oes|the House|(?:King|Queen).s Speech|"
    r"(?:second|third) reading)\b"
)
VOTED = re.compile(
    r"\b(?:voted?|votes|voting|reject\w*|defeat\w*|amendment|motion|ayes|noes|second reading|third reading|rebel\w*|"
    r"clear(?:s|ed)|passed|back(?:ed|ing)|approv\w*|carried|division|divided|bill|lost|fell|majority|lobby|opposed|supported|defied)\b",
    re.I,
)
# What is voted on elsewhere.
ELSEWHERE = re.compile(
    r"\b(?:Lords|peers|Senedd|Holyrood|MSPs|Stormont|MLAs|councillors?|council|committee|MEPs|"
    r"Congress|Bundestag|D\N{LATIN SMALL LETTER A WITH ACUTE}il|referendum|conference|ballot of members)\b"
)
BETWEEN = re.compile(r"^(?:\s+votes?)?\s*(?:to|[-\N{EN DASH}\N{EM DASH}]|versus|v)\s*$")
WHO = r"(?:\s+(?:votes?|MPs|members|of them|people|had|were|was|went))*"
NO_AFTER = re.compile(
    rf"^{WHO}\s*(?:\w+ing\s+|voted\s+|votes\s+)?(?:(?P<sure>noes|no votes|in the no lobby)|against|opposed)\b", re.I
)
AYE_AFTER = re.compile(
    rf"^{WHO}\s*(?:\w+ing\s+|voted\s+|votes\s+)?(?:(?P<sure>ayes|aye votes|in the aye lobby)|"
    r"in favour|in support|for(?=\s+(?:it|the)|\s*[,.;]|\s+and\b))",
    re.I,
)
NO_BEFORE = re.compile(
    r"\b(?P<sure>noes|no lobby)(?:\s*(?:had|were|was|numbered|been|stood at|to the left|on|,|:|with|of|\())*\s*$", re.I
)
AYE_BEFORE = re.compile(
    r"\b(?P<sure>ayes|aye lobby)(?:\s*(?:had|were|was|numbered|been|stood at|to the right|on|,|:|with|of|\())*\s*$",
    re.I,
)
SOME = r"(?:\s+(?:of|was|is|were|a|an|just|only|about|nearly|almost|over|more|than|to|put at|the))*\s*\(?$"
MAJORITY_BEFORE = re.compile(rf"\b(?:majority|margin){SOME}|\bby\s+(?:just\s+|only\s+)?$", re.I)
MAJORITY_AFTER = re.compile(r"^(?:\s+votes?)?\s*(?:[,.;)]|$|and\b|after\b|on\b|in\b|last\b|despite\b|with\b)", re.I)
BY = re.compile(r"\bby\s+(?:just\s+|only\s+)?$", re.I)
MEMBERS = r"(?:MPs?|members?|backbench(?:ers)?(?: MPs)?|rebels?|colleagues)"
MEMBERS_AFTER = re.compile(rf"^(?:['\N{{RIGHT SINGLE QUOTATION MARK}}]s)?\s+(?:voting\s+|own\s+)?{MEMBERS}\b", re.I)
OF_THE = re.compile(r"\s*(?:of\s+)?(?:the\s+)?")
DEFIED = re.compile(r"\b(?:rebel\w*|defied|defying|broke (?:ranks|the whip)|against the (?:whip|party line))\b", re.I)
FOR = re.compile(
    r"\b(?:voted|voting|vote|votes)\s+(?:in favour|for)\b|\b(?:backed|backing|supported|supporting|aye lobby)\b", re.I
)
AGAINST = re.compile(r"\b(?:voted|voting|vote|votes)\s+against\b|\bopposed\b|\bno lobby\b", re.I)
WHOLE = (Unit.COUNT, Unit.VOTES)


def counted(matter: Matter) -> list[Counted]:
    """The figures of a sentence that count votes of the Commons, in the order they stand."""
    figures = [one for one in matter.figures if one.unit in WHOLE and not one.decimals]
    text = matter.passage.block.text
    pairs = {
        one.start
        for first, second in pairwise(figures)
        if BETWEEN.match(text[first.end : second.start])
        for one in (first, second)
    }
    found = [_counted(matter, one, paired=one.start in pairs) for one in figures]
    return [one for one in found if one is not None]


def groups(figures: list[Counted]) -> list[list[Counted]]:
    """The figures of a sentence by the vote they are of: each pair of counts begins another."""
    found: list[list[Counted]] = [[]]
    paired = 0
    for one in figures:
        if one.role is Role.PAIR:
            if paired and paired % len(("first", "second")) == 0:
                found.append([])
            paired += 1
        found[-1].append(one)
    return found


def _counted(matter: Matter, one: Lexeme, *, paired: bool) -> Counted | None:
    before, after = matter.before(one), matter.after(one)
    if party := _party_of(matter, one):
        return Counted(
            one, Role.BENCHES, party=party, did=_did(matter.passage.block.text[party.end : matter.passage.sentence.end])
        )
    if paired:
        return Counted(one, Role.PAIR)
    for role, pattern, words in (
        (Role.NO, NO_AFTER, after),
        (Role.AYE, AYE_AFTER, after),
        (Role.NO, NO_BEFORE, before),
        (Role.AYE, AYE_BEFORE, before),
    ):
        if found := pattern.search(words):
            return Counted(one, role, sure=found["sure"] is not None)
    if MAJORITY_BEFORE.search(before) and (not BY.search(before) or MAJORITY_AFTER.match(after)):
        return Counted(one, Role.MAJORITY)
    return None


def _party_of(matter: Matter, one: Lexeme) -> Mention | None:
    """The party whose members a figure counts: 56 Labour MPs, 56 Labour rebels."""
    text = matter.passage.block.text
    for mention in matter.passage.named(Named.PARTY):
        if (
            mention.start >= one.end
            and OF_THE.fullmatch(text[one.end : mention.start])
            and MEMBERS_AFTER.match(text[mention.end :])
        ):
            return mention
    return None


def _did(after: str) -> str:
    """What members of a party are said to have done: against their party before anything else."""
    clause = re.split(r"[.;]|,\s(?:and|but|while)\b", after)[0]
    if DEFIED.search(clause):
        return ""
    return "aye" if FOR.search(clause) else "no" if AGAINST.search(clause) else "unsaid"
