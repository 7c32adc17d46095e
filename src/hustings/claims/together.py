"""What only the figures of a story together show: baselines that are mixed, sums that do not come out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from hustings.claims.catalogue.fact import Measure
from hustings.claims.docket import Docket
from hustings.claims.expected import Held
from hustings.claims.finding import Finding
from hustings.claims.interval import interval
from hustings.claims.lexemes import Unit
from hustings.claims.reading import Reading
from hustings.claims.topic import Topic
from hustings.claims.verdict import Verdict

# The level that each change is a change of.
LEVELS = {
    Measure.SHARE_CHANGE: Measure.SHARE,
    Measure.SHARE_RELATIVE: Measure.SHARE,
    Measure.MAJORITY_CHANGE: Measure.MAJORITY,
    Measure.MAJORITY_RELATIVE: Measure.MAJORITY,
    Measure.MAJORITY_SHARE_CHANGE: Measure.MAJORITY_SHARE,
    Measure.TURNOUT_CHANGE: Measure.TURNOUT,
}
QUIET = (Verdict.CORRECT, Verdict.NOTE)


def together(findings: Sequence[Finding], docket: Docket) -> list[Finding]:
    """Findings, those that others of the same story put in doubt changed."""
    levels = _levels(findings)
    mixed = [_mixed(one, levels, docket) for one in findings]
    wrong = {id(one): found for one, found in _sums(mixed)}
    doubted = _doubted(mixed)
    return [_quiet(one) if _scope(one) in doubted and one.code in DOUBTED else wrong.get(id(one), one) for one in mixed]


def _levels(findings: Iterable[Finding]) -> list[Finding]:
    """The findings of levels, the first of each: a story may print one a thousand times."""
    found: dict[tuple[Measure, str, str], Finding] = {}
    for one in findings:
        if one.verdict in QUIET and one.right and not one.right.fact.against:
            found.setdefault((one.right.fact.measure, one.right.fact.scope, one.right.who), one)
    return list(found.values())


# Figures that are of no contest of the docket, or of another election than the one they were read as.
DOUBTED = ("figure", "wrong-year", "digits", "rank", "direction")
SEVERAL = 2


def _doubted(findings: Sequence[Finding]) -> set[str]:
    """Contests of which more figures would be wrong than right: they are most likely not the ones that are meant."""
    wrong = Counter(_scope(one) for one in findings if one.code in DOUBTED)
    right = Counter(_scope(one) for one in findings if one.verdict in QUIET)
    return {scope for scope, count in wrong.items() if count >= SEVERAL and count > right[scope]}


def _scope(finding: Finding) -> str:
    return finding.right.fact.scope if finding.right else ""


def _quiet(finding: Finding) -> Finding:
    return finding._replace(verdict=Verdict.CANNOT_TELL, code="", right=None, taken=None, others=())


def _mixed(finding: Finding, levels: Sequence[Finding], docket: Docket) -> Finding:
    """A change on the notional result, beside the level of the declared one: a reader who subtracts gets another."""
    held = finding.right
    if (
        held is None
        or finding.verdict not in QUIET
        or held.fact.measure not in LEVELS
        or finding.reading.words.notional
    ):
        return finding
    contest = docket.contests.get(held.fact.against)
    if contest is None or contest.basis != "notional":
        return finding
    declared = docket.before.get(held.fact.scope, ())
    for level in levels:
        one = level.right
        if one and one.fact.measure is LEVELS[held.fact.measure] and one.fact.scope in declared and _same(one, held):
            instead = next((other for other in finding.others if other.fact.against == one.fact.scope), None)
            others = (held, *(other for other in finding.others if other is not instead))
            return finding._replace(
                verdict=Verdict.MISLEADING, code="mixed-baseline", right=instead or held, taken=one, others=others[:2]
            )
    return finding


def _same(one: Held, other: Held) -> bool:
    """Whether two facts are of one person or party, or of the contest."""
    return one.who == other.who or _party(one) == _party(other)


def _party(held: Held) -> str:
    return held.who.rpartition("(")[2].rstrip(")")


def _sums(findings: Iterable[Finding]) -> Iterable[tuple[Finding, Finding]]:
    """Sums within a sentence that the record does not decide, and that do not come out."""
    sentences: dict[tuple[int, int], list[Finding]] = defaultdict(list)
    for one in findings:
        if not one.reading.table:
            sentences[one.reading.block, one.reading.sentence.start].append(one)
    for some in sentences.values():
        for levels, difference in (
            (Topic.VOTES, (Topic.MAJORITY, Topic.GAP)),
            (Topic.SHARE, (Topic.SHARE_CHANGE, Topic.GAP)),
        ):
            parts = [one for one in some if one.reading.told.topic is levels]
            # A lead in points is no difference of votes, nor one in votes of shares.
            rests = [one for one in some if one.reading.told.topic in difference and _whole(one) == (levels in WHOLE)]
            if (
                len(parts) == 2
                and len(rests) == 1
                and _undecided([*parts, *rests])
                and not _several(some, parts)
                and not _adds_up(parts, rests[0].reading)
            ):
                yield rests[0], rests[0]._replace(verdict=Verdict.WRONG, code="arithmetic")


WHOLE = (Topic.VOTES,)


def _whole(finding: Finding) -> bool:
    return finding.reading.lexeme.unit in (Unit.VOTES, Unit.COUNT)


def _several(some: Sequence[Finding], parts: Sequence[Finding]) -> bool:
    """Whether a sentence has more figures of the kind than the levels and their difference: it may be of others."""
    whole = parts[0].reading.lexeme.unit in (Unit.VOTES, Unit.COUNT)
    units = (Unit.VOTES, Unit.COUNT) if whole else (Unit.PERCENT, Unit.POINTS)
    return len([one for one in some if one.reading.lexeme.unit in units]) > len(parts) + 1


def _undecided(findings: Iterable[Finding]) -> bool:
    return all(one.verdict is Verdict.CANNOT_TELL for one in findings)


def _adds_up(parts: Sequence[Finding], rest: Reading) -> bool:
    first, second = (interval(one.reading.lexeme) for one in parts)
    within = interval(rest.lexeme)
    apart = sorted(
        (first.least - second.most, first.most - second.least, second.least - first.most, second.most - first.least)
    )
    if rest.lexeme.unit in (Unit.VOTES, Unit.COUNT) and not rest.lexeme.about:
        return abs(first.least - second.least) == within.least
    return any(low <= within.most and within.least <= high for low, high in (apart[:2], apart[2:]))
