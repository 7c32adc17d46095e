"""The model of links: model.toml and its trained weights.json, as the settings Splink takes."""

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

MODEL = Path(__file__).parent / "model.toml"
WEIGHTS = Path(__file__).parent / "weights.json"
Settings = dict[str, Any]


@cache
def read_model() -> Settings:
    """The model as model.toml states it."""
    return tomllib.loads(MODEL.read_text(encoding="utf-8"))


def read_weights() -> Settings:
    """The trained weights: links a candidacy has, and m and u of each level of each comparison in order."""
    weights: Settings = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return weights


def splink_settings(weights: Settings, candidacies: int) -> Settings:
    """Splink's settings for the model with its weights, for so many candidacies.

    Of n candidacies each is of one person with about as many others however large n is, so the part
    of all pairs that are one person's, Splink's prior, falls as 1 / n.
    """
    model = read_model()
    prior = weights["links_per_candidacy"] * 2 / max(candidacies - 1, 1)
    return {
        "probability_two_random_records_match": min(prior, 0.5),
        "link_type": "dedupe_only",
        "unique_id_column_name": "candidacy_id",
        "blocking_rules_to_generate_predictions": [_rule(rule) for rule in model["blocking"]["rules"]],
        "comparisons": [_comparison(one, weights) for one in model["comparison"]],
        "retain_intermediate_calculation_columns": False,
        "retain_matching_columns": False,
    }


def _rule(rule: str) -> Settings:
    never = read_model()["blocking"]["never"]
    return {"blocking_rule": f"{rule} and not ({never})", "sql_dialect": "duckdb"}


def _comparison(stated: Settings, weights: Settings) -> Settings:
    levels: list[Settings] = []
    if "unknown" in stated:
        levels.append({"sql_condition": stated["unknown"], "label_for_charts": "unknown", "is_null_level": True})
    levels += [_level(level) for level in stated["levels"]]
    trained = iter(weights["comparisons"][stated["name"]])
    for level in levels:
        if not level.get("is_null_level"):
            level["m_probability"], level["u_probability"] = next(trained)
    return {"output_column_name": stated["name"], "comparison_levels": levels}


def _level(stated: Settings) -> Settings:
    level = {"sql_condition": stated.get("sql", "ELSE"), "label_for_charts": stated["label"]}
    if "rarity" in stated:
        # The weight becomes log2(m / how common this very name is), whatever the level's own u.
        level |= {"tf_adjustment_column": stated["rarity"], "disable_tf_exact_match_detection": True}
    return level
