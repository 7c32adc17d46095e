"""Train the model of links and measure it: `python -m hustings.record.people.train --sources FOLDER`.

m is how often two candidacies of one person meet a level: of names and constituencies, counted on
persons whom publishers number (the training half); of wards, parties, years and gender, where no
number joins two local elections, on people of rare names. u is the same of any two candidacies. How
many links a candidacy has is what the model itself expects, found by going round.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from hustings.record.build.compile import compile_unlinked
from hustings.record.build.links import gazetteer_of
from hustings.record.build.raw import read_sources
from hustings.record.corrections import read_corrections
from hustings.record.engine import connect
from hustings.record.people.evaluate import evaluate
from hustings.record.people.evidence import as_arrow, gather_evidence
from hustings.record.people.labels import label
from hustings.record.people.levels import count_levels, shares
from hustings.record.people.model import WEIGHTS, Settings, read_model, read_weights
from hustings.record.people.predict import predict
from hustings.record.readers.cells import Row

# Which pairs each comparison's levels are counted on, by the group of a level; None is every other.
COUNTED_ON: dict[str | None, dict[str | None, str]] = {
    "name": {"initials": "shortened", None: "numbered"},
    "place": {"councils": "rare", None: "numbered"},
    None: {None: "rare"},
}
ROUNDS = 4
DIGITS = 6


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, unless told only to measure, and print what the links are worth."""
    parser = argparse.ArgumentParser(prog="python -m hustings.record.people.train", description=__doc__)
    parser.add_argument("--sources", type=Path, required=True, help="the folder that holds the published files")
    parser.add_argument("--measure", action="store_true", help="measure the weights there are; train nothing")
    chosen = parser.parse_args(arguments)
    evidence = read_evidence(chosen.sources)
    if not chosen.measure:
        WEIGHTS.write_text(json.dumps(train(evidence), indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(evaluate(evidence, read_weights()))


def read_evidence(sources: Path) -> list[Row]:
    """The evidence of every candidacy, from published files."""
    raw = read_sources(sources)
    tables, _ = compile_unlinked(raw, read_corrections())
    return gather_evidence(tables, gazetteer_of(raw, tables))


def train(evidence: list[Row]) -> Settings:
    """The weights of the model: links a candidacy has, and m and u of every level."""
    connection = connect()
    label(connection, evidence, read_model()["blocking"]["never"])
    counted = {name: count_levels(connection, f"from {name}") for name in ("numbered", "shortened", "rare", "random")}
    random = counted["random"]
    m, u = shares(_chosen(counted), random), shares(random, random)
    weights: Settings = {
        "links_per_candidacy": 1.0,
        "comparisons": {
            name: [[_round(one), _round(other)] for one, other in zip(m[name], u[name], strict=True)] for name in m
        },
    }
    for _ in range(ROUNDS):
        found = predict(as_arrow(evidence), weights, {"threshold": 0.01, "threshold_between": 0.01})
        weights["links_per_candidacy"] = _round(sum(pair.probability for pair in found) / len(evidence))
    return weights


def _chosen(counted: dict[str, dict[str, list[float]]]) -> dict[str, list[float]]:
    """Of each level, the count on the pairs that can tell it."""
    chosen = {}
    for one in read_model()["comparison"]:
        sources = COUNTED_ON.get(one["name"], COUNTED_ON[None])
        chosen[one["name"]] = [
            counted[sources.get(level.get("group"), sources[None])][one["name"]][place]
            for place, level in enumerate(one["levels"])
        ]
    return chosen


def _round(value: float) -> float:
    """A number to six digits, so that the file is the same wherever it is trained."""
    return float(f"{value:.{DIGITS}g}")


if __name__ == "__main__":
    main()
