"""Whom a figure is of: the people, parties and seats about it in the sentence, the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hustings.claims.catalogue.contest import Candidate
from hustings.claims.docket import Docket
from hustings.claims.names import Mention, Named, folded, longest
from hustings.claims.sentences import Span
from hustings.claims.topic import POLLING

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
# With a title the given name is enough: Sir Jacob.
TITLES = ("Sir", "Dame", "Lord", "Lady", "Baroness")
# What comes between a name and a figure that is surely its own: "Ali received", "Masroor's", "Gill (", "Khan, who won".
VERBS = (
    rf"{POLLING}|had|has|finished on|finished with|must make do with|"
    r"ended (?:up )?(?:on|with)|"
    r"came \w+ (?:place )?(?:with|on)|was \w+ (?:with|on)|on|with|"
    r"held (?:on )?with|retained the seat with|won the seat with|won with|trailed (?:on|with)|followed (?:on|with|"
    r"in \w+ (?:with|on))|"
    r"(?:vote|votes|tally|total|poll|share|share of the vote) (?:came to|was|were|stood at|to|of|fell to|rose to|"
    r"slipped to)|"
    r"picking up|piling up|"
    r"increased (?:her|his|their) (?:vote )?to|saw (?:her|his|their|its) (?:vote )?share"
)
# Figures of the same person in a row: 32,544 votes, 52.5%, up 3.6 points.
ROW = (
    r"(?:(?:up|down|a|an|or|and|with|plus)\s+)?[+-]?\d[\d,.]*"
    r"(?:\s?(?:%|pc|per cent|votes?|of the votes?|pp|points?|percentage points?))?[\s,()]+"
)
LABELLED = (
    r"(?:\s*\([^()\d]{2,60}\)|,\s*(?:for |of )?(?:the |an? )?[A-Z][\w' -]{2,40}[,:]|"
    r" (?:of|for|from) (?:the )?[A-Z][\w' -]{2,40},?)?(?:,? (?:who|whose)\b[^,.;\d]{3,60}(?:\d{4}[^,.;\d]{0,40})?,)?"
)
WITH_IT = re.compile(rf"{LABELLED}[\s,]*(?:with|on|by)\b")
TIGHT = re.compile(
    rf"^{LABELLED}(?: (?:candidate|hopeful|contender|challenger|nominee|incumbent)\b)?(?:'s|"
    rf"\N{{RIGHT SINGLE QUOTATION MARK}}s?|')?[\s,(\N{{EN DASH}}\N{{EM DASH}}:-]*(?:who |"
    rf"which )?(?:also |"
    rf"only |then |just )?(?:(?:{VERBS})\s+)?"
    rf"(?:(?:was|is|came|finished|ended up)\s+(?:in\s+)?(?=(?:(?:a|the|distant|close|poor)\s+)*$))?"
    rf"(?:(?:a|an|the|just|only|about|around|nearly|almost|over|under|more|less|than|some|up|down|as|many|mere|total|"
    rf"of)\s+)*\(?$",
    re.I,
)
# After these a name is what something is done to, and what follows is told of who did it.
OBJECT = re.compile(
    r"\b(?:from|over|against|beat|beats|beating|defeat(?:ed|ing|s)?|ahead of|behind|to|than|of|unseat(?:ed|ing)?|"
    r"oust(?:ed|ing)|"
    r"level with|nearest (?:rival|challenger|opponent),?|runner-up,?|replac(?:ed|ing)|succeed(?:ed|ing)?|overtook|"
    r"edged out|"
    r"saw off|pushed|topple[ds]?|challenge[dr]?|"
    r"(?<!followed )by)\s+"
    r"(?:the\s+|her\s+|his\s+|its\s+)?(?:\w+'s\s+|sitting\s+|incumbent\s+|former\s+|MP\s+|candidate\s+|rival\s+|"
    r"minister\s+)*$",
    re.I,
)
COUNTED = re.compile(r"\d,\d{3}|\d\s?%|\d\.\d|\d (?:votes|points|per cent)")
# Somebody else, whom no name is said of, between a name and a figure.
SOMEBODY = re.compile(
    r"\b(?:he|she|they|it|her|his|their|its|opponent|rival|nobody|which|other|others|another)\b", re.I
)
FOR_WHOM = re.compile(
    r"^\s*(?:votes\s+|of the votes?\s+)?(?:(?:were|was)\s+)?(?:(?:cast|polled)\s+)?(?:people |voters )?(?:for|"
    r"went to|to|went for|backed|voted for|chose|supported|opted for|plumped for|sided with|turned to|"
    r"picked)\s+(?:the\s+)?(?:\w+\s+){0,2}$|"
    r"^(?: place)?,? (?:was|were|is|went to) (?:the )?(?:\w+ ){0,2}$",
    re.I,
)
# A pronoun before one of these speaks of somebody else.
NOT_OTHERS = r"(?!\s+(?:\w+\s+)?(?:opponents?|rivals?|predecessor|challengers?|successor|nearest))"
HER = re.compile(rf"\b(?:she|her|hers)\b{NOT_OTHERS}", re.I)
HIM = re.compile(rf"\b(?:he|his|him)\b{NOT_OTHERS}", re.I)
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
                for name in (family, *(f"{title} {one.name.split()[0]}" for title in TITLES)):
                    full.setdefault(name, set()).add(contest_id)
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
    named = [
        longest(some + [_family(word, families) for word in pattern.finditer(text)])
        for text, some in zip(texts, found, strict=True)
    ]
    return [[_party_of(text, one, docket) for one in some] for text, some in zip(texts, named, strict=True)]


def _party_of(text: str, mention: Mention, docket: Docket) -> Mention:
    """A person whose party is what is spoken of is the party: Sir Ed Davey's party."""
    found = OF_THEIRS.match(text, mention.end) if mention.kind is Named.PERSON else None
    standing = [one for key in mention.keys for one in candidates_of(mention, key, docket)] if found else []
    if not found or not standing:
        return mention
    last = max(standing, key=lambda one: docket.contests[one.contest_id].polling_on)
    return Mention(Named.PARTY, last.party, (last.party_id,), mention.start, found.end())


OF_THEIRS = re.compile(r"['\N{RIGHT SINGLE QUOTATION MARK}]s? (?:own )?party\b")


def _family(word: re.Match[str], families: dict[str, set[str]]) -> Mention:
    return Mention(Named.PERSON, word[0], tuple(sorted(families[word[0]])), word.start(), word.end())


def named_in_full(mentions: Iterable[Mention]) -> frozenset[str]:
    """The people whom some mentions name in full."""
    return frozenset(_line(one.name) for one in mentions if one.kind is Named.PERSON)


def candidates_of(mention: Mention, contest_id: str, docket: Docket) -> list[Candidate]:
    """The candidates of a contest whom a mention may mean: by full or family name, or by party."""
    standing = docket.candidates.get(contest_id, ())
    if mention.kind is Named.PARTY:
        return [one for one in standing if one.party_id in mention.keys]
    if mention.kind is not Named.PERSON:
        return []
    words = [folded(word) for word in mention.name.split()]
    if words[0].capitalize() in TITLES:
        return [one for one in standing if folded(one.name.split()[0]) == words[-1]]
    full = [one for one in standing if _called(one, words)]
    if full:
        return full
    if len(words) > 1 and (initials := [one for one in standing if _by_initials(one, words)]):
        return initials
    return [one for one in standing if folded(one.family) == " ".join(words)] if len(words) < 3 else []


def _called(candidate: Candidate, words: list[str]) -> bool:
    own = [folded(word) for word in candidate.name.split()]
    return own == words or (len(own) > 2 and [own[0], own[-1]] == words)


def _by_initials(candidate: Candidate, words: list[str]) -> bool:
    """Whether a candidate of an older record, who stands in it by initials, is called so: I.D. Wright, Iain Wright."""
    first, *rest = candidate.name.split()
    return "." in first and first[0].lower() == words[0][0] and folded(rest[-1] if rest else "") == words[-1]


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
    if after and _led_by(text[figure.end : after[0].start], alone=not before) and not OWN.match(text, after[0].end):
        return _listed(after[0], here, firm=True)
    if not before:
        return _listed(after[0], here, firm=False) if after else []
    nearest = before[-1]
    gap = text[nearest.end : figure.start]
    if TIGHT.match(gap) and not (done_to(text, nearest, sentence) and WITH_IT.match(gap)):
        return _listed(nearest, here, firm=True)
    doers = [one for one in before if not done_to(text, one, sentence)]
    alone = len(doers) == 1 and not COUNTED.search(text[sentence.start : figure.start]) and not SOMEBODY.search(gap)
    return _listed(doers[-1] if doers else nearest, here, firm=alone)


def _led_by(gap: str, *, alone: bool) -> bool:
    """Whether a name after a figure is whose it is, by the words between: with 24 per cent of the vote the Tories."""
    return bool(FOR_WHOM.match(gap) or (alone and WITH.match(gap)))


def done_to(text: str, mention: Mention, sentence: Span) -> bool:
    """Whether a name is what its sentence says something was done to, or somebody's rival."""
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
        stood_for = one.kind is Named.PARTY and any(other.kind is Named.PERSON for other in mentions[:place])
        if stood_for and STOOD_FOR.search(text[: one.start]):
            continue
        if not labels:
            kept.append(one)
    return kept


# After a name, a figure of its own: 45.5 per cent to the Tories' 39.1.
OWN = re.compile(r"(?:['\N{RIGHT SINGLE QUOTATION MARK}]s?)\s+\d")
STOOD_FOR = re.compile(r"(?<!votes )\bfor (?:the )?$")
LABEL = re.compile(
    r"(?:['\N{RIGHT SINGLE QUOTATION MARK}]s?)?[\s,(]+(?:(?:candidate|MP|incumbent|challenger|runner-up|leader|"
    r"newcomer|Party|for [A-Z]\w+(?: [A-Z]\w+)*|"
    r"first-timer|general|election|councillor|minister|hopeful|rival),?\s+)*",
)
AFTER_NAME = re.compile(
    r"\s*[,(]\s*(?:of the |for the |from the |the |an? )?|,? (?:of|for) (?:the )?|\s*[\N{EN DASH}-]\s*"
)


def pronoun(text: str, sentence: Span, figure: Span) -> str:
    """Whom a pronoun before a figure in its sentence speaks of: Female, Male, a party or winner as blank; none: no."""
    before = text[sentence.start : figure.start]
    found = [
        (said[-1].start(), gender) for gender, pattern in PRONOUNS.items() if (said := [*pattern.finditer(before)])
    ]
    return max(found)[1] if found else "no"


WITH = re.compile(r"^,?\s*(?:votes|of the votes?|of all votes),?\s*(?:the\s+)?$")
PRONOUNS = {"Female": HER, "Male": HIM, "": THEM}
