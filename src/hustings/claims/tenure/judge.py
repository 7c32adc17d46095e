"""Years and lengths of time in office held against the record, where the words say plainly whose they are."""

from __future__ import annotations

import re
from collections import Counter

from hustings.claims.answer import Answer
from hustings.claims.finding import Finding
from hustings.claims.lexemes import Lexeme, Unit
from hustings.claims.matter import Findings, Matter, Matters
from hustings.claims.names import Mention, Named
from hustings.claims.tenure.days import day_findings
from hustings.claims.tenure.office import Since, candidacies_of, held_since, person_of, sat_since
from hustings.claims.tenure.told import (
    ANOTHER,
    CUES,
    MASKS,
    OWN,
    PRONOUN,
    YEARS_AFTER,
    YEARS_BEFORE,
    masked,
    of_a_party,
    of_a_person,
)
from hustings.claims.verdict import Verdict
from hustings.claims.who import candidates_of

# What a party may have held, where a paragraph speaks of it, instead of a seat in the Commons.
COUNCIL = re.compile(r"\b(?:council|mayoral\w*|mayor|wards?|Senedd|Holyrood|Assembly)\b", re.I)
AGAIN = "elected again after a time out of the Commons, or for this seat first"
GENDERS = {"she": "Female", "her": "Female", "he": "Male", "his": "Male"}
# How far into the words themselves a pronoun may stand: the seat that she has held since 2010.
SOON = 30
# How many years more or fewer than it was may be printed of a time in office, whatever is counted from.
SLACK = 1.0


def tenure_findings(matters: Matters) -> Findings:
    """What is found of days and of times in office in a story, by where they stand."""
    found = day_findings(matters)
    people: list[Mention] = []
    for matter in matters.all:
        here = matter.passage.named(Named.PERSON)
        if CUES.search(matter.passage.words):
            found |= _Said(matters, matter, here, people).findings()
        people = here or people
    return found


class _Said:
    """What one sentence says of times in office; `before` are the people of the sentence before that named any."""

    def __init__(self, matters: Matters, matter: Matter, here: list[Mention], before: list[Mention]) -> None:
        self.matters, self.matter, self.here, self.before = matters, matter, here, before
        self.masked = masked(matter)
        self.seats = matter.passage.named(Named.SEAT)

    def findings(self) -> Findings:
        """What is found of the years and lengths of time of the sentence."""
        found: Findings = {}
        for one in self.matter.figures:
            said = self._year(one) if one.unit is Unit.YEAR else self._length(one) if one.per == "year" else None
            if said is not None:
                found[self.matter.place(one)] = said
        return found

    def _words(self, one: Lexeme) -> tuple[str, str]:
        sentence = self.matter.passage.sentence
        return self.masked[sentence.start : one.start], self.masked[one.end : sentence.end]

    def _year(self, one: Lexeme) -> Finding | None:
        before, after = self._words(one)
        if (found := of_a_party(before, after)) and not COUNCIL.search(self.masked):
            return self._of(one, self._party(found))
        found = of_a_person(before, after)
        return self._of(one, self._person(found.start())) if found else None

    def _of(self, one: Lexeme, since: Since | None) -> Finding | None:
        """A year held against since when it was."""
        if since is None:
            return None
        year = int(one.value)
        if year in since.years:
            answer = Answer(
                since.told if year in since.began else AGAIN, str(year), kept=since.kept, source_id=since.source_id
            )
            return Finding(self.matter.reading(one), Verdict.CORRECT, "", answer=answer)
        if not since.sure or since.first is None:
            return None
        right = str(since.first.year)
        answer = Answer(since.told, right, kept=since.kept, source_id=since.source_id, mend=right)
        return Finding(self.matter.reading(one), Verdict.WRONG, "date", answer=answer)

    def _length(self, one: Lexeme) -> Finding | None:
        before, after = self._words(one)
        until = self.matters.dated or self.matters.docket.main
        if until is None or not (YEARS_BEFORE.search(before) or YEARS_AFTER.match(after)) or self._another():
            return None
        since = self._person(len(before))
        if since is None or since.first is None:
            return None
        lasted = (until - since.first).days / 365.25
        answer = Answer(
            f"years since {since.told}, {since.first.day} {since.first:%B} {since.first.year}",
            f"{lasted:.0f} years",
            f"{until.year} less {since.first.year}",
            since.kept,
            since.source_id,
        )
        if abs(float(one.value) - lasted) < SLACK or any(
            abs(float(one.value) - (until.year - year)) < SLACK for year in since.years
        ):
            return Finding(self.matter.reading(one), Verdict.CORRECT, "", answer=answer)
        if since.sure and self.matters.dated and not one.about and len(since.years) == 1:
            return Finding(self.matter.reading(one), Verdict.WRONG, "figure", answer=answer)
        return None

    def _another(self) -> bool:
        """Whether a sentence names a year, or another office: a length of time may be of those."""
        years = any(figure.unit in (Unit.YEAR, Unit.DATE) for figure in self.matter.figures)
        return years or bool(ANOTHER.search(self.matter.passage.words))

    def _party(self, found: re.Match[str]) -> Since | None:
        """Since when the party that some words of the sentence name has held the seat that they speak of."""
        first = self.matter.passage.sentence.start
        party = next(
            (one for one in self.matter.passage.named(Named.PARTY) if one.start == first + found.start("party")), None
        )
        docket = self.matters.docket
        if found["seat"][0] == MASKS[Named.SEAT]:
            seats = {one.name for one in self.seats if one.start == first + found.start("seat")}
        else:
            seats = {one.name for one in self.seats} or self._main_seat()
        named = {name for name in seats if name in docket.of_seat}
        if party is None or len(seats) != 1 or not named:
            return None
        keys = [key for key in docket.of_seat[min(named)] if docket.contests[key].basis == "declared"]
        before = [key for key in keys if docket.main is None or docket.contests[key].polling_on <= docket.main] or keys
        return held_since(self.matters.record, before[-1], party.keys, docket.main) if before else None

    def _main_seat(self) -> set[str]:
        """The seat that a story is of: the one that it names at least twice as often as any other."""
        named = [one.name for some in self.matters.mentions for one in some if one.kind is Named.SEAT]
        counts = Counter(name for name in named if name in self.matters.docket.of_seat).most_common(2)
        plain = counts and (len(counts) == 1 or counts[0][1] >= 2 * counts[1][1])
        return {counts[0][0]} if plain else set()

    def _person(self, at: int) -> Since | None:
        """Since when the person that words somewhere in the sentence are of has sat; None where that is open."""
        whom = self._whom(self.matter.passage.sentence.start + at)
        if whom is None:
            return None
        docket, record = self.matters.docket, self.matters.record
        contests = [key for key in whom.keys if key in docket.contests]
        own = {one.candidacy_id for key in contests for one in candidates_of(whom, key, docket)}
        person = person_of(record, frozenset(own) or candidacies_of(record, whom.keys, whom.name))
        until = self.matters.dated or docket.main
        return sat_since(record, person, until, frozenset(one.name for one in self.seats)) if person else None

    def _whom(self, at: int) -> Mention | None:
        """The person whom words are of: the only one of the sentence, or the one right before; a pronoun's else."""
        said = PRONOUN.search(self.masked[self.matter.passage.sentence.start : at + SOON])
        earlier = [one for one in self.here if one.end <= at]
        # She has held it since 2019, in a sentence that names somebody else after: she is whoever was named before.
        here = earlier if said else self.here
        names = {one.name.split()[-1] for one in here}
        if len(names) == 1:
            return max(here, key=lambda one: len(one.name))
        if names:
            return earlier[-1] if earlier and OWN.match(self.masked[earlier[-1].end : at]) else None
        spoken = [one for one in self.before if said and self._gender(one) in ("", GENDERS[said[0].lower()])]
        if len({one.name.split()[-1] for one in spoken}) == 1:
            return max(spoken, key=lambda one: len(one.name))
        return None

    def _gender(self, whom: Mention) -> str:
        """The gender of a person as the record has it, blank where it has none or several."""
        docket = self.matters.docket
        found = {one.gender for key in whom.keys if key in docket.contests for one in candidates_of(whom, key, docket)}
        return min(found) if len(found) == 1 else ""
