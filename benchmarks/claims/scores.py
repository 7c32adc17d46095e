"""Adds up what was found, and prints it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from benchmarks.claims.cases import Case
from benchmarks.claims.judged import Judged


@dataclass(slots=True)
class Scores:
    """Counts of one half."""

    counts: Counter[str] = field(default_factory=Counter)
    # By the kind of error that was made.
    targets: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)
    # By the code that was reported.
    reported: Counter[str] = field(default_factory=Counter)
    rightly: Counter[str] = field(default_factory=Counter)
    failures: dict[tuple[str, str], list[tuple[Case, Judged]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, case: Case, true: Judged, twin: Judged) -> None:
        """One case more."""
        self.counts["cases"] += 1
        self.counts["true stories with a finding"] += bool(true.false)
        for one in (true, twin):
            self.counts["figures"] += one.figures
            self.counts["decided"] += one.decided
            self.counts["raised"] += bool(one.raised)
        if true.raised or twin.raised:
            self._failed(case, f"raised {true.raised or twin.raised}", twin)
        for story, judged in (("true story", true), ("twin", twin)):
            for false in judged.false:
                self.counts[f"false in {story}"] += 1
                self.reported[false.code] += 1
                self._failed(case, f"false {false.code} in {story}", judged)
        self._targets(case, twin)

    def _targets(self, case: Case, twin: Judged) -> None:
        kind = case.error.kind
        for target, codes in twin.hit:
            self.targets[kind] += 1
            self.found[kind] += bool(codes)
            self.named[kind] += bool(target.codes & set(codes))
            for code in codes:
                self.reported[code] += 1
                self.rightly[code] += code in target.codes
            if not codes:
                self._failed(case, f"missed {kind}", twin)
            elif not target.codes & set(codes):
                self._failed(case, f"{kind} called {codes[0]}", twin)

    def _failed(self, case: Case, what: str, judged: Judged) -> None:
        self.failures[case.pattern, what].append((case, judged))

    def as_json(self) -> dict[str, Any]:
        """All the counts, with the ratios that are printed."""
        false = self.counts["false in true story"] + self.counts["false in twin"]
        findings = sum(self.reported.values())
        return {
            **{name: self.counts[name] for name in COUNTED},
            "precision": _ratio(findings - false, findings),
            "recall": _ratio(self.found.total(), self.targets.total()),
            "code accuracy of what was found": _ratio(self.named.total(), self.found.total()),
            "figures decided": _ratio(self.counts["decided"], self.counts["figures"]),
            "kinds": {
                kind: {
                    "errors": self.targets[kind],
                    "recall": _ratio(self.found[kind], self.targets[kind]),
                    "recall with code": _ratio(self.named[kind], self.targets[kind]),
                    "reported": self.reported[kind],
                    "precision of code": _ratio(self.rightly[kind], self.reported[kind]),
                }
                for kind in sorted(self.targets | self.reported)
            },
        }


COUNTED = ("cases", "true stories with a finding", "false in true story", "false in twin", "raised")


def _ratio(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def lines(half: str, told: dict[str, Any]) -> Iterator[str]:
    """The scores of a half as they are printed."""
    yield f"{half}: {told['cases']:,} cases, each a true story and its twin with one error"
    for name, value in told.items():
        if name not in ("cases", "kinds"):
            yield f"  {name:34} {_said(value)}"
    yield f"  {'kind':20} {'errors':>7} {'recall':>8} {'with code':>10} {'reported':>9} {'precision':>10}"
    for kind, row in told["kinds"].items():
        recall, named, precision = (_said(row[key]) for key in ("recall", "recall with code", "precision of code"))
        yield f"  {kind:20} {row['errors']:7} {recall:>8} {named:>10} {row['reported']:9} {precision:>10}"


def _said(value: float | int | str | None) -> str:
    if value is None:
        return "-"
    return f"{100 * value:.2f}%" if isinstance(value, float) and value <= 1 else f"{value:,}"


def failures(scores: Scores, most: int) -> Iterator[str]:
    """Failures by pattern and kind, the commonest first, each with one example."""
    groups = sorted(scores.failures.items(), key=lambda group: (-len(group[1]), group[0]))
    for (pattern, what), some in groups[:most]:
        case, judged = some[0]
        story = case.true if "true story" in what else case.twin
        yield f"{len(some):5} x {pattern}: {what}"
        yield f"        {case.contest}, found {[(one.text, one.code) for one in judged.false]}"
        if "true story" not in what:
            expected = [story.printed(target.labels[0]) for target in case.error.targets]
            yield f"        expected {case.error.kind} on {expected}, true {_trues(case)}"
        yield from (f"        | {line}" for line in story.text.splitlines())


def _trues(case: Case) -> list[str]:
    return [case.true.printed(target.labels[0]) for target in case.error.targets]
