"""Whom a figure is of: the people, parties and seats about it in the sentence, the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hustings.claims.docket import Candidate, Docket
from hustings.claims.names import Mention, Named, folded, longest
from hustings.claims.sentences import Span

# A name of a family that is also a word of politics is no mention of a candidate.
COMMON = {
    "labour",
    "green",
    "greens",
    "reform",
    "speaker",
    "independent",
    "conservative",
    "may",
    "march",
    "north",
    "south",
    "east",
    "west",
}
# What comes between a name and a figure that is surely its own: "Ali received", "Masroor's", "Gill (", "Khan, who won".
VERBS = (
    r"received|won|took|polled|got|secured|had|has|claimed|scored|attracted|managed|finished on|finished with|"
    r"ended (?:up )?(?:on|with)|"
    r"came \w+ (?:place )?(?:with|on)|was \w+ (?:with|on)|gained|collected|picked up|amassed|mustered|garnered|on|with|"
    r"held (?:on )?with|retained the seat with|won the seat with|won with|trailed (?:on|with)|followed (?:on|with|"
    r"in \w+ (?:with|on))|"
    r"increased (?:her|his|their) (?:vote )?to|saw (?:her|his|their|its) (?:vote )?share"
)
TIGHT = re.compile(
    rf"^(?:'s|\N{{RIGHT SINGLE QUOTATION MARK}}s?|')?[\s,(\N{{EN DASH}}\N{{EM DASH}}:-]*(?:who |which )?(?:also |"
    rf"only |then |just )?(?:(?:{VERBS})\s+)?"
    rf"(?:(?:a|an|the|just|only|about|around|nearly|almost|over|under|more|less|than|some|up|down|as|many|mere|total|of)\s+)*\(?$",
    re.I,
)
# After these a name is what something is done to, and what follows is told of who did it.
OBJECT = re.compile(
    r"\b(?:from|over|against|beat|beats|beating|defeat(?:ed|ing|s)?|ahead of|behind|to|than|of|unseat(?:ed|ing)?|"
    r"oust(?:ed|ing)|"
    r"replac(?:ed|ing)|succeed(?:ed|ing)?|overtook|edged out|saw off|pushed|topple[ds]?|challenge[dr]?|"
    r"by)\s+(?:the\s+|her\s+|his\s+|its\s+)?(?:\w+'s\s+|sitting\s+|incumbent\s+|former\s+|MP\s+|candidate\s+|rival\s+|minister\s+)*$",
    re.I,
)
FOR_WHOM = re.compile(r"^\s*(?:votes\s+|of the votes?\s+)?(?:for|went to|to)\s+(?:the\s+)?(?:\w+\s+){0,2}$", re.I)
HER = re.compile(r"\b(?:she|her|hers)\b", re.I)
HIM = re.compile(r"\b(?:he|his|him)\b", re.I)
THEM = re.compile(r"\b(?:the party|they|their|its|the winner|the victor)\b", re.I)


class Subject(NamedTuple):
    """A mention that a figure may be of; `firm` where the words put it beside the figure."""

    mention: Mention
    firm: bool


def families_of(docket: Docket, people: frozenset[str]) -> dict[str, set[str]]:
    """The contests that each family name may mean somebody of: of those named in full, else all of the seats named."""
    full: dict[str, set[str]] = {}
    any_of: dict[str, set[str]] = {}
    for contest_id, candidates in docket.candidates.items():
        for one in candidates:
            if one.name == one.party:
                continue
            family = one.family or one.name.split()[-1]
            if _line(one.name) in people:
                full.setdefault(family, set()).add(contest_id)
            if docket.contests[contest_id].seat in docket.named:
                any_of.setdefault(family, set()).add(contest_id)
    return any_of | full


def _line(name: str) -> str:
    return " ".join(folded(word) for word in name.split())


def mentions_in(texts: Sequence[str], found: Sequence[list[Mention]], docket: Docket) -> list[list[Mention]]:
    """The names found in some texts, with those of the docket's candidates by family name, in the order they stand.

    A family name is first of those whom the texts name in full.
    """
    families = families_of(docket, named_in_full(one for some in found for one in some))
    wanted = [family for family in families if folded(family) not in COMMON and len(family) > 1]
    if not wanted:
        return list(found)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(wanted, key=len, reverse=True)))})(?![\w-])")
    return [
        longest(some + [_family(word, families) for word in pattern.finditer(text)])
        for text, some in zip(texts, found, strict=True)
    ]


def _family(word: re.Match[str], families: dict[str, set[str]]) -> Mention:
    return Mention(Named.PERSON, word[0], tuple(sorted(families[word[0]])), word.start(), word.end())


def named_in_full(mentions: Iterable[Mention]) -> frozenset[str]:
    """The people whom some mentions name in full."""
    return frozenset(_line(one.name) for one in mentions if one.kind is Named.PERSON)


def candidates_of(mention: Mention, contest_id: str, docket: Docket) -> list[Candidate]:
    """The candidates of a contest whom a mention may mean: by full or family name, or by party."""
    standing = docket.candidates.get(contest_id, [])
    if mention.kind is Named.PARTY:
        return [one for one in standing if one.party_id in mention.keys]
    if mention.kind is not Named.PERSON:
        return []
    words = [folded(word) for word in mention.name.split()]
    full = [one for one in standing if _called(one, words)]
    return full or ([one for one in standing if folded(one.family) == " ".join(words)] if len(words) < 3 else [])


def _called(candidate: Candidate, words: list[str]) -> bool:
    own = [folded(word) for word in candidate.name.split()]
    return own == words or (len(own) > 2 and [own[0], own[-1]] == words)


def subjects(text: str, sentence: Span, figure: Span, mentions: Iterable[Mention]) -> list[Subject]:
    """The people and parties of a sentence that a figure may be of, the likeliest first."""
    here = [
        one
        for one in mentions
        if one.kind in (Named.PERSON, Named.PARTY) and sentence.start <= one.start < sentence.end
    ]
    here = _without_labels(text, here)
    before = [one for one in here if one.end <= figure.start]
    after = [one for one in here if one.start >= figure.end]
    if after and FOR_WHOM.match(text[figure.end : after[0].start]):
        return _listed(after[0], here, firm=True)
    if not before:
        return _listed(after[0], here, firm=False) if after else []
    nearest = before[-1]
    gap = text[nearest.end : figure.start]
    if TIGHT.match(gap) and not (_object(text, nearest, sentence) and re.match(r"\s*(?:with|on|by)\b", gap)):
        return _listed(nearest, here, firm=True)
    doers = [one for one in before if not _object(text, one, sentence)]
    return _listed(doers[-1] if doers else nearest, here, firm=len(here) == 1)


def _object(text: str, mention: Mention, sentence: Span) -> bool:
    return bool(OBJECT.search(text[sentence.start : mention.start]))


def _listed(first: Mention, here: list[Mention], *, firm: bool) -> list[Subject]:
    return [Subject(first, firm), *(Subject(one, False) for one in here if one is not first)]


def _without_labels(text: str, mentions: list[Mention]) -> list[Mention]:
    """Mentions without parties that only label a person: Labour's Ali, the Conservative candidate Reaney."""
    kept = []
    for place, one in enumerate(mentions):
        following = mentions[place + 1] if place + 1 < len(mentions) else None
        previous = mentions[place - 1] if place else None
        labels = one.kind is Named.PARTY and (
            (
                following is not None
                and following.kind is Named.PERSON
                and LABEL.fullmatch(text[one.end : following.start])
            )
            or (
                previous is not None
                and previous.kind is Named.PERSON
                and AFTER_NAME.fullmatch(text[previous.end : one.start])
            )
        )
        if not labels:
            kept.append(one)
    return kept


LABEL = re.compile(
    r"(?:['\N{RIGHT SINGLE QUOTATION MARK}]s?)?[\s,(]+(?:(?:candidate|MP|incumbent|challenger|runner-up|leader|"
    r"newcomer|Party|for [A-Z]\w+(?: [A-Z]\w+)*|"
    r"first-timer|general|election|councillor|minister|hopeful|rival),?\s+)*",
)
AFTER_NAME = re.compile(r"\s*[,(]\s*(?:of the |for the |from the |the )?|,? (?:of|for) (?:the )?|\s*[\N{EN DASH}-]\s*")


def pronoun(text: str, sentence: Span, figure: Span) -> str:
    """Whom a pronoun before a figure in its sentence speaks of: Female, Male, a party or winner as blank; none: no."""
    before = text[sentence.start : figure.start]
    found = [
        (said[-1].start(), gender) for gender, pattern in PRONOUNS.items() if (said := [*pattern.finditer(before)])
    ]
    return max(found)[1] if found else "no"


PRONOUNS = {"Female": HER, "Male": HIM, "": THEM}
