"""Census counts by small area, a row an answer: answers, totals, strays and footnotes told apart."""

from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

import duckdb
import pyarrow as pa

from hustings.record.engine import connect
from hustings.record.readers.cells import MEND, Place
from hustings.record.readers.parquet_file import read_parquet


class Layout(NamedTuple):
    """What the columns of one file are called: the area, the answer, its count, and the total where it has one."""

    area: str
    answer: str
    number: str
    total: str
    columns: dict[str, str]


def _of_england_and_wales(answer: str, total: str) -> Layout:
    columns = {"lsoa21_code": "text", total: "real", answer: "text", "n": "real", "prop": "real"}
    return Layout("lsoa21_code", answer, "n", total, columns)


def _of_scotland(answer: str) -> Layout:
    columns = {"dz11_code": "text", answer: "text", "count": "real", "proportion": "real"}
    return Layout("dz11_code", answer, "count", "", columns)


AGE_COLUMNS = {"dz11_code": "text", "age_group": "text", "all_people": "real", "female": "real", "male": "real"}
TENURE_COLUMNS = {"dz11_code": "text", "total_households": "real", "tenure": "text", "n": "real", "prop": "real"}
LAYOUTS: dict[str, Layout] = {
    "census-religion-england-and-wales": _of_england_and_wales("religion", "total_residents"),
    "census-ethnic-group-england-and-wales": _of_england_and_wales("ethnic_group", "total_residents"),
    "census-tenure-england-and-wales": _of_england_and_wales("tenure", "total_households"),
    "census-household-deprivation-england-and-wales": _of_england_and_wales(
        "deprivation_dimensions", "total_households"
    ),
    "census-religion-scotland": _of_scotland("religion"),
    # The column of ethnic groups is misnamed religion.
    "census-ethnic-group-scotland": _of_scotland("religion"),
    "census-tenure-scotland": Layout("dz11_code", "tenure", "n", "total_households", TENURE_COLUMNS),
    "census-age-scotland": Layout("dz11_code", "age_group", "all_people", "", AGE_COLUMNS),
}
# The answer under which a file keeps its total, where it has no column for it.
EVERYBODY = "All people"
# What a spreadsheet's empty columns and last lines became when it was turned on its side: none is counted.
STRAYS = ("...15", "...27")
FOOTNOTES = ("INFO", "Crown copyright 2024", "(c) Copyright WingArc")
SMALL_AREA = "[EWS]01[0-9]{6}"

CELLS = """
    select row_number() over () as line, "{area}" as small_area, "{answer}" as published,
        if(isnan("{count}"), null, "{count}") as count, {total} as total
    from file
"""
# Each rule of a file: the column at fault, what is wrong, and the rows where it is so.
AREA = "is no small area, and no known footnote"
STRAY = "is counted where a stray column or a footnote holds nothing"
UNKNOWN = "is an answer not known"
PART = "is no whole number of people or households"
TWICE = "stands twice for one small area"
RULES = (
    ("area", AREA, f"not footnote and not regexp_full_match(small_area, '{SMALL_AREA}')"),
    ("number", STRAY, "(stray or footnote) and count is not null"),
    ("answer", UNKNOWN, "not (stray or footnote) and not list_contains($known, published)"),
    ("number", PART, "not (stray or footnote) and (count is null or count < 0 or count != floor(count))"),
    ("total", PART, "not (stray or footnote) and (total < 0 or total != floor(total))"),
    ("answer", TWICE, "not footnote and twin > 1"),
)
SHORT = """
    select small_area, count(*) as answers from marked
    where not stray and not footnote group by 1 having answers != ? order by 1 limit 1
"""
MARKED = """
    select *, list_contains($strays, published) as stray,
        list_bool_or(list_transform($footnotes, lambda start: starts_with(small_area, start))) as footnote,
        row_number() over (partition by small_area, published order by line) as twin
    from cell
"""
ANSWERS = """
    select small_area, published, count::integer as count, total::integer as total
    from marked where not stray and not footnote order by line
"""


def read_small_areas(path: Path, layout: Layout, known: Collection[str]) -> pa.Table:
    """A census file in its order: small_area, published (the answer), count, total (null without such a column).

    `known` are its answers; every small area must have each of them once. Raises SourceFault otherwise,
    and where anything stands among them but the strays and footnotes we know.
    """
    total = f'"{layout.total}"' if layout.total else "null::double"
    with connect() as connection:
        connection.register("file", read_parquet(path, layout.columns))
        cells = CELLS.format(area=layout.area, answer=layout.answer, count=layout.number, total=total)
        connection.execute(f"create table cell as {cells}")
        values = {"strays": list(STRAYS), "footnotes": list(FOOTNOTES)}
        connection.execute(f"create table marked as {MARKED}", values)
        _check(connection, path, layout, known)
        return connection.sql(ANSWERS).to_arrow_table()


def _check(connection: duckdb.DuckDBPyConnection, path: Path, layout: Layout, known: Collection[str]) -> None:
    for column, wrong, where in RULES:
        values = {"known": sorted(known)} if "$known" in where else {}
        found = connection.execute(
            f"select line, small_area, published, count, total from marked where {where} order by line limit 1", values
        ).fetchone()
        if found:
            line, *values_found = found
            value = dict(zip(("area", "answer", "number", "total"), values_found, strict=True))[column]
            raise Place(path.name, line, getattr(layout, column)).fault(f"{value!r} {wrong}", MEND)
    short = connection.execute(SHORT, [len(known)]).fetchone()
    if short:
        what = f"{short[0]} has {short[1]} answers of {len(known)}"
        raise Place(path.name, 0, layout.answer).fault(what, MEND)
