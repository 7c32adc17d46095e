"""From each publisher's rows to the one shape: which column is what, and which ward is whose."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from hustings.record.build.local.names import family_first, in_full, said, ward_name
from hustings.record.build.local.standing import Publication, Standing, Ward, WardKey, council_of, united, ward_key
from hustings.record.readers.cells import Row
from hustings.record.readers.leap import read_leap
from hustings.record.readers.library_local import LocalWorkbook, read_local_workbook
from hustings.record.readers.library_local_2023 import read_local_2023

GENDERS = {"M": "Male", "F": "Female", "male": "Male", "female": "Female"}
# A county's election is counted in divisions, whose codes begin so; elsewhere E05 is a ward.
DIVISION = "E58"
Line = dict[str, Any]


def gather_leap(path: Path, source_id: str, day: date) -> Publication:
    """Andrew Teale's compilation of a day: names as he writes them, no electorate or turnout."""
    # A row without a candidate says that a mayor was elected; 151 rows of 2014 have no ward to be of.
    rows = [row for row in read_leap(path, day.year) if row["candidate"] is not None and row["ward"] is not None]
    keys = _keys(rows, day, source_id, lambda row: (row["council"], row.get("council_code")))
    wards = united(
        Ward(key, ward_name(str(row["ward"]), key.council_id, source_id), _text(row.get("ward_code")))
        for row, key in zip(rows, keys, strict=True)
    )
    standings = [
        Standing(key, in_full(str(row["candidate"])), _text(row["party"]), row["votes"], row["elected"])  # type: ignore[arg-type]
        for row, key in zip(rows, keys, strict=True)
    ]
    return Publication(source_id, day, standings, _named(wards))


def gather_library(path: Path, source_id: str, day: date) -> Publication:
    """The Commons Library's workbook of a year: candidates, and the wards' seats, electorates and turnouts."""
    book = read_local_workbook(path, day.year)
    sheet = _keys(book.wards, day, source_id, council_and_code)
    keys = _in_the_sheet(book, sheet, _keys(book.candidates, day, source_id, council_and_code))
    standings = [_library_standing(row, key) for row, key in zip(book.candidates, keys, strict=True)]
    # The wards' sheet first, whose spellings are the better, then what the candidates' sheet adds.
    rows = [*zip(book.wards, sheet, strict=True), *zip(book.candidates, keys, strict=True)]
    return Publication(
        source_id, day, standings, united(_library_ward(row, key, day.year, source_id) for row, key in rows)
    )


def gather_library_2023(path: Path, source_id: str, day: date) -> Publication:
    """The Library's table of 2023: a party's votes in a ward, without candidates or winners."""
    rows = read_local_2023(path)
    keys = _keys(rows, day, source_id, lambda row: (row["council"], None))
    wards = united(
        Ward(
            key,
            ward_name(str(row["ward"]), key.council_id, source_id),
            seats=row["seats"],  # type: ignore[arg-type]
            electorate=row["electorate"],  # type: ignore[arg-type]
            turnout=_percent(row["turnout"]),
            leading_votes=row["total"],  # type: ignore[arg-type]
        )
        for row, key in zip(rows, keys, strict=True)
    )
    standings = [
        Standing(key, said(None, None), _text(row["label"]), row["votes"], None)  # type: ignore[arg-type]
        for row, key in zip(rows, keys, strict=True)
    ]
    return Publication(source_id, day, standings, wards, "party")


def council_and_code(row: Row) -> tuple[object, object]:
    """The council a row of the Library's is about: the county for a county's division, else the district."""
    if str(row["ward_code"]).startswith(DIVISION) and row.get("county"):
        return row["county"], row.get("county_code")
    return row["council"], row.get("council_code")


def _keys(rows: list[Row], day: date, source_id: str, whose: Callable[[Row], tuple[object, object]]) -> list[WardKey]:
    """The ward of each row."""
    known: dict[tuple[object, ...], WardKey] = {}
    keys = []
    for row in rows:
        council, code = whose(row)
        published = (council, code, row["ward"])
        if published not in known:
            council_id = council_of(council, code, day)
            known[published] = ward_key(council_id, ward_name(str(row["ward"]), council_id, source_id))
        keys.append(known[published])
    return keys


def _library_standing(row: Line, key: WardKey) -> Standing:
    name = said(row["given_name"], row["family_name"]) if "given_name" in row else family_first(row["name"])
    return Standing(key, name, row["label"], row["votes"], row["elected"], GENDERS.get(row["gender"]))


def _in_the_sheet(book: LocalWorkbook, sheet: list[WardKey], keys: list[WardKey]) -> list[WardKey]:
    """Each candidate's ward as the wards' sheet spells it: by name, else by the code that no other ward there has."""
    by_code = {(key.council_id, row["ward_code"]): key for row, key in zip(book.wards, sheet, strict=True)}
    named = set(sheet)
    spelt = named & set(keys)
    found = []
    for row, key in zip(book.candidates, keys, strict=True):
        other = by_code.get((key.council_id, row["ward_code"]), key)
        found.append(key if key in named or other in spelt else other)
    return found


def _library_ward(row: Line, key: WardKey, year: int, source_id: str) -> Ward:
    turnout = row.get("turnout")
    return Ward(
        key,
        ward_name(row["ward"], key.council_id, source_id),
        row["ward_code"],
        row.get("seats"),
        row.get("electorate"),
        row.get("ballots"),
        row.get("invalid"),
        # The Library prints percent until 2022 and fractions since.
        _percent(turnout) if year < 2024 else turnout,
        row.get("valid_turnout"),
        row.get("leading_votes"),
        str(row["ward_code"]).startswith(DIVISION) or row.get("type") == "CC",
    )


def _named(wards: dict[WardKey, Ward]) -> dict[WardKey, Ward]:
    return {key: ward._replace(county_division=str(ward.code).startswith(DIVISION)) for key, ward in wards.items()}


def _percent(printed: object) -> float | None:
    return None if printed is None else float(str(printed)) / 100


def _text(cell: object) -> str | None:
    return None if cell is None else str(cell)
