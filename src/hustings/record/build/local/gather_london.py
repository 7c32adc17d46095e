"""From the Greater London Authority's rows to the one shape: names as each borough writes them, and the counts."""

import re
from datetime import date
from pathlib import Path
from typing import Any

from hustings.record.build.local.names import said, shouted, ward_name
from hustings.record.build.local.standing import Publication, Standing, Ward, WardKey, council_of, united, ward_key
from hustings.record.readers.cells import Row
from hustings.record.readers.london import London2026, read_london_2022, read_london_2026

Line = dict[str, Any]
REASONS = ("rb_official_mark", "rb_more_candidates", "rb_voter_defined", "rb_unmarked_void", "rb_rejected_part")


def gather_london_2022(path: Path, source_id: str, day: date) -> Publication:
    """London boroughs of 2022: every candidate with given names, without electorates."""
    rows: list[Line] = [dict(row) for row in read_london_2022(path)]
    keys = [_key(row["borough"], row["LAD22CD"], row["ward"], (day, source_id)) for row in rows]
    standings = [
        Standing(key, _name(row), row["party"], row["votes"], row["elected"])
        for row, key in zip(rows, keys, strict=True)
    ]
    wards = united(
        Ward(key, ward_name(row["ward"], key.council_id, source_id), row["WD22CD"])
        for row, key in zip(rows, keys, strict=True)
    )
    return Publication(source_id, day, standings, wards)


def gather_london_2026(path: Path, source_id: str, day: date) -> Publication:
    """London boroughs of 2026, with seats, electorates, ballot papers and rejected papers of each ward."""
    tables = read_london_2026(path)
    keys = {
        str(row["WD22CD"]): _key(row["LAD22NM"], row["LAD22CD"], row["ward"], (day, source_id)) for row in tables.places
    }
    standings = [
        Standing(keys[str(row["wd22cd"])], _name(row), _text(row["party"]), row["votes"], row["elected"])  # type: ignore[arg-type]
        for row in tables.candidates
    ]
    return Publication(source_id, day, standings, united(_wards(tables, keys, source_id)))


def _key(borough: object, code: object, ward: object, printed: tuple[date, str]) -> WardKey:
    """The ward that a source of a day prints."""
    day, source_id = printed
    council_id = council_of(borough, code, day)
    return ward_key(council_id, ward_name(str(ward), council_id, source_id))


def _wards(tables: London2026, keys: dict[str, WardKey], source_id: str) -> list[Ward]:
    stats = {str(row["wd22cd"]): row for row in tables.stats}
    return [
        Ward(
            keys[str(place["WD22CD"])],
            ward_name(str(place["ward"]), keys[str(place["WD22CD"])].council_id, source_id),
            str(place["WD22CD"]),
            _whole(stats[str(place["WD22CD"])]["num_councillors"]),
            _whole(stats[str(place["WD22CD"])]["entitled_electors"]),
            _ballots(stats[str(place["WD22CD"])]),
            _rejected(stats[str(place["WD22CD"])]),
            _turnout(stats[str(place["WD22CD"])]["turnout"]),
        )
        for place in tables.places
    ]


def _ballots(row: Line) -> int | None:
    """Every ballot paper, at polling stations and by post: the column called valid mostly holds these too."""
    station, post = _whole(row["ballots_polling"]), _whole(row["ballots_postal"])
    return None if station is None or post is None else station + post


def _rejected(row: Line) -> int | None:
    """Rejected papers as totalled, else as the five reasons for rejection add up; 0 in all five is no count."""
    if row["rejected_ballots"] is not None:
        return _whole(row["rejected_ballots"])
    reasons = [_whole(row[reason]) for reason in REASONS]
    return None if None in reasons else sum(filter(None, reasons)) or None


def _whole(printed: object) -> int | None:
    """A count; None where the cell is blank or holds what cannot be one, such as 0.414 rejected papers."""
    found = re.fullmatch(r"(\d+)(\.0)?", str(printed))
    return int(found[1]) if found else None


def _turnout(printed: object) -> float | None:
    """A fraction, of boroughs that print fractions, percent, or percent with the sign."""
    if printed is None:
        return None
    number = float(str(printed).removesuffix("%"))
    return number / 100 if number > 1 else number


def _name(row: Row) -> Any:
    """The name from two cells, or from one where a borough put all in the first."""
    given, family = row["firstname"], str(row["surname"])
    if given in (None, "0"):
        return shouted(family)
    return said(str(given), family)


def _text(cell: object) -> str | None:
    return None if cell is None else str(cell)
