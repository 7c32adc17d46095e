"""Places among others by the census: the highest share of an answer, the third-highest, the lowest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from hustings.claims.answer import Answer
from hustings.claims.census.answers import Named, spoken_in
from hustings.claims.census.held import Held, ranks_of
from hustings.claims.census.places import Here, Place
from hustings.claims.finding import Finding
from hustings.claims.lexemes import Lexeme, Unit
from hustings.claims.matter import Findings, Matter
from hustings.claims.verdict import Verdict
from hustings.claims.words import nth

RANKED = re.compile(
    r"(?P<end>highest|largest|biggest|greatest|lowest|smallest)\s+(?:share|proportion|percentage|concentration)\s+of\s+",
    re.I,
)
LOWEST = ("lowest", "smallest")
KINDS = {
    "constituency": re.compile(r"\b(?:constituenc(?:y|ies)|seats?)\b", re.I),
    "local authority": re.compile(r"\b(?:local authorit(?:y|ies)|council areas?|boroughs?|districts?)\b", re.I),
}
WITHIN = re.compile(
    r"\b(?:in|across|of)\s+(?:all\s+of\s+)?(?P<place>England and Wales|England|Wales|Scotland|London|the capital)\b"
)
# A share nearer than this to that of the place printed may come before or after it, put together otherwise.
NEAR = 0.01


def rank_findings(held: Held, matter: Matter, here: Here) -> Findings:
    """What is found of the places among others that a sentence prints."""
    found: Findings = {}
    words, start = matter.passage.words, matter.passage.sentence.start
    for said in RANKED.finditer(words):
        spoken = spoken_in(words[said.end() :])
        within = WITHIN.search(words[said.end() :])
        kind = next((kind for kind, pattern in KINDS.items() if pattern.search(words[said.end() :])), None)
        places = here.of(start + said.start(), words)
        place = next((one for one in places if one.kind == kind), None)
        if not (spoken and within and place):
            continue
        lexeme = _lexeme(matter, said, start)
        region = "London" if within["place"] == "the capital" else within["place"]
        lowest = said["end"].lower() in LOWEST
        ranks = ranks_of(held.record, place, spoken[0].answer, region)
        share = held.share(place, spoken[0].answer)
        if place.area_id in ranks and lexeme is not None and share is not None:
            ranked = _Ranked(place, spoken[0].answer, region, lowest, ranks)
            finding = _finding(matter, lexeme, ranked, share.source_id, sure=here.sure)
            found[matter.place(lexeme)] = finding
    return found


@dataclass(frozen=True)
class _Ranked:
    """A place among those like it within a region, from the top or the bottom; `ranks` are of each, with its share."""

    place: Place
    answer: Named
    region: str
    lowest: bool
    ranks: dict[str, tuple[int, float]]

    @property
    def share(self) -> float:
        """The place's own share."""
        return self.ranks[self.place.area_id][1]

    @property
    def rank(self) -> int:
        """Its place from the end that is spoken of."""
        if self.lowest:
            return 1 + sum(share < self.share for _, share in self.ranks.values())
        return self.ranks[self.place.area_id][0]

    def near(self, rank: int) -> bool:
        """Whether the share at a place among others is too near to this one's to tell them apart."""
        shares = sorted((share for _, share in self.ranks.values()), reverse=not self.lowest)
        return not 0 < rank <= len(shares) or abs(shares[rank - 1] - self.share) < NEAR


def _lexeme(matter: Matter, said: re.Match[str], start: int) -> Lexeme | None:
    """The figure of a place among others: third of third-highest, or the word highest itself, else None."""
    at = start + said.start("end")
    text = matter.passage.block.text
    for one in matter.figures:
        if one.unit is Unit.ORDINAL and one.end <= at and text[one.end : at].strip(" -") == "":
            return one
    before = text[max(0, at - len("among the ")) : at].lower()
    if not before.endswith(("the ", "'s ", "\N{RIGHT SINGLE QUOTATION MARK}s ")) or before.endswith(
        ("of the ", "among the ")
    ):
        return None
    return Lexeme(said["end"], at, at + len(said["end"]), Decimal(1), 0, Unit.ORDINAL)


def _finding(matter: Matter, lexeme: Lexeme, ranked: _Ranked, source_id: str, *, sure: bool) -> Finding:
    end = "lowest" if ranked.lowest else "highest"
    kind = "constituencies" if ranked.place.kind == "constituency" else "local authorities"
    right = f"{nth(ranked.rank)}-{end}" if ranked.rank > 1 else end
    answer = Answer(
        f"place by share of {ranked.answer.called}, {ranked.place.name} "
        f"among {len(ranked.ranks)} {kind} of {ranked.region}, latest census",
        right,
        f"{ranked.share:.1%}",
        f"{ranked.place.kind} {ranked.place.area_id}",
        source_id,
    )
    reading = matter.reading(lexeme)
    if int(lexeme.value) == ranked.rank:
        return Finding(reading, Verdict.CORRECT, "", answer=answer)
    if not sure or ranked.near(int(lexeme.value)):
        return Finding(reading, Verdict.CANNOT_TELL)
    return Finding(reading, Verdict.WRONG, "rank", answer=answer)
