"""What the links are worth: precision and recall on held-back persons, with every number hidden from the linking."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from math import sqrt
from typing import NamedTuple

from hustings.record.people.cluster import cluster
from hustings.record.people.evidence import as_arrow
from hustings.record.people.labels import HALVES, half, initials_only, kind_of, known, same
from hustings.record.people.model import Settings, read_model
from hustings.record.people.names import Name, agree
from hustings.record.people.predict import Pair, predict
from hustings.record.readers.cells import Row

# The standard normal's 97.5th percentile: intervals are of 95%.
Z = 1.959964
# The poll whose names are cut to initials to see what links by initials are worth: whole-council
# elections in London and a third of the seats elsewhere, every name in full.
CUT = "2018-05-03"


class Score(NamedTuple):
    """Pairs found that are one person's, pairs found that are not, and pairs of one person missed."""

    right: int
    wrong: int
    missed: int


def evaluate(evidence: list[Row], weights: Settings) -> str:
    """The whole report, as text."""
    rule = read_model()["link"]
    hidden = [{**row, "mnis": None, "dc": None} for row in evidence]
    names = names_of(evidence)
    pairs = predict(as_arrow(hidden), weights, rule)
    persons = [one.members for one in cluster(hidden, names, pairs, rule["margin"])]
    joined = [pair for members in persons for pair in combinations(members, 2)]
    rows = {str(row["candidacy_id"]): row for row in evidence}
    lines = [f"{len(evidence):,} candidacies, {len(pairs):,} probable pairs, {len(persons):,} persons"]
    for one in reversed(HALVES):
        lines += _table(f"Linked pairs, {one} half, numbers hidden", score_pairs(rows, joined, one))
    lines.append(_purity(rows, persons))
    lines += _table("Links by initials, names of 3 May 2018 cut to initials", score_initials(evidence, weights))
    return "\n".join(lines) + "\n"


def names_of(evidence: Iterable[Row]) -> dict[str, Name]:
    """Each candidacy's name, as its evidence has it."""
    return {
        str(row["candidacy_id"]): Name(tuple(str(row["given"]).split()), str(row["family"]), str(row["last"]))
        for row in evidence
    }


def score_pairs(rows: dict[str, Row], joined: Iterable[tuple[str, str]], which: str) -> dict[str, Score]:
    """By kind of pair, the joined pairs with a candidacy of that half whose numbers tell, and those missed."""
    found: Counter[tuple[str, bool]] = Counter()
    for one, other in joined:
        truth = same(known(rows[one]), known(rows[other]))
        if truth is not None and which in {half(known(rows[one])), half(known(rows[other]))}:
            found[kind_of(rows[one], rows[other]), truth] += 1
    there: Counter[str] = Counter(kind_of(one, other) for one, other in _true_pairs(rows, which))
    return {
        kind: Score(found[kind, True], found[kind, False], there[kind] - found[kind, True])
        for kind in sorted({kind for kind, _ in found} | set(there))
    }


def score_initials(evidence: list[Row], weights: Settings) -> dict[str, Score]:
    """Links of candidacies of one poll, their given names cut to initials, to candidacies in full.

    Right where the given names agree; a short form that nobody listed counts as wrong.
    """
    rule = read_model()["link"]
    cut = [initials_only(row) if _to_cut(row) else row for row in evidence]
    rows = {str(row["candidacy_id"]): row for row in cut}
    names = names_of(evidence)
    found: Counter[tuple[str, bool]] = Counter()
    for pair in predict(as_arrow(cut), weights, rule):
        one, other = rows[pair.one], rows[pair.other]
        if _is_cut(one, evidence_name=names[pair.one]) != _is_cut(other, evidence_name=names[pair.other]):
            truth = agree(*(_first(names[key]) for key in (pair.one, pair.other)))
            if names[pair.one].spelled and names[pair.other].spelled:
                found[kind_of(one, other), truth] += 1
    return {kind: Score(found[kind, True], found[kind, False], 0) for kind in sorted({kind for kind, _ in found})}


def interval(right: int, of: int) -> tuple[float, float]:
    """Wilson's 95% interval of a proportion (Wilson 1927)."""
    if not of:
        return 0.0, 1.0
    part, spread = right / of, Z * Z / of
    middle = (part + spread / 2) / (1 + spread)
    reach = Z * sqrt(part * (1 - part) / of + spread / of / 4) / (1 + spread)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def _true_pairs(rows: dict[str, Row], which: str) -> Iterator[tuple[Row, Row]]:
    """Pairs of candidacies of one numbered person of a half, on different days or for different bodies."""
    persons: dict[object, list[Row]] = defaultdict(list)
    for row in rows.values():
        if any(known(row)) and half(known(row)) == which:
            persons[known(row).mnis or f"dc {known(row).democracy_club}"].append(row)
    for found in persons.values():
        yield from (
            (one, other)
            for one, other in combinations(found, 2)
            if (one["body"], one["day"]) != (other["body"], other["day"])
        )


def _purity(rows: dict[str, Row], persons: list[list[str]]) -> str:
    """Of held-back candidacies in persons that hold two or more numbered ones, how many are of the commonest."""
    numbered = pure = mixed = 0
    for members in persons:
        whose = [
            known(rows[one]).mnis or f"dc {known(rows[one]).democracy_club}"
            for one in members
            if any(known(rows[one])) and half(known(rows[one])) == HALVES[1]
        ]
        if len(whose) > 1:
            numbered += len(whose)
            pure += Counter(whose).most_common(1)[0][1]
            mixed += len(set(whose)) > 1
    low, high = interval(pure, numbered)
    return (
        f"\nPersons with two or more held-back candidacies: {pure:,} of {numbered:,} candidacies are of their "
        f"person's commonest number, {pure / max(numbered, 1):.2%} (95% {low:.2%} to {high:.2%}); {mixed} persons "
        "are mixed"
    )


def _table(title: str, scores: dict[str, Score]) -> list[str]:
    whole = Score(*(sum(column) for column in zip(*scores.values(), strict=True))) if scores else Score(0, 0, 0)
    return [f"\n{title}"] + [_line(kind, score) for kind, score in [*scores.items(), ("all", whole)]]


def _line(kind: str, score: Score) -> str:
    found, there = score.right + score.wrong, score.right + score.missed
    low, high = interval(score.right, found)
    text = f"  {kind:32} {score.right:6,} right {score.wrong:4,} wrong: precision {score.right / max(found, 1):.2%}"
    text += f" (95% {low:.2%} to {high:.2%})"
    return text + (f", recall {score.right / max(there, 1):.1%} of {there:,}" if score.missed else "")


def _to_cut(row: Row) -> bool:
    return f".{CUT}" in str(row["contest_id"]) and row["body"] == "council" and bool(row["full_name"])


def _is_cut(row: Row, evidence_name: Name) -> bool:
    return evidence_name.spelled and not row["full_name"]


def _first(name: Name) -> Name:
    return Name(name.given[:1], name.family, name.last)


__all__ = ["Pair", "Score", "evaluate", "interval", "score_initials", "score_pairs"]
