"""How well stories are checked: each labelled figure of the stories against what is found of it.

    python -m benchmarks.stories [--failures]

Prints, a story and in all: figures, planted errors, how many were found, with which code, what was flagged without
cause, and the share of figures decided. The stories and their labels are in tests/claims/stories.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import hustings
from hustings.claims.check import Checker
from hustings.claims.report.claim import Claim, report
from hustings.claims.verdict import FINDINGS

STORIES = Path(__file__).parents[1] / "tests" / "claims" / "stories"
LEFT = ("cannot-tell", "not-in-record")
Label = dict[str, Any]


class Score(NamedTuple):
    """What came of one story: labelled figures, planted errors, errors found, found by their code, false flags."""

    figures: int
    planted: int
    found: int
    by_code: int
    false: int
    decided: int
    words: int


def stories() -> list[tuple[str, str, list[Label]]]:
    """Each story: its file, its text and the labels of its figures."""
    listed = tomllib.loads((STORIES / "labels.toml").read_text(encoding="utf-8"))["story"]
    return [(one["file"], (STORIES / one["file"]).read_text(encoding="utf-8"), one["figure"]) for one in listed]


def number(text: str) -> str:
    """A printed figure without its unit."""
    found = re.search(r"\d[\d,.]*\d|\d", text)
    return found[0].replace(",", "") if found else text.lower().split()[0]


def paired(labels: list[Label], claims: list[Claim]) -> list[tuple[Label, Claim | None]]:
    """Each label with the claim of the same number on its line, in the order they stand."""
    free = list(claims)
    pairs: list[tuple[Label, Claim | None]] = []
    for label in labels:
        same = [one for one in free if one["line"] == label["line"] and number(one["text"]) == number(label["text"])]
        pairs.append((label, same[0] if same else None))
        if same:
            free.remove(same[0])
    return pairs


def flagged(claim: Claim | None) -> bool:
    """Whether a figure was called wrong or misleading."""
    return claim is not None and claim["verdict"] in FINDINGS


def planted(label: Label) -> bool:
    """Whether a label is of an error that was planted."""
    return label["verdict"] in ("wrong", "misleading")


def excused(label: Label, labels: list[Label], text: str) -> bool:
    """Whether a flag on a figure is right though its label is not: of two baselines that are mixed, either may be."""
    near = [one for one in labels if one.get("code") == "mixed-baseline" and abs(one["line"] - label["line"]) <= 2]
    return bool(near) and text in ("mixed-baseline", "arithmetic")


def score(checker: Checker, story: tuple[str, str, list[Label]], *, failures: bool) -> Score:
    """What came of a story; with `failures`, each miss and false flag is printed."""
    file, text, labels = story
    claims = report(checker.check(text), file)["claims"]
    pairs = paired(labels, claims)
    claimed = [claim for _, claim in pairs if claim is not None]
    excusing = {id(claim) for label, claim in pairs if claim and excused(label, labels, claim["code"])}
    found = [
        (label, claim) for label, claim in pairs if planted(label) and (flagged(claim) or _mixed_found(label, pairs))
    ]
    false = [c for label, c in pairs if not planted(label) and flagged(c) and id(c) not in excusing]
    false += [one for one in claims if flagged(one) and not any(one is claim for claim in claimed)]
    if failures:
        for label, claim in pairs:
            if planted(label) and not any(label is one for one, _ in found):
                said = f"{claim['verdict']} {claim['read_as'][:90]}" if claim else "not read"
                print(f"  MISSED {file}:{label['line']} {label['text']} [{label['code']}] {said}")
        for one in false:
            place = f"{file}:{one['line']} {one['text']} [{one['code']}]"
            print(f"  FALSE  {place} right {one['right']}; {one['quote'][:150]}")
    return Score(
        figures=len(labels),
        planted=sum(planted(label) for label in labels),
        found=len(found),
        by_code=sum(claim is not None and claim["code"] == label["code"] for label, claim in found),
        false=len(false),
        decided=sum(claim is not None and claim["verdict"] not in LEFT for _, claim in pairs),
        words=len(text.split()),
    )


def _mixed_found(label: Label, pairs: list[tuple[Label, Claim | None]]) -> bool:
    near = [claim for other, claim in pairs if claim and abs(other["line"] - label["line"]) <= 2]
    return label["code"] == "mixed-baseline" and any(claim["code"] == "mixed-baseline" for claim in near)


def main() -> None:
    """Score every story and print the lot."""
    options = argparse.ArgumentParser(description="How well stories are checked.")
    options.add_argument("--failures", action="store_true", help="print each miss and false flag")
    wanted = options.parse_args()
    checker = Checker(hustings.open_record())
    total: Counter[str] = Counter()
    for story in stories():
        one = score(checker, story, failures=wanted.failures)
        total.update(one._asdict())
        print(f"{story[0]:32} {one.figures:3} figures {one.planted} planted {one.found} found {one.false} false flags")
    flags = total["found"] + total["false"]
    print(f"precision {total['found'] / max(1, flags):.3f} ({total['found']} of {flags} findings)")
    print(f"recall {total['found'] / total['planted']:.3f} ({total['found']} of {total['planted']} planted errors)")
    print(f"with the right code {total['by_code']} of {total['found']}")
    print(f"false flags {total['false']} in {total['words']:,} words")
    print(f"decided {total['decided']} of {total['figures']} labelled figures")


if __name__ == "__main__":
    main()
