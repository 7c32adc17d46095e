"""Each measure against a page of facts: small tables that can be added up in the head."""

from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pytest
from pages import Page, read_page

from hustings import measures
from hustings.record.open import IBIS_TYPES
from hustings.record.shape import RESULTS

PAGES = sorted(Path(__file__).parent.glob("*.md"))
SCHEMA = ibis.schema({column.name: IBIS_TYPES[column.kind] for column in RESULTS})
PAIRS = ibis.schema({"contest_id": "string", "baseline_contest_id": "string", "rule": "string"})


def results_table(rows: list[dict[str, Any]]) -> ir.Table:
    """Rows of a page as results: what a page leaves out of the shape is null, or follows from the rest."""
    full = [{"election_id": "e", "line_id": row.get("party_id"), "party": row.get("party_id"), **row} for row in rows]
    for row in full:
        row.setdefault("candidacy_id", row.get("party_id") or f"independent-{full.index(row)}")
    columns = {name: [row.get(name) for row in full] for name in SCHEMA.names}
    return ibis.memtable(columns, schema=SCHEMA)


def measured(page: Page) -> list[dict[str, Any]]:
    """The rows the page's measure gives, in the order of its key."""
    tables = {name: results_table(rows) for name, rows in page.tables.items() if name in ("results", "baseline")}
    if "pairs" in page.tables:
        rows = page.tables["pairs"]
        tables["pairs"] = ibis.memtable({name: [row.get(name) for row in rows] for name in PAIRS.names}, schema=PAIRS)
    answer = getattr(measures, page.measure)(*tables.values(), **page.arguments)
    if not isinstance(answer, ir.Table):
        answer = tables["results"].mutate(answer)
    return ibis.duckdb.connect().to_pyarrow(answer).to_pylist()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_measure_gives_what_its_page_says(path: Path) -> None:
    page = read_page(path)
    expected = page.tables["gives"]
    shown = [{key: row[key] for key in expected[0]} for row in measured(page)]
    key = next(iter(expected[0]))
    assert len(shown) == len(expected)
    for found, wanted in zip(
        sorted(shown, key=lambda row: str(row[key])), sorted(expected, key=lambda row: str(row[key])), strict=True
    ):
        assert found == pytest.approx(wanted, abs=5e-7), (found, wanted)


def test_every_measure_has_a_page() -> None:
    assert {read_page(path).measure for path in PAGES} == set(measures.__all__)
