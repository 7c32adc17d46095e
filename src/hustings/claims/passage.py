"""A sentence of a story with what stands in it, and what its words say of all its figures."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from hustings.claims.block import Block, Kind
from hustings.claims.names import Mention, Named
from hustings.claims.sentences import Span, said_about
from hustings.claims.when import AT_ANOTHER_TIME, NOW


class Passage(NamedTuple):
    """A sentence of a block: `number` is the block's place in the story, `years` those that the block names."""

    number: int
    block: Block
    sentence: Span
    mentions: list[Mention]
    years: list[tuple[Span, int]]

    @property
    def words(self) -> str:
        """The sentence."""
        return self.block.text[self.sentence.start : self.sentence.end]

    def before(self, figure: Span) -> str:
        """The words of the sentence before a figure."""
        return self.block.text[self.sentence.start : figure.start]

    def after(self, figure: Span) -> str:
        """The words of the sentence after a figure."""
        return self.block.text[figure.end : self.sentence.end]

    def named(self, *kinds: Named) -> list[Mention]:
        """The names of some kinds in the sentence, in the order they stand."""
        inside = range(self.sentence.start, self.sentence.end)
        return [one for one in self.mentions if one.kind in kinds and one.start in inside]


class Words(NamedTuple):
    """What the words about a figure say beside what it measures.

    `quoted`: they are somebody else's. `elsewhere`: of another vote than one for the Commons. `won`: the figure is
    what somebody won or has. `before_noun`: it stands before what moved, as in a 39.4% drop. `notional`: they name
    a baseline. `supposed`: the figure is no result but what was expected. `another_time`: something in the sentence
    was at another time than the poll. `somewhere`: it is of a wider place that is not named. `apart`: it is how far
    one was ahead of or behind another. `now`: they speak of the day of the story.
    """

    quoted: bool = False
    elsewhere: bool = False
    won: bool = True
    before_noun: bool = False
    notional: bool = False
    supposed: bool = False
    another_time: bool = False
    somewhere: bool = False
    apart: bool = False
    now: bool = False


ELSEWHERE = re.compile(
    r"\b(?:mayor(?:s|al|alty)?|councillors?|council (?:election|seat|result|ward)s?|local elections?|wards?|referendum|"
    r"European (?:election|Parliament)|Senedd|Holyrood|Stormont|Assembly|police and crime|opinion polls?|pollsters?|"
    r"petition|ceasefire|parliament voted|MPs voted|motion|amendment|leadership|division)\b",
    re.I,
)
# What was expected, feared, modelled or is required is no result.
SUPPOSED = re.compile(
    r"\b(?:exit polls?|canvass\w*|private|internal|forecast\w*|predict\w*|expect\w*|thought|hop(?:ed|ing)|would|"
    r"could|might|"
    r"must|project(?:ed|ion)s?|model(?:led|ling)?|odds|bookmakers?|estimate[sd]?|needs?|needed|requires?|required|"
    r"target|every|average|limit|if|quota|cost|put)\b",
    re.I,
)
# Somewhere wider than a seat, that the words do not name.
SOMEWHERE = re.compile(
    r"\b(?:across|the region|the province|next door|neighbouring|elsewhere|county|borough|city)\b", re.I
)
# A seat that is meant and not named: in the prime minister's seat.
ELSEWHERE_IN = re.compile(
    r"\s*(?:of the vote |votes )?(?:in|at) (?:the|his|her|their|another|that) [^.;,\d]{0,40}\b(?:seat|constituency|"
    r"patch)\b"
)
APART = re.compile(r"\s*(?:votes\s+)?(?:ahead|behind|clear|adrift|in front)\b", re.I)
WON = re.compile(
    r"\b(?:won|wins|winning|took|taking|take|held|holds|with|has|have|had|secured|gained|on|to|lost|losing|just|only|"
    r"for|"
    r"got|finished|ended|left|reduced)\s+(?:just|only|a total of|with|on|up)?\s*$",
    re.I,
)
NOUN_OF_CHANGE = re.compile(
    r"^ (?:drop|fall|decrease|decline|rise|increase|jump|slump|collapse|gain|surge|swing|cut|reduction|boost)\b", re.I
)
NOTIONAL = re.compile(
    r"\b(?:notional(?:ly)?|on the new boundaries|new boundaries|old boundaries|old seat|redrawn|estimated result|"
    r"estimate (?:was|of how)|would have (?:voted|won|been|had|taken))\b",
    re.I,
)
OPENED, CLOSED = "\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}"


def words_about(passage: Passage, figure: Span) -> Words:
    """What the words of a sentence say of a figure in it."""
    start, end = said_about(passage.block.text, passage.sentence, figure)
    return words_of(passage.words)._replace(
        supposed=bool(SUPPOSED.search(passage.block.text, start, end)),
        another_time=bool(AT_ANOTHER_TIME.search(passage.block.text, start, end)),
        quoted=passage.block.kind is Kind.QUOTATION or _quoted(passage.block.text[: figure.start]),
        won=bool(WON.search(passage.before(figure))),
        before_noun=bool(NOUN_OF_CHANGE.match(passage.after(figure))),
        apart=bool(APART.match(passage.after(figure))),
        somewhere=words_of(passage.words).somewhere or bool(ELSEWHERE_IN.match(passage.after(figure))),
    )


@lru_cache(maxsize=256)
def words_of(sentence: str) -> Words:
    """What the words of a sentence say of every figure in it."""
    return Words(
        elsewhere=bool(ELSEWHERE.search(sentence)),
        notional=bool(NOTIONAL.search(sentence)),
        somewhere=bool(SOMEWHERE.search(sentence)),
        now=bool(NOW.search(sentence)),
    )


def _quoted(before: str) -> bool:
    """Whether quotation marks are open at the end of some words."""
    return before.count(OPENED) > before.count(CLOSED) or before.count('"') % 2 == 1
