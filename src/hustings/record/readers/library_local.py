"""The Commons Library's workbooks of local elections by candidate: 2021, 2022, 2024 and 2025."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hustings.record.readers.cells import MEND, Place, Row
from hustings.record.readers.workbook import Workbook

LAYOUTS = Path(__file__).with_name("library_local_layouts.toml")
# Rows of each sheet as published: a sheet cut short is refused.
PUBLISHED = {
    2021: {"candidates": 18_044, "wards": 3_863, "parties": 140},
    2022: {"candidates": 18_481, "wards": 3_535, "parties": 113},
    2024: {"candidates": 10_029, "wards": 1_903, "parties": 91},
    2025: {"candidates": 8_141, "wards": 1_401, "parties": 60},
}


@dataclass(frozen=True, slots=True)
class LocalWorkbook:
    """The three sheets of a year: a row a candidate, a row a ward, a row a party of its key."""

    candidates: list[Row]
    wards: list[Row]
    parties: list[Row]


@cache
def layouts() -> dict[str, Any]:
    """The sheets and columns of each year's workbook."""
    return tomllib.loads(LAYOUTS.read_text(encoding="utf-8"))


def read_local_workbook(path: Path, year: int) -> LocalWorkbook:
    """A year's workbook in our words: `council`, `ward`, `name`, `label`, `votes`, `elected`, `seats`.

    `leading_votes` is the sum of each party's leading candidate, which the Library prints as the
    total of a ward with several seats. Raises SourceFault for a sheet renamed, a column moved, a cell
    of another kind, or rows missing.
    """
    book = Workbook(path)
    sheets: dict[str, list[Row]] = {}
    for name, layout in layouts()[str(year)].items():
        # Votes by party stand after the known columns of the wards' sheet; the candidates' sheet has them all.
        rows = book.rows(layout["sheet"], layout["above"], layout["columns"], more=name == "wards")
        if len(rows) != PUBLISHED[year][name]:
            what = f"{len(rows)} rows where {PUBLISHED[year][name]} were published"
            raise Place(f"{path.name}, sheet {layout['sheet']}", len(rows)).fault(what, MEND)
        sheets[name] = rows
    return LocalWorkbook(sheets["candidates"], sheets["wards"], sheets["parties"])
