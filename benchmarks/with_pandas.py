"""The four measures as a good pandas program does them: only the columns needed, no loop, no apply.

Of several ways tried for each, the fastest on these results: majority by dropping each contest's
winner and taking the most votes again, change with the line's own share by transform, not by a merge.
"""

from collections.abc import Callable
from pathlib import Path

import pandas as pd

KEYS = ("contest_id", "candidacy_id")
FIGURES = ["votes", "valid_votes"]
LINE = ["contest_id", "line_id"]


def share(folder: Path, keys: list[str]) -> pd.DataFrame:
    """Votes as a part of valid votes."""
    results = _read(folder, "results", [*keys, *FIGURES])
    results["share"] = _portion(results["votes"], results["valid_votes"])
    return results.drop(columns=FIGURES)


def rank(folder: Path, keys: list[str]) -> pd.DataFrame:
    """Place by votes in the contest, a tie sharing the higher place."""
    results = _read(folder, "results", [*keys, "contest_id", "votes"])
    votes = results.groupby("contest_id", sort=False)["votes"]
    places = votes.rank(method="min", ascending=False, na_option="bottom")
    results["rank"] = places.astype("int64")
    return results[[*keys, "rank"]]


def majority(folder: Path, _keys: list[str]) -> pd.DataFrame:
    """The winner's votes less the second candidate's: a row a contest."""
    results = _read(folder, "results", ["contest_id", *FIGURES])
    results["contest"], contest_ids = pd.factorize(results.pop("contest_id"))
    contests = results.groupby("contest", sort=False)
    found = contests.agg(first_votes=("votes", "max"), valid_votes=("valid_votes", "max"))
    others = results.drop(index=contests["votes"].idxmax())
    second = others.groupby("contest", sort=False)["votes"].max()
    found["second_votes"] = second.reindex(found.index, fill_value=0)
    found["majority"] = found["first_votes"] - found["second_votes"]
    found["majority_share"] = _portion(found["majority"], found.pop("valid_votes"))
    found.insert(0, "contest_id", contest_ids[found.index])
    return found


def change(folder: Path, keys: list[str]) -> pd.DataFrame:
    """The line's share less its share at the baseline."""
    results = _read(folder, "results", [*keys, *LINE, *FIGURES])
    lines = results.groupby(LINE, sort=False)
    results["share"] = _portion(lines["votes"].transform("sum"), lines["valid_votes"].transform("max"))
    paired = results.drop(columns=FIGURES).merge(_read(folder, "pairs"), how="left", on="contest_id")
    moved = paired.merge(_baseline_shares(folder), how="left", on=["baseline_contest_id", "line_id"])
    moved["change"] = moved["share"] - moved["baseline_share"]
    return moved.drop(columns="line_id")


def _baseline_shares(folder: Path) -> pd.DataFrame:
    baseline = _read(folder, "baseline", [*LINE, *FIGURES]).dropna(subset="line_id")
    lines = baseline.groupby(LINE, sort=False, as_index=False).agg({"votes": "sum", "valid_votes": "max"})
    lines["baseline_share"] = _portion(lines.pop("votes"), lines.pop("valid_votes"))
    return lines[lines["baseline_share"] > 0].rename(columns={"contest_id": "baseline_contest_id"})


def _portion(votes: pd.Series, valid: pd.Series) -> pd.Series:
    return votes / valid.where(valid != 0)


def _read(folder: Path, name: str, columns: list[str] | None = None) -> pd.DataFrame:
    return pd.read_parquet(folder / f"{name}.parquet", columns=columns)


MEASURES: dict[str, Callable[[Path, list[str]], pd.DataFrame]] = {
    "share": share,
    "rank": rank,
    "majority": majority,
    "change": change,
}


def write(measure: str, folder: Path, out: Path) -> None:
    """Every row of the measure, to a Parquet file."""
    MEASURES[measure](folder, ["candidacy_id"]).to_parquet(out, index=False)


def checksum(measure: str, folder: Path) -> dict[str, float]:
    """How many values each column has, and the sum of those that are numbers."""
    rows = MEASURES[measure](folder, []).drop(columns=list(KEYS), errors="ignore")
    counts = {f"{name} count": int(rows[name].count()) for name in rows}
    sums = {f"{name} sum": float(rows[name].sum()) for name in rows.select_dtypes("number")}
    return counts | sums
