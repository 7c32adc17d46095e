"""The pairs of candidacies that Splink finds probable, by the trained model."""

import logging
import warnings
from typing import NamedTuple

import pyarrow as pa

from hustings.record.engine import connect
from hustings.record.people.model import Settings, splink_settings

# How many decimals of a probability are kept: enough to order links, and the same from run to run.
DECIMALS = 6


class Pair(NamedTuple):
    """Two candidacies, the weight of the evidence in bits and the probability that they are one person."""

    one: str
    other: str
    weight: float
    probability: float


def predict(evidence: pa.Table, weights: Settings, rule: Settings) -> list[Pair]:
    """Pairs at least as probable as the rule of links asks, weightiest first and then by their ids."""
    from splink import DuckDBAPI, Linker

    connection = connect()
    logging.getLogger("splink").setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        linker = Linker(
            DuckDBAPI(connection=connection).register(evidence),
            splink_settings(weights, evidence.num_rows),
            log_level=None,
            validate_settings=False,
        )
        found = linker.inference.predict(threshold_match_probability=rule["threshold"]).as_record_list()
    pairs = []
    for row in found:
        one, other = sorted((row["candidacy_id_l"], row["candidacy_id_r"]))
        weight, probability = (round(row[name], DECIMALS) for name in ("match_weight", "match_probability"))
        if probability >= rule["threshold_between"] or _commons(one) == _commons(other):
            pairs.append(Pair(one, other, weight, probability))
    return sorted(pairs, key=lambda pair: (-pair.weight, pair.one, pair.other))


def _commons(candidacy: str) -> bool:
    return candidacy.startswith("parl.")
