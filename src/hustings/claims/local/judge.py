"""The verdict on a figure of a local election: as for the Commons, and wrong in fewer cases."""

from __future__ import annotations

from dataclasses import replace

from hustings.claims.catalogue.fact import Measure
from hustings.claims.catalogue.local import FINAL
from hustings.claims.expected import Held, expected, held
from hustings.claims.finding import Finding
from hustings.claims.interval import interval
from hustings.claims.judge import judge
from hustings.claims.local.polls import Kind, Polls
from hustings.claims.local.reading import Located
from hustings.claims.local.rounds import Round
from hustings.claims.mistaken import whose
from hustings.claims.reading import Reading
from hustings.claims.topic import Told, Topic
from hustings.claims.verdict import FINDINGS, Verdict

# Of a whole council's figures only these are published one way: votes and shares may be of leading candidates.
OF_COUNCILS = (Topic.SEATS, Topic.SEATS_IN_ALL, Topic.TURNOUT)
SEVERAL = 3
# Councils reckon turnout of papers issued, returned or counted: only one this far off, in points, is none of them.
FAR = 2.0


def judge_locally(located: Located, words: str, polls: Polls) -> Finding:
    """The verdict on a figure; `words` are its sentence. One that is left says no more of what it is of."""
    found = judge(located.reading, words, polls.docket)
    if found.verdict in FINDINGS:
        found = _other_round(found, located, polls) if _plain(found, located, polls) else left(found.reading)
    return found if found.right is not None and _read_so(found, found.right, polls) else left(found.reading)


def _read_so(finding: Finding, right: Held, polls: Polls) -> bool:
    """Whether what a figure is found to be is of a contest that it was read as of: hundreds share a small number."""
    reading, scope = finding.reading, right.fact.scope
    mayors = {scope.removesuffix(FINAL), *polls.final.values()} if FINAL in scope else set()
    return scope in {*reading.contests, *reading.beside} or bool(mayors & set(reading.contests)) or scope in polls.final


def left(reading: Reading) -> Finding:
    """A figure left: no sum is made of it either, since it may be of another round or of several candidates."""
    return Finding(replace(reading, told=Told(None)), Verdict.CANNOT_TELL)


def _plain(finding: Finding, located: Located, polls: Polls) -> bool:
    """Whether a finding stands: its contest is undisputed, and what it measures is published in one way."""
    right, topic = finding.right, finding.reading.told.topic
    if right is None or right.fact.scope in polls.doubted or right.fact.scope.removesuffix(FINAL) in polls.doubted:
        return False
    kind = polls.kinds[right.fact.scope]
    if topic is Topic.SEATS_CHANGE:
        # Seats change hands between elections too: only one as large the other way is no change of another sort.
        return finding.code == "direction" and abs(right.value) >= SEVERAL and right.fact.scope in polls.whole
    # Where several are elected, a ward is held by the last who won over the first who did not.
    led = topic in (Topic.GAP, Topic.MAJORITY) and not polls.docket.of(right.fact.scope, Measure.MAJORITY)
    if kind is Kind.HELD or led or (kind is Kind.COUNCIL and topic not in OF_COUNCILS):
        return False
    if kind is Kind.COUNCIL and topic is not Topic.TURNOUT:
        return right.fact.scope in polls.whole or located.of_all
    if topic is Topic.TURNOUT:
        return abs(right.value - float(finding.reading.lexeme.value)) > FAR
    return True


def _other_round(finding: Finding, located: Located, polls: Polls) -> Finding:
    """A wrong figure that is right of the other round: another measure, and right where the sentence names both."""
    within = interval(finding.reading.lexeme)
    other = next((one for one in _of_other_round(located, polls) if within.holds(one.value)), None)
    if other is None:
        return finding
    if len(located.rounds) == len(Round):
        return finding._replace(verdict=Verdict.CORRECT, code="", right=other, taken=None)
    return finding._replace(verdict=Verdict.WRONG, code="wrong-measure", taken=other)


def _of_other_round(located: Located, polls: Polls) -> list[Held]:
    """What a figure would be in the rounds that it was not read as of."""
    reading, docket = located.reading, polls.docket
    seats = {key.removesuffix(FINAL) for key in reading.contests}
    others = [key for seat in sorted(seats & polls.final.keys()) for key in (seat, polls.final[seat])]
    others = [key for key in others if key not in reading.contests]
    mention = reading.subjects[0].mention if reading.subjects else None
    found = expected(reading, mention, others, docket)
    if reading.told.topic in (Topic.MAJORITY, Topic.GAP):
        found += [lead for key in others for lead in _lead(key, polls)]
    return found


def _lead(contest_id: str, polls: Polls) -> list[Held]:
    """How far the first was ahead of the second in a round."""
    votes = sorted(polls.docket.of(contest_id, Measure.VOTES), key=lambda one: -one.value)[:2]
    if len(votes) < len(("first", "second")):
        return []
    first, second = votes
    lead = first._replace(value=first.value - second.value, first=first.value, second=second.value)
    names = " over ".join(whose(one.scope, one.subject, polls.docket) for one in votes)
    return [held(lead, names, None)]
