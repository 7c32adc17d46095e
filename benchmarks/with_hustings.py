"""The four measures as this project does them: an Ibis expression that DuckDB carries out."""

from functools import cache
from pathlib import Path

import ibis
import ibis.expr.types as ir

from hustings import measures

KEYS = ("contest_id", "candidacy_id")


def measured(measure: str, folder: Path) -> ir.Table:
    """A measure of all results in the folder, with the keys of its rows."""
    results = _table(folder, "results")
    if measure == "share":
        return results.select("candidacy_id", share=measures.share(results))
    if measure == "rank":
        return results.select("candidacy_id", rank=measures.rank(results))
    if measure == "majority":
        return measures.majority(results)
    return measures.change(results, _table(folder, "baseline"), _table(folder, "pairs"))


def write(measure: str, folder: Path, out: Path) -> None:
    """Every row of the measure, to a Parquet file."""
    _backend().to_parquet(measured(measure, folder), out)


def checksum(measure: str, folder: Path) -> dict[str, float]:
    """How many values each column has, and the sum of those that are numbers."""
    rows = measured(measure, folder)
    columns = [name for name in rows.columns if name not in KEYS]
    counts = {f"{name} count": rows[name].count() for name in columns}
    sums = {f"{name} sum": rows[name].sum() for name in columns if rows[name].type().is_numeric()}
    found = _backend().raw_sql(_backend().compile(rows.aggregate(**counts, **sums))).fetchall()[0]
    return dict(zip([*counts, *sums], found, strict=True))


def _table(folder: Path, name: str) -> ir.Table:
    return _backend().read_parquet(folder / f"{name}.parquet")


@cache
def _backend() -> ibis.BaseBackend:
    return ibis.duckdb.connect()
