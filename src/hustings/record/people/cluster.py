"""From probable pairs to persons: the surest first, and never two candidacies that cannot be one person's.

A chain of likely pairs may join what no pair would, so each joining is tested on all that it joins:
nobody stands twice for one body on one day unless a publisher's number says so, has two numbers of one
register or two published genders, or given names that cannot be one person's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from hustings.record.people.names import Name, agree
from hustings.record.people.predict import Pair
from hustings.record.readers.cells import Row, Value

REGISTERS = ("mnis", "dc")


@dataclass(slots=True)
class Cluster:
    """Candidacies held to be one person's, and what the tests need to know of them."""

    members: list[str]
    days: set[tuple[Value, Value]]
    numbers: dict[str, Value]
    gender: Value
    names: set[Name]
    # Of each member that a link joined, the probability of its surest link.
    joined: dict[str, float] = field(default_factory=dict)

    def fits(self, other: Cluster) -> bool:
        """Whether two clusters can be one person's."""
        return not (
            self.days & other.days
            or any(_differ(self.numbers.get(one), other.numbers.get(one)) for one in REGISTERS)
            or _differ(self.gender, other.gender)
            or not all(agree(one, another) for one in self.names for another in other.names)
        )

    def absorb(self, other: Cluster) -> None:
        """Take in another cluster."""
        self.members += other.members
        self.days |= other.days
        self.numbers |= {key: value for key, value in other.numbers.items() if value}
        self.gender = self.gender or other.gender
        self.names |= other.names
        self.joined |= other.joined


def cluster(evidence: Iterable[Row], names: Mapping[str, Name], pairs: list[Pair], margin: float) -> list[Cluster]:
    """Every person: candidacies of one published number together, then pairs joined, surest first.

    `pairs` are in order of weight; `names` gives each candidacy's. Clusters of one are among them.
    """
    rows = {str(row["candidacy_id"]): row for row in evidence}
    whose: dict[str, Cluster] = {}
    for one in _numbered(rows, names):
        whose |= dict.fromkeys(one.members, one)
    for pair in _decided(pairs, rows, whose, margin):
        first, second = whose[pair.one], whose[pair.other]
        if first is not second:
            if not first.fits(second):
                continue
            first.absorb(second)
            whose |= dict.fromkeys(second.members, first)
        for member in (pair.one, pair.other):
            first.joined[member] = max(first.joined.get(member, 0.0), pair.probability)
    return list({id(one): one for one in whose.values()}.values())


def _numbered(rows: Mapping[str, Row], names: Mapping[str, Name]) -> Iterator[Cluster]:
    """A cluster for each published person, and for each candidacy that has no number."""
    groups: dict[Value, list[str]] = defaultdict(list)
    for key, row in rows.items():
        groups[row["mnis"] or (row["dc"] and f"dc {row['dc']}") or key].append(key)
    for members in groups.values():
        found = [rows[member] for member in members]
        yield Cluster(
            members,
            {(row["body"], row["day"]) for row in found},
            {one: next((row[one] for row in found if row[one]), None) for one in REGISTERS},
            next((row["gender"] for row in found if row["gender"]), None),
            {names[member] for member in members},
        )


def _decided(pairs: list[Pair], rows: Mapping[str, Row], whose: Mapping[str, Cluster], margin: float) -> Iterator[Pair]:
    """The pairs without those between rivals: two candidates of one day, either of whom a third may be."""
    best: dict[tuple[str, Value, Value], list[tuple[float, str]]] = defaultdict(list)
    for pair in pairs:
        for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
            rival = rows[other]
            best[one, rival["body"], rival["day"]].append((pair.weight, other))
    published = {id(one): one for one in whose.values() if any(one.numbers.values())}
    origin = {member: key for key, one in published.items() for member in one.members}
    for pair in pairs:
        if not any(
            weight > pair.weight - margin and rival != other and origin.get(rival, rival) != origin.get(other, other)
            for one, other in ((pair.one, pair.other), (pair.other, pair.one))
            for weight, rival in best[one, rows[other]["body"], rows[other]["day"]]
        ):
            yield pair


def _differ(one: Value, other: Value) -> bool:
    return bool(one and other and one != other)
